package model

import (
	"cmp"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
)

// verdict reaches the recommendation.
func (e *Evaluation) verdict() Verdict {
	v := Verdict{Ledger: e.ledger()}
	v.Ranking = e.ranked(v.Ledger)
	if v.Ranking[0].Feasible {
		v.Recommendation = v.Ranking[0].Option
		v.Confidence = e.confidence(v.Ranking)
	}
	v.Reasons = e.reasons(v.Ranking, v.Ledger)
	v.Counter = e.counter(v.Ranking, v.Ledger)
	v.Contradictions = Contradictions(e.Scenario)
	v.Voices = e.voices(v.Ranking)
	v.Disagreements = disagreements(v.Voices, v.Recommendation)
	v.Mistakes = e.mistakes(v.Recommendation)
	return v
}

// ranked gives every option its points, the best first, the impossible last.
func (e *Evaluation) ranked(ledger []Evidence) []Ranked {
	points := evidence(ledger)
	var list []Ranked
	for o, option := range costs.Options {
		list = append(list, e.single(option, e.Platforms[o], points))
	}
	list = append(list, e.hybrid(points))
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
func (e *Evaluation) single(option costs.Option, p *costs.Platform, points map[checklist.Option]float64) Ranked {
	o := checklist.Option(option)
	r := Ranked{Option: o, Evidence: points[o], MonthlyUSD: p.Cost(e.Volume()), PeopleUSD: p.PeopleUSD(), Feasible: true}
	if why := WhyNot(p, e.Volume()); why != "" {
		r.Why = why + "; way round: " + wayRound(p, e.Volume())
	} else {
		r.Why = e.pinnedElsewhere(option)
	}
	r.Feasible = r.Why == ""
	return r
}

// moreNodes is the way round a fixed fleet that is too small.
const moreNodes = "; way round: more nodes, or nodes: auto"

// pinnedElsewhere names a component whose pin keeps the whole system off an
// option, "" where there is none.
func (e *Evaluation) pinnedElsewhere(option costs.Option) string {
	for i, pin := range e.Resolved.Pins {
		if pin != "" && pin != option {
			return e.Resolved.Workload.Components[i].Name + " is pinned to " + string(pin) + "; way round: leave the pin out"
		}
	}
	return ""
}

// unplaced says why a component has no place in any split.
func (e *Evaluation) unplaced() string {
	for _, c := range e.Split.Placements {
		if c.Option != "" {
			continue
		}
		for _, p := range e.Platforms[:len(costs.Options)] {
			for _, r := range p.Refusals {
				if r.Component == c.Component {
					return "no platform takes " + r.Component + ": it " + r.Limit + "; way round: " + r.Workaround
				}
			}
		}
	}
	return "a component has no place"
}

// hybrid is the best split, where it uses more than one platform. Its evidence
// is its own and, component by component, that of the platforms it uses.
func (e *Evaluation) hybrid(points map[checklist.Option]float64) Ranked {
	s := &e.Split
	r := Ranked{Option: checklist.Hybrid, Evidence: points[checklist.Hybrid], MonthlyUSD: s.USD, Feasible: true}
	switch {
	case !s.Feasible:
		r.Why = e.unplaced()
	case math.IsInf(s.USD, 1): // before the number of platforms: which ones it has says nothing then
		r.Why = "what has to run on the cluster saturates its fixed fleet" + moreNodes
	case !s.Mixed() && e.partsDiffer():
		return e.undescribedHybrid(r, points)
	case !s.Mixed():
		r.Why = "the cheapest placement puts every component on one platform"
	}
	if r.Feasible = r.Why == ""; !r.Feasible {
		return r
	}
	for o, option := range costs.Options {
		if n := len(s.Of(option)); n > 0 {
			r.Evidence += points[checklist.Option(option)] * float64(n) / float64(len(s.Placements))
			r.PeopleUSD += e.Platforms[o].PeopleUSD()
		}
	}
	r.PeopleUSD += s.ToolchainUSD
	if e.Resolved.IncludePeople {
		r.MonthlyUSD -= r.PeopleUSD
	}
	return r
}

// partsDiffer reports whether the system is said to have parts that differ
// while none of them is described yet.
func (e *Evaluation) partsDiffer() bool {
	return e.Resolved.Implied && e.Scenario.Answers.Get(checklist.KeyParts).Choice() == checklist.Differ
}

// undescribedHybrid is the hybrid of a system whose parts differ and are not
// described: it has what the two best options have in evidence, and is taken to
// cost what the cheapest of them costs until the parts have numbers.
func (e *Evaluation) undescribedHybrid(r Ranked, points map[checklist.Option]float64) Ranked {
	var evidence []float64
	r.MonthlyUSD = math.Inf(1)
	for o, option := range costs.Options {
		p := e.Platforms[o]
		if WhyNot(p, e.Volume()) != "" {
			continue
		}
		evidence = append(evidence, points[checklist.Option(option)])
		if usd := p.Cost(e.Volume()); usd < r.MonthlyUSD {
			r.MonthlyUSD, r.PeopleUSD = usd, p.PeopleUSD()
		}
	}
	if len(evidence) < 2 {
		r.Feasible, r.Why = false, "only one platform can run any of it"
		return r
	}
	slices.SortFunc(evidence, func(a, b float64) int { return cmp.Compare(b, a) })
	r.Evidence += (evidence[0] + evidence[1]) / 2
	return r
}

// owned is what an option costs a month, with people where they are included.
func (e *Evaluation) owned(r *Ranked) float64 {
	if e.Resolved.IncludePeople {
		return r.MonthlyUSD + r.PeopleUSD
	}
	return r.MonthlyUSD
}

// economics turns the cost of ownership into points.
func (e *Evaluation) economics(list []Ranked) {
	hybrid := &list[len(list)-1]
	bestSingle := math.Inf(1)
	for i := range list[:len(list)-1] {
		if list[i].Feasible {
			bestSingle = math.Min(bestSingle, e.owned(&list[i]))
		}
	}
	split := math.Inf(1)
	pays := false
	if hybrid.Feasible {
		split = e.owned(hybrid)
		saved := bestSingle - split
		pays = math.IsInf(bestSingle, 1) || saved >= hybridUSD && saved >= hybridShare*bestSingle
	}
	least := bestSingle
	if pays {
		least = math.Min(least, split)
	}
	for i := range list {
		r := &list[i]
		if !r.Feasible {
			continue
		}
		r.Economics = costPoints(math.Max(least, e.owned(r)), least)
		if r == hybrid && !pays {
			r.Economics += toolchainPoints
		}
	}
}

// costPoints is what a cost loses against the least one: nothing or less.
func costPoints(usd, least float64) float64 {
	if usd <= least {
		return 0
	}
	doublings := economicsCap / economicsPerDoubling
	if least > 0 {
		doublings = math.Min(doublings, math.Log2(usd/least))
	}
	return -economicsPerDoubling * doublings * math.Min(1, (usd-least)/smallMoney)
}
