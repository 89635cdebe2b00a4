package tui

import (
	"errors"
	"regexp"
	"testing"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
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
		err := inWords(&quantity.InputError{Key: key, Value: "5", Problem: "no unit"}, &s)
		if got := err.Error(); got != want+": 5: no unit" {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	file := &quantity.InputError{File: "a.yaml", Line: 3, Key: "components[1].cpu_time", Problem: "no unit"}
	if got := inWords(file, &s).Error(); got != file.Error() {
		t.Errorf("an error of a file says %q", got)
	}
	both := errors.Join(&quantity.InputError{Key: "components[0].memory", Problem: "negative"}, errors.New("more"))
	if got := inWords(both, &s).Error(); got != "api, memory: negative (and 1 more)" {
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
		a := newApp(t, Config{Scenario: preset(t, name), Start: Lab}, 200, 60)
		pane := a.panes[Lab].(*labPane)
		for i := range pane.sliders {
			s := &pane.sliders[i]
			if s.set == nil {
				continue
			}
			for _, text := range []string{"-7 parsecs", "1e300", ""} {
				if _, err := s.set(text); err != nil && innerPath.MatchString(err.Error()) {
					t.Errorf("%s: %s", s.label, err)
				}
			}
		}
		for i := range a.ctx.session.Result.Explicit().Components {
			base := a.ctx.session.Result.Explicit()
			for _, f := range componentFields() {
				field := formField(f, &base, scenario.At{Component: i})
				if err := field.Validate("-7 parsecs"); err != nil && innerPath.MatchString(err.Error()) {
					t.Errorf("%s: %s", field.Title, err)
				}
			}
		}
	}
	// What only the whole scenario shows to be wrong: a pin that is refused.
	a := newApp(t, Config{Scenario: preset(t, "hybrid"), Start: Lab}, 200, 60)
	next := a.ctx.session.Scenario.Clone()
	next.Components[0].Pin, next.Components[0].Traits = scenario.Some("serverless"), []string{"gpu"}
	err := a.ctx.session.Apply(next)
	if err == nil || innerPath.MatchString(err.Error()) {
		t.Errorf("a refused pin says %v", err)
	}
}
