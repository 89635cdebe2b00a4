package model

import "math"

// confidence is that of the ranking's margin, less what is open.
func (e *Evaluation) confidence(ranking []Ranked) float64 {
	margin := clearWin
	if len(ranking) > 1 && ranking[1].Feasible {
		margin = ranking[0].Points - ranking[1].Points
	}
	open := 0.0
	for _, id := range e.Leans.Unanswered() {
		open += e.weight(id)
	}
	return confidenceOf(margin, open)
}

// clearWin is the margin in points from which on more adds nothing, and that
// of the only possible option; marginSpread is how many points make the odds
// e times as good.
const clearWin, marginSpread = 9.0, 3.0

// confidenceOf is a half where the first two are level and nothing is open. It
// is higher with a wider margin, and lower with every point that an open
// question could still give to another option, never higher.
func confidenceOf(margin, open float64) float64 {
	return 1 / (1 + math.Exp((open-math.Min(clearWin, margin))/marginSpread))
}
