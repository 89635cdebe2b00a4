package offers

// podsOf is how many pods a node of so many vCPUs takes. The price list does not
// say it: it follows from the network interfaces of a type, which nearly all
// families since the fifth generation have alike by size.
func podsOf(vcpu int) int {
	switch {
	case vcpu == 1:
		return 8
	case vcpu < 4:
		return 29
	case vcpu < 16:
		return 58
	}
	return 234
}

// reserved takes off what the system, the kubelet and the eviction threshold
// keep, as Karpenter works it out for AL2023 and the book has it for the types
// that it knows: 6 % of the first core, 1 % of the second, 0.5 % of the next two
// and 0.25 % of every further one; of the memory 64 MiB on arm64, 7.5 % for the
// virtual machine, 255 MiB and 11 MiB a pod, and 100 MiB.
func (m *machine) reserved() [2]float64 {
	milli := 1000*float64(m.vcpu) - 60 - 10*within(m.vcpu, 1, 2) - 5*within(m.vcpu, 2, 4) - 2.5*within(m.vcpu, 4, mostVCPU)
	mib := m.mib
	if m.arch == "arm64" {
		mib -= 64
	}
	mib -= 0.075*mib + 255 + 11*float64(m.pods) + 100
	return [2]float64{milli, mib}
}

// within is how much of a count lies between two edges.
func within(count, from, to int) float64 { return float64(max(min(count, to)-from, 0)) }
