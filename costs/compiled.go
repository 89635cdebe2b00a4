package costs

import (
	"math"
	"slices"
)

// compiled is a list of meters in one region and, where auto chooses, of one
// instance type a pool.
type compiled struct {
	m        *metering
	platform *Platform
	moves    Moves
	limits   []Limit                // that a component can break
	moving   []int                  // meters that count something that can change
	numbers  [][numberCount]float64 // by component, as the meters were last read
	changes  []int                  // by component: the numbers that are others than the meters were last read with, as bits
	shares   []float64              // as the meters were last read
	shapes   []Shape                // as the weeks were last read; nil where they stay
	settings Settings               // as the meters were last read
	calls    []Call                 // as the meters were last read
	lacks    bool                   // whether the price of any meter is not known

	// Where auto chooses an instance type: a list by each set of types that was ever
	// chosen, nil for one that has no price as it is bought. It is made when its
	// types are first chosen.
	variants map[nodeTypes]*compiled
	variant  func(nodeTypes) *compiled
}

func newCompiled(m *metering, p *Platform, moves Moves) *compiled {
	n := len(m.work.Components)
	c := &compiled{m: m, platform: p, moves: moves, numbers: make([][numberCount]float64, n), changes: make([]int, n), shares: make([]float64, n), settings: *m.settings}
	for i := range p.Meters {
		if p.Meters[i].moves() {
			c.moving = append(c.moving, i)
		}
		c.lacks = c.lacks || p.Meters[i].Price.Unknown != ""
	}
	for _, l := range m.limits {
		if l.broken != nil {
			c.limits = append(c.limits, l)
		}
	}
	if moves.Weeks {
		for i := range m.work.Components {
			c.shapes = append(c.shapes, m.work.Components[i].Shape)
		}
	}
	copy(c.shares, m.shares)
	c.calls = slices.Clone(m.work.Calls)
	c.moved() // The meters are read.
	return c
}

// current is the list for the instance types that auto now chooses, nil where one
// has no price as it is bought.
func (c *compiled) current() *compiled {
	if c.variants == nil {
		return c
	}
	nodes, _ := c.m.picked()
	v, made := c.variants[nodes]
	if !made {
		v = c.variant(nodes)
		c.variants[nodes] = v
	}
	return v
}

// read reads workload and settings again with the meters as they are.
func (c *compiled) read() *Platform {
	p, w := c.platform, c.m.work
	w.sharesIn(c.m.shares)
	settings, recalled := c.moves.Settings && c.set(), c.recalled()
	moved, reshaped := c.moved(), c.reshape()
	set := settings || reshaped || recalled // A part of the load under a commitment is read off the week.
	if set || moved != 0 {
		for _, i := range c.moving {
			c.reread(&p.Meters[i], set)
		}
	}
	for _, week := range c.m.weeks {
		if set || moved&movedShares != 0 || c.changes[week.of] != 0 {
			week.read(c.m.shares)
		}
	}
	if p.Fleet != nil && (set || reshaped || moved != 0) {
		for i, f := range p.Fleets {
			if reshaped {
				f.hours = groupHours(w, f.members, f.Autoscale != ScaleNone)
			}
			f.size(c.m.cluster(c.m.pools[i]), w, c.m.shares)
		}
		p.maxVolume = math.NaN() // Few questions are how much the fleet carries.
	}
	c.refuse()
	if c.lacks {
		p.lacking(c.m.book)
	}
	return p
}

// recalled reports whether a number of any call is another one than the meters were
// last read with.
func (c *compiled) recalled() bool {
	if slices.Equal(c.calls, c.m.work.Calls) {
		return false
	}
	c.calls = append(c.calls[:0], c.m.work.Calls...)
	return true
}

// set reports whether any setting is another one than the meters were last read
// with. Those that are not numbers are the same: else the list was made anew.
func (c *compiled) set() bool {
	now := c.m.settings
	if now.Kubernetes == c.settings.Kubernetes && now.Containers == c.settings.Containers && now.Serverless == c.settings.Serverless && now.Wasm == c.settings.Wasm {
		return false
	}
	c.settings.Kubernetes, c.settings.Containers, c.settings.Serverless, c.settings.Wasm = now.Kubernetes, now.Containers, now.Serverless, now.Wasm
	return true
}

// reshape takes over the weeks that have changed, and reports whether any has.
func (c *compiled) reshape() bool {
	reshaped := false
	for i := range c.shapes {
		shape := &c.m.work.Components[i].Shape
		if c.shapes[i] == *shape {
			continue
		}
		c.shapes[i], reshaped = *shape, true
		c.changes[i] |= movedShape
		for _, week := range c.m.weeks {
			if week.of == i {
				week.reshape(shape)
			}
		}
	}
	return reshaped
}

// reread reads the terms of a meter as they are now. What a term counts is that
// of before where neither the settings nor a number of its component have changed.
func (c *compiled) reread(meter *Meter, set bool) {
	components := c.m.work.Components
	for _, terms := range meter.Dimensions {
		for i := range terms {
			t := &terms[i]
			switch {
			case t.source == nil:
			case !t.ofComponent():
				if set {
					t.counted = t.source.product(nil)
				}
			case set || c.changes[t.Index] != 0:
				t.counted = t.source.product(&components[t.Index])
			}
			if t.Base == PerRequest {
				t.Share = c.m.shares[t.Index]
			}
		}
	}
	meter.compile()
}

// refuse holds the components against the limits, without a word.
func (c *compiled) refuse() {
	p := c.platform
	p.Refusals, p.Caveats = p.Refusals[:0], p.Caveats[:0]
	for i := range c.m.work.Components {
		k := &c.m.work.Components[i]
		for l := range c.limits {
			limit := &c.limits[l]
			switch {
			case !limit.broken(k):
			case limit.assumed != nil && limit.assumed(k):
				p.Caveats = append(p.Caveats, Refusal{Component: k.Name})
			default:
				p.Refusals = append(p.Refusals, Refusal{Component: k.Name})
			}
		}
	}
}

// numberCount is how many numbers of a component there are.
const numberCount = 23

// movedShares is the bit of the components' shares of the volume, and movedShape
// that of a component's week; those below are the numbers' own.
const (
	movedShares = 1 << numberCount
	movedShape  = 2 * movedShares
)

// numbers returns where a component's numbers are.
func (c *Component) numbers() [numberCount]*float64 {
	return [numberCount]*float64{
		&c.Requests, &c.Duration, &c.CPUTime, &c.Memory, &c.Request, &c.Response, &c.Outbound, &c.Logs, &c.Ephemeral, &c.Init, &c.Connections, &c.PerInstance, &c.OutboundCloud, &c.OutboundZones,
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

// moved returns which numbers of any component, and whether the shares, are
// others than at the last call, and keeps which are of each.
func (c *compiled) moved() int {
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
			all |= movedShares
		}
	}
	return all
}
