package tui

import (
	"testing"

	"runwhere/model/scenario/scenariotest"
	"runwhere/tui/kit"
)

// TestSeekMovesTheSlider: in the guide's Scenario B three nodes saturate at
// 59.1M requests, and from 33.6M on down Lambda is cheaper than EKS.
func TestSeekMovesTheSlider(t *testing.T) {
	a := newApp(t, Config{Scenario: scenariotest.ContainersKept(preset(t, "scenario-b")), Start: kit.Lab}, 120, 40)
	volume := func() float64 { return a.ctx.Session.Result.Volume() }
	press(a, "s", "enter")
	if volume() != 59.2e6 {
		t.Errorf("the verdict changes at %v", volume())
	}
	press(a, "u")
	if volume() != 50e6 {
		t.Errorf("undo leaves %v", volume())
	}
	press(a, "s", "e", "k", "s", ">", "$", "9", "9", "9", "9", "9", "9", "enter")
	if volume() != 50e6 {
		t.Errorf("a goal that is never met moves the slider to %v", volume())
	}
	press(a, "s", "c", "h", "e", "a", "p", "enter")
	if a.window == nil {
		t.Error("what is no goal closes the window")
	}
}
