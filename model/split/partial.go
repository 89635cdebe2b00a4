package split

import (
	"math"
)

// partial is a placement of some of the components: what they take of the nodes,
// and what calls cost at least.
type partial struct {
	placed   []int                   // option by component, open where it has none yet; shared by all depths of a search
	used     [MostPlaces][][]float64 // by option, resource, hour: nodes that the placed components take
	sums     [][]float64             // by option: the pools' vectors of the placed components
	across   float64                 // of the calls between placed components
	calls    float64                 // of the calls between placed components, and the least of those between open ones
	toPlaced [][MostPlaces]float64   // by open component: what its calls to placed ones cost on each option
}

func (s *splitSearch) newPartial(placed []int) *partial {
	p := &partial{placed: placed}
	for _, pool := range s.Pools {
		p.sums = append(p.sums, pool.Empty())
	}
	for o, stairs := range s.stairs {
		if stairs == nil {
			continue
		}
		for resource := range stairs.Needs {
			used := make([]float64, len(stairs.Weights))
			for h := range used {
				used[h] = stairs.System[resource]
			}
			p.used[o] = append(p.used[o], used)
		}
	}
	if len(s.edges) > 0 {
		p.toPlaced = make([][MostPlaces]float64, len(placed))
	}
	return p
}

// usedBy is the nodes that the placed components take of a bound's resource.
func (p *partial) usedBy(b *placeBound) []float64 {
	if b.stairs == nil {
		return nil
	}
	return p.used[b.option][b.resource]
}

// reset works out again what calls cost at least after messages were changed.
func (p *partial) reset(r *relaxation) {
	p.calls = 0
	clear(p.toPlaced)
	for k := range r.edges {
		e := &r.edges[k]
		from, to := p.placed[e.from], p.placed[e.to]
		switch {
		case r.nowhere(e.from) || r.nowhere(e.to):
		case from != open && to != open:
			p.calls += r.beyond(k, from, to)
		case from != open:
			for _, o := range r.set {
				p.toPlaced[e.to][o] += r.beyond(k, from, o)
			}
		case to != open:
			for _, o := range r.set {
				p.toPlaced[e.from][o] += r.beyond(k, o, to)
			}
		default:
			p.calls += r.free[k]
		}
	}
}

// become is the other placement with component i on an option.
func (p *partial) become(r *relaxation, other *partial, i, o int) {
	for at := range p.used {
		for resource := range p.used[at] {
			copy(p.used[at][resource], other.used[at][resource])
		}
	}
	for resource, used := range p.used[o] {
		for h := range used {
			used[h] += r.stairs[o].Needs[resource][h][i]
		}
	}
	for at, sum := range p.sums {
		if at != o {
			copy(sum, other.sums[at])
		}
	}
	r.Pools[o].Add(p.sums[o], other.sums[o], i)
	p.across = other.across + r.glueAround(p.placed, i, o)
	p.placed[i] = o
	if p.calls = other.calls; len(r.edges) == 0 {
		return
	}
	copy(p.toPlaced, other.toPlaced)
	p.calls += p.toPlaced[i][o]
	for _, k := range r.edgesOf[i] {
		e := &r.edges[k]
		to := e.from + e.to - i
		if p.placed[to] != open || r.nowhere(to) {
			continue
		}
		p.calls -= r.free[k]
		for _, there := range r.set {
			if to == e.to {
				p.toPlaced[to][there] += r.beyond(k, o, there)
			} else {
				p.toPlaced[to][there] += r.beyond(k, there, o)
			}
		}
	}
}

// beyond is what a call costs beyond the messages of its ends.
func (r *relaxation) beyond(k, from, to int) float64 {
	return r.edges[k].usd[from][to] - r.messages[k][0][from] - r.messages[k][1][to]
}

// nowhere reports whether no open option takes a component.
func (r *relaxation) nowhere(i int) bool { return !r.runs[i] }

// costSoFar is what the placed components cost by themselves, with every tier and
// node as it is, and the open ones at least on top of them.
func (r *relaxation) costSoFar(p *partial) float64 {
	usd := p.across + r.toolchain*float64(len(r.set)-1)
	for _, o := range r.set {
		usd += r.Pools[o].Cost(p.sums[o])
	}
	for _, i := range r.choosing {
		if p.placed[i] != open {
			continue
		}
		least := math.Inf(1)
		for _, o := range r.set {
			if r.may[o][i] {
				least = math.Min(least, r.increments[o][i])
			}
		}
		usd += least
	}
	return usd
}
