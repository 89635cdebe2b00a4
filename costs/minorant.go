package costs

import (
	"math"

	"runwhere/costs/pricebook"
)

// Minorant is an affine lower bound of what a pool's meters cost apart from
// its nodes: any set of components costs at least Base plus the Slopes of its
// members. A search for the best placement discards with it what cannot win.
type Minorant struct {
	Base   float64   // USD a month, once anything is placed; may be negative
	Slopes []float64 // USD a month, by component
}

// Minorants returns one or two lower bounds, neither of which is always the
// better one: a meter with a free amount costs at least nothing, and at least
// the lowest paid price of what exceeds the free amount.
func (p *Pool) Minorants() []Minorant {
	lowest, freed := p.meterBound(false)
	if !freed {
		return []Minorant{lowest}
	}
	paid, _ := p.meterBound(true)
	return []Minorant{lowest, paid}
}

// meterBound bounds all meters but what they take of the nodes. With paid, the
// lowest mean price is charged for everything and the free amount given back as
// a lump; without, a meter that has a free tier counts nothing.
func (p *Pool) meterBound(paid bool) (bound Minorant, freed bool) {
	bound = Minorant{Base: p.fixed, Slopes: make([]float64, len(p.parts))}
	for i := range p.meters {
		m := &p.meters[i]
		if m.floored {
			continue // it costs nothing at least
		}
		price, free := floor(m.Price, m.Free, p.most(m))
		if free > 0 && len(m.perNode) == 0 {
			freed = true
			if !paid {
				continue
			}
		}
		bound.Base += price * (m.fixed - free)
		for c, part := range p.parts {
			// Any one dimension is a lower bound of the highest.
			bound.Slopes[c] += price * part[m.at+m.highest]
		}
	}
	p.furtherNodes(bound.Slopes)
	return bound, freed
}

// furtherNodes adds what the components take at least of the nodes of all pools but
// the general one: whole nodes are no fewer than what they are filled with, by the
// resource of which all together need the most.
func (p *Pool) furtherNodes(slopes []float64) {
	for k := 1; k < len(p.fleets); k++ {
		f := &p.fleets[k]
		needs := make([][needWidth]float64, len(p.parts)) // nodes in the mean of the week
		var all [needWidth]float64
		for c, part := range p.parts {
			for h := range f.hours {
				for resource, room := range f.rooms() {
					if need := part[f.at+h*needWidth+resource]; need > 0 && room > 0 {
						needs[c][resource] += need / room * f.hours[h].hours / HoursPerWeek
					}
				}
			}
			for resource, nodes := range needs[c] {
				all[resource] += nodes
			}
		}
		binding, usd := 0, p.nodeUSD(k)
		for resource := range all {
			if all[resource] > all[binding] {
				binding = resource
			}
		}
		for c := range needs {
			slopes[c] += usd * needs[c][binding]
		}
	}
}

// rooms is what one node has for pods, by resource.
func (f *poolFleet) rooms() [needWidth]float64 {
	return [needWidth]float64{needCPU: f.nodeCPU, needMemory: f.nodeMemory, needPods: f.nodePods, needGPU: f.nodeGPU}
}

// Increments returns for each component the least by which it raises the pool's
// cost whatever is placed there already, in USD a month: what it takes of meters
// at their lowest price, and nothing for its part of the nodes.
func (p *Pool) Increments() []float64 {
	least := make([]float64, len(p.parts))
	for i := range p.meters {
		m := &p.meters[i]
		if len(m.Dimensions) > 1 || m.Free || m.Price.Lot > 0 || len(m.perNode) > 0 {
			continue
		}
		price := lowest(m.Price)
		for c, part := range p.parts {
			least[c] += price * part[m.at]
		}
	}
	return least
}

// lowest is the lowest price of any tier.
func lowest(p *pricebook.Price) float64 {
	usd := math.Inf(1)
	for i := range p.Tiers {
		usd = math.Min(usd, p.Tiers[i].USD)
	}
	if math.IsInf(usd, 1) {
		return 0
	}
	return math.Max(0, usd)
}

// most is the most that a meter can count: with every component placed here.
// Nodes have no bound.
func (p *Pool) most(m *poolMeter) float64 {
	if len(m.perNode) > 0 {
		return math.Inf(1)
	}
	most := m.fixed + m.whileHTTP + m.whileOut + m.whileEndpoint
	for _, part := range p.parts {
		most += part[m.at+m.highest]
	}
	return most
}

// floor returns the amount that precedes every positive price and the lowest
// mean price of what exceeds it, in any quantity up to the most there can be:
// the bill of x is at least price × (x − free), and at least 0. The mean of a
// tiered price is lowest where a tier ends or at the most.
func floor(p *pricebook.Price, takeFree bool, most float64) (price, free float64) {
	if takeFree {
		free = p.Free
	}
	for i, t := range p.Tiers {
		if t.USD > 0 {
			break
		}
		if i+1 < len(p.Tiers) {
			free = math.Max(free, p.Tiers[i+1].From)
		}
	}
	if most <= free {
		return 0, 0 // nothing is paid for
	}
	price = math.Inf(1)
	usd := 0.0
	for i, t := range p.Tiers {
		from, to := math.Max(t.From, free), most
		if i+1 < len(p.Tiers) {
			to = math.Min(to, p.Tiers[i+1].From)
		}
		switch {
		case to <= from:
			continue
		case math.IsInf(to, 1): // far out the last price is the mean
			price = math.Min(price, t.USD)
		default:
			usd += (to - from) * t.USD
			price = math.Min(price, usd/(to-free))
		}
	}
	if math.IsInf(price, 1) || price <= 0 {
		return 0, 0
	}
	return price, free
}

// Staircase is the nodes of a pool as a search for the best placement sees
// them: in every hour at least ⌈Σ needs⌉ whole nodes, whichever of CPU, memory
// and pods one looks at.
type Staircase struct {
	NodeUSD  float64       // a node for a month
	Min, Max float64       // nodes; Max is +Inf unless the fleet is fixed
	Fixed    bool          // all of Max is paid whatever is placed
	Weights  []float64     // by hour, the share of the month that it stands for
	Needs    [][][]float64 // by resource (cpu, memory, pods), hour, component: in nodes
	System   []float64     // by resource: the nodes that the pods of the system take in every hour
}

// Staircase returns the general pool's nodes; nil where there are none. Those of
// the others are in the slopes of the minorants.
func (p *Pool) Staircase() *Staircase {
	if len(p.fleets) == 0 {
		return nil
	}
	f := &p.fleets[0]
	s := &Staircase{Min: f.MinNodes, Max: math.Inf(1)}
	s.NodeUSD = p.nodeUSD(0)
	if f.Sizing == SizeFixed {
		s.Min, s.Max, s.Fixed = f.Cluster.Nodes, f.Cluster.Nodes, true
	}
	hours := p.staircaseHours()
	for _, h := range hours {
		weight := f.hours[h].hours / HoursPerWeek
		if len(hours) == 1 {
			weight = 1
		}
		s.Weights = append(s.Weights, weight)
	}
	room := [...]float64{needCPU: f.nodeCPU, needMemory: f.nodeMemory, needPods: f.nodePods}
	s.System = []float64{f.Cluster.System.cpu / f.nodeCPU, f.Cluster.System.memory / f.nodeMemory, f.Cluster.System.pods / f.nodePods}
	for resource, r := range room {
		needs := make([][]float64, len(hours))
		for k, h := range hours {
			needs[k] = make([]float64, len(p.parts))
			for c, part := range p.parts {
				needs[k][c] = part[f.at+h*needWidth+resource] / r
			}
		}
		s.Needs = append(s.Needs, needs)
	}
	return s
}

// Binding is the resource of which all components together need the most nodes.
func (s *Staircase) Binding() int {
	binding, most := 0, -1.0
	for resource, hours := range s.Needs {
		nodes := 0.0
		for h, needs := range hours {
			for _, need := range needs {
				nodes += s.Weights[h] * need
			}
		}
		if nodes > most {
			binding, most = resource, nodes
		}
	}
	return binding
}

// nodeUSD is the least that a node of a pool costs a month. A node under a commitment is
// paid for in every hour and another one in the hours that it runs, so the
// cheaper of the two prices is a lower bound for both.
func (p *Pool) nodeUSD(pool int) float64 {
	var usd nodeCounts
	for i := range p.meters {
		if price, free := floor(p.meters[i].Price, p.meters[i].Free, math.Inf(1)); free == 0 && !p.meters[i].floored {
			for _, n := range p.meters[i].perNode {
				if int(n.level/nodeLevels) == pool {
					usd[n.level%nodeLevels] += price * n.rate
				}
			}
		}
	}
	usd[FlexibleNodes] *= p.fleets[pool].Sustained.costs(1) // the least that an hour of it costs
	if p.fleets[pool].Commitment == 0 {
		return usd[AllNodes] + usd[FlexibleNodes]
	}
	return usd[AllNodes] + math.Min(usd[CommittedNodes], usd[FlexibleNodes])
}

// staircaseHours returns the hours that bound the nodes: all of them for the
// mean of the week, and for the maximum the one in which the components
// together need the most CPU, since the maximum is at least any one hour.
func (p *Pool) staircaseHours() []int {
	f := &p.fleets[0]
	var hours []int
	busiest, most := 0, -1.0
	for h := range f.hours {
		cpu := 0.0
		for _, part := range p.parts {
			cpu += part[f.at+h*needWidth+needCPU]
		}
		if cpu > most {
			busiest, most = h, cpu
		}
		hours = append(hours, h)
	}
	if f.Sizing == SizePeak {
		return []int{busiest}
	}
	return hours
}
