package uncertainty

import (
	"fmt"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
)

// SplitOdds is how the mixed split fares over all draws. Its placement is that
// of the point values, and so is what a call across costs: nobody moves a
// component because a figure turns out otherwise within its range.
type SplitOdds struct {
	Cheaper      float64 // probability that it costs less than every single platform
	Possible     float64 // probability that it can run
	P5, P50, P95 float64 // percentiles of USD a month; +Inf where it cannot run
}

// splitSides is the split that the draws price: the components on each of its
// options, and what a request of a component costs in calls across.
type splitSides struct {
	sides    [][]int   // components by option
	across   []float64 // USD a request, by component, of the calls that no input moves
	glue     *costs.Glue
	crossing []crossing // the calls that some input moves
	further  float64    // platforms beyond the first
	existing bool
}

// crossing is a call across whose numbers are drawn.
type crossing struct{ call, from, to int }

// sidesOf takes up an evaluation's split where it uses several platforms. Where an
// input moves a call, all of them are billed anew in every draw.
func sidesOf(e *model.Evaluation, inputs []UncertainInput) splitSides {
	components := e.Resolved.Workload.Components
	p := splitSides{sides: make([][]int, checklist.PlaceableCount), across: make([]float64, len(components))}
	if !e.Split.Mixed() || !e.Split.Feasible {
		return p
	}
	p.existing, p.further = true, float64(len(e.Split.ByOption)-1)
	for i, placement := range e.Split.Placements {
		o := slices.Index(checklist.Placeable, placement.Option)
		p.sides[o] = append(p.sides[o], i)
	}
	if slices.ContainsFunc(inputs, func(in UncertainInput) bool { return in.field.Path.In(paths.Call) }) {
		p.glue = costs.NewGlue(e.Resolved.OptionKinds(), e.Book, &e.Resolved.Settings, e.Resolved.Workload)
		for k, call := range e.Resolved.Workload.Calls {
			if from, to := p.optionOf(call.From), p.optionOf(call.To); from != to {
				p.crossing = append(p.crossing, crossing{k, from, to})
			}
		}
		return p
	}
	for _, call := range e.Split.Glue {
		i := slices.IndexFunc(components, func(c costs.Component) bool { return c.Name == call.From })
		if requests := components[i].Requests; requests > 0 {
			p.across[i] += call.USD / requests
		}
	}
	return p
}

// optionOf is where a component is.
func (p *splitSides) optionOf(component int) int {
	return slices.IndexFunc(p.sides, func(members []int) bool { return slices.Contains(members, component) })
}

// drawnSide bills the components of one option of the split.
type drawnSide struct {
	option   int
	members  []int // components of the system
	calls    []int // of the system that are between them
	work     costs.Workload
	platform *costs.Platform // of the point values, nil where it cannot be billed
	asker    *costs.Asker    // nil where no input moves it
}

// drawnSides prepares the sides of the split for the drawer's draws.
func (t *drawer) drawnSides() []drawnSide {
	var sides []drawnSide
	r := &t.resolved
	for o, members := range t.split.sides {
		if len(members) == 0 {
			continue
		}
		side := drawnSide{option: o, members: members, work: costs.Workload{System: r.Workload.Components}}
		for _, i := range members {
			side.work.Components = append(side.work.Components, r.Workload.Components[i])
		}
		side.take(r.Workload.Calls)
		side.platform, _ = costs.Build(r.Kinds[o], t.book, &r.Settings, side.work)
		sides = append(sides, side)
	}
	for s := range sides {
		if side := &sides[s]; t.askers[side.option] != nil {
			side.asker = costs.Compile(r.Kinds[side.option], t.book, &r.Settings, &side.work, t.parts.moves())
		}
	}
	return sides
}

// take takes up the calls between the side's components.
func (s *drawnSide) take(calls []costs.Call) {
	for k, call := range calls {
		call.From, call.To = slices.Index(s.members, call.From), slices.Index(s.members, call.To)
		if call.From >= 0 && call.To >= 0 {
			s.calls, s.work.Calls = append(s.calls, k), append(s.work.Calls, call)
		}
	}
}

// splitUSD returns what the split costs a month in the draw that curvesAt was
// called for, +Inf where it cannot run; 0 where there is none.
func (t *drawer) splitUSD() float64 {
	usd, r := 0.0, &t.resolved
	for s := range t.sides {
		side := &t.sides[s]
		side.work.System = r.Workload.Components
		for k, i := range side.members {
			side.work.Components[k] = r.Workload.Components[i]
		}
		for k, i := range side.calls {
			side.work.Calls[k].PerRequest, side.work.Calls[k].Payload = r.Workload.Calls[i].PerRequest, r.Workload.Calls[i].Payload
		}
		p := side.platform
		if side.asker != nil {
			p, _ = side.asker.Ask()
		}
		if p == nil {
			return math.Inf(1)
		}
		usd += p.Cost(side.work.Requests()) + t.fixed(side.option)
	}
	if len(t.sides) == 0 {
		return 0
	}
	if r.IncludePeople {
		usd += r.Toolchain * t.split.further
	}
	for _, c := range t.split.crossing {
		call := &r.Workload.Calls[c.call]
		usd += r.Workload.Components[call.From].Requests * call.PerRequest * t.split.glue.Once(*call, c.from, c.to)
	}
	for i, each := range t.split.across {
		usd += each * r.Workload.Components[i].Requests
	}
	return usd
}

// splitOdds counts how the split fared, nil where there is none.
func splitOdds(drawn *outcomes) *SplitOdds {
	n := len(drawn.split)
	if n == 0 {
		return nil
	}
	s, order := &SplitOdds{}, ordered(drawn.split, allDraws(n))
	for d, usd := range drawn.split {
		if alone := drawn.usd.at(d); usd < slices.Min(alone[:]) {
			s.Cheaper++
		}
		if !math.IsInf(usd, 1) {
			s.Possible++
		}
	}
	s.Cheaper, s.Possible = s.Cheaper/float64(n), s.Possible/float64(n)
	s.P5, s.P50, s.P95 = nearestRank(drawn.split, order, 0.05), nearestRank(drawn.split, order, 0.5), nearestRank(drawn.split, order, 0.95)
	return s
}

// splitSentence says how likely the split pays, "" where there is none.
func (u *Odds) splitSentence() string {
	if u.Split == nil {
		return ""
	}
	return fmt.Sprintf("The split, placed as the point values have it, is cheaper than the best single platform with a probability of %s.", model.Percent(u.Split.Cheaper))
}
