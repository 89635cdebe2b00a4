package model

import (
	"testing"

	"runwhere/checklist"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestWasmOnAClusterTakesTheClustersPeople: SpinKube runs on a cluster of
// one's own, so what nobody gave for Wasm is what the Kubernetes side has.
func TestWasmOnAClusterTakesTheClustersPeople(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		platform string
		set      string
		same     bool
	}{
		{"cloudflare-workers", "", false},
		{"spinkube", "", true},
		{"wasmcloud", "people.kubernetes.platform_engineer=20000", true},
		{"spinkube", "people.wasm.platform_engineer=1", false},
	} {
		s := scenario.Defaults()
		sets := []string{"platforms.wasm.kind=" + c.platform}
		if c.set != "" {
			sets = append(sets, c.set)
		}
		for _, set := range sets {
			var err error
			if s, err = scenario.Set(s, set); err != nil {
				t.Fatal(err)
			}
		}
		e, err := Evaluate(s, scenariotest.PriceBook(t))
		if err != nil {
			t.Fatal(err)
		}
		k, w := e.Platform(checklist.Kubernetes).PeopleUSD(), e.Platform(checklist.Wasm).PeopleUSD()
		if (k == w) != c.same || k == 0 {
			t.Errorf("%s %s: people cost %v on Kubernetes and %v on Wasm", c.platform, c.set, k, w)
		}
	}
}

// TestATotalOfUnknownPeopleIsUnknown: people that nobody gave are not nothing, so
// a bill with them is unknown, whatever the bill; with some of them it is the
// least.
func TestATotalOfUnknownPeopleIsUnknown(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		known PeopleKnown
		usd   float64
		want  string
	}{
		{PeopleUnknown, 241.35, "unknown"},
		{PeopleUnknown, 0, "unknown"},
		{PeopleInPart, 2524.22, "from $2,524"},
		{PeopleGiven, 16911.11, "$16,911"},
	} {
		if got := c.known.Total(c.usd); got != c.want {
			t.Errorf("%s people and $%v are %q, want %q", c.known, c.usd, got, c.want)
		}
	}
}
