package guide

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// Trap is one of the framework's four costs of running two sides, with what it
// is in this scenario.
type Trap struct {
	checklist.Point
	Applies bool    // whether the cheapest placement uses more than one platform
	USD     float64 // a month that it adds here, as far as it is known; NaN where it is not
	InPart  bool    // whether a part of it is unknown, so that USD is the least
	How     string  // where the figure comes from, and what of it is unknown
}

// Amount prints the monthly cost, or that it is unknown.
func (t *Trap) Amount() string {
	switch {
	case !t.Applies:
		return "does not apply"
	case math.IsNaN(t.USD):
		return "unknown"
	case t.InPart:
		return "from " + quantity.Money(t.USD)
	}
	return quantity.Money(t.USD)
}

// trapPeople are the lines of people and tools that a trap doubles. The guide
// has figures for one side only.
var trapPeople = map[string][]string{
	"two-deployments":   {"ci_cd_upkeep"},
	"two-monitorings":   {"monitoring", "incident_response"},
	"two-mental-models": {"training"},
}

// TrapsSentence names the traps that apply with what each costs a month, "" where
// none does.
func TrapsSentence(traps []Trap) string {
	var parts []string
	for i := range traps {
		if t := &traps[i]; t.Applies {
			parts = append(parts, strings.ToLower(t.Title[:1])+t.Title[1:]+" "+t.Amount())
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Traps of a hybrid: " + strings.Join(parts, " · ")
}

// HybridTraps are the traps of the cheapest placement. Where the recommendation
// is not the hybrid they are what that placement would bring.
func HybridTraps(e *model.Evaluation) []Trap { return TrapsOf(e, &e.Split) }

// TrapsOf says of each published trap of a hybrid whether it applies to a
// placement and what it costs there.
func TrapsOf(e *model.Evaluation, s *split.Split) []Trap {
	var sides []*costs.Platform
	for o, option := range checklist.Placeable {
		if len(s.Of(option)) > 0 {
			sides = append(sides, e.Platforms[o])
		}
	}
	traps := make([]Trap, len(checklist.HybridTraps))
	for i, published := range checklist.HybridTraps {
		t := &traps[i]
		*t = Trap{Point: published, Applies: s.Feasible && s.Mixed(), USD: math.NaN()}
		switch lines, people := trapPeople[published.ID]; {
		case !s.Feasible:
			t.How = "a component has no place, so there is no placement to look at"
		case !t.Applies:
			t.How = "the placement puts every component on one platform"
			if s == &e.Split {
				t.How = "the cheapest placement puts every component on one platform"
			}
		case people:
			t.secondSide(e, sides, lines)
		default:
			t.betweenSides(e, s)
		}
	}
	return traps
}

// secondSide adds up what the sides after the first take of some lines of
// people and tools: what was given, else the guide's line once more where the
// assumption of a second toolchain has it.
func (t *Trap) secondSide(e *model.Evaluation, sides []*costs.Platform, ids []string) {
	t.USD = 0
	var said []string
	assumed := !e.Scenario.People.Toolchain.Given()
	for n, p := range sides {
		for _, id := range ids {
			what := taxLabel(id) + " on " + p.Name + ": "
			i := slices.IndexFunc(p.People, func(l costs.PeopleLine) bool { return l.ID == id })
			switch {
			case i >= 0:
				line := &p.People[i]
				from := "the guide's figure"
				if line.Source == plan.GivenPeople {
					from = "given"
				}
				said = append(said, fmt.Sprintf("%s%s (%s)", what, quantity.Money(line.USD), from))
				if n > 0 {
					t.USD += line.USD
				}
			case n == 0:
				said = append(said, what+"unknown")
			case !slices.Contains(scenario.ToolchainLines, id):
				t.InPart = true
				said = append(said, fmt.Sprintf("%sunknown, and not counted (people.%s.%s)", what, p.Option, id))
			case assumed:
				t.USD += guideLine(id).USD
				said = append(said, fmt.Sprintf("%sassumed to cost the guide's %s once more ("+paths.PeopleSecondToolchain.String()+")", what, quantity.Money(guideLine(id).USD)))
			default:
				t.USD = math.NaN()
				said = append(said, fmt.Sprintf("%sa part of the %s that "+paths.PeopleSecondToolchain.String()+" gives", what, quantity.Money(e.Resolved.Toolchain)))
			}
		}
	}
	t.How = strings.Join(said, "; ")
}

func taxLabel(id string) string { return guideLine(id).Label }

// guideLine is a line of the published table.
func guideLine(id string) checklist.TaxLine {
	for _, line := range checklist.HiddenTax {
		if line.ID == id {
			return line
		}
	}
	return checklist.TaxLine{ID: id, Label: id}
}

// betweenSides is what the bills of the placement pay for NAT gateways and for
// the calls that cross from one side to another, beside the published figure.
func (t *Trap) betweenSides(e *model.Evaluation, s *split.Split) {
	t.USD = s.GlueUSD
	var said []string
	for _, option := range checklist.Placeable {
		platform := e.PartOn(s, option)
		if platform == nil {
			continue
		}
		usd := 0.0
		bill := platform.Bill(e.Volume())
		for i := range bill.Lines {
			if id := bill.Lines[i].Meter; id == "nat" || id == "nat-data" {
				usd += bill.Lines[i].USD
			}
		}
		t.USD += usd
		if usd > 0 {
			said = append(said, fmt.Sprintf("%s for NAT on %s", quantity.Money(usd), platform.Name))
		}
	}
	text := "no NAT gateway is in the bills of the placement"
	if len(said) > 0 {
		text = "in the bills of the placement: " + words.ListWords(said)
	}
	t.How = fmt.Sprintf("%s; the guide says over %s. %s", text, quantity.Money(checklist.HybridTrapNATUSD), acrossText(e, s))
	t.InPart = len(e.Resolved.Workload.Calls) == 0 || len(model.UnknownOfCalls(s)) > 0
}

// acrossText is what the calls from one side to another are and cost.
func acrossText(e *model.Evaluation, s *split.Split) string {
	switch {
	case len(e.Resolved.Workload.Calls) == 0:
		return "What crosses the sides is unknown: no component says whom it calls (components.*.calls)"
	case len(s.Glue) == 0:
		return "None of the described calls crosses the sides"
	}
	calls := 0.0
	for i := range s.Glue {
		calls += s.Glue[i].Calls
	}
	text := fmt.Sprintf("Calls across the sides, %s a month, cost %s", quantity.ShortCount(calls), quantity.Money(s.GlueUSD))
	if unknown := model.UnknownOfCalls(s); len(unknown) > 0 {
		text += "; not in it, as its price is not known: " + strings.Join(unknown, ", ")
	}
	return text
}
