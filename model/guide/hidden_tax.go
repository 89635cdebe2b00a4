package guide

import (
	"fmt"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/quantity"
)

// ManifestCount is how many YAML files some services need on Kubernetes.
type ManifestCount struct {
	Services, Stateful int
	Files              int // by the published list, the least
	Published          int // by the published rule of thumb, nine for each
}

// Manifests counts the files of the whole system on Kubernetes, and of the
// components that the cheapest placement puts there.
func Manifests(e *model.Evaluation) (all, there ManifestCount) {
	for i := range e.Resolved.Workload.Components {
		stateful := e.Resolved.Workload.Components[i].Traits.Stateful
		all.add(stateful)
		if e.Split.Placements[i].Option == checklist.Kubernetes {
			there.add(stateful)
		}
	}
	return all.counted(), there.counted()
}

func (m *ManifestCount) add(stateful bool) {
	m.Services++
	if stateful {
		m.Stateful++
	}
}

func (m ManifestCount) counted() ManifestCount {
	m.Files = checklist.ManifestCount(m.Services, m.Stateful)
	m.Published = m.Services * checklist.ManifestsPerService
	return m
}

// Text says the count beside the published one.
func (m ManifestCount) Text() string {
	if m.Services == 0 {
		return "no service on Kubernetes, so no YAML"
	}
	stateful := "none stateful"
	if m.Stateful > 0 {
		stateful = fmt.Sprintf("%d stateful", m.Stateful)
	}
	return fmt.Sprintf("%s, %s: at least %d YAML files; at the guide's %d a service %d",
		costs.Counted(float64(m.Services), "services"), stateful, m.Files, checklist.ManifestsPerService, m.Published)
}

// Tax is what the framework calls the hidden tax: what a bill does not show,
// published and here.
type Tax struct {
	Kubernetes   []TaxLine
	PublishedUSD float64   // the published total a month
	USD          float64   // the total here; NaN where a part of it is unknown
	PerService   float64   // USD, NaN likewise
	Compared     bool      // whether people and tools are in what is compared
	Serverless   []TaxLine // what the guide names without a figure
}

// TaxLine is one line of the hidden tax in USD a month.
type TaxLine struct {
	ID, Label    string
	PublishedUSD float64 // NaN where the guide has no figure
	USD          float64 // here; NaN where it is unknown
	How          string  // where the figure here comes from, or why there is none
	Source, AsOf string  // "" for what the scenario itself says
}

// HiddenTax puts the published table beside the same lines in this scenario.
func HiddenTax(e *model.Evaluation) Tax {
	k := e.Platform(checklist.Kubernetes)
	bill := TaxLine{checklist.CloudBill.ID, checklist.CloudBill.Label, checklist.CloudBill.USD, k.Cost(e.Volume()), "the bill of " + k.Name, "", ""}
	if why := model.WhyNot(k, e.Volume()); why != "" {
		bill.USD, bill.How = math.NaN(), "no bill: "+why
	}
	t := Tax{Kubernetes: []TaxLine{bill}, PublishedUSD: checklist.HiddenTaxTotal, USD: bill.USD, Compared: e.Resolved.IncludePeople}
	for _, published := range checklist.HiddenTax {
		line := TaxLine{ID: published.ID, Label: published.Label, PublishedUSD: published.USD, USD: math.NaN(), How: "not known"}
		if i := slices.IndexFunc(k.People, func(l costs.PeopleLine) bool { return l.ID == published.ID }); i >= 0 {
			people := &k.People[i]
			line.USD, line.Source, line.AsOf, line.How = people.USD, people.Source, people.AsOf, "the published figure stands in: nobody gave one"
			if people.Source == plan.GivenPeople {
				line.How, line.Source = "as given", ""
			}
		}
		t.Kubernetes = append(t.Kubernetes, line)
		t.USD += line.USD
	}
	t.PerService = t.USD / float64(len(e.Resolved.Workload.Components))
	t.Serverless = serverlessTax(e)
	return t
}

// serverlessTax finds in the bill what the guide names as the hidden side of
// serverless. What no meter counts stays unknown.
func serverlessTax(e *model.Evaluation) []TaxLine {
	p, volume := e.Platform(checklist.Serverless), e.Volume()
	why := model.WhyNot(p, volume)
	bill := p.Bill(volume)
	meters := map[string][]string{"gateway": {"gateway", "gateway-minutes", "alb", "load-balancer", "load-balancer-data"}, "logs": {"logs"}, "nat": {"nat", "nat-data"}}
	var lines []TaxLine
	for _, named := range checklist.ServerlessTax {
		line := TaxLine{ID: named.ID, Label: named.Label, PublishedUSD: math.NaN(), USD: math.NaN(), Source: checklist.Source, AsOf: checklist.SourceAsOf}
		ids, metered := meters[named.ID]
		switch {
		case metered && why != "":
			line.How = "no bill of " + p.Name + ": " + why
		case metered:
			line.USD, line.How = 0, "in the bill of "+p.Name
			for i := range bill.Lines {
				if slices.Contains(ids, bill.Lines[i].Meter) {
					line.USD += bill.Lines[i].USD
				}
			}
			if line.USD == 0 {
				line.How = "not in the bill of " + p.Name + " as it is set"
			}
		case named.ID == "concurrency":
			line.How = "no meter counts it: " + concurrencyText(e, p)
		case named.ID == "lock_in":
			line.How = "what a rewrite costs is not known"
			if cost := e.Scenario.Growth.MigrationCost; cost.Given() {
				line.How = fmt.Sprintf("a move is given as %s, once ("+paths.GrowthMigrationCost.String()+")", quantity.Money(cost.Or(quantity.Amount{}).Value()))
			}
		default:
			line.How = "no meter counts it, and the guide has no figure"
		}
		lines = append(lines, line)
	}
	return lines
}

// concurrencyText is the platform's published limit on executions at once.
func concurrencyText(e *model.Evaluation, p *costs.Platform) string {
	if facts := limitFacts(e, p, costs.LimitConcurrency); len(facts) > 0 {
		return p.Name + " has " + facts[0].Text
	}
	return "no limit of " + p.Name + " is published"
}
