package model

import (
	"slices"
	"strings"
	"testing"

	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestConstraintsNameEveryRefusal: each refusal of each platform is in the list
// once, with a source, a date and a way round.
func TestConstraintsNameEveryRefusal(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hybrid", "scenario-a", "game-backend"} {
		s, err := scenariofile.Preset(name)
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
	e := evaluate(t, scenariotest.Saturated())
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
