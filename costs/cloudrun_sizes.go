package costs

import "math"

// runPair is a vCPU figure that Cloud Run sells and the memory that goes with it
// in GiB.
type runPair struct{ vcpu, from, to float64 }

// runPairs are the pairs of Cloud Run from one vCPU on. Under one, a setting of
// more than half a GiB takes half a vCPU, and of more than a GiB a whole one
// (https://docs.cloud.google.com/run/docs/configuring/jobs/cpu, "vCPU and memory
// table", and /configuring/services/memory-limits, 2026-10-01).
var runPairs = []runPair{{1, 0.125, 4}, {2, 0.125, 8}, {4, 2, 16}, {6, 4, 24}, {8, 4, 32}}

// Under one vCPU.
const (
	runHalfCPU    = 0.5 // vCPU that a setting of more than runSmallGiB takes
	runSmallGiB   = 0.5
	runPartialGiB = 1 // GiB that less than a whole vCPU has at most
)

// runPairOf returns the pair that an instance with this much CPU and memory is set
// to: the smallest that holds both, and the largest where none does.
func runPairOf(vcpu, gib float64) (float64, float64) {
	if vcpu < 1 && gib <= runPartialGiB {
		if gib > runSmallGiB {
			vcpu = math.Max(vcpu, runHalfCPU)
		}
		return vcpu, gib
	}
	for _, p := range runPairs {
		if vcpu <= p.vcpu && gib <= p.to {
			return p.vcpu, math.Max(gib, p.from)
		}
	}
	return runPairs[len(runPairs)-1].vcpu, gib // more is refused
}
