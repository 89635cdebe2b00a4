package model

import (
	"math"

	"runwhere/checklist"
)

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
	for _, end := range []struct{ usd, evidence float64 }{{least, most}, {least, fewest}, {e.Split.USD, fewest}, {e.Split.USD, most}} {
		var list []Ranked
		for o := range checklist.Placeable {
			list = append(list, e.single(o, points))
		}
		list = append(list, Ranked{Option: checklist.Hybrid, MonthlyUSD: end.usd, Evidence: end.evidence, Feasible: true})
		if leader(e.order(list)) != leads {
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
