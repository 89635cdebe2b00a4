package tui

import (
	"strings"
	"testing"

	"runwhere/model/scenario"
	"runwhere/tui/kit"
)

// withRanges is a scenario whose figures are ranges.
func withRanges(t testing.TB, assignments ...string) scenario.Scenario {
	t.Helper()
	s := preset(t, "scenario-b")
	for _, a := range assignments {
		var err error
		if s, err = scenario.Set(s, a); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// TestGoldenUncertainty draws the whole page, which on most screens scrolls.
func TestGoldenUncertainty(t *testing.T) {
	for name, s := range map[string]scenario.Scenario{
		"ranges": withRanges(t, "components.api.requests_per_month=10M..80M", "components.api.duration=100ms..800ms", "platforms.kubernetes.target_utilization=30%..70%"),
		"limits": withRanges(t, "components.api.duration=5m..45m", "components.api.requests_per_month=10K"),
	} {
		t.Run(name, func(t *testing.T) {
			requireGolden(t, ascii, state{s, kit.Verdict, nil}.part(t, ascii, [2]int{80, 200}))
		})
	}
}

// TestUncertaintyIsDrawnOnce: the page reads the draws of its scenario again
// and again; only another scenario is drawn anew.
func TestUncertaintyIsDrawnOnce(t *testing.T) {
	s := withRanges(t, "components.api.duration=100ms..800ms")
	a := newApp(t, Config{Scenario: s, Start: kit.Verdict}, 120, 200)
	first := sure(a.ctx.Session.Result.Uncertainty(t.Context()))
	a.Frame()
	if first == nil || sure(a.ctx.Session.Result.Uncertainty(t.Context())) != first {
		t.Error("drawn again for the same scenario")
	}
	if err := a.ctx.Session.Apply(preset(t, "scenario-b")); err != nil {
		t.Fatal(err)
	}
	if sure(a.ctx.Session.Result.Uncertainty(t.Context())) != nil {
		t.Error("uncertainty without a range")
	}
	a = newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Verdict}, 120, 200)
	if strings.Contains(plain(a), "What the ranges leave open") {
		t.Error("a section on nothing")
	}
}

// TestLargeSystemsAreDrawnLess: 18 components have 4/18 of the draws.
func TestLargeSystemsAreDrawnLess(t *testing.T) {
	s := preset(t, "hybrid")
	s, err := scenario.Set(s, "components."+s.Components[0].Name+".duration=100ms..800ms")
	if err != nil {
		t.Fatal(err)
	}
	a := newApp(t, Config{Scenario: s, Start: kit.Verdict}, 120, 40)
	if got, want := sure(a.ctx.Session.Result.Uncertainty(t.Context())).Draws, 2000*4/len(s.Components); got != want {
		t.Errorf("%d draws of %d components, want %d", got, len(s.Components), want)
	}
}
