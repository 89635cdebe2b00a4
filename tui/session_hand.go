package tui

import (
	"slices"

	"runwhere/checklist"
	"runwhere/model/split"
	"runwhere/model/study"
)

// hand is a placement that somebody holds against the optimum: an option by
// component, in the order of the scenario. It is no part of the scenario until
// its components are pinned.
type hand struct {
	options []checklist.Option
	from    handSource
}

// handSource is how a placement came into the hand.
type handSource string

// The sources of a placement in hand.
const (
	byHand       handSource = "your placement"
	fromPattern  handSource = "the framework's pattern"
	fromRunnerUp handSource = "the runner-up"
)

// placed is a placement with its figures, and what they were worked out from.
type placed struct {
	result *study.Study
	hand   *hand
	split  split.Split
}

// Hold takes a placement into the hand, nil for the optimum, as a change that
// undo knows. A placement that is the optimum is none in hand.
func (s *Session) Hold(h *hand) {
	if h != nil && slices.Equal(h.options, s.Result.Split.Options()) {
		h = nil
	}
	if h == nil && s.hand == nil {
		return
	}
	s.remember()
	s.hand = h
}

// Placed returns the placement that is looked at: the one in hand, or the
// optimum.
func (s *Session) Placed() *split.Split {
	if s.hand == nil {
		return &s.Result.Split
	}
	if s.held.result != s.Result || s.held.hand != s.hand {
		s.held = placed{s.Result, s.hand, s.Result.Place(s.hand.options)}
	}
	return &s.held.split
}

// carryOver keeps the placement in hand through a change of the scenario as
// long as the components are the same. It lets go of one that the change has
// made the optimum.
func (s *Session) carryOver(before *study.Study) {
	if s.hand == nil {
		return
	}
	after := &s.Result.Split
	same := slices.EqualFunc(before.Split.Placements, after.Placements, func(a, b split.Placement) bool { return a.Component == b.Component })
	switch {
	case !same, slices.Equal(s.hand.options, after.Options()):
		s.hand = nil
	case s.hand.from == fromRunnerUp: // of another system by now
		s.hand = &hand{s.hand.options, byHand}
	}
}

// Source tells what the placement in hand is; "" where there is none. The
// pattern of a changed scenario can be another one.
func (s *Session) Source() handSource {
	switch {
	case s.hand == nil:
		return ""
	case s.hand.from == fromPattern && !slices.Equal(s.hand.options, s.Result.Pattern().Split.Options()):
		return byHand
	}
	return s.hand.from
}
