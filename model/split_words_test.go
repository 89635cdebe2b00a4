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
		"The split saves " + quantity.Money(saved) + " a month", "calls " + quantity.Money(e.Split.GlueUSD) + ", 2 further toolchains $4,600 (assumed; not in the total, people.include counts it)",
		"that does not pay for 2 further toolchains, $4,600.", quantity.Money(r.More) + " a month more: " + r.Moves[0].Component,
		fmt.Sprintf("agrees with the optimum on %d of 18 components, and costs %s", 18-len(e.Pattern().Differences), quantity.Money(e.Pattern().More)),
		"All on EKS " + quantity.Money(e.Split.Alternatives[checklist.Kubernetes]),
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

// TestGapIsSaid: a placement that is not proven says what is left.
func TestGapIsSaid(t *testing.T) {
	t.Parallel()
	e := decoded(t, glued)
	s := e.Split
	s.Optimal, s.USD, s.Least = false, 200, 150
	if got, want := Proof(&s), "the best found; a better one could save at most 25 %"; got != want {
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
	unknown := UnknownOfCalls(&s)
	if said := e.TaxSentence(&s); !strings.Contains(said, "without what has no known price") || len(unknown) != 1 || !strings.Contains(unknown[0], "EventBridge") {
		t.Errorf("%s\n%v", said, unknown)
	}
}

func TestMovesInWordsAreCutShort(t *testing.T) {
	t.Parallel()
	moves := slices.Repeat([]split.Move{{Component: "a", From: checklist.Kubernetes, To: checklist.Wasm}}, mostMoves+2)
	if got := movesInWords(moves); !strings.HasSuffix(got, ", 2 more") || strings.Count(got, "a on wasm instead of kubernetes") != mostMoves {
		t.Error(got)
	}
}
