package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// publishedMeters says which of our meters stand for a published line.
var publishedMeters = map[string][]string{
	"compute": {"compute"}, "requests": {"requests"}, "api_gateway": {"gateway"}, "logs": {"logs"}, "nat": {"nat", "nat-data"},
	"control_plane": {"control-plane"}, "nodes": {"nodes"}, "load_balancer": {"alb"},
}

// scenario sets both published bills of a worked scenario beside ours, line by
// line, and what the guide makes of their totals.
func (a *auditor) scenario(id string) AuditSection {
	published, _ := checklist.PublishedScenarioByID(id)
	section := AuditSection{
		Title: "Scenario " + id,
		Intro: fmt.Sprintf("%s requests a month of %s at %s, as the preset scenario-%s has them. What the guide leaves out of its sums, such as egress and volumes, is left out here too.", quantity.FormatCount(published.Requests),
			quantity.FormatDuration(published.Duration), quantity.FormatMemory(published.Memory), strings.ToLower(id)),
	}
	lambda, eks := a.lambda[id].Bill(published.Requests), a.eks[id].Bill(published.Requests)
	section.Rows = append(section.Rows, a.bill(id, "Lambda", published.Lambda, lambda)...)
	section.Rows = append(section.Rows, a.bill(id, "EKS", published.EKS, eks)...)
	section.Rows = append(section.Rows, a.claim(published, lambda.USD, eks.USD))
	return section
}

func (a *auditor) bill(id, platform string, published checklist.PublishedBill, ours costs.Bill) []AuditRow {
	var rows []AuditRow
	seen := []string{}
	for _, line := range published.Lines {
		row := AuditRow{Item: platform + ": " + line.Label, Unit: "usd", Published: line.USD, Step: line.Step}
		var formulas []string
		for _, l := range ours.Lines {
			if slices.Contains(publishedMeters[line.ID], l.Meter) {
				row.Ours += l.USD
				formulas = append(formulas, l.Formula)
				seen = append(seen, l.Meter)
			}
		}
		row.Formula = strings.Join(formulas, "; ")
		row.Why = a.whyLine(id, line, &row)
		rows = append(rows, row)
	}
	for _, l := range ours.Lines {
		if !slices.Contains(seen, l.Meter) {
			rows = append(rows, AuditRow{
				Item: platform + ": " + l.Label, Unit: "usd", Published: math.NaN(), Ours: l.USD, Formula: l.Formula,
				Why: "the guide has no such line",
			})
		}
	}
	total := AuditRow{
		Item: platform + ": total", Unit: "usd", Published: published.Total.USD, Step: totalStep(published), Ours: ours.USD,
		Formula: "the sum of our lines",
	}
	total.Why = whyTotal(&total, rows)
	return append(rows, total)
}

// totalStep is what a published total is rounded to: it adds rounded lines, so
// it may be off by as much as all of them together.
func totalStep(published checklist.PublishedBill) float64 {
	step := 0.0
	for _, line := range published.Lines {
		step += line.Step
	}
	return step
}

// whyLine says why a line differs from ours.
func (a *auditor) whyLine(id string, line checklist.PublishedLine, row *AuditRow) string {
	switch {
	case line.ID == "nat":
		return a.whyNAT(id, line)
	case row.Agrees():
		return "the same but for the published rounding"
	case id == "A" && line.ID == "compute":
		_, atOneGB, err := a.vary("A", paths.ComponentFunctionMemory.Assign("1024MiB"), paths.ComponentMeasuredAt.Assign("1024MiB"))
		if err != nil {
			return line.Note
		}
		for _, l := range atOneGB.Bill(a.settings["A"].Workload.Requests()).Lines {
			if l.Meter == "compute" {
				return fmt.Sprintf("$%.2f is the price of 1 GB and not of 256 MB: the same requests at 1,024 MiB are %s GB-s and cost %s",
					line.USD, costs.Figure(l.Quantity), money(l.USD))
			}
		}
	}
	return strings.TrimSuffix("differs from the list price by "+signed(row.Ours-row.Published)+"; "+line.Note, "; ")
}

// whyNAT takes the published line for the NAT gateway apart: hours have a list
// price, and the amount of data is not published.
func (a *auditor) whyNAT(id string, line checklist.PublishedLine) string {
	region := a.settings[id].Region
	hour, err := a.book.Price("nat.hour", region)
	if err != nil {
		return line.Note
	}
	gb, err := a.book.Price("nat.gb", region)
	if err != nil {
		return line.Note
	}
	idle := costs.HoursPerMonth * hour.Tiers[0].USD
	return fmt.Sprintf("an idle gateway is %s at list prices; it takes %s GB of data a month to reach $%.0f. The guide names no amount; the preset has that one",
		money(idle), costs.Figure(math.Round((line.USD-idle)/gb.Tiers[0].USD)), line.USD)
}

// whyTotal traces a total's difference to the lines that make it.
func whyTotal(total *AuditRow, rows []AuditRow) string {
	if total.Agrees() {
		return "the same but for the rounding of the published lines"
	}
	var causes []string
	for i := range rows {
		r := &rows[i]
		_, label, _ := strings.Cut(r.Item, ": ")
		switch {
		case math.IsNaN(r.Published):
			causes = append(causes, fmt.Sprintf("%s %s, which the guide leaves out", label, signed(r.Ours)))
		case !r.Agrees():
			causes = append(causes, fmt.Sprintf("%s %s", label, signed(r.Ours-r.Published)))
		}
	}
	if len(causes) == 0 {
		return "every line agrees, their sum does not"
	}
	return "follows from the lines: " + strings.Join(causes, ", ")
}

// signed prints a difference with its sign.
func signed(usd float64) string {
	if usd < 0 {
		return "−" + money(-usd)
	}
	return "+" + money(usd)
}

// claim compares how the guide puts the difference of both totals.
func (a *auditor) claim(p checklist.PublishedScenario, lambda, eks float64) AuditRow {
	published := fmt.Sprintf("$%.2f ÷ $%.2f", p.EKS.Total.USD, p.Lambda.Total.USD)
	if p.ID == "A" {
		return AuditRow{
			Item: "EKS over Lambda", Unit: "times", Published: p.Ratio, Step: 1, Ours: eks / lambda,
			Formula: fmt.Sprintf("%s ÷ %s", money(eks), money(lambda)),
			Why: fmt.Sprintf("published %s = %s; with the compute line right the ratio is larger still. The always-free amounts make Lambda's bill $0 here, "+
				"and then there is no ratio: the difference of %s a month is what is there to decide about", published, times(p.EKS.Total.USD/p.Lambda.Total.USD), money(eks-lambda)),
		}
	}
	return AuditRow{
		Item: "Lambda over EKS", Unit: "percent", Published: math.Round((p.Ratio - 1) * 100), Step: 1, Ours: (lambda/eks - 1) * 100,
		Formula: fmt.Sprintf("%s ÷ %s − 1", money(lambda), money(eks)),
		Why: fmt.Sprintf("the published totals $%.0f ÷ $%.0f are rounded and make it %.1f %%; it holds for three nodes, a REST API and these lines alone",
			p.Lambda.Total.USD, p.EKS.Total.USD, (p.Lambda.Total.USD/p.EKS.Total.USD-1)*100),
	}
}
