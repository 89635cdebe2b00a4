package model

import (
	"math"
	"testing"

	"runwhere/checklist"
	"runwhere/model/hardtest"
	"runwhere/model/split"
)

// TestBetweenAddsUpTheGlue: every call across is in one pair, and what a pair
// costs is what its parts do.
func TestBetweenAddsUpTheGlue(t *testing.T) {
	t.Parallel()
	e := evaluate(t, hardtest.Inventory(20, 30, 3))
	options := e.Split.Options()
	for i := range options {
		if _, refused := e.Split.Placements[i].Refusals[checklist.Serverless]; !refused && i%2 == 0 {
			options[i] = checklist.Serverless
		}
	}
	split := e.Place(options)
	edges, calls, usd := 0, 0.0, 0.0
	for _, b := range split.Between() {
		edges, calls, usd = edges+b.Edges, calls+b.Calls, usd+b.USD
		if math.Abs(b.Events+b.Gateway+b.Data-b.USD) > 1e-6 {
			t.Errorf("%s-%s: the parts of %v are %v", b.A, b.B, b.USD, b.Events+b.Gateway+b.Data)
		}
		if b.A == b.B || b.Edges == 0 {
			t.Errorf("%+v is no pair", b)
		}
	}
	want := 0.0
	for i := range split.Glue {
		want += split.Glue[i].Calls
	}
	if edges != len(split.Glue) || edges == 0 || math.Abs(calls-want) > 1e-6*want || math.Abs(usd-split.GlueUSD) > 1e-6 {
		t.Errorf("%d edges, %v calls, %v USD of %d, %v, %v", edges, calls, usd, len(split.Glue), want, split.GlueUSD)
	}
	for i := range split.Glue {
		g := &split.Glue[i]
		if len(split.GlueOf(g.From)) == 0 || len(split.GlueOf(g.To)) == 0 {
			t.Errorf("%s and %s have no calls", g.From, g.To)
		}
	}
}

func TestSingleAndPinned(t *testing.T) {
	t.Parallel()
	s := split.Split{Alternatives: map[checklist.Option]float64{checklist.Kubernetes: 30, checklist.Serverless: 20, checklist.Wasm: math.Inf(1)}, Placements: []split.Placement{{Pinned: true}, {}}}
	if o, usd := s.Single(); o != checklist.Serverless || usd != 20 {
		t.Errorf("%s for %v", o, usd)
	}
	if s.Pinned() != 1 {
		t.Errorf("%d pins", s.Pinned())
	}
	if o, usd := (&split.Split{}).Single(); o != "" || !math.IsInf(usd, 1) {
		t.Errorf("%q for %v", o, usd)
	}
}
