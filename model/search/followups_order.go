package search

import (
	"cmp"
	"context"
	"slices"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/split"
)

// Pending is an open follow-up question that can still change the verdict.
type Pending struct {
	Question checklist.Question
	Becomes  map[string]checklist.Option // by choice: the recommendation with that answer
	Changes  int                         // how many of the choices change it
}

// PendingFollowUps lists the open follow-up questions whose answer can still
// change the recommendation, the most valuable first: the one that most of its
// answers change, then the one that can move the most points.
func PendingFollowUps(ctx context.Context, e *model.Evaluation) ([]Pending, error) {
	s, like := e.Scenario, nearby(e)
	now, work := e.Verdict.Recommendation, split.NewEffort(ctx, split.FlipWork)
	var list []Pending
	for _, q := range checklist.FollowUps {
		if s.Answers.Get(q.ID).Answered() || !model.Applies(s, q.ID) {
			continue
		}
		p := Pending{Question: q, Becomes: map[string]checklist.Option{}}
		for _, choice := range q.Choices {
			becomes, _ := like.Recommend(s.WithAnswer(q.ID, checklist.Choose(choice.ID)), work)
			p.Becomes[choice.ID] = becomes
			if becomes != now {
				p.Changes++
			}
		}
		if p.Changes > 0 {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b Pending) int {
		return cmp.Or(
			cmp.Compare(float64(b.Changes)/float64(len(b.Question.Choices)), float64(a.Changes)/float64(len(a.Question.Choices))),
			cmp.Compare(s.Weights.Of(b.Question.ID), s.Weights.Of(a.Question.ID)),
		)
	})
	return list, ctx.Err()
}
