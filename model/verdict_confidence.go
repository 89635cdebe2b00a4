package model

import (
	"math"
	"slices"

	"runwhere/checklist"
)

// confidence is that of the ranking's margin to the next choice, less what is
// open.
func (e *Evaluation) confidence(ranking []Ranked) float64 {
	margin := clearWin
	if next := rival(ranking); next != nil {
		margin = ranking[0].Points - next.Points
	}
	open := 0.0
	for _, id := range e.Leans.Unanswered() {
		if couldOverturn(id, ranking[0].Option) {
			open += e.Weight(id)
		}
	}
	return confidenceOf(margin, open)
}

// couldOverturn reports whether an open question has an answer for another
// option than the one that leads. One whose answers speak for the leader or for
// nobody can only make it surer.
func couldOverturn(id string, leader checklist.Option) bool {
	q, _ := checklist.QuestionByID(id)
	return slices.ContainsFunc(q.Choices, func(c checklist.Choice) bool {
		return slices.ContainsFunc(c.Leans, func(o checklist.Option) bool { return o != leader })
	})
}

// clearWin is the margin in points from which on more adds nothing, and that
// of the only possible option; marginSpread is how many points make the odds
// e times as good.
const clearWin, marginSpread = 9.0, 3.0

// openTold is how many points of open questions are told already: every open
// question is held against the leader in full, while most turn out to speak for
// it or for nobody. It is the one figure that is fitted to the published
// decisions, rounded, and kept as leave-one-out says that it makes the
// confidence truer (`make backtest` prints both).
const openTold = 1.5

// confidenceOf is a half where the margin is what open questions could still
// give to other options, less openTold. It is higher with a wider margin, and
// lower with every open point, never higher.
func confidenceOf(margin, open float64) float64 {
	return 1 / (1 + math.Exp((open-openTold-math.Min(clearWin, margin))/marginSpread))
}
