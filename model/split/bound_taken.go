package split

import (
	"math"
)

// take works out which part of each component the bound takes where nothing but
// the placed components is fixed: what the multipliers of a relaxation are
// corrected by.
func (b *placeBound) take(placed []int, used []float64) {
	for i := range b.taken {
		b.taken[i] = 0
		if placed[i] == b.option || placed[i] == open && b.loose[i] > 0 {
			b.taken[i] = 1
		}
	}
	if b.stairs == nil {
		return
	}
	for h, weight := range b.stairs.Weights {
		nodes := math.Max(b.stairs.Min, math.Ceil(used[h]-1e-7))
		b.takeIn(placed, h, weight*b.stairs.NodeUSD, nodes-used[h])
	}
}

// part is a part of a component, in nodes.
type part struct {
	component int
	nodes     float64
}

// takeIn is gain with the components that make it up, in one hour that a node
// costs so much in.
func (b *placeBound) takeIn(placed []int, hour int, usd, slack float64) {
	var room [16]part
	last, node, opened := room[:0], 0.0, false // what the last node holds
	needs := b.stairs.Needs[b.resource][hour]
	for _, i := range b.order {
		if placed[i] != open {
			continue
		}
		need, density := needs[i], b.density[i]
		fits := min(need, slack)
		node += density * fits
		last = append(last, part{i, fits})
		need -= fits
		slack -= fits
		if need <= 0 {
			continue
		}
		if opened && node <= 1 {
			return
		}
		b.keep(last, usd)
		last = last[:0]
		if b.stairs.Fixed || density <= 1 {
			return
		}
		full := math.Floor(need)
		b.keep([]part{{i, full}}, usd)
		need -= full
		if node, slack, opened = density*need, 1-need, true; need == 0 {
			slack, opened = 0, false
			continue
		}
		last = append(last, part{i, need})
	}
	if !opened || node > 1 {
		b.keep(last, usd)
	}
}

// keep notes parts that are taken.
func (b *placeBound) keep(parts []part, usd float64) {
	for _, p := range parts {
		b.taken[p.component] += usd * p.nodes / b.room[p.component]
	}
}
