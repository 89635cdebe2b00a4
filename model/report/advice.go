package report

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/report/doc"
)

// advice is the YAML, the hidden tax and the traps of running both sides.
func advice(d *doc.Doc, e *model.Evaluation) {
	all, placed := guide.Manifests(e)
	d.Heading(2, "What no bill shows")
	d.Fact("YAML, everything on Kubernetes", all.Text())
	d.Fact("YAML, the cheapest placement", placed.Text())
	d.Only(doc.Full).Fact("The guide's count", fmt.Sprintf("%d services, over %d files", checklist.ManifestsExampleServices, checklist.ManifestsExamplePublished))
	hiddenTax(d, e)
	traps(d, e)
}

func hiddenTax(d *doc.Doc, e *model.Evaluation) {
	tax := guide.HiddenTax(e)
	d.Heading(3, "Hidden tax of Kubernetes, USD a month")
	var rows []doc.Row
	for _, l := range tax.Kubernetes {
		rows = append(rows, doc.Cells(l.Label, money(l.PublishedUSD), unknownOr(l.USD), l.How))
	}
	rows = append(rows, doc.Cells(doc.Strong("total"), doc.Strong(money(tax.PublishedUSD)), doc.Strong(unknownOr(tax.USD)), ""))
	d.Table([]doc.Column{doc.Label("line", 44), doc.Figures("the guide", 18), doc.Figures("here", 18), doc.Label("from", doc.Absent)}, rows)
	if !math.IsNaN(tax.PerService) {
		d.Para(money(tax.PerService), " a service. Where nobody gave a figure the guide's stands in; people.kubernetes.* sets each.")
	}
	d.Heading(3, "Hidden tax of serverless, which the guide names without figures")
	rows = nil
	said := ""
	for _, l := range tax.Serverless {
		brief := ""
		if math.IsNaN(l.USD) && l.How != said {
			brief = l.How
		}
		rows = append(rows, doc.Cells(l.Label, unknownOr(l.USD), doc.Either(brief, l.How)))
		said = l.How
	}
	d.Table([]doc.Column{doc.Label("what the guide names", 64), doc.Figures("here", 16), doc.Label("from", doc.Below)}, rows)
}

// traps are those of a hybrid, beside what they cost here.
func traps(d *doc.Doc, e *model.Evaluation) {
	d.Heading(3, "Traps of a hybrid")
	switch {
	case !e.Split.Feasible, !e.Split.Mixed():
		d.Para("They do not apply: the components are not divided among platforms.")
	case e.Verdict.Recommendation != checklist.Hybrid:
		d.Para("They are those of the cheapest placement, which is not what is recommended.")
	default:
		d.Para("They are those of the recommended placement.")
	}
	var rows []doc.Row
	for _, t := range guide.HybridTraps(e) {
		brief := ""
		if t.Applies {
			brief = t.Explanation + " Here: " + t.How + "."
		}
		rows = append(rows, doc.Cells(t.Title, t.Explanation, t.Amount(), doc.Either(brief, t.How)))
	}
	d.Table([]doc.Column{
		doc.Label("trap", 62), doc.Label("the guide", doc.Absent), doc.Figures(doc.Either("USD a month", "USD a month here"), 18), doc.Label("from", doc.Below),
	}, rows)
}
