package costs

import "math"

// Minorant is an affine lower bound of a pool's cost: any set of components
// costs at least Base plus the Slopes of its members. A search for the best
// placement discards with it what cannot win.
type Minorant struct {
	Base   float64   // USD a month, once anything is placed; may be negative
	Slopes []float64 // USD a month, by component
}

// Minorants returns several lower bounds, none of which is best everywhere: a
// cluster costs at least its minimum nodes and at least the nodes' share that
// its pods fill, so any mixture of the two bounds it as well; a meter with a
// free amount costs at least nothing, and at least the lowest paid price of
// what exceeds the free amount.
func (p *Pool) Minorants() []Minorant {
	var all []Minorant
	for _, paid := range []bool{false, true} {
		flat, freed := p.meterBound(paid)
		if p.fleet == nil {
			all = append(all, flat)
		} else {
			for _, need := range []int{needCPU, needMemory, needPods} {
				for _, share := range []float64{0, 0.25, 0.5, 0.75, 1} {
					all = append(all, p.fleetBound(flat, need, share))
				}
			}
		}
		if !freed { // nothing is free, so both bounds are the same
			break
		}
	}
	return all
}

// meterBound bounds all meters but what they take of the nodes. With paid, the
// lowest positive price is charged for everything and the free amount given
// back as a lump; without, a meter that has a free tier counts nothing.
func (p *Pool) meterBound(paid bool) (bound Minorant, freed bool) {
	bound = Minorant{Base: p.fixed, Slopes: make([]float64, len(p.parts))}
	for i := range p.meters {
		m := &p.meters[i]
		price, free := m.Price.floor(m.Free)
		if free > 0 {
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
	return bound, freed
}

// floor returns the lowest positive unit price and the amount that precedes
// every positive price. The bill of x is at least price × (x − free), and at
// least 0.
func (p *Price) floor(takeFree bool) (price, free float64) {
	price = math.Inf(1)
	if takeFree {
		free = p.Free
	}
	for i, t := range p.Tiers {
		if t.USD > 0 {
			price = math.Min(price, t.USD)
		} else if i+1 < len(p.Tiers) {
			free = math.Max(free, p.Tiers[i+1].From)
		}
	}
	if math.IsInf(price, 1) {
		return 0, 0
	}
	return price, free
}

// fleetBound adds the nodes to a bound of the meters. One part of the nodes'
// cost is charged for the minimum nodes, the other for what the pods fill.
func (p *Pool) fleetBound(flat Minorant, need int, share float64) Minorant {
	f := p.fleet
	node := 0.0
	for i := range p.meters {
		price, free := p.meters[i].Price.floor(p.meters[i].Free)
		if free == 0 {
			node += price * p.meters[i].perLevel
		}
	}
	bound := Minorant{Base: flat.Base, Slopes: append([]float64(nil), flat.Slopes...)}
	if f.Sizing == SizeFixed {
		bound.Base += node * f.Cluster.Nodes
		return bound
	}
	bound.Base += (1 - share) * node * f.MinNodes
	room := []float64{needCPU: f.nodeCPU, needMemory: f.nodeMemory, needPods: f.nodePods}[need]
	for c, part := range p.parts {
		for h := range f.hours {
			bound.Slopes[c] += share * node * part[p.nodesAt+h*needWidth+need] / room * f.hours[h].hours / HoursPerWeek
		}
	}
	return bound
}
