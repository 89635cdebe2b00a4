package costs

import (
	"math"
)

// numberCount is how many numbers of a component there are.
const numberCount = 16

// feltShares is the bit of the components' shares of the volume; those below
// are the numbers' own.
const feltShares = 1 << numberCount

// numbers returns where a component's numbers are.
func (c *Component) numbers() [numberCount]*float64 {
	return [numberCount]*float64{
		&c.Requests, &c.Duration, &c.CPUTime, &c.Memory, &c.Response, &c.Outbound, &c.Logs, &c.Ephemeral, &c.Init, &c.Connections, &c.PerInstance, &c.OutboundCloud,
		&c.Pod.CPU, &c.Pod.Memory, &c.Pod.Concurrency, &c.Pod.MinReplicas,
	}
}

// movingMeter is a meter that counts something of a component, and which of the
// numbers it feels, as bits.
type movingMeter struct {
	index int
	feels int
}

// probes are the values by which a meter shows that it feels a number: what is
// worked out from no number is none, and what is only compared with a bound
// is on another side of it at zero or at a huge one.
var probes = []float64{0, math.MaxFloat64, math.NaN()}

// feelsAll is the bits of all numbers and the shares.
const feelsAll = 2*feltShares - 1

// feel finds out which numbers each of the moving meters feels, by trying.
func (r *Repricer) feel() {
	n := len(r.m.work.Components)
	r.numbers, r.changes, r.shares = make([][numberCount]float64, n), make([]int, n), make([]float64, len(r.m.shares))
	for i := range r.moving {
		moving := &r.moving[i]
		for _, terms := range r.platform.Meters[moving.index].Dimensions {
			for t := range terms {
				if terms[t].source != nil {
					moving.feels |= feltShares | terms[t].source.feels(&r.m.work.Components[terms[t].Index])
				}
			}
		}
	}
	r.changed() // The meters are read.
}

// feels returns which of the component's numbers a term feels, as bits. What
// counts nothing as the component is shows nothing either: it may come to count
// by one number and then feel another one, so it is taken to feel all.
func (s *termSource) feels(c *Component) int {
	before, felt := s.product(c), 0
	if !(before > 0) {
		return feelsAll
	}
	for n, number := range c.numbers() {
		was := *number
		for _, probe := range probes {
			if *number = probe; s.product(c) != before {
				felt |= 1 << n
			}
		}
		*number = was
	}
	return felt
}

// changed returns which numbers of any component, and whether the shares, are
// others than at the last call, and keeps which are of each.
func (r *Repricer) changed() int {
	all := 0
	for c := range r.numbers {
		changes := 0
		for n, number := range r.m.work.Components[c].numbers() {
			if r.numbers[c][n] != *number {
				r.numbers[c][n] = *number
				changes |= 1 << n
			}
		}
		r.changes[c] = changes
		all |= changes
		if r.shares[c] != r.m.shares[c] {
			r.shares[c] = r.m.shares[c]
			all |= feltShares
		}
	}
	return all
}
