package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// gateway audits by how much a gateway raises what Lambda costs.
func (a *auditor) gateway() (AuditSection, error) {
	section := AuditSection{
		Title: "The gateway",
		Intro: fmt.Sprintf("Published: a gateway can double what Lambda costs. It is a price a request, so that it weighs the more the shorter and smaller a run is. At %s and %s, and for Scenario B:",
			quantity.FormatDuration(checklist.CrossoverClaimDuration), quantity.FormatMemory(checklist.CrossoverClaimMemory)),
	}
	for _, c := range []struct{ id, door, item string }{
		{"A", "http-api", "HTTP API, the caption's workload"},
		{"A", "rest-api", "REST API, the caption's workload"},
		{"B", "http-api", "HTTP API, Scenario B"},
		{"B", "rest-api", "REST API, Scenario B"},
	} {
		_, without, err := a.vary(c.id, paths.ServerlessFrontDoor.Assign("none"))
		if err != nil {
			return AuditSection{}, err
		}
		_, with, err := a.vary(c.id, paths.ServerlessFrontDoor.Assign(c.door))
		if err != nil {
			return AuditSection{}, err
		}
		q := a.settings[c.id].Workload.Requests()
		row := AuditRow{
			Item: c.item, Unit: "times", Published: checklist.GatewayClaim, Step: 0.1, Ours: usd(with, q) / usd(without, q),
			Formula: fmt.Sprintf("%s ÷ %s at %s requests a month", money(usd(with, q)), money(usd(without, q)), volume(q)),
			Why:     "it doubles the bill where a run costs as much as the call: short runs of little memory",
		}
		if row.Ours > checklist.GatewayClaim+row.Step {
			row.Why = "more than double: the call costs more than the run"
		} else if !row.Agrees() && row.Ours < checklist.GatewayClaim {
			row.Why = "less than double: the run costs more than the call"
		}
		section.Rows = append(section.Rows, row)
	}
	return section, nil
}

// network audits what the guide says that a NAT gateway costs.
func (a *auditor) network() (AuditSection, error) {
	region := a.settings["B"].Region
	hour, err := a.book.Price("nat.hour", region)
	if err != nil {
		return AuditSection{}, err
	}
	address, err := a.book.Price("ipv4.hour", region)
	if err != nil {
		return AuditSection{}, err
	}
	gb, err := a.book.Price("nat.gb", region)
	if err != nil {
		return AuditSection{}, err
	}
	section := AuditSection{
		Title: "The NAT gateway of a hybrid, and of a database in a VPC",
		Intro: "Published: the NAT gateway alone costs $100 a month or more. Amount of data and number of gateways are not published.",
	}
	for zones := 1; zones <= 3; zones++ {
		n := float64(zones)
		hours, addresses := n*costs.HoursPerMonth*hour.Tiers[0].USD, n*costs.HoursPerMonth*address.Tiers[0].USD
		row := AuditRow{
			Item: costs.Counted(n, "gateways") + ", idle", Unit: "usd", Published: checklist.HybridTrapNATUSD, Range: math.Inf(1), Ours: hours + addresses,
			Formula: fmt.Sprintf("%s × 730 h × ($%s + $%s for the address)", costs.Figure(n), costs.Figure(hour.Tiers[0].USD), costs.Figure(address.Tiers[0].USD)),
			Why:     "a gateway in each of three zones costs it with no data at all",
		}
		if left := checklist.HybridTrapNATUSD - row.Ours; left > 0 {
			row.Why = fmt.Sprintf("it takes %s GB of data a month to reach $%.0f", costs.Figure(math.Round(left/gb.Tiers[0].USD)), float64(checklist.HybridTrapNATUSD))
		}
		section.Rows = append(section.Rows, row)
	}
	return section, nil
}

// costTrap audits the bill that grows: the guide prints four months and no
// workload, so ours is Scenario B's with as many requests as cost what the first
// month does, and as many times more as the guide's bill has grown.
func (a *auditor) costTrap() (AuditSection, error) {
	lambda, first := a.lambda["B"], checklist.GrowingBill[0]
	start := reaches(lambda, first.USD)
	section := AuditSection{
		Title: "The cost trap, month by month",
		Intro: fmt.Sprintf("Published are bills and no workload. Ours are Scenario B's, which costs $%.0f at %s requests a month, with the traffic growing as the published bill does.",
			first.USD, volume(start)),
	}
	cluster := usd(a.eks["B"], a.settings["B"].Workload.Requests())
	for _, m := range checklist.GrowingBill {
		grown := start * m.USD / first.USD
		row := AuditRow{
			Item: fmt.Sprintf("Month %d: Lambda", m.Month), Unit: "usd", Published: m.USD, Step: 1, Ours: usd(lambda, grown),
			Formula: fmt.Sprintf("Scenario B at %s requests a month, %s × the first month's", volume(grown), costs.Figure(m.USD/first.USD)),
			Why:     "the month that the volume is taken from",
		}
		if m.Month != first.Month {
			row.Why = fmt.Sprintf("the NAT gateway's hours do not grow with the traffic: $%s is reached at %s", costs.Figure(m.USD), volume(reaches(lambda, m.USD)))
			if m.USD > cluster {
				row.Why += fmt.Sprintf(", and Scenario B's cluster costs %s", money(cluster))
			}
		}
		section.Rows = append(section.Rows, row)
	}
	return section, nil
}
