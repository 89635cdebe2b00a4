package costs

import (
	"math"
)

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

// movingMeter is a meter that counts something that can change, and which of the
// numbers of its components it feels, as bits.
type movingMeter struct {
	index int
	feels int
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

// probes are the values by which a meter shows that it feels a number: what is
// worked out from no number is none, and what is only compared with a bound
// is on another side of it at zero or at a huge one.
var probes = []float64{0, math.MaxFloat64, math.NaN()}

// backgrounds are the values of the other numbers meanwhile, as one number may
// hide behind another one that is larger.
var backgrounds = []float64{0, 1e-3, 0.3, 1, 60, 1e3, 3e4, 1e6}

// looks is how many mixtures of backgrounds each number is tried in.
const looks = 16

// feelsAll is the bits of all numbers and the shares.
const feelsAll = 2*feltShares - 1

// feel finds out which numbers each of the moving meters feels, by trying.
func (c *compiled) feel() {
	for i := range c.moving {
		moving := &c.moving[i]
		moving.feels = 0
		for _, terms := range c.platform.Meters[moving.index].Dimensions {
			for t := range terms {
				if terms[t].source != nil && terms[t].ofComponent() {
					moving.feels |= feltShares | terms[t].source.feels(&c.m.work.Components[terms[t].Index], c.ever)
				}
			}
		}
	}
}

// feels returns which of the component's numbers a term feels, as bits. Of those
// that have ever changed it is tried, in the component as it is and in others like
// it; of all others it is taken for granted.
func (s *termSource) feels(c *Component, ever int) int {
	tried, felt, mix := *c, feelsAll&^ever&^feltShares, uint32(1)
	for look := range looks {
		for n, number := range tried.numbers() {
			if felt&(1<<n) != 0 {
				continue
			}
			before := s.product(&tried)
			was := *number
			for _, probe := range probes {
				if *number = probe; s.product(&tried) != before {
					felt |= 1 << n
					break
				}
			}
			*number = was
		}
		for _, number := range tried.numbers() {
			mix = mix*1664525 + 1013904223 + uint32(look) // a generator of Knuth's; any mixture will do
			*number = backgrounds[mix>>29]
		}
	}
	return felt
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
		c.ever |= changes
		if c.shares[i] != c.m.shares[i] {
			c.shares[i] = c.m.shares[i]
			all |= feltShares
		}
	}
	return all
}
