package pricebook

import (
	"math"
	"testing"
)

// The allocatable figures follow from size and pods by the published
// reservations (Karpenter pkg/providers/instancetype/types.go, 2026-08-21): a
// digit that was copied wrongly would not.
func TestAllocatableFollowsFromTheReservations(t *testing.T) {
	t.Parallel()
	for _, x := range embedded(t).Instances("us-east-1") {
		milli := 1000 * x.VCPU
		for core := 1.0; core <= x.VCPU; core++ {
			switch {
			case core == 1:
				milli -= 60
			case core == 2:
				milli -= 10
			case core <= 4:
				milli -= 5
			default:
				milli -= 2.5
			}
		}
		memory := x.MemoryMiB
		if x.Arch == "arm64" {
			memory -= 64
		}
		memory -= memory * 0.075
		memory -= 255 + 11*x.MaxPods + 100
		checkAllocatable(t, x, milli, memory)
	}
}

// The figures of GKE follow from the documentation's page "Plan node sizes".
func TestAllocatableOfGKE(t *testing.T) {
	t.Parallel()
	for _, x := range embedded(t).Instances("us-central1") {
		milli := 1000*x.VCPU - 1060 // shared cores
		if x.Type != "e2-micro" && x.Type != "e2-small" && x.Type != "e2-medium" {
			milli = 1000*x.VCPU - 60 - 10*within(x.VCPU, 1, 2) - 5*within(x.VCPU, 2, 4) - 2.5*within(x.VCPU, 4, 1000)
		}
		const gib = 1024
		memory := x.MemoryMiB - 0.25*within(x.MemoryMiB, 0, 4*gib) - 0.20*within(x.MemoryMiB, 4*gib, 8*gib) -
			0.10*within(x.MemoryMiB, 8*gib, 16*gib) - 0.06*within(x.MemoryMiB, 16*gib, 128*gib) - 0.02*within(x.MemoryMiB, 128*gib, 1e9) - 100
		checkAllocatable(t, x, milli, memory)
	}
}

// The figures of AKS follow from the documentation's page "Node resource
// reservations", for Kubernetes 1.29 and later.
func TestAllocatableOfAKS(t *testing.T) {
	t.Parallel()
	reserved := map[float64]float64{1: 60, 2: 100, 4: 140, 8: 180, 16: 260, 32: 420, 64: 740}
	for _, x := range embedded(t).Instances("westeurope") {
		memory := x.MemoryMiB - min(20*x.MaxPods+50, 0.25*x.MemoryMiB) - 100
		checkAllocatable(t, x, 1000*x.VCPU-reserved[x.VCPU], memory)
	}
}

// within is how much of a quantity lies between two edges.
func within(quantity, from, to float64) float64 { return max(min(quantity, to)-from, 0) }

func checkAllocatable(t *testing.T, x *Instance, milli, memory float64) {
	t.Helper()
	if math.Abs(x.AllocatableCPU*1000-milli) > 1 || math.Abs(x.AllocatableMemory-memory) > 1 {
		t.Errorf("%s offers %v mCPU and %v MiB, the reservations leave %v and %v",
			x.Type, x.AllocatableCPU*1000, x.AllocatableMemory, milli, memory)
	}
}
