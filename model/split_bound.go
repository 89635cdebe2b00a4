package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/costs"
)

// bound is a lower bound of every completion of a partial placement, for one
// choice of the pools' affine meter bounds and one resource of the cluster.
//
// What a component would cost elsewhere is the value of taking it onto the
// cluster. The value is spread over the hours in proportion to the room that
// the component takes there, so its density is the same in every hour and the
// best completion of an hour is a fractional knapsack: fill what is left of
// the nodes that stand already with the densest components, then open whole
// nodes as long as one is worth more than it costs. Whole nodes are what makes
// the bound tight enough to prove an optimum.
type bound struct {
	base      float64
	slopes    [][]float64      // USD a month by option, component; nil where the option is closed
	elsewhere []float64        // by component: the least off the cluster's nodes; +Inf where it must be on them
	stairs    *costs.Staircase // nil where the cluster is closed, or bills pods and no nodes
	needs     [][]float64      // by component, hour, in nodes
	density   []float64        // by component: value a node, in nodes' cost
	order     []int            // components with a value, the densest first
	free      []float64        // by component: value of one that takes no room at all
	resource  int
}

// newBound prepares a bound from one minorant an open option.
func newBound(p *placing, open []int, minorants []costs.Minorant, stairs *costs.Staircase, resource int) *bound {
	n := len(p.allowed)
	b := &bound{
		slopes: make([][]float64, len(p.pools)), elsewhere: make([]float64, n), stairs: stairs,
		density: make([]float64, n), free: make([]float64, n),
	}
	for k, o := range open {
		b.base += minorants[k].Base
		b.slopes[o] = minorants[k].Slopes
	}
	for i := range n {
		b.elsewhere[i] = math.Inf(1)
		for _, o := range open {
			if (o != cluster || stairs == nil) && p.allowed[i][o] {
				b.elsewhere[i] = math.Min(b.elsewhere[i], b.slopes[o][i])
			}
		}
	}
	if stairs != nil {
		b.needs = stairs.Needs[resource]
		b.rank(p)
	}
	return b
}

// cluster is the index of the option whose pool has nodes.
const cluster = 0

// rank works out what taking each component onto the cluster is worth.
func (b *bound) rank(p *placing) {
	for i, elsewhere := range b.elsewhere {
		value := elsewhere - b.slopes[cluster][i]
		if !p.allowed[i][cluster] || math.IsInf(value, 1) || value <= 0 {
			continue
		}
		room := 0.0
		for h, weight := range b.stairs.Weights {
			room += weight * b.needs[i][h]
		}
		if room*b.stairs.NodeUSD < 1e-12 {
			b.free[i] = value
			continue
		}
		b.density[i] = value / (room * b.stairs.NodeUSD)
		b.order = append(b.order, i)
	}
	slices.SortFunc(b.order, func(x, y int) int { return cmp.Compare(b.density[y], b.density[x]) })
}

// of returns the bound of a placement in which placed[i] is the option of
// component i, or −1 where it is still open. used is the nodes that the placed
// components take, by hour.
func (b *bound) of(placed []int, used []float64) float64 {
	usd := b.base
	for i, o := range placed {
		switch {
		case o >= 0:
			usd += b.slopes[o][i]
		case !math.IsInf(b.elsewhere[i], 1):
			usd += b.elsewhere[i] - b.free[i]
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

// gain is the most that the open components are worth in one hour, in nodes'
// cost: in the slack of the nodes that stand, and in nodes opened for them.
func (b *bound) gain(placed []int, hour int, slack float64) float64 {
	// node is what the last node holds so far; opened says that it was opened
	// for these components and has to be worth its cost.
	gain, node, opened := 0.0, 0.0, false
	for _, i := range b.order {
		if placed[i] >= 0 {
			continue
		}
		need, density := b.needs[i][hour], b.density[i]
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
