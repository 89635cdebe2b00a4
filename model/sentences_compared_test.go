package model

import (
	"slices"
	"strings"
	"testing"

	"runwhere/costs"
	scenariofile "runwhere/model/scenario/file"
)

// TestComparedSentences holds the sentences against a plain scan of the bills:
// what is said of a compared platform is where it costs less than all others.
func TestComparedSentences(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	if said := evaluate(t, s).ComparedSentences(); len(said) != 0 {
		t.Errorf("nothing is compared, yet %q", said)
	}
	s.Compare = []string{"gke", "cloud-run", "akamai-functions"}
	e := evaluate(t, s)
	said := e.ComparedSentences()
	const rule = "Platforms that are only compared take no part in split and verdict."
	if said[len(said)-1] != rule || len(said) < 2 {
		t.Fatalf("%q", said)
	}
	for _, p := range e.Platforms[3:] {
		wins := slices.ContainsFunc(e.Envelope(), func(g costs.Segment) bool { return g.Cheapest == p })
		named := slices.ContainsFunc(said, func(text string) bool { return strings.HasPrefix(text, p.Name+", only compared, ") })
		if wins != named {
			t.Errorf("%s is the cheapest somewhere: %v; said so: %v\n%q", p.Name, wins, named, said)
		}
	}
	// Akamai publishes no price and can be the cheapest nowhere.
	s.Compare = []string{"akamai-functions"}
	if said := evaluate(t, s).ComparedSentences(); !slices.Equal(said, []string{"No platform that is only compared is the cheapest at any volume.", rule}) {
		t.Errorf("%q", said)
	}
}

// TestSaturationNamesItsCluster: one cluster needs no name, of two each has
// its own end.
func TestSaturationNamesItsCluster(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.Compare = []string{"eks-auto"}
	said := evaluate(t, s).Sentences()
	if !slices.Contains(said, "EKS: 3 × c5.xlarge saturate at 59.1M requests a month.") {
		t.Errorf("%q", said)
	}
}
