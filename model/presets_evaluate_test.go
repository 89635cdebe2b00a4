package model

import (
	"math"
	"testing"

	"runwhere/checklist"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

func TestPresetsEvaluate(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	for _, p := range scenariofile.Presets() {
		s, err := scenariofile.Preset(p.Name)
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

// TestScenarioBAsPublished holds the preset against the guide's own figures,
// each to the rounding in which it is published.
func TestScenarioBAsPublished(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	e, err := Evaluate(s, scenariotest.PriceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	round := func(v, to float64) float64 { return math.Round(v/to) * to }
	published := map[checklist.Option]map[string][2]float64{
		checklist.Kubernetes: {"control-plane": {73, 1}, "nodes": {370, 10}, "alb": {16, 1}},
		checklist.Serverless: {"compute": {417, 1}, "requests": {10, 1}, "gateway": {175, 1}, "logs": {25, 1}},
	}
	for platform, lines := range published {
		for _, l := range e.Platform(platform).Bill(50e6).Lines {
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
	if got := round(e.Platform(checklist.Serverless).Cost(50e6), 1); got != 672 {
		t.Errorf("Lambda costs %v, published 672", got)
	}
}
