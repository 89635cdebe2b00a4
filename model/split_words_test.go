package model

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/split"
)

// TestSplitSentences: what is said carries the figures of the split itself.
func TestSplitSentences(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("hybrid")
	if err != nil {
		t.Fatal(err)
	}
	e, err := Evaluate(s, scenariotest.PriceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	saved := e.Split.Alternatives[checklist.Kubernetes] - e.Split.USD
	r := scenariotest.Sure(FindRunnerUp(t.Context(), e))
	for _, want := range []string{
		quantity.Money(e.Split.USD) + " a month: that is proven.", "the split saves " + quantity.Money(saved), "cost " + quantity.Money(e.Split.GlueUSD) + " a month of it",
		"2 further toolchains cost $4,600 a month ($2,300 each", quantity.Money(saved) + ", does not pay for them", quantity.Money(r.More) + " a month more: " + r.Moves[0].Component,
		fmt.Sprintf("agrees on %d of 18 components and costs %s", 18-len(e.Pattern().Differences), quantity.Money(e.Pattern().More)),
	} {
		if !slices.ContainsFunc(e.SplitSentences(r), func(s string) bool { return strings.Contains(s, want) }) {
			t.Errorf("%q is not in\n%s", want, strings.Join(e.SplitSentences(r), "\n"))
		}
	}
	s.People.Include = scenario.Some(true)
	e, err = Evaluate(s, scenariotest.PriceBook(t))
	if err != nil {
		t.Fatal(err)
	}
	if e.Split.Mixed() {
		t.Errorf("a saving of %v pays for toolchains of %v", saved, 4600)
	}
}

// TestGapSentence: a placement that is not proven says what is left.
func TestGapSentence(t *testing.T) {
	t.Parallel()
	e := decoded(t, glued)
	s := e.Split
	s.Optimal, s.USD, s.Least = false, 200, 150
	if got, want := e.proofSentence(&s), "$200 a month is the best placement that was found; a better one could save 25 % of it at most."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.USD = math.Inf(1)
	if s.Gap() != 0 {
		t.Errorf("no price has a gap of %v", s.Gap())
	}
}

// TestUnknownEventPriceIsSaid: in a region without a price of the bus the split
// says what its total lacks.
func TestUnknownEventPriceIsSaid(t *testing.T) {
	t.Parallel()
	e := decoded(t, strings.Replace(glued, "us-east-1", "eu-central-1", 1))
	s := e.Place([]checklist.Option{checklist.Kubernetes, checklist.Serverless})
	said := strings.Join(e.TaxSentences(&s), "\n")
	if !strings.Contains(said, "not known") || !strings.Contains(said, "EventBridge") || len(UnknownOfCalls(&s)) != 1 {
		t.Errorf("%s", said)
	}
}

func TestMovesInWordsAreCutShort(t *testing.T) {
	t.Parallel()
	moves := slices.Repeat([]split.Move{{Component: "a", From: checklist.Kubernetes, To: checklist.Wasm}}, mostMoves+2)
	if got := movesInWords(moves); !strings.HasSuffix(got, ", 2 more") || strings.Count(got, "a on wasm instead of kubernetes") != mostMoves {
		t.Error(got)
	}
}
