package model

import (
	"runwhere/checklist"
	"runwhere/model/scenario"
)

// followUpEvidence weighs what was said to the follow-up questions.
func (e *Evaluation) followUpEvidence() []Evidence {
	var lines []Evidence
	for _, q := range checklist.FollowUps {
		choice, ok := q.Choice(e.Scenario.Answers.Get(q.ID).Choice())
		if !ok {
			continue
		}
		w := scenario.FollowUpWeights[q.ID]
		points := e.Weight(q.ID)
		if q.ID == checklist.KeyDivisible && choice.ID == checklist.Yes || choice.ID == checklist.Gateway {
			points *= scenario.WeakShare // it lifts a limit, which is no reason to go there
		}
		line := lean("follow-up", q.ID, q.Text, choice.Label, choice.Leans, points, w.Why)
		if choice.ID == checklist.Alike {
			line.Points[checklist.Hybrid] = alikeShare * e.Weight(q.ID)
		}
		e.forContainers(&line, choice.ID)
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

// Applies reports whether a follow-up makes sense after the ten answers: who
// holds connections is no question where there are none.
func Applies(s scenario.Scenario, id string) bool {
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
