package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
)

// table audits the crossover table: each published row beside ours for the
// workload that the row really is, and for that of the caption.
func (a *auditor) table() (AuditSection, error) {
	_, restA, err := a.vary("A", paths.ServerlessFrontDoor.Assign("rest-api"))
	if err != nil {
		return AuditSection{}, err
	}
	peakB, _, err := a.vary("B", paths.KubernetesNodes.Assign("peak"))
	if err != nil {
		return AuditSection{}, err
	}
	section := AuditSection{
		Title: "Table: both totals by volume",
		Intro: fmt.Sprintf("The caption names %s and %s. The first three rows are that workload without gateway, logs and NAT; the last three are Scenario B's workload with all of them.",
			quantity.FormatDuration(checklist.CrossoverClaimDuration), quantity.FormatMemory(checklist.CrossoverClaimMemory)),
	}
	for _, r := range checklist.CrossoverTable {
		volume := quantity.FormatCount(r.Requests)
		other := fmt.Sprintf("the caption's workload costs %s without a gateway and %s with a REST API, Scenario B's %s",
			money(usd(a.lambda["A"], r.Requests)), money(usd(restA, r.Requests)), money(usd(a.lambda["B"], r.Requests)))
		lambda := AuditRow{
			Item: volume + ": Lambda", Unit: "usd", Published: r.Lambda.USD, Step: r.Lambda.Step, Ours: usd(a.lambda[r.Workload], r.Requests),
			Formula: fmt.Sprintf("Scenario %s at %s; %s", r.Workload, volume, other),
		}
		lambda.Why = a.whyMultiple(r, &lambda)
		eks := a.clusterRow(r, peakB)
		section.Rows = append(section.Rows, lambda, eks, ratioRow(r, lambda.Ours, eks.Ours, usd(restA, r.Requests)))
	}
	return section, nil
}

// ratioRow audits how many times as much the dearer side of a row costs.
func ratioRow(r checklist.CrossoverRow, lambda, eks, withGateway float64) AuditRow {
	row := AuditRow{
		Item: quantity.FormatCount(r.Requests) + ": Lambda over EKS", Unit: "times", Published: r.Ratio.Times, Step: r.Ratio.Step,
		Ours: lambda / eks, Formula: fmt.Sprintf("%s ÷ %s", money(lambda), money(eks)),
	}
	printed := fmt.Sprintf("published $%s ÷ $%s = %s", quantity.FormatNumber(r.Lambda.USD), quantity.FormatNumber(r.EKS.USD), times(r.Lambda.USD/r.EKS.USD))
	if r.Workload == "A" {
		row.Item, row.Ours = quantity.FormatCount(r.Requests)+": EKS over Lambda", eks/lambda
		row.Formula = fmt.Sprintf("%s ÷ %s", money(eks), money(lambda))
		row.Why = fmt.Sprintf("published $%s ÷ $%s = %s; a REST API before the functions, which the row leaves out, makes ours %s",
			quantity.FormatNumber(r.EKS.USD), quantity.FormatNumber(r.Lambda.USD), times(r.EKS.USD/r.Lambda.USD), times(eks/withGateway))
		return row
	}
	row.Why = printed + ", the same but for the rounding"
	if !row.Agrees() {
		row.Why = printed + "; " + money(eks) + " is what the cluster costs that carries the volume"
	}
	return row
}

// whyMultiple explains a Lambda row of the table, which is the scenario's own
// published total times the volume: that multiplies what is fixed, and knows
// no tiers.
func (a *auditor) whyMultiple(r checklist.CrossoverRow, row *AuditRow) string {
	if row.Agrees() {
		return "the same but for the published rounding"
	}
	published, _ := checklist.PublishedScenarioByID(r.Workload)
	n := r.Requests / published.Requests
	text := fmt.Sprintf("published is about %s × the scenario's $%.2f", costs.Figure(n), published.Lambda.Total.USD)
	if n == 1 {
		text = "published is the scenario's total"
	}
	if r.Workload == "A" {
		return text + ", with the compute of 1 GB in it"
	}
	then, tiers := a.lambda[r.Workload].Bill(r.Requests).Lines, ""
	for i, now := range a.lambda[r.Workload].Bill(published.Requests).Lines {
		if off := then[i].USD - n*now.USD; math.Abs(off) >= 1 {
			text += fmt.Sprintf("; %s %s", now.Label, signed(off))
			if now.Meter != "nat" {
				tiers = ", and tiers make it cheaper"
			}
		}
	}
	return text + ": hours do not grow with the volume" + tiers
}

// clusterRow audits the cluster's side of a row. The guide's cluster costs
// what it costs as long as it carries the volume; beyond that ours is sized for
// the busiest hour.
func (a *auditor) clusterRow(r checklist.CrossoverRow, peakB *costs.Platform) AuditRow {
	eks := a.eks[r.Workload]
	published, _ := checklist.PublishedScenarioByID(r.Workload)
	row := AuditRow{
		Item: quantity.FormatCount(r.Requests) + ": EKS", Unit: "usd", Published: r.EKS.USD, Step: totalStep(published.EKS), Ours: usd(eks, r.Requests),
		Formula: fmt.Sprintf("Scenario %s: %s × %s, control plane, load balancer", r.Workload, costs.Figure(eks.Fleet.Cluster.Nodes), eks.Fleet.Node.Type),
		Why:     fmt.Sprintf("the same but for the rounding; these nodes carry up to %s requests a month", volume(eks.MaxVolume())),
	}
	if r.Requests > eks.MaxVolume() && r.Workload == "B" {
		row.Ours = usd(peakB, r.Requests)
		row.Formula = fmt.Sprintf("%s × %s for the busiest hour, control plane, load balancer", costs.Figure(peakB.Fleet.PeakNodes(r.Requests)), eks.Fleet.Node.Type)
		row.Why = fmt.Sprintf("%s and no more; $%.0f buys about %s", model.Saturation(eks), r.EKS.USD, costs.Counted(a.nodesFor(r.EKS.USD), "nodes"))
	}
	return row
}

// nodesFor returns how many of Scenario B's nodes a published total pays for,
// to one decimal.
func (a *auditor) nodesFor(total float64) float64 {
	eks := a.eks["B"]
	fixed, nodes := 0.0, eks.Fleet.Cluster.Nodes
	for _, l := range eks.Bill(0).Lines {
		if l.Meter == "nodes" {
			nodes /= l.USD
		} else {
			fixed += l.USD
		}
	}
	return math.Round((total-fixed)*nodes*10) / 10
}

// crossover audits the published volume from which Kubernetes is cheaper.
func (a *auditor) crossover() (AuditSection, error) {
	published, _ := checklist.PublishedScenarioByID("A")
	cluster := published.EKS.Total.USD
	ours := usd(a.eks["A"], a.settings["A"].Workload.Requests())
	section := AuditSection{
		Title: "The crossover",
		Intro: fmt.Sprintf("Published: about %s to %s requests a month at %s and %s. The front door decides where it is.",
			quantity.FormatCount(checklist.CrossoverClaimLow), quantity.FormatCount(checklist.CrossoverClaimHigh),
			quantity.FormatDuration(checklist.CrossoverClaimDuration), quantity.FormatMemory(checklist.CrossoverClaimMemory)),
	}
	for _, door := range []struct{ key, label string }{
		{"rest-api", "REST API"},
		{"http-api", "HTTP API"},
		{"none", "no gateway, or a function URL"},
	} {
		_, lambda, err := a.vary("A", paths.ServerlessFrontDoor.Assign(door.key))
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
	peak, _, err := a.vary("B", paths.KubernetesNodes.Assign("peak"))
	if err != nil {
		return AuditSection{}, err
	}
	auto, _, err := a.vary("B", paths.KubernetesNodes.Assign("auto"))
	if err != nil {
		return AuditSection{}, err
	}
	last := checklist.CrossoverTable[len(checklist.CrossoverTable)-1]
	c := &a.settings["B"].Workload.Components[0]
	section := AuditSection{
		Title: "Capacity: Lambda over EKS at " + quantity.FormatCount(last.Requests),
		Intro: fmt.Sprintf("Scenario B's nodes at %s of CPU a request, a busiest hour of %s the mean, a burst of %s and %s of target utilization: %s. The CPU time, the peak and the target are our assumptions; a service that waits more needs less.",
			quantity.FormatDuration(c.CPUTime), times(c.Shape.PeakToMean()), times(c.Shape.Burst),
			quantity.FormatRatio(a.settings["B"].Settings.Kubernetes.TargetUtilization), model.Saturation(a.eks["B"])),
	}
	lambda := usd(a.lambda["B"], last.Requests)
	for _, sized := range []struct {
		how   string
		fleet *costs.Platform
	}{
		{"Nodes for the busiest hour", peak},
		{"Nodes that follow the load", auto},
	} {
		cost := usd(sized.fleet, last.Requests)
		section.Rows = append(section.Rows, AuditRow{
			Item: sized.how, Unit: "times",
			Published: last.Lambda.USD / last.EKS.USD, Step: 0.1, Ours: lambda / cost,
			Formula: fmt.Sprintf("%s ÷ %s, %s × %s", money(lambda), money(cost), costs.Figure(sized.fleet.Fleet.Nodes(last.Requests)), sized.fleet.Fleet.Node.Type),
			Why:     fmt.Sprintf("published $%.0f ÷ $%.0f, a cluster that stays nearly flat; it holds only if the service hardly uses its CPU", last.Lambda.USD, last.EKS.USD),
		})
	}
	return section, nil
}
