package session

import (
	"slices"

	"runwhere/checklist"
	"runwhere/model/split"
	"runwhere/model/study"
)

// Hand is a placement that somebody holds against the optimum: an option by
// component, in the order of the scenario. It is no part of the scenario until
// its components are pinned.
type Hand struct {
	Options []checklist.Option
	From    HandSource
}

// HandSource is how a placement came into the hand.
type HandSource string

// The sources of a placement in hand.
const (
	ByHand       HandSource = "your placement"
	FromPattern  HandSource = "the framework's pattern"
	FromRunnerUp HandSource = "the runner-up"
)

// shownSplit is a placement with its figures, and what they were worked out from.
type shownSplit struct {
	result *study.Study
	hand   *Hand
	split  split.Split
}

// Hold takes a placement into the hand, nil for the optimum, as a change that
// undo knows. A placement that is the optimum is none in hand.
func (s *Session) Hold(h *Hand) {
	if best := &s.Result.Split; h != nil && !best.Held && slices.Equal(h.Options, best.Options()) {
		h = nil
	}
	if h == nil && s.Hand == nil {
		return
	}
	s.remember()
	s.Hand = h
}

// Split returns the placement that is looked at: the one in hand, or the
// optimum.
func (s *Session) Split() *split.Split {
	if s.Hand == nil {
		return &s.Result.Split
	}
	if s.held.result != s.Result || s.held.hand != s.Hand {
		s.held = shownSplit{s.Result, s.Hand, s.Result.Place(s.Hand.Options)}
	}
	return &s.held.split
}

// carryOver keeps the placement in hand through a change of the scenario as
// long as the components are the same. It lets go of one that the change has
// made the optimum.
func (s *Session) carryOver(before *study.Study) {
	if s.Hand == nil {
		return
	}
	after := &s.Result.Split
	same := slices.EqualFunc(before.Split.Placements, after.Placements, func(a, b split.Placement) bool { return a.Component == b.Component })
	switch {
	case !same, !after.Held && slices.Equal(s.Hand.Options, after.Options()):
		s.Hand = nil
	case s.Hand.From == FromRunnerUp: // of another system by now
		s.Hand = &Hand{s.Hand.Options, ByHand}
	}
}

// Settle takes up the evaluation with the placement that the worker has found in
// place of the one of before; what was asked for meanwhile is about that one.
func (s *Session) Settle(work *Background) {
	found, known := s.Result.PeekSearched()
	if !s.Result.Split.Held || !known {
		return
	}
	held := s.Result
	s.Result = studied(found)
	s.carryOver(held)
	work.follow(held, s.Result)
}

// Source tells what the placement in hand is; "" where there is none. The
// pattern of a changed scenario can be another one.
func (s *Session) Source() HandSource {
	switch {
	case s.Hand == nil:
		return ""
	case s.Hand.From == FromPattern && !slices.Equal(s.Hand.Options, s.Result.Pattern().Split.Options()):
		return ByHand
	}
	return s.Hand.From
}
