package model

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestDisagreementsArePlain: 12 of 39 points is the framework's hybrid, one
// lean is Kubernetes, and a hundred thousand requests cost cents on Lambda. The
// verdict counts the factors themselves: 1 + 2 + 1 + 1 for Kubernetes.
func TestDisagreementsArePlain(t *testing.T) {
	t.Parallel()
	s := scenariotest.Answered("compliance", "strict", "skills", "product")
	s.Components = []scenario.Component{scenariotest.Small()}
	s.Components[0].IsolateMemory = scenario.Some(quantity.Exactly(256)) // keeps Workers out
	s.Factors = allFactors("stateful_services", "multi_cloud", "custom_networking", "budget_predictability")
	said := evaluate(t, s).Verdict.Disagreements
	if len(said) != 1 || !strings.HasPrefix(said[0], "Your score says hybrid (12 of 39), your costs say serverless by ") ||
		!strings.HasSuffix(said[0], "your answers say kubernetes (1 of 1), your team says serverless; the verdict, kubernetes, goes with your answers.") {
		t.Errorf("%q", said)
	}
	// 3 points with most factors open say serverless only so far, and the pin
	// leaves nothing but the cluster.
	s.Answers, s.Factors = checklist.Answers{}, checklist.Factors{}.With("stateful_services", checklist.Given(true))
	s.Components[0].Pin = scenario.Some("kubernetes")
	said = evaluate(t, s).Verdict.Disagreements
	if len(said) != 1 || !strings.HasPrefix(said[0], "Your score says serverless so far (3 to 21 of 39), your costs say kubernetes (") ||
		!strings.HasSuffix(said[0], " a month, and nothing else can run it); the verdict, kubernetes, goes with your costs.") {
		t.Errorf("%q", said)
	}
	s = scenariotest.Answered("priority", "ship-fast", "skills", "product")
	s.Components = []scenario.Component{scenariotest.Small()}
	s.Components[0].IsolateMemory = scenario.Some(quantity.Exactly(256))
	if said := evaluate(t, s).Verdict.Disagreements; len(said) != 0 {
		t.Errorf("all say serverless, and yet %q", said)
	}
}

// TestCostVoice: what a month costs decides, with how many times the next one
// costs; two that cost the same say nothing.
func TestCostVoice(t *testing.T) {
	t.Parallel()
	possible := func(o checklist.Option, usd float64) Ranked {
		return Ranked{Option: o, MonthlyUSD: usd, Feasible: true}
	}
	impossible := Ranked{Option: checklist.Wasm, MonthlyUSD: 1}
	for _, c := range []struct {
		ranking []Ranked
		option  checklist.Option
		detail  string
	}{
		{[]Ranked{possible("kubernetes", 420), possible("serverless", 100), impossible}, "serverless", "by 4.2× ($100 a month against $420)"},
		{[]Ranked{possible("kubernetes", 101), possible("serverless", 100.5)}, "serverless", "by 1.01× ($101 a month against $101)"},
		{[]Ranked{possible("kubernetes", 70), possible("serverless", 0)}, "serverless", "($0 a month against $70.00)"},
		{[]Ranked{possible("kubernetes", 70), impossible}, "kubernetes", "($70.00 a month, and nothing else can run it)"},
		{[]Ranked{possible("kubernetes", 70), possible("hybrid", 70)}, "", ""},
		{[]Ranked{impossible}, "", ""},
	} {
		v, ok := (&Evaluation{}).CostVoice(c.ranking)
		if v.Option != c.option || v.Detail != c.detail || ok != (c.option != "") {
			t.Errorf("%v: %+v", c.ranking, v)
		}
	}
}

// TestDisagreementProperties: there is a sentence exactly where two voices say
// different things; it names every voice, and each voice is one of the options.
func TestDisagreementProperties(t *testing.T) {
	t.Parallel()
	b := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s := scenariotest.DrawScenario(t, 3)
		scenariotest.DrawAnswers(t, &s)
		e, err := Decide(s, b)
		if err != nil {
			t.Skip(err)
		}
		v := &e.Verdict
		options := map[checklist.Option]bool{}
		for _, voice := range v.Voices {
			if voice.Option.Title() == string(voice.Option) || voice.Option == "" {
				t.Fatalf("%s says %q", voice.Instrument, voice.Option)
			}
			options[voice.Option] = true
		}
		if (len(options) > 1) != (len(v.Disagreements) == 1) {
			t.Fatalf("%v: %q", v.Voices, v.Disagreements)
		}
		for _, text := range v.Disagreements {
			for _, voice := range v.Voices {
				if !strings.Contains(text, "our "+voiceWords[voice.Instrument].name) {
					t.Fatalf("%q leaves out %s", text, voice.Instrument)
				}
			}
		}
	})
}

func TestFormatTimes(t *testing.T) {
	t.Parallel()
	for times, want := range map[float64]string{1.0001: "1.01×", 1.04: "1.04×", 4.21: "4.2×", 180.4: "180×", 1e6: "over 10,000×", math.MaxFloat64: "over 10,000×"} {
		if got := formatTimes(times); got != want {
			t.Errorf("%v: %s, want %s", times, got, want)
		}
	}
}
