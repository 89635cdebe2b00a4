package tui

import (
	"errors"
	"regexp"
	"testing"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/kit"
	labscreen "runwhere/tui/lab"
	"runwhere/tui/session"
	systemscreen "runwhere/tui/system"
)

func TestErrorsAreInWords(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{Components: []scenario.Component{{Name: "api"}, {Name: "pdf"}}}
	for key, want := range map[string]string{
		"components[1].cpu_time": "pdf, cpu time", "components[0].calls[1].per_request": "api, call 2, per request",
		"components[7].pod.memory": "component 8, pod memory", "platforms.kubernetes.node": "kubernetes node",
		"people.second_toolchain": "people second toolchain", "region": "region", "growth.monthly": "growth monthly",
		"components.*.calls": "calls", "architecture.gpu": "gpu", "checklist.requests_per_month": "the checklist's requests a month",
	} {
		err := session.InWords(&quantity.InputError{Key: key, Value: "5", Problem: "no unit"}, &s)
		if got := err.Error(); got != want+": 5: no unit" {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	file := &quantity.InputError{File: "a.yaml", Line: 3, Key: "components[1].cpu_time", Problem: "no unit"}
	if got := session.InWords(file, &s).Error(); got != file.Error() {
		t.Errorf("an error of a file says %q", got)
	}
	both := errors.Join(&quantity.InputError{Key: "components[0].memory", Problem: "negative"}, errors.New("more"))
	if got := session.InWords(both, &s).Error(); got != "api, memory: negative (and 1 more)" {
		t.Errorf("several errors say %q", got)
	}
}

// innerPath is what a file calls a value, which no message of a screen does.
var innerPath = regexp.MustCompile(`components[.\[]|platforms\.|architecture\.|[a-z]_[a-z]|\[\d+\]`)

// TestNoMessageShowsAPath types nonsense into every slider and every field of a
// form, and steps every slider against its ends.
func TestNoMessageShowsAPath(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"scenario-b", "hybrid"} {
		a := newApp(t, Config{Scenario: preset(t, name), Start: kit.Lab}, 200, 60)
		pane := a.panes[kit.Lab].(*labscreen.Pane)
		for i := range pane.Sliders {
			s := &pane.Sliders[i]
			if s.Set == nil {
				continue
			}
			for _, text := range []string{"-7 parsecs", "1e300", ""} {
				if _, err := s.Set(text); err != nil && innerPath.MatchString(err.Error()) {
					t.Errorf("%s: %s", s.Label, err)
				}
			}
		}
		for i := range a.ctx.Session.Result.Explicit().Components {
			base := a.ctx.Session.Result.Explicit()
			for _, f := range systemscreen.ComponentFields() {
				field := kit.FormField(f, &base, scenario.At{Component: i})
				if err := field.Validate("-7 parsecs"); err != nil && innerPath.MatchString(err.Error()) {
					t.Errorf("%s: %s", field.Title, err)
				}
			}
		}
	}
	// What only the whole scenario shows to be wrong: a pin that is refused.
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: kit.Lab}, 200, 60)
	next := a.ctx.Session.Scenario.Clone()
	next.Components[0].Pin, next.Components[0].Traits = scenario.Some("serverless"), []string{"gpu"}
	err := a.ctx.Session.Apply(next)
	if err == nil || innerPath.MatchString(err.Error()) {
		t.Errorf("a refused pin says %v", err)
	}
}
