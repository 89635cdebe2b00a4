package model

import (
	"math"

	"runwhere/checklist"
	"runwhere/model/scenario"
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
		open += e.couldTake(id, ranking[0].Option)
	}
	return confidenceOf(margin, open)
}

// couldTake is how many points an open question could give another option at most
// beyond what the same answer gives the leader: 0 where its answers speak for the
// leader as much as for any other, or for nobody.
func (e *Evaluation) couldTake(id string, leader checklist.Option) float64 {
	q, _ := checklist.QuestionByID(id)
	most := 0.0
	for _, c := range q.Choices {
		points := e.Weight(id)
		if weak, ok := scenario.WeakAnswers[c.ID]; ok {
			points *= weak.Share
		}
		line := lean("", id, "", "", c.Leans, points, "")
		e.forContainers(&line, c.ID)
		for _, points := range line.Points {
			most = math.Max(most, points-line.Points[leader])
		}
	}
	return most
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
