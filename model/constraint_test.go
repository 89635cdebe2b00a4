package model

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestConstraintsNameEveryRefusal: each refusal of each platform is in the list
// once, with a source, a date and a way round.
func TestConstraintsNameEveryRefusal(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hybrid", "scenario-a", "game-backend"} {
		s, err := Preset(name)
		if err != nil {
			t.Fatal(err)
		}
		e := evaluate(t, s)
		list := e.Constraints()
		for _, p := range e.Platforms {
			for _, r := range slices.Concat(p.Refusals, p.Caveats) {
				times := 0
				for i := range list {
					if c := &list[i]; c.Platform == p && c.Limit == r.Limit && slices.Contains(c.Components, r.Component) {
						times++
					}
				}
				if times != 1 {
					t.Errorf("%s: %s %s is listed %d times", name, r.Component, r.Limit, times)
				}
			}
		}
		for i := range list {
			if c := &list[i]; c.WayRound == "" || c.Source == "" || c.AsOf == "" {
				t.Errorf("%s: %+v", name, c)
			}
		}
	}
}

func TestConstraintsOfAFleetAndAPin(t *testing.T) {
	t.Parallel()
	var said []string
	e := evaluate(t, saturated())
	for _, c := range e.Constraints() {
		said = append(said, c.Text()+" / "+c.WayRound)
	}
	text := strings.Join(said, "\n")
	for _, want := range []string{"EKS cannot carry today's volume: 1 × c5.xlarge saturates at ", "/ more nodes, or nodes: auto", "core is pinned to kubernetes / leave the pin out", "edge is pinned to serverless"} {
		if !strings.Contains(text, want) {
			t.Errorf("nobody says %q:\n%s", want, text)
		}
	}
}

// TestOwnershipAgainstEvaluations: the four figures of every option are those
// of whole evaluations today and at the volume of month 24, 1.05^24 times
// today's.
func TestOwnershipAgainstEvaluations(t *testing.T) {
	t.Parallel()
	s, err := Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.Growth.Monthly, s.People.Serverless.Monitoring, s.Kubernetes.Nodes = Some(Exactly(0.05)), Some(Exactly(300)), Some("auto")
	e := evaluate(t, s)
	o := e.Growth()
	then := s.Clone()
	volumeSlot{}.set(&then, At{}, Value{Amount: Exactly(50e6 * math.Pow(1.05, 24))})
	later := evaluate(t, then)
	list := e.Ownership(&o)
	if len(list) != 4 {
		t.Fatalf("%d options", len(list))
	}
	for _, own := range list {
		now, grown := e.rankOf(own.Option), later.rankOf(own.Option)
		people := map[string]float64{"kubernetes": 16500, "serverless": 300}[string(own.Option)]
		if !e.ownPrice(now) {
			if !math.IsInf(own.Now, 1) || own.Why == "" {
				t.Errorf("%+v", own)
			}
			continue
		}
		for name, c := range map[string][2]float64{
			"now": {own.Now, now.MonthlyUSD}, "with people": {own.NowPeople, now.MonthlyUSD + people},
			"then": {own.Then, grown.MonthlyUSD}, "then with people": {own.ThenPeople, grown.MonthlyUSD + people},
		} {
			if math.Abs(c[0]-c[1]) > 1e-6 {
				t.Errorf("%s %s: %v, want %v", own.Option, name, c[0], c[1])
			}
		}
	}
	if unpaid := Unpaid(list); len(unpaid) != 0 {
		t.Errorf("nobody pays for %v", unpaid)
	}
}
