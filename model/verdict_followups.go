package model

import (
	"cmp"
	"context"
	"slices"

	"runwhere/checklist"
)

// followUpEvidence weighs what was said to the follow-up questions.
func (e *Evaluation) followUpEvidence() []Evidence {
	var lines []Evidence
	for _, q := range checklist.FollowUps {
		choice, ok := q.Choice(e.Scenario.Answers.Get(q.ID).Choice())
		if !ok {
			continue
		}
		w := followUpWeights[q.ID]
		points := e.weight(q.ID)
		if q.ID == checklist.KeyDivisible && choice.ID == checklist.Yes || choice.ID == checklist.Gateway {
			points *= weakShare // it lifts a limit, which is no reason to go there
		}
		line := lean("follow-up", q.ID, q.Text, choice.Label, choice.Leans, points, w.Why)
		if choice.ID == checklist.Alike {
			line.Points[checklist.Hybrid] = alikeShare * e.weight(q.ID)
		}
		if len(line.Points) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

// overruled says why a question's lean does not hold, "" where it does: a
// follow-up has looked behind it.
func (e *Evaluation) overruled(question string) string {
	said := func(id, choice string) bool { return e.Scenario.Answers.Get(id).Choice() == choice }
	switch {
	case question == checklist.KeyLongestTask && said(checklist.KeyDivisible, checklist.Yes):
		return "the long work can be cut into pieces, so its length asks for no platform"
	case question == checklist.KeyPersistentConnections && said(checklist.KeyTerminates, checklist.Gateway):
		return "a gateway holds the connections, so they ask for no process"
	}
	return ""
}

// Pending is an open follow-up question that can still change the verdict.
type Pending struct {
	Question checklist.Question
	Becomes  map[string]checklist.Option // by choice: the recommendation with that answer
	Changes  int                         // how many of the choices change it
}

// findPending lists the open follow-up questions whose answer can still
// change the recommendation, the most valuable first: the one that most of its
// answers change, then the one that can move the most points.
func findPending(ctx context.Context, e *Evaluation) ([]Pending, error) {
	s, like := e.Scenario, e.nearby()
	now, work := e.Verdict.Recommendation, newEffort(ctx, flipWork)
	var list []Pending
	for _, q := range checklist.FollowUps {
		if s.Answers.Get(q.ID).Answered() || !applies(s, q.ID) {
			continue
		}
		p := Pending{Question: q, Becomes: map[string]checklist.Option{}}
		for _, choice := range q.Choices {
			becomes, _ := like.recommend(s.WithAnswer(q.ID, checklist.Choose(choice.ID)), work)
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

// applies reports whether a follow-up makes sense after the ten answers: who
// holds connections is no question where there are none.
func applies(s Scenario, id string) bool {
	said := func(key string) string { return s.Answers.Get(key).Choice() }
	switch id {
	case checklist.KeyDivisible:
		return said(checklist.KeyLongestTask) != checklist.UpTo15Min
	case checklist.KeyTerminates:
		return said(checklist.KeyPersistentConnections) != checklist.No
	case checklist.KeySpare:
		return said(checklist.KeyPlatformTeam) != checklist.No
	}
	return true
}
