package model

import (
	"bytes"
	"math"
	"os"
	"testing"

	"runwhere/checklist"
)

func TestPresetsEvaluate(t *testing.T) {
	t.Parallel()
	b := priceBook(t)
	for _, p := range Presets() {
		s, err := Preset(p.Name)
		if err != nil {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		e, err := Evaluate(s, b)
		if err != nil {
			t.Errorf("%s: %v", p.Name, err)
			continue
		}
		if e.Verdict.Recommendation == "" || !e.Split.Feasible || !e.Split.Optimal {
			t.Errorf("%s: verdict %q, split feasible %v, optimal %v: %v", p.Name, e.Verdict.Recommendation, e.Split.Feasible, e.Split.Optimal, e.Reasons())
		}
	}
}

// TestPresetsAreTheScenarioFiles: the examples in testdata are what `new
// --preset` writes, byte for byte.
func TestPresetsAreTheScenarioFiles(t *testing.T) {
	t.Parallel()
	for _, p := range Presets() {
		want, err := PresetFile(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile("../testdata/scenarios/" + p.Name + ".yaml")
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("testdata/scenarios/%s.yaml is not the preset: %v", p.Name, err)
		}
	}
}

// TestHybridPresetHasTheGuidesKinds: the seventeen kinds of the guide's table,
// and the event bus between the two sides as the eighteenth.
func TestHybridPresetHasTheGuidesKinds(t *testing.T) {
	t.Parallel()
	s, err := Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, c := range s.Components {
		names[c.Name] = true
	}
	want := []string{"event-bus"}
	for _, c := range checklist.HybridPattern {
		want = append(want, c.ID)
	}
	for _, name := range want {
		if !names[name] {
			t.Errorf("%s is missing", name)
		}
	}
	if len(names) != 18 || len(want) != 18 {
		t.Errorf("%d components for %d kinds, want 18", len(names), len(want))
	}
}

// TestScenarioBAsPublished holds the preset against the guide's own figures,
// each to the rounding in which it is published.
func TestScenarioBAsPublished(t *testing.T) {
	t.Parallel()
	s, err := Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	e, err := Evaluate(s, priceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	round := func(v, to float64) float64 { return math.Round(v/to) * to }
	published := map[int]map[string][2]float64{
		0: {"control-plane": {73, 1}, "nodes": {370, 10}, "alb": {16, 1}},
		1: {"compute": {417, 1}, "requests": {10, 1}, "gateway": {175, 1}, "logs": {25, 1}},
	}
	for platform, lines := range published {
		for _, l := range e.Platforms[platform].Bill(50e6).Lines {
			if p, ok := lines[l.Meter]; ok {
				if round(l.USD, p[1]) != p[0] {
					t.Errorf("%s: %v, published %v", l.Label, l.USD, p[0])
				}
				delete(lines, l.Meter)
			}
		}
		for meter := range lines {
			t.Errorf("no line %s", meter)
		}
	}
	if got := round(e.Platforms[1].Cost(50e6), 1); got != 672 {
		t.Errorf("Lambda costs %v, published 672", got)
	}
}
