package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// RankOf is an option's entry in the ranking, nil for no option.
func (e *Evaluation) RankOf(o checklist.Option) *Ranked {
	i := slices.IndexFunc(e.Verdict.Ranking, func(r Ranked) bool { return r.Option == o })
	if i < 0 {
		return nil
	}
	return &e.Verdict.Ranking[i]
}

// leading is the option that ranks first where it is possible, else "".
func (e *Evaluation) leading() checklist.Option {
	return leader(e.Ranked(e.Ledger()))
}

// verdict reaches the recommendation.
func (e *Evaluation) verdict() Verdict {
	v := Verdict{Ledger: e.Ledger()}
	v.Ranking = e.Ranked(v.Ledger)
	if v.Ranking[0].Feasible {
		v.Recommendation = v.Ranking[0].Option
		v.Confidence = e.confidence(v.Ranking)
	}
	v.Counter = e.counter(v.Ranking, v.Ledger)
	v.Contradictions = scenario.Contradictions(e.Scenario)
	v.Voices = e.voices(v.Ranking)
	v.Disagreements = disagreements(v.Voices, v.Recommendation)
	return v
}

// Ranked gives every option its points, the best first, the impossible last.
func (e *Evaluation) Ranked(ledger []Evidence) []Ranked {
	points := evidence(ledger)
	var list []Ranked
	for o := range checklist.Placeable {
		list = append(list, e.single(o, points))
	}
	return e.order(append(list, e.hybrid(points)))
}

// order ranks the options, the hybrid last in the list, by evidence and costs.
func (e *Evaluation) order(list []Ranked) []Ranked {
	e.economics(list)
	for i := range list {
		// Rounded, or the dust of additions would rank those that are equal.
		list[i].Points = math.Round((list[i].Evidence+list[i].Economics)*1e9) / 1e9
	}
	slices.SortStableFunc(list, func(a, b Ranked) int {
		if a.Feasible != b.Feasible {
			return map[bool]int{true: -1, false: 1}[a.Feasible]
		}
		if c := cmp.Compare(b.Points, a.Points); c != 0 {
			return c
		}
		return cmp.Compare(a.MonthlyUSD, b.MonthlyUSD)
	})
	return list
}

// single is the option in which every component runs on one platform.
func (e *Evaluation) single(option int, points map[checklist.Option]float64) Ranked {
	p, o := e.Platforms[option], checklist.Placeable[option]
	r := Ranked{Option: o, Evidence: points[o], MonthlyUSD: e.bill(option, e.Volume()), PeopleUSD: p.PeopleUSD(), Feasible: true}
	if p.Partly() {
		r.AtLeast = p.AtLeast(e.Volume())
	}
	if why := WhyNot(p, e.Volume()); why == "" || e.ownSites() && e.runsThere(p) || p.Partly() && e.Volume() <= p.MaxVolume() {
		r.Why = e.PinnedElsewhere(p.Option)
	} else {
		r.Why = why + "; way round: " + wayRound(p, e.Volume())
	}
	r.Feasible = r.Why == ""
	return r
}

// moreNodes is the way round a fixed fleet that is too small.
const moreNodes = "; way round: more nodes, or nodes: auto"

// PinnedElsewhere names a component whose pin keeps the whole system off an
// option, "" where there is none.
func (e *Evaluation) PinnedElsewhere(option checklist.Option) string {
	for i, pin := range e.Resolved.Pins {
		if pin != "" && pin != option {
			return e.Resolved.Workload.Components[i].Name + " is pinned to " + string(pin) + "; way round: leave the pin out"
		}
	}
	return ""
}

// noPlace says why a component has no place in any split.
func (e *Evaluation) noPlace() string {
	for _, c := range e.Split.Placements {
		if c.Option != "" {
			continue
		}
		for _, p := range e.Platforms[:len(checklist.Placeable)] {
			if r, refused := c.Refusals[p.Option]; refused && p.Partly() {
				return "what " + c.Component + " costs is not known: it " + r.Limit
			}
		}
		for _, p := range e.Platforms[:len(checklist.Placeable)] {
			for _, r := range p.Refusals {
				if r.Component == c.Component {
					return "no platform takes " + r.Component + ": it " + r.Limit + "; way round: " + r.Workaround
				}
			}
		}
	}
	return "a component has no place"
}

// Owned is what an option costs a month, with people where they are included.
func (e *Evaluation) Owned(r *Ranked) float64 {
	if e.Resolved.IncludePeople {
		return r.MonthlyUSD + r.PeopleUSD
	}
	return r.MonthlyUSD
}

// atLeast is what is known of what an option costs a month: all of it, or a bound.
func (e *Evaluation) atLeast(r *Ranked) float64 {
	usd := r.MonthlyUSD
	if math.IsInf(usd, 1) {
		usd = r.AtLeast
	}
	if e.Resolved.IncludePeople {
		usd += r.PeopleUSD
	}
	return usd
}

// settled reports whether the same option leads whichever placement turns out to
// be the cheapest, as long as it costs at least so much: then its search need not
// go on. What the hybrid gets out of the placement is its cost and, by the
// platforms it uses, what speaks for it; both are taken at their ends. certain are
// the platforms that any placement uses.
func (e *Evaluation) settled(least float64, certain []int) bool {
	ledger := e.Ledger()
	leads := leader(e.Ranked(ledger))
	points := evidence(ledger)
	most, fewest := math.Inf(-1), math.Inf(1)
	for _, o := range checklist.Placeable {
		most, fewest = math.Max(most, points[o]), math.Min(fewest, points[o])
	}
	if e.bestSide() {
		for _, o := range certain {
			fewest = math.Max(fewest, points[checklist.Placeable[o]])
		}
	}
	most, fewest = most+math.Max(0, points[checklist.Hybrid]), fewest+math.Min(0, points[checklist.Hybrid])
	ends := []Ranked{
		{MonthlyUSD: least, Evidence: most, Feasible: true},
		{MonthlyUSD: least, Evidence: fewest, Feasible: true},
		{MonthlyUSD: e.Split.USD, Evidence: fewest, Feasible: true},
		{MonthlyUSD: e.Split.USD, Evidence: most, Feasible: true},
	}
	var singles []Ranked
	for o := range checklist.Placeable {
		r := e.single(o, points)
		if singles = append(singles, r); r.Feasible && e.Owned(&r) <= e.Split.USD+split.Worthwhile {
			ends = append(ends, Ranked{}) // the cheapest placement may keep to one platform, and then there is no hybrid
		}
	}
	for _, end := range ends {
		end.Option = checklist.Hybrid
		if leader(e.order(append(slices.Clone(singles), end))) != leads {
			return false
		}
	}
	return true
}

// leader is the option that ranks first where it is possible, else "".
func leader(ranking []Ranked) checklist.Option {
	if ranking[0].Feasible {
		return ranking[0].Option
	}
	return ""
}
