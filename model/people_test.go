package model

import (
	"slices"
	"strings"
	"testing"

	"runwhere/costs"
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
		s := Defaults()
		sets := []string{"platforms.wasm.kind=" + c.platform}
		if c.set != "" {
			sets = append(sets, c.set)
		}
		for _, set := range sets {
			var err error
			if s, err = Set(s, set); err != nil {
				t.Fatal(err)
			}
		}
		e, err := Evaluate(s, priceBook(t))
		if err != nil {
			t.Fatal(err)
		}
		k, w := e.Platform(costs.Kubernetes).PeopleUSD(), e.Platform(costs.Wasm).PeopleUSD()
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

// TestPeopleAreKnownWhereSomebodyGaveThem: the guide publishes figures for
// Kubernetes alone; for other options what the scenario gives counts, also a
// zero; of a mix at least the further toolchain is known.
func TestPeopleAreKnownWhereSomebodyGaveThem(t *testing.T) {
	t.Parallel()
	s, err := Preset("saas-api") // its best mix is on Lambda and Workers
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		set               string
		lambda, work, mix PeopleKnown
	}{
		{"", PeopleUnknown, PeopleUnknown, PeopleInPart},
		{"people.serverless.training=500", PeopleGiven, PeopleUnknown, PeopleGiven},
		{"people.serverless.training=0", PeopleGiven, PeopleUnknown, PeopleGiven},
		{"people.wasm.training=500", PeopleUnknown, PeopleGiven, PeopleGiven},
	} {
		with := s
		if c.set != "" {
			with = sure(Set(s, c.set))
		}
		e := sure(Evaluate(with, priceBook(t)))
		for name, each := range map[string]struct{ got, want PeopleKnown }{
			"EKS":     {e.PeopleKnown(e.Platform(costs.Kubernetes)), PeopleGiven},
			"Lambda":  {e.PeopleKnown(e.Platform(costs.Serverless)), c.lambda},
			"Workers": {e.PeopleKnown(e.Platform(costs.Wasm)), c.work},
			"mix":     {e.PeopleKnown(e.Mix), c.mix},
		} {
			if each.got != each.want {
				t.Errorf("%q: people of %s are %s, want %s", c.set, name, each.got, each.want)
			}
		}
		outlook := e.Growth()
		for _, own := range e.Ownership(&outlook) {
			if own.Option == "serverless" && (own.WithPeople(own.NowPeople) == "unknown") != (c.lambda == PeopleUnknown) {
				t.Errorf("%q: serverless costs %s with people", c.set, own.WithPeople(own.NowPeople))
			}
		}
	}
}

// TestWhatIsComparedIsSaid: with people counted in a platform whose people nobody
// gave is compared by its bill alone, which is said, and by no factor.
func TestWhatIsComparedIsSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sets []string
		said bool
	}{
		{nil, false},
		{[]string{"people.include=true"}, true},
		{[]string{"people.include=true", "people.serverless.training=500", "people.wasm.training=0"}, false},
	} {
		s := Defaults()
		for _, set := range c.sets {
			s = sure(Set(s, set))
		}
		e := sure(Evaluate(s, priceBook(t)))
		said := strings.Join(e.Sentences(), " ")
		if got := strings.Contains(said, "Lambda without its people"); got != c.said {
			t.Errorf("%v: %s", c.sets, said)
		}
		if c.said && (strings.Contains(said, "× as much") || strings.Contains(said, "%)")) {
			t.Errorf("%v: a factor of what is not known: %s", c.sets, said)
		}
		want := ""
		if c.said {
			want = "Nobody gave the people of Lambda (people.*): what is compared there is the bill alone."
		}
		outlook := e.Growth()
		if got := e.Uncounted(); got != want || slices.Contains(outlook.Sentences(), want) != c.said {
			t.Errorf("%v: %q, want %q; of the months %q", c.sets, got, want, outlook.Sentences())
		}
	}
}
