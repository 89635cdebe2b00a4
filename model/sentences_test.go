package model

import (
	"slices"
	"testing"
)

// TestSentencesOfScenarioB: Lambda with its gateway costs $45.00 of NAT and
// (416.6675 + 10 + 175 + 25)/50M a request; three nodes, the control plane and
// the load balancer cost $461.725. They meet at (461.725 − 45)/626.6675 × 50M
// = 33.25M requests; of the NAT's $45.00 $12.15 are data and grow as well, so
// at (461.725 − 32.85)/(626.6675 + 12.15) × 50M = 33.57M.
func TestSentencesOfScenarioB(t *testing.T) {
	t.Parallel()
	s, err := Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	said := evaluate(t, s).Sentences()
	for _, want := range []string{
		"EKS is cheaper than Lambda from 33.6M requests a month up to 54.8M, where EKS saturates.",
		"You are 1.5× past it: Lambda costs $210 (45 %) more than EKS.",
		"3 × c5.xlarge saturate at 54.8M requests a month.",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("nobody says %q, but\n%q", want, said)
		}
	}
}

func TestSentencesWithoutACrossing(t *testing.T) {
	t.Parallel()
	// With a GPU only Kubernetes is left, and somebody has to say so.
	said := evaluate(t, answered("gpu", "yes")).Sentences()
	if !slices.Contains(said, "Lambda is refused: app needs a GPU; Lambda offers none.") {
		t.Errorf("%q", said)
	}
}
