package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestSentencesOfScenarioB: Lambda with its gateway costs $45.00 of NAT and
// (416.6675 + 10 + 175 + 25)/50M a request; three nodes, the control plane and
// the load balancer cost $461.725. They meet at (461.725 − 45)/626.6675 × 50M
// = 33.25M requests; of the NAT's $45.00 $12.15 are data and grow as well, so
// at (461.725 − 32.85)/(626.6675 + 12.15) × 50M = 33.57M.
func TestSentencesOfScenarioB(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	said := evaluate(t, s).Sentences()
	for _, want := range []string{
		"EKS is cheaper than Lambda from 33.6M requests a month up to 59.1M, where EKS saturates.",
		"You are 1.5× past it: Lambda costs $210 (45 %) more than EKS.",
		"3 × c5.xlarge saturate at 59.1M requests a month.",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("nobody says %q, but\n%q", want, said)
		}
	}
}

func TestSentencesWithoutACrossing(t *testing.T) {
	t.Parallel()
	// With a GPU only Kubernetes is left, and somebody has to say so.
	said := evaluate(t, scenariotest.Answered("gpu", "yes")).Sentences()
	if !slices.Contains(said, "Lambda is refused: app needs a GPU; Lambda offers none.") {
		t.Errorf("%q", said)
	}
}

func TestSentencesPastTheEndOfAFleet(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	scenario.VolumeSlot{}.Set(&s, scenario.At{}, scenario.Value{Amount: quantity.Exactly(70e6)})
	said := evaluate(t, s).Sentences()
	for _, want := range []string{
		"EKS is cheaper than Lambda from 33.6M requests a month up to 59.1M, where EKS saturates.",
		"You are at 70M, past the end of EKS.",
		"At 70M requests a month ECS Fargate is the cheapest: $276.",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("nobody says %q, but\n%q", want, said)
		}
	}
}

// TestSentencesOfOneWinner: two t3.medium, a control plane and a load balancer
// are $150 a month at any volume that they carry. Scenario A's 200 ms and 256
// MiB cost $1.03 a million on Lambda, less than that up to 145M, and the two
// nodes end before.
func TestSentencesOfOneWinner(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-a")
	if err != nil {
		t.Fatal(err)
	}
	said := evaluate(t, s).Sentences()
	for _, want := range []string{
		"Lambda stays cheaper than EKS from 10K up to 10B requests a month.",
		"At 100K requests a month Lambda is the cheapest: $0.10.",
		"Workers is refused: api needs 256 MiB in an isolate; a Workers isolate has 128 MB.",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("nobody says %q, but\n%q", want, said)
		}
	}
}

// TestSentencesOfAContestedBand holds the sentence against a plain scan of the
// two bills: nodes make the cluster's a staircase, which meets the other line
// more than once.
func TestSentencesOfAContestedBand(t *testing.T) {
	t.Parallel()
	s := scenariotest.Answered("traffic", "unpredictable")
	s.Serverless.FrontDoor, s.Serverless.NATGateways = scenario.Some("http-api"), scenario.Some(quantity.Exactly(1))
	e := evaluate(t, s)
	k, l := e.Curve(e.Platforms[0]), e.Curve(e.Platforms[2])
	changes, first, last := 0, 0.0, 0.0
	cheaper := k.Cost(10e6) < l.Cost(10e6)
	for v := 10e6; v <= 400e6; v += 1e4 {
		if now := k.Cost(v) < l.Cost(v); now != cheaper {
			cheaper, last = now, v
			if changes++; changes == 1 {
				first = v
			}
		}
	}
	if changes < 3 || !cheaper {
		t.Fatalf("%d changes are no contested band that EKS wins", changes)
	}
	want := fmt.Sprintf("Between %s and %s requests a month the cheaper one of EKS and Lambda changes %d times; EKS is cheaper from there and stays so.",
		quantity.ShortCount(first), quantity.ShortCount(last), changes)
	if said := e.Sentences(); said[0] != want {
		t.Errorf("%q, a scan says %q", said[0], want)
	}
	// 1M is far below: the sentence compares with the first change.
	if below := fmt.Sprintf("You are %.0f× below it: ", first/1e6); !strings.HasPrefix(e.Sentences()[1], below) {
		t.Errorf("%q does not begin with %q", e.Sentences()[1], below)
	}
}

// TestOneNodeSaturates: one node takes the singular.
func TestOneNodeSaturates(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.Kubernetes.Nodes = scenario.Some("1")
	if said := evaluate(t, s).Sentences(); !slices.ContainsFunc(said, func(text string) bool { return strings.HasPrefix(text, "1 × c5.xlarge saturates at ") }) {
		t.Errorf("%q", said)
	}
}
