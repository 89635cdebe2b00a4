package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
)

// table audits the crossover table: each published row beside ours for the
// workload that the row really is, and for that of the caption.
func (a *auditor) table() (AuditSection, error) {
	_, restA, err := a.vary("A", "platforms.serverless.front_door=rest-api")
	if err != nil {
		return AuditSection{}, err
	}
	peakB, _, err := a.vary("B", "platforms.kubernetes.nodes=peak")
	if err != nil {
		return AuditSection{}, err
	}
	section := AuditSection{
		Title: "Table: both totals by volume",
		Intro: fmt.Sprintf("The caption names %s and %s. The first three rows are that workload without gateway, logs and NAT; the last three are Scenario B's workload with all of them.",
			model.FormatDuration(checklist.CrossoverClaimDuration), model.FormatMemory(checklist.CrossoverClaimMemory)),
	}
	for _, r := range checklist.CrossoverTable {
		volume := model.FormatCount(r.Requests)
		lambda, eks := a.lambda[r.Workload], a.eks[r.Workload]
		other := fmt.Sprintf("the caption's workload costs %s without a gateway and %s with a REST API; Scenario B's costs %s",
			money(usd(a.lambda["A"], r.Requests)), money(usd(restA, r.Requests)), money(usd(a.lambda["B"], r.Requests)))
		row := AuditRow{
			Item: volume + ": Lambda", Unit: "usd", Published: r.Lambda.USD, Step: r.Lambda.Step, Ours: usd(lambda, r.Requests),
			Formula: "Scenario " + r.Workload + " at " + volume, Why: other,
		}
		section.Rows = append(section.Rows, row, a.clusterRow(r, eks, peakB))
	}
	return section, nil
}

// clusterRow audits the cluster's side of a row. The guide's cluster costs
// what it costs; the question is whether it carries the volume.
func (a *auditor) clusterRow(r checklist.CrossoverRow, eks, peakB *costs.Platform) AuditRow {
	row := AuditRow{
		Item: model.FormatCount(r.Requests) + ": EKS", Unit: "usd", Published: r.EKS.USD, Step: r.EKS.Step, Ours: usd(eks, r.Requests),
		Formula: fmt.Sprintf("%s × %s of Scenario %s, whatever the volume", costs.Figure(eks.Fleet.Cluster.Nodes), eks.Fleet.Node.Type, r.Workload),
	}
	if limit := eks.MaxVolume(); r.Requests > limit {
		row.Why = fmt.Sprintf("these nodes carry %s requests a month", volume(limit))
		if r.Workload == "B" {
			row.Why += fmt.Sprintf("; sized for the busiest hour it takes %s nodes and costs %s", costs.Figure(peakB.Fleet.PeakNodes(r.Requests)), money(usd(peakB, r.Requests)))
		}
		return row
	}
	row.Why = fmt.Sprintf("these nodes carry the volume, and up to %s requests a month", volume(eks.MaxVolume()))
	return row
}

// crossover audits the published volume from which Kubernetes is cheaper.
func (a *auditor) crossover() (AuditSection, error) {
	published, _ := checklist.PublishedScenarioByID("A")
	cluster := published.EKS.Total.USD
	ours := usd(a.eks["A"], a.settings["A"].Workload.Requests())
	section := AuditSection{
		Title: "The crossover",
		Intro: fmt.Sprintf("Published: about %s to %s requests a month at %s and %s. The front door decides where it is.",
			model.FormatCount(checklist.CrossoverClaimLow), model.FormatCount(checklist.CrossoverClaimHigh),
			model.FormatDuration(checklist.CrossoverClaimDuration), model.FormatMemory(checklist.CrossoverClaimMemory)),
	}
	for _, door := range []struct{ key, label string }{
		{"rest-api", "REST API"},
		{"http-api", "HTTP API"},
		{"none", "no gateway, or a function URL"},
	} {
		_, lambda, err := a.vary("A", "platforms.serverless.front_door="+door.key)
		if err != nil {
			return AuditSection{}, err
		}
		row := AuditRow{
			Item: "With " + door.label, Unit: "requests", Published: checklist.CrossoverClaimLow, Range: checklist.CrossoverClaimHigh,
			Ours:    reaches(lambda, cluster),
			Formula: fmt.Sprintf("where Lambda costs as much as the published $%.0f cluster", cluster),
			Why:     fmt.Sprintf("against our %s for the same cluster it is %s", money(ours), volume(reaches(lambda, ours))),
		}
		section.Rows = append(section.Rows, row)
	}
	return section, nil
}

// reaches returns the lowest whole volume at which a platform costs at least
// an amount. Its cost never falls, so halving the interval finds it.
func reaches(p *costs.Platform, amount float64) float64 {
	lo, hi := 0.0, 1e15
	if p.Cost(hi) < amount {
		return math.Inf(1)
	}
	for hi-lo > 1 {
		if mid := math.Floor(lo + (hi-lo)/2); p.Cost(mid) >= amount {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}

// capacity asks what the guide's fixed fleets carry, and what its ratio at
// the highest volume is once the cluster is sized by its load.
func (a *auditor) capacity() (AuditSection, error) {
	peak, _, err := a.vary("B", "platforms.kubernetes.nodes=peak")
	if err != nil {
		return AuditSection{}, err
	}
	auto, _, err := a.vary("B", "platforms.kubernetes.nodes=auto")
	if err != nil {
		return AuditSection{}, err
	}
	c := &a.settings["B"].Workload.Components[0]
	section := AuditSection{
		Title: "Capacity",
		Intro: fmt.Sprintf("Scenario B's nodes at %s of CPU a request, a busiest hour of %s the mean, a burst of %s and %s of target utilization: %s. The CPU time, the peak and the target are our assumptions; a service that waits more needs less.",
			model.FormatDuration(c.CPUTime), times(c.Shape.PeakToMean()), times(c.Shape.Burst),
			model.FormatRatio(a.settings["B"].EKS.TargetUtilization), model.Saturation(a.eks["B"])),
	}
	last := checklist.CrossoverTable[len(checklist.CrossoverTable)-1]
	lambda := usd(a.lambda["B"], last.Requests)
	for _, sized := range []struct {
		how   string
		fleet *costs.Platform
	}{
		{"nodes for the busiest hour", peak},
		{"nodes that follow the load", auto},
	} {
		cost := usd(sized.fleet, last.Requests)
		section.Rows = append(section.Rows, AuditRow{
			Item: fmt.Sprintf("%s, Lambda over EKS: %s", model.FormatCount(last.Requests), sized.how), Unit: "times",
			Published: last.Lambda.USD / last.EKS.USD, Step: 0.1, Ours: lambda / cost,
			Formula: fmt.Sprintf("%s ÷ %s, %s × %s", money(lambda), money(cost), costs.Figure(sized.fleet.Fleet.Nodes(last.Requests)), sized.fleet.Fleet.Node.Type),
			Why:     fmt.Sprintf("published $%.0f ÷ $%.0f, a cluster that stays nearly flat; it holds only if the service hardly uses its CPU", last.Lambda.USD, last.EKS.USD),
		})
	}
	return section, nil
}
