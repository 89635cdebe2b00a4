package report

import (
	"math"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/report/doc"
)

// Advice is the YAML, the hidden tax and the traps of running both sides.
func Advice(d *doc.Doc, e *model.Evaluation) {
	all, onKubernetes := guide.Manifests(e)
	d.Heading(2, "What no bill shows")
	d.Fact("YAML, everything on Kubernetes", all.Text())
	if onKubernetes != all {
		d.Fact("YAML, the cheapest placement", onKubernetes.Text())
	}
	d.Only(doc.Full).Fact("The guide's count", checklist.ManifestsExampleServices, " services, over ", checklist.ManifestsExamplePublished, " files")
	hiddenTax(d, e)
	traps(d, e)
}

// hiddenTax is what the guide says of people and tools, beside what they are here.
func hiddenTax(d *doc.Doc, e *model.Evaluation) {
	tax := guide.HiddenTax(e)
	d.Heading(3, "Hidden tax of Kubernetes, USD a month")
	var rows []doc.Row
	for _, l := range tax.Kubernetes {
		rows = append(rows, doc.Cells(l.Label, amount(l.PublishedUSD), unknownOr(l.USD), l.How))
	}
	rows = append(rows, doc.Cells(doc.Strong("total"), doc.Strong(amount(tax.PublishedUSD)), doc.Strong(unknownOr(tax.USD)), ""))
	d.Table([]doc.Column{doc.Label(full("line"), 44), doc.Figures("the guide", 18), doc.Figures("here", 18), doc.Label("from", doc.Absent)}, rows)
	if !math.IsNaN(tax.PerService) {
		d.Para(doc.Aside(amount(tax.PerService), " a service. Where nobody gave a figure the guide's stands in; people.kubernetes.* sets each."))
	}
	d.Heading(3, "Hidden tax of serverless, which the guide names without figures")
	rows = nil
	said := ""
	for _, l := range tax.Serverless {
		brief := ""
		if math.IsNaN(l.USD) && l.How != said {
			brief = l.How
		}
		rows = append(rows, doc.Cells(l.Label, unknownOr(l.USD), doc.Either(doc.Aside(brief), l.How)))
		said = l.How
	}
	d.Table([]doc.Column{doc.Label(full("what the guide names"), 64), doc.Figures(full("here"), 16), doc.Label("from", doc.Below)}, rows)
}

// traps are those of a hybrid, beside what they cost here.
func traps(d *doc.Doc, e *model.Evaluation) {
	d.Heading(3, "Traps of a hybrid")
	traps := guide.HybridTraps(e)
	switch {
	case !traps[0].Applies:
		d.Para(doc.Aside("None applies: ", traps[0].How, "."))
	case e.Verdict.Recommendation != checklist.Hybrid:
		d.Para(doc.Aside("What the cheapest placement would bring, which is not what is recommended:"))
	}
	var rows []doc.Row
	for _, t := range traps {
		row := doc.Cells(t.Title, doc.Aside(t.Explanation), t.Amount(), doc.Either("here: "+t.How, t.How))
		if !t.Applies {
			row = row.Only(doc.Full)
		}
		rows = append(rows, row)
	}
	d.Table([]doc.Column{
		doc.Label(full("trap"), 62), doc.Label("the guide", doc.Below), doc.Figures(full("USD a month here"), 18), doc.Label("from", doc.Below),
	}, rows)
}
