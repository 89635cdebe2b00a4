package tui

import (
	"strings"
	"testing"

	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// fiveRanges are ranges of five figures of Scenario B.
var fiveRanges = []string{
	"components.api.requests_per_month=10M..80M", "components.api.duration=100ms..800ms", "components.api.cpu_time=20ms..200ms",
	"components.api.memory=256MiB..2GiB", "platforms.kubernetes.target_utilization=30%..70%",
}

// TestGoldenOdds draws the lab with ranges: the line under the chart and the
// words that say the same.
func TestGoldenOdds(t *testing.T) {
	for name, size := range map[string][2]int{"smallest": smallest, "wide": wide} {
		t.Run(name, func(t *testing.T) { state{withRanges(t, fiveRanges...), kit.Lab, nil}.requirePart(t, dark, size) })
	}
}

// oddsLine is the line of the odds in a frame, "" for none.
func oddsLine(a *App) string {
	for _, line := range strings.Split(plain(a), "\n") {
		if strings.HasPrefix(line, "│ odds ") {
			return line
		}
	}
	return ""
}

// TestOddsComeAndGo: r hides the odds and shows them again; a scenario without
// a range has none, and r says how to give one.
func TestOddsComeAndGo(t *testing.T) {
	a := newApp(t, Config{Scenario: withRanges(t, fiveRanges...), Start: kit.Lab}, 120, 40)
	shown := plain(a)
	if oddsLine(a) == "" || !strings.Contains(shown, "Cheapest within the ranges: ") || !strings.Contains(shown, "Contested ") {
		t.Errorf("no odds in\n%s", shown)
	}
	press(a, "r")
	if hidden := plain(a); oddsLine(a) != "" || strings.Contains(hidden, "within the ranges") || !strings.Contains(hidden, "r shows them") {
		t.Errorf("not hidden in\n%s", hidden)
	}
	press(a, "r")
	if again := plain(a); again != shown {
		t.Errorf("not as before:\n%s", again)
	}
	a = newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 120, 40)
	if oddsLine(a) != "" || strings.Contains(plain(a), "r range") {
		t.Errorf("odds of nothing in\n%s", plain(a))
	}
	press(a, "r")
	if !strings.Contains(plain(a), "no figure is a range") {
		t.Errorf("no way to a range in\n%s", plain(a))
	}
}

// TestOddsAtTheCursor: the words follow the cursor and the line stays.
func TestOddsAtTheCursor(t *testing.T) {
	a := newApp(t, Config{Scenario: withRanges(t, fiveRanges...), Start: kit.Lab}, 120, 40)
	strip := func() string { line, _, _ := strings.Cut(oddsLine(a), "││"); return line }
	before := strip()
	press(a, "[", "[", "[", "[", "[", "[", "[", "[", "[")
	if !strings.Contains(plain(a), "Cheapest at ") || strip() != before {
		t.Errorf("%q, then %q in\n%s", before, strip(), plain(a))
	}
}

// TestSlidersMoveRanges: a range moves with its middle and keeps its ratio, a
// share its distance; the next key draws anew.
func TestSlidersMoveRanges(t *testing.T) {
	a := newApp(t, Config{Scenario: withRanges(t, fiveRanges...), Start: kit.Lab}, 120, 40)
	session := a.ctx.Session
	first := sure(session.Result.Odds(t.Context()))
	press(a, "down", "right") // duration: 283 ms to the next value of the series
	if sure(session.Result.Odds(t.Context())) == first {
		t.Error("not drawn anew")
	}
	duration, _ := session.Scenario.Components[0].Duration.Get()
	if ratio := duration.High / duration.Low; ratio < 7.9 || ratio > 8.1 || duration.Low <= 0.1 {
		t.Errorf("100 ms..800 ms becomes %v", duration)
	}
	press(a, "left")
	if back, _ := session.Scenario.Components[0].Duration.Get(); !back.IsRange() || back.Low >= duration.Low {
		t.Errorf("%v, one step back %v", duration, back)
	}
	press(a, "up", "right")
	if requests, _ := session.Scenario.Components[0].Requests.Get(); requests.High/requests.Low < 7.9 || requests.Low <= 10e6 {
		t.Errorf("10M..80M becomes %v", requests)
	}
	press(a, "down", "down", "down", "down", "down", "down", "right")
	if u, _ := session.Scenario.Kubernetes.TargetUtilization.Get(); u != (quantity.Amount{Low: 0.31, High: 0.71}) {
		t.Errorf("30 %% to 70 %% becomes %v", u)
	}
}
