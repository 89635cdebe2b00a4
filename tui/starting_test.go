package tui

import (
	"errors"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/kit"
)

// TestStarting: the screens that are worked out beside the start are those that
// are made at once, and where there are none nothing is shown and the program ends.
func TestStarting(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	c := Config{Book: book, Scenario: preset(t, "hybrid"), Start: kit.Lab, Files: memory{}, NoColor: true}
	s := &starting{begun: begin(c)}
	if view := s.View(); view.AltScreen || view.Content != "" {
		t.Errorf("before the screens are there the window is %+v", view)
	}
	s.Init()
	size := tea.WindowSizeMsg{Width: 120, Height: 40}
	model, _ := s.Update(size)
	want, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	want.Init()
	want.Update(size)
	if got := model.View(); got.Content != want.View().Content || got.Content == "" || !got.AltScreen {
		t.Errorf("got\n%v\nwant\n%v", got.Content, want.View().Content)
	}
	if _, ok := model.(*App); !ok {
		t.Errorf("after the first message the program is still a %T", model)
	}

	c.Scenario = scenario.Scenario{Region: scenario.Some("nowhere")}
	s = &starting{begun: begin(c)}
	cmd := s.Init()
	if cmd == nil {
		t.Fatal("a region that nobody has is opened")
	}
	if _, quit := cmd().(tea.QuitMsg); !quit {
		t.Error("without screens the program goes on")
	}
	if next, cmd := s.Update(size); next != tea.Model(s) || cmd != nil || s.View().AltScreen {
		t.Error("without screens something is shown")
	}
	var wrong *quantity.InputError
	if _, err := s.begun(); !errors.As(err, &wrong) {
		t.Errorf("the error is %v", err)
	}
}
