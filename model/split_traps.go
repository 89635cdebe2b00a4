package model

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
)

// SplitTrap is one of the framework's four costs of running both sides with
// what it is in a placement.
type SplitTrap struct {
	checklist.Point
	USD float64 // a month; NaN where it is not known by itself
	How string  // where the figure is from
}

// trapLine says which line of the guide's table a trap takes once more for
// every platform beyond the first: those of toolchainLines.
var trapLine = map[string]string{"two-deployments": "ci_cd_upkeep", "two-monitorings": "monitoring", "two-mental-models": "training"}

// SplitTraps prices the framework's four traps of a hybrid for a placement; nil
// where it is on one platform. Three of them are the parts of the second
// toolchain, the fourth is the network: NAT gateways in the bills of the
// placement and the data of its calls across.
func (e *Evaluation) SplitTraps(s *Split) []SplitTrap {
	if !s.Mixed() {
		return nil
	}
	_, given := e.Scenario.People.Toolchain.Get()
	further := len(s.ByOption) - 1
	var traps []SplitTrap
	for _, point := range checklist.HybridTraps {
		trap := SplitTrap{Point: point, USD: math.NaN()}
		switch id, people := trapLine[point.ID]; {
		case !people:
			trap.USD, trap.How = e.networkTrap(s)
		case given:
			trap.How = fmt.Sprintf("part of the %s of people.second_toolchain", Money(s.ToolchainUSD))
		default:
			line := checklist.HiddenTax[slices.IndexFunc(checklist.HiddenTax, func(l checklist.TaxLine) bool { return l.ID == id })]
			trap.USD = line.USD * float64(further)
			trap.How = fmt.Sprintf("assumed: %s of the guide's table once more, %s", line.Label, Money(line.USD))
			if further > 1 {
				trap.How += fmt.Sprintf(" × %d", further)
			}
		}
		traps = append(traps, trap)
	}
	return traps
}

// networkTrap adds up NAT gateways and data across. Both are in the total
// already.
func (e *Evaluation) networkTrap(s *Split) (float64, string) {
	usd := 0.0
	var parts []string
	for _, option := range costs.Options {
		platform, err := e.platformFor(s, option)
		if platform == nil || err != nil {
			continue
		}
		nat := 0.0
		for _, line := range platform.Bill(s.requestsOn(e, option)).Lines {
			if line.Meter == "nat" || line.Meter == "nat-data" {
				nat += line.USD
			}
		}
		if nat > 0 {
			parts = append(parts, fmt.Sprintf("NAT on %s %s", platform.Name, Money(nat)))
		}
		usd += nat
	}
	data := 0.0
	for _, b := range s.Between() {
		data += b.Data
	}
	if usd += data; data > 0 {
		parts = append(parts, "data of the calls "+Money(data))
	}
	if len(parts) == 0 {
		parts = []string{"no NAT gateway and no data across is billed"}
	}
	return usd, fmt.Sprintf("in the total: %s; the guide says over %s", strings.Join(parts, ", "), Money(checklist.HybridTrapNATUSD))
}

// platformFor builds the platform of an option for what a placement puts there
// alone; nil where that is nothing.
func (e *Evaluation) platformFor(s *Split, option costs.Option) (*costs.Platform, error) {
	w := e.workloadOn(s, option)
	if len(w.Components) == 0 {
		return nil, nil
	}
	return costs.Build(e.Resolved.Kinds[slices.Index(costs.Options, option)], e.Book, &e.Resolved.Settings, w)
}

// workloadOn is the part of the system that a placement puts on an option.
func (e *Evaluation) workloadOn(s *Split, option costs.Option) costs.Workload {
	var w costs.Workload
	for i := range s.Placements {
		if s.Placements[i].Option == option {
			w.Components = append(w.Components, e.Resolved.Workload.Components[i])
		}
	}
	return w
}

func (s *Split) requestsOn(e *Evaluation, option costs.Option) float64 {
	w := e.workloadOn(s, option)
	return w.Requests()
}
