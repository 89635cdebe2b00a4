package costs

// numberCount is how many numbers of a component there are.
const numberCount = 22

// feltShares is the bit of the components' shares of the volume, and feltShape
// that of a component's week; those below are the numbers' own.
const (
	feltShares = 1 << numberCount
	feltShape  = 2 * feltShares
)

// numbers returns where a component's numbers are.
func (c *Component) numbers() [numberCount]*float64 {
	return [numberCount]*float64{
		&c.Requests, &c.Duration, &c.CPUTime, &c.Memory, &c.Request, &c.Response, &c.Outbound, &c.Logs, &c.Ephemeral, &c.Init, &c.Connections, &c.PerInstance, &c.OutboundCloud,
		&c.MemoryPerRun, &c.IsolateMemory, &c.FunctionMemory, &c.LatencyGoal,
		&c.Batch,
		&c.Pod.CPU, &c.Pod.Memory, &c.Pod.Concurrency, &c.Pod.MinReplicas,
	}
}

// moves reports whether any term is read off a component or the settings.
func (m *Meter) moves() bool {
	for _, terms := range m.Dimensions {
		for i := range terms {
			if terms[i].source != nil {
				return true
			}
		}
	}
	return false
}

// changed returns which numbers of any component, and whether the shares, are
// others than at the last call, and keeps which are of each.
func (c *compiled) changed() int {
	all := 0
	for i := range c.numbers {
		changes := 0
		for n, number := range c.m.work.Components[i].numbers() {
			if c.numbers[i][n] != *number {
				c.numbers[i][n] = *number
				changes |= 1 << n
			}
		}
		c.changes[i] = changes
		all |= changes
		if c.shares[i] != c.m.shares[i] {
			c.shares[i] = c.m.shares[i]
			all |= feltShares
		}
	}
	return all
}
