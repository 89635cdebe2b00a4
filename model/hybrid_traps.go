package model

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
)

// Trap is one of the framework's four costs of running two sides, with what it
// is in this scenario.
type Trap struct {
	checklist.Point
	Applies bool    // whether the cheapest placement uses more than one platform
	USD     float64 // a month that it adds here, as far as it is known; NaN where it is not
	How     string  // where the figure comes from, and what of it is unknown
}

// Amount prints the monthly cost, or that it is unknown.
func (t *Trap) Amount() string {
	switch {
	case !t.Applies:
		return "does not apply"
	case math.IsNaN(t.USD):
		return "unknown"
	}
	return Money(t.USD)
}

// trapPeople are the lines of people and tools that a trap doubles. The guide
// has figures for one side only.
var trapPeople = map[string][]string{
	"two-deployments":   {"ci_cd_upkeep"},
	"two-monitorings":   {"monitoring", "incident_response"},
	"two-mental-models": {"training"},
}

// HybridTraps says of each published trap of a hybrid whether it applies to the
// cheapest placement and what it costs there. Where the recommendation is not
// the hybrid they are what that placement would bring.
func (e *Evaluation) HybridTraps() []Trap {
	var sides []*costs.Platform
	for o, option := range costs.Options {
		if len(e.Split.Of(option)) > 0 {
			sides = append(sides, e.Platforms[o])
		}
	}
	traps := make([]Trap, len(checklist.HybridTraps))
	for i, published := range checklist.HybridTraps {
		t := &traps[i]
		*t = Trap{Point: published, Applies: e.Split.Feasible && e.Split.Mixed(), USD: math.NaN()}
		switch lines, people := trapPeople[published.ID]; {
		case !e.Split.Feasible:
			t.How = "a component has no place, so there is no placement to look at"
		case !t.Applies:
			t.How = "the cheapest placement puts every component on one platform"
		case people:
			t.secondSide(sides, lines)
		default:
			t.betweenSides(e)
		}
	}
	return traps
}

// secondSide adds up what the sides after the first take of some lines of
// people and tools.
func (t *Trap) secondSide(sides []*costs.Platform, ids []string) {
	t.USD = 0
	var said []string
	for n, p := range sides {
		for _, id := range ids {
			label := taxLabel(id)
			i := slices.IndexFunc(p.People, func(l costs.PeopleLine) bool { return l.ID == id })
			switch {
			case i < 0 && n > 0:
				t.USD = math.NaN()
				said = append(said, fmt.Sprintf("%s on %s: unknown (people.%s.%s)", label, p.Name, p.Option, id))
			case i < 0:
				said = append(said, fmt.Sprintf("%s on %s: unknown", label, p.Name))
			default:
				line := &p.People[i]
				from := "the guide's figure"
				if line.Source == peopleGiven {
					from = "given"
				}
				said = append(said, fmt.Sprintf("%s on %s: %s (%s)", label, p.Name, Money(line.USD), from))
				if n > 0 {
					t.USD += line.USD
				}
			}
		}
	}
	t.How = strings.Join(said, "; ")
}

func taxLabel(id string) string {
	for _, line := range checklist.HiddenTax {
		if line.ID == id {
			return line.Label
		}
	}
	return id
}

// betweenSides is what the bills of the placement pay for NAT gateways, beside
// the published figure, and how much crosses from one side to another.
func (t *Trap) betweenSides(e *Evaluation) {
	line := e.hybridLine()
	if len(line.parts) == 0 {
		t.How = "no bill of the placement: " + line.Why
		return
	}
	t.USD = 0
	var said []string
	for _, part := range line.parts {
		usd, bill := 0.0, part.platform.Bill(e.Volume()*part.share)
		for i := range bill.Lines {
			if id := bill.Lines[i].Meter; id == "nat" || id == "nat-data" {
				usd += bill.Lines[i].USD
			}
		}
		t.USD += usd
		if usd > 0 {
			said = append(said, fmt.Sprintf("%s for NAT on %s", Money(usd), part.platform.Name))
		}
	}
	text := "no NAT gateway is in the bills of the placement"
	if len(said) > 0 {
		text = "in the bills of the placement already: " + listWords(said)
	}
	t.How = fmt.Sprintf("%s; the guide says over %s. %s", text, Money(checklist.HybridTrapNATUSD), e.acrossText())
}

// Across is what the components call across the sides of the cheapest
// placement a month.
type Across struct {
	Described bool    // whether any call is described
	Edges     int     // calls from one component to another that cross
	Calls     float64 // a month
	KiB       float64 // a month
}

// assumedPayload is the KiB of a call that gives none.
const assumedPayload = 4.0

// Across counts the described calls that leave their side.
func (e *Evaluation) Across() Across {
	var a Across
	option := map[string]costs.Option{}
	for _, p := range e.Split.Placements {
		option[p.Component] = p.Option
	}
	for i := range e.Scenario.Components {
		from := e.Resolved.Workload.Components[i]
		for _, call := range e.Scenario.Components[i].Calls {
			a.Described = true
			if option[call.To] == option[from.Name] {
				continue
			}
			calls := from.Requests * call.PerRequest.Or(Exactly(1)).Value()
			a.Edges++
			a.Calls += calls
			a.KiB += calls * call.Payload.Or(Exactly(assumedPayload)).Value()
		}
	}
	return a
}

// kibPerGiB turns KiB into GiB.
const kibPerGiB = 1 << 20

func (e *Evaluation) acrossText() string {
	a := e.Across()
	switch {
	case !a.Described:
		return "What crosses the sides is unknown: no component says whom it calls (components.*.calls)"
	case a.Edges == 0:
		return "None of the described calls crosses the sides"
	}
	return fmt.Sprintf("%s across the sides: %s a month with %s GiB; what they cost beyond that is unknown",
		costs.Counted(float64(a.Edges), "described calls"), ShortCount(a.Calls), costs.Figure(a.KiB/kibPerGiB))
}
