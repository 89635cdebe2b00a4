package model

import (
	"slices"
	"strings"

	"runwhere/costs"
)

// ParityRow is one kind of thing that a system needs wherever it runs, and what
// each platform charges for it.
type ParityRow struct {
	ID, Label string
	Cells     []ParityCell // by platform, as Billable lists them
}

// ParityCell is what one platform charges for one kind of thing.
type ParityCell struct {
	USD     float64  // of those whose price is known
	Meters  []string // the lines of its bill, none where it charges nothing
	Unknown bool     // whether the price of any of them is not known
}

// parityKind is a kind of thing, and which meters charge for it.
type parityKind struct {
	id, label string
	charges   func(meter string) bool
}

// parityKinds are the kinds of things. What no other row has is computing and what
// comes with the platform.
var parityKinds = []parityKind{
	{"front-door", "front door", anyOf("gateway", "gateway-minutes", "alb", "alb-lcu", "load-balancer", "load-balancer-data", "streaming", "cdn")},
	{"network", "NAT, addresses, zones", anyOf("nat", "nat-data", "ipv4", "endpoints", "endpoint-data", "zone-data")},
	{"egress", "egress", anyOf("egress")},
	{"logs", "logs", anyOf("logs")},
	{"events", "event sources", costs.IsSource},
	{"commitment", "under a commitment", func(meter string) bool { return strings.Contains(meter, "-committed") }}, // of each pool
	{"fixed", "fees", anyOf("control-plane", "extended-support", "management", "vcpu-fee", "base", "agents")},
}

func anyOf(meters ...string) func(string) bool {
	return func(meter string) bool { return slices.Contains(meters, meter) }
}

// ParityPeople is the row of people and tools, which no bill shows.
const ParityPeople = "people"

// Parity says what each platform with a bill charges for each kind of thing at a
// volume. All rows but that of people add up to its bill; that of people is the
// same as everywhere else, whether or not the totals include them.
func (e *Evaluation) Parity(volume float64) []ParityRow {
	platforms := e.ParityPlatforms()
	rows := make([]ParityRow, 0, len(parityKinds)+2)
	for _, k := range parityKinds {
		rows = append(rows, ParityRow{ID: k.id, Label: k.label, Cells: make([]ParityCell, len(platforms))})
	}
	rows = append(rows,
		ParityRow{ID: "compute", Label: "computing and the rest", Cells: make([]ParityCell, len(platforms))},
		ParityRow{ID: ParityPeople, Label: "people (on no bill)", Cells: make([]ParityCell, len(platforms))})
	for i, p := range platforms {
		for _, line := range p.Bill(volume).Lines {
			row := slices.IndexFunc(parityKinds, func(k parityKind) bool { return k.charges(line.Meter) })
			if row < 0 {
				row = len(parityKinds)
			}
			cell := &rows[row].Cells[i]
			cell.USD += line.USD
			cell.Unknown = cell.Unknown || line.Unknown != ""
			cell.Meters = append(cell.Meters, line.Meter)
		}
		people := &rows[len(rows)-1].Cells[i]
		people.USD = p.PeopleUSD()
		for _, line := range p.People {
			people.Meters = append(people.Meters, line.ID)
		}
	}
	return rows
}

// ParityPlatforms are the platforms of the table: those that have a bill, with a
// total or without one.
func (e *Evaluation) ParityPlatforms() []*costs.Platform {
	var platforms []*costs.Platform
	for _, p := range e.Platforms {
		if p.Unbilled == nil || p.Partly() {
			platforms = append(platforms, p)
		}
	}
	return platforms
}
