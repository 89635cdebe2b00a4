package tui

import (
	"math"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// TestMoveByHand: the others stay, nothing is pinned, the figures are those of
// the placement, and undo knows each move.
func TestMoveByHand(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	s := a.ctx.Session
	before := s.Result
	press(a, "down", "down", "down")
	if c := chosen(a); c.Component != "payment-service" || c.Option != checklist.Serverless {
		t.Fatalf("%s on %s is chosen", c.Component, c.Option)
	}
	press(a, "h", "h")
	want := before.Split.Options()
	want[3] = checklist.Kubernetes
	if got := s.Split().Options(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if s.Result != before || s.Dirty() || s.Split().Pinned() != 0 {
		t.Error("a move by hand changes the scenario")
	}
	// What moves alone changes the total by what the optimum says of it.
	if more := s.Split().USD - before.Split.USD; math.Abs(more-before.Split.Placements[3].Moving[checklist.Kubernetes]) > 1e-6 {
		t.Errorf("the move costs %v more", more)
	}
	moving := before.Split.Placements[3].Moving[checklist.Kubernetes]
	shows(t, a, "your placement "+quantity.Money(before.Split.USD+moving)+" a month: +"+quantity.Money(moving)+" against the optimum, "+
		quantity.Money(before.Split.USD)+" (proven cheapest) · 1 moved")
	shows(t, a, "payment-service                  [moved]")
	press(a, "l", "l")
	if s.Hand != nil {
		t.Error("back at the optimum something is in hand")
	}
	shows(t, a, "that is the optimum again")
	press(a, "u", "u")
	if s.Hand == nil || s.Split().Options()[3] != checklist.Kubernetes {
		t.Error("undo does not bring the move back")
	}
	press(a, "u", "ctrl+r")
	shows(t, a, "redone: the placement in hand")
	press(a, "l", "l", "l")
	shows(t, a, "payment-service cannot move to wasm")
}

// TestHandAndScenario: a placement in hand outlives a change of the scenario
// while the components are the same ones.
func TestHandAndScenario(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	s := a.ctx.Session
	press(a, append(times("down", 9), "h", "h", "t")...) // image-processing
	if s.Hand == nil || s.Split().Options()[9] != checklist.Kubernetes {
		t.Fatal("people take the placement out of the hand")
	}
	shows(t, a, "in the total, t leaves it out")
	press(a, "t", "3", "down", "right", "4")
	if s.Hand == nil {
		t.Error("a slider takes the placement out of the hand")
	}
	press(a, "2", "c", "4")
	if s.Hand != nil {
		t.Error("another component leaves the placement in hand")
	}
	press(a, "u")
	if s.Hand == nil {
		t.Error("undo does not bring it back")
	}
}

// TestPins: x pins the chosen component where it is, X all, and o lets go
// first and removes the pins then.
func TestPins(t *testing.T) {
	t.Parallel()
	disk := memory{}
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), File: "h.yaml", Start: kit.Split, Files: disk}, 120, 40)
	s := a.ctx.Session
	press(a, "down", "down", "down", "h", "h", "x")
	if s.Split().Pinned() != 1 || s.Result.Split.Options()[3] != checklist.Kubernetes {
		t.Fatal("x does not pin where it is")
	}
	if optimum := slices.Equal(s.Split().Options(), s.Result.Split.Options()); (s.Hand == nil) != optimum {
		t.Errorf("the placement in hand is the optimum with this pin: %v", optimum)
	}
	press(a, "x")
	if s.Split().Pinned() != 0 || s.Result.Split.Options()[3] != checklist.Serverless {
		t.Error("x does not free it")
	}
	press(a, "h", "down", "down", "X")
	want := s.Split().Options()
	if s.Split().Pinned() != 18 || want[3] != checklist.Kubernetes {
		t.Fatal("X does not pin all where they are")
	}
	press(a, "ctrl+s")
	saved, err := scenariofile.Decode("h.yaml", disk["h.yaml"])
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(saved, s.Book)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(e.Split.Options(), want) {
		t.Error("the file does not hold the placement")
	}
	press(a, "up", "up", "l")
	shows(t, a, "against the optimum")
	press(a, "o")
	shows(t, a, "with 18 pins; o again removes them")
	press(a, "o")
	if s.Split().Pinned() != 0 {
		t.Error("o leaves the pins")
	}
	shows(t, a, "18 pins removed")
	press(a, "u")
	if s.Split().Pinned() != 18 {
		t.Error("undo does not bring the pins back")
	}
}

// TestPatternAndRunnerUp: both come into the hand with what sets them apart.
func TestPatternAndRunnerUp(t *testing.T) {
	t.Parallel()
	a := newSplitApp(t, preset(t, "hybrid"), 120, 40)
	s := a.ctx.Session
	press(a, "f")
	pattern := s.Result.Pattern()
	page := strings.Join(strings.Fields(plain(a)), " ")
	for _, d := range pattern.Differences {
		if !strings.Contains(page, strings.Fields(d.Why)[0]) {
			t.Errorf("%s is not explained", d.Component)
		}
	}
	press(a, "esc")
	if s.Source() != session.FromPattern || !slices.Equal(s.Split().Options(), pattern.Split.Options()) {
		t.Error("the pattern is not in hand")
	}
	shows(t, a, "the framework's pattern "+quantity.Money(pattern.Split.USD)+" a month: +"+quantity.Money(pattern.Split.USD-s.Result.Split.USD)+" against the optimum")
	press(a, "r")
	if s.Source() != session.FromRunnerUp || !slices.Equal(s.Split().Options(), sure(s.Result.RunnerUp(t.Context())).Options) {
		t.Error("the runner-up is not in hand")
	}
	press(a, "o")
	shows(t, a, "optimum "+quantity.Money(s.Result.Split.USD)+" a month · proven cheapest")
}
