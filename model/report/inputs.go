package report

import (
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
)

// inputs shows what the figures rest on. In brief fields about which nothing is
// known and nothing assumed are left out, and people's lines are in the totals.
func inputs(d *doc.Doc, e *model.Evaluation) {
	d.Heading(2, doc.Either("Inputs (* assumed, not given)", "Assumptions"))
	d.Only(doc.Full).Para("What the figures rest on. A default is a value that nobody gave: check it first.")
	var rows []doc.Row
	for _, s := range Settings(e) {
		if !s.Known {
			continue
		}
		mark, origin := "  ", doc.Say("derived")
		switch {
		case s.Assumed():
			mark, origin = "* ", doc.Strong("default")
		case s.Source.Given():
			origin = doc.Say("given")
		}
		row := doc.Cells(doc.Either(mark+s.Path(), doc.Code(s.Path())), s.Text(), origin, s.Field.Doc)
		if s.Field.Path.In(paths.People) && !s.Source.Given() {
			row = row.Only(doc.Full)
		}
		rows = append(rows, row)
	}
	d.Table([]doc.Column{
		doc.Label(full("input"), 50), doc.Figures(full("value"), doc.Rest), doc.Label("origin", doc.Absent), doc.Label("meaning", doc.Absent),
	}, rows)
}

// oldestPrice says how old the prices are.
func oldestPrice(p *model.UsedPrice) doc.Words {
	return doc.Say("Oldest price used: ", p.Text(), " (", doc.Code(p.ID), ").")
}

// prices lists every price behind the bills with its tiers.
func prices(d *doc.Doc, e *model.Evaluation) {
	oldest := e.OldestPrice()
	if oldest == nil {
		return
	}
	d.Heading(2, "Prices")
	for _, file := range e.PrivateRates() {
		d.Para("Some rates are private ones of ", file, "; each is marked.")
	}
	d.Para("List prices without tax from the price book of ", e.Book.Version(), ". ", oldestPrice(oldest))
	var rows []doc.Row
	for _, p := range usedPrices(e) {
		tiers := make([]string, len(p.Tiers))
		for i, t := range p.Tiers {
			tiers[i] = unitPrice(t.USD)
			if i > 0 {
				tiers[i] += " from " + quantity.FormatCount(t.From)
			}
		}
		price := doc.Code(p.ID)
		if p.Derived != "" {
			price = doc.Say(price, " ", p.Derived)
		}
		rows = append(rows, doc.Cells(price, p.Region, p.Unit, joined(tiers), p.AsOf, doc.Source(p.Source)))
	}
	d.Table(doc.Columns("price", "region", "a", ">USD", "as of", "source"), rows)
}
