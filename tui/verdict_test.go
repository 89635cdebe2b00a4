package tui

import (
	"strings"
	"testing"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/tui/kit"
	verdictscreen "runwhere/tui/verdict"
)

// TestGoldenVerdictPage draws the whole page in a window high enough for it:
// one option recommended, the hybrid of 18 components, and nothing possible.
func TestGoldenVerdictPage(t *testing.T) {
	impossible, err := scenariofile.Decode("impossible", []byte("runwhere: 1\nplatforms: {kubernetes: {nodes: 1}}\ncomponents:\n  - {name: core, requests_per_month: 10B, duration: 300ms, memory: 512MiB, function_memory: 512MiB, measured_at: 512MiB, isolate_memory: 512MiB, pin: kubernetes}\n  - {name: edge, requests_per_month: 1M, memory: 128MiB, pin: serverless}\n"))
	if err != nil {
		t.Fatal(err)
	}
	grows := preset(t, "scenario-b")
	if grows, err = scenario.Set(grows, "growth.monthly=3%"); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]scenario.Scenario{"hybrid": preset(t, "hybrid"), "grows": grows, "impossible": impossible} {
		t.Run(name, func(t *testing.T) { requireGolden(t, dark, state{s, kit.Verdict, nil}.part(t, dark, [2]int{120, 330})) })
	}
	t.Run("narrow", func(t *testing.T) {
		requireGolden(t, ascii, state{grows, kit.Verdict, nil}.part(t, ascii, [2]int{80, 330}))
	})
}

// TestVerdictBeginsWithWhatMatters: the smallest usual window shows the
// decision, how sure it is, why, what speaks against it and what would change
// it, without a key.
func TestVerdictBeginsWithWhatMatters(t *testing.T) {
	for _, p := range scenariofile.Presets() {
		t.Run(p.Name, func(t *testing.T) {
			a := newApp(t, Config{Scenario: preset(t, p.Name), Start: kit.Verdict}, 80, 24)
			frame := plain(a)
			for _, want := range []string{"Recommended: ", "confidence", "Why", "Strongest argument against", "What would change it first", "n next section", "? help"} {
				if !strings.Contains(frame, want) {
					t.Errorf("%q is not on the first screenful:\n%s", want, frame)
				}
			}
			if strings.Contains(frame, "being searched") {
				t.Error("the flips are not there")
			}
		})
	}
}

// TestFlipsAreSearchedInTheBackground: opening the verdict returns at once and
// leaves the search to the worker; what it finds is shown when it comes, and
// searched anew where the scenario has changed since.
func TestFlipsAreSearchedInTheBackground(t *testing.T) {
	a := newApp(t, Config{Scenario: scenariotest.ContainersKept(preset(t, "scenario-b")), Start: kit.Lab}, 120, 60)
	tasks := hold(a)
	press(a, "5")
	shows(t, a, "being searched")
	press(a, "down")
	if len(tasks.list) != 1 {
		t.Errorf("%d searches run", len(tasks.list))
	}
	tasks.runAll(a)
	if frame := plain(a); strings.Contains(frame, "being searched") || !strings.Contains(frame, "target utilization of the cluster: 50.7% instead of 60%") {
		t.Errorf("what was found is not shown:\n%s", frame)
	}
	press(a, "t")
	shows(t, a, "being searched")
}

// TestFlipsThatComeInDoNotMoveThePage: who reads below them goes on reading
// the same line.
func TestFlipsThatComeInDoNotMoveThePage(t *testing.T) {
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), Start: kit.Lab}, 80, 24)
	tasks := hold(a)
	press(a, "5")
	for range 5 {
		press(a, "space")
	}
	before := strings.Split(plain(a), "\n")[2:20]
	tasks.runAll(a)
	after := strings.Split(plain(a), "\n")[2:20]
	if strings.Join(before, "\n") != strings.Join(after, "\n") {
		t.Errorf("before:\n%s\nafter:\n%s", strings.Join(before, "\n"), strings.Join(after, "\n"))
	}
}

// TestVerdictSections walks the sections forth and back, and draws another
// option's evidence.
func TestVerdictSections(t *testing.T) {
	a := newApp(t, Config{Scenario: preset(t, "saas-api"), Start: kit.Verdict}, 80, 24)
	pane := a.panes[kit.Verdict].(*verdictscreen.Pane)
	titles := map[string]bool{}
	for range len(pane.Sections) {
		press(a, "n")
		titles[strings.Trim(strings.Split(plain(a), "\n")[2], "│ ")] = true
	}
	for _, want := range []string{"Cost of ownership, USD a month", "What would change the verdict", "When to look again", "Constraints", "Traps of a hybrid", "Hidden tax of Kubernetes, USD a month"} {
		if !titles[want] {
			t.Errorf("n does not reach %q, but %v", want, titles)
		}
	}
	for range len(pane.Sections) + 1 {
		press(a, "N")
	}
	if pane.Scroll.Top != 0 {
		t.Errorf("N leads to line %d", pane.Scroll.Top)
	}
	press(a, "right")
	if frame := plain(a); !strings.Contains(strings.Split(frame, "\n")[2], "Evidence for and against Hybrid") {
		t.Errorf("→ does not show the next option:\n%s", frame)
	}
	press(a, times("right", 9)...)
	if frame := plain(a); !strings.Contains(frame, "Evidence for and against Wasm serverless") {
		t.Errorf("→ does not end at the last option:\n%s", frame)
	}
	press(a, times("left", 9)...)
	if first := a.ctx.Session.Result.Verdict.Ranking[0].Option; pane.EvidenceOf() != first {
		t.Errorf("← ends at %s, not at the first option %s", pane.EvidenceOf(), first)
	}
	for key, want := range map[string]string{"z": "Cold starts", "f": "Claims and facts", "g": "growth", "x": "H best mix at 35M"} {
		press(a, key)
		if a.window == nil || !strings.Contains(plain(a), want) {
			t.Errorf("%s opens:\n%s", key, plain(a))
		}
		press(a, "esc")
		if a.window != nil || a.screen != kit.Verdict {
			t.Errorf("esc does not lead back from %s", key)
		}
	}
}

// TestARecordOpensAsANewScenario: saving must not put a scenario in the place
// of the record that it was read from.
func TestARecordOpensAsANewScenario(t *testing.T) {
	first := newApp(t, Config{Scenario: preset(t, "saas-api"), Start: kit.Verdict, Today: "2026-11-25"}, 80, 24)
	result := first.ctx.Session.Result
	record, _ := first.decisionRecord(result.Evaluation, sure(result.Findings(t.Context())))
	if !strings.Contains(string(record), "date: 2026-11-25") || !strings.Contains(string(record), "best   LLL") {
		t.Errorf("the record has no date or no chart:\n%.2000s", record)
	}
	files := memory{"decision.md": record}
	a := newApp(t, Config{Start: kit.Lab, Files: files}, 80, 24)
	drain(a, a.open("decision.md"))
	if got := a.ctx.Session; got.Doc.File != "" || got.Doc.Original != nil || got.Result.Resolved.Name != "SaaS API" {
		t.Errorf("%q, %s", got.Doc.File, got.Result.Resolved.Name)
	}
}
