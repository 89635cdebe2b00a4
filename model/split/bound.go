package split

import (
	"cmp"
	"math"
	"slices"

	"runwhere/costs"
)

// placeBound is a lower bound of what one option costs, less the prices that are
// paid for the components it takes, for one of the affine bounds of its meters
// and, where it has nodes, for one resource of them.
//
// What an option pays for a component beyond what it costs there by itself is
// the component's value. On an option without nodes every value is taken that is
// above nothing. Where there are nodes, the value is spread over the hours in
// proportion to the room that the component takes there, so its density is the
// same in every hour and the best an hour can do is a fractional knapsack: fill
// what is left of the nodes that stand already with the densest components, then
// open whole nodes as long as one is worth more than it costs. Whole nodes are
// what makes the bound tight enough to prove an optimum.
type placeBound struct {
	option   int
	minorant costs.Minorant
	stairs   *costs.Staircase // nil for an option without nodes
	resource int
	room     []float64 // by component: USD a month of the nodes that it fills

	own     []float64 // by component: what it costs here by itself, messages of calls included
	loose   []float64 // by component: the value of one that takes no room; 0 where it is not worth anything
	density []float64 // by component: value a node, in nodes' cost
	order   []int     // components with a value, the densest first
	taken   []float64 // by component: the part of it that the best completion takes; set by rate
}

func newPlaceBound(option, components int, minorant costs.Minorant, stairs *costs.Staircase, resource int) *placeBound {
	room := make([]float64, 5*components)
	cut := func(k int) []float64 { return room[k*components : (k+1)*components : (k+1)*components] }
	b := &placeBound{option: option, minorant: minorant, stairs: stairs, resource: resource, room: cut(0), own: cut(1), loose: cut(2), density: cut(3), taken: cut(4)}
	if stairs == nil {
		return b
	}
	for h, weight := range stairs.Weights {
		for i, need := range stairs.Needs[resource][h] {
			b.room[i] += weight * need * stairs.NodeUSD
		}
	}
	return b
}

// leastRoom is the USD a month of nodes from which a component takes room.
const leastRoom = 1e-12

// value takes over what is paid for each component and what its calls add here;
// only the components that may be here are worth anything.
func (b *placeBound) value(paid []float64, messages [][MostPlaces]float64, may []bool) {
	b.order = b.order[:0]
	for i := range b.own {
		b.own[i] = b.minorant.Slopes[i] + messages[i][b.option]
		b.loose[i], b.density[i] = 0, 0
		worth := paid[i] - b.own[i]
		switch {
		case !may[i] || worth <= 0:
		case b.stairs == nil || b.room[i] < leastRoom:
			b.loose[i] = worth
		default:
			b.density[i] = worth / b.room[i]
			b.order = append(b.order, i)
		}
	}
	slices.SortFunc(b.order, func(x, y int) int { return cmp.Or(cmp.Compare(b.density[y], b.density[x]), cmp.Compare(x, y)) })
}

// of returns the bound where placed[i] is the option of component i, or −1 while
// it is open, and used the nodes that the placed components take, by hour.
func (b *placeBound) of(placed []int, used []float64) float64 {
	usd := b.minorant.Base
	for i, o := range placed {
		switch o {
		case b.option:
			usd += b.own[i]
		case open:
			usd -= b.loose[i]
		}
	}
	if b.stairs == nil {
		return usd
	}
	for h, weight := range b.stairs.Weights {
		nodes := math.Max(b.stairs.Min, math.Ceil(used[h]-1e-7))
		usd += b.stairs.NodeUSD * weight * (nodes - b.gain(placed, h, nodes-used[h]))
	}
	return usd
}

// open is the option of a component that is not placed yet.
const open = -1

// gain is the most that the open components are worth in one hour, in nodes'
// cost: in the slack of the nodes that stand, and in nodes opened for them.
func (b *placeBound) gain(placed []int, hour int, slack float64) float64 {
	// node is what the last node holds so far; opened says that it was opened
	// for these components and has to be worth its cost.
	gain, node, opened := 0.0, 0.0, false
	needs := b.stairs.Needs[b.resource][hour]
	for _, i := range b.order {
		if placed[i] != open {
			continue
		}
		need, density := needs[i], b.density[i]
		take := min(need, slack)
		node += density * take
		need -= take
		slack -= take
		if need <= 0 {
			continue
		}
		// The node is full. The next one is filled with what is no denser, so
		// if this one was not worth its cost none will be.
		if opened {
			if node <= 1 {
				return gain
			}
			node--
		}
		gain += node
		if b.stairs.Fixed || density <= 1 {
			return gain
		}
		full := math.Floor(need)
		gain += full * (density - 1)
		need -= full
		node, slack, opened = density*need, 1-need, true
		if need == 0 {
			slack, opened = 0, false
		}
	}
	if opened {
		node = max(0, node-1)
	}
	return gain + node
}
