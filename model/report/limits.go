package report

import (
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/report/doc"
	"runwhere/model/search"
)

// Constraints lists every limit that is in the way, with the way round it.
func Constraints(d *doc.Doc, e *model.Evaluation) {
	d.Heading(2, "Constraints")
	list := e.Constraints()
	if len(list) == 0 {
		d.Para(doc.Aside("No limit of a platform is in the way, and nothing is pinned."))
	}
	var rows []doc.Row
	for i := range list {
		c := &list[i]
		brief, limit := doc.Against(c.Platform.Name, ": ", c.Text()), doc.Say(c.Text())
		if c.Assumed {
			brief = doc.Unsure(brief.String(), " (by a default, so not ruled out)")
			limit = doc.Say(limit, " (", doc.Strong("by a default"), ", so not ruled out)")
		}
		rows = append(rows, doc.Cells(doc.Either(brief, c.Platform.Name), limit, doc.Either("way round: "+c.WayRound, c.WayRound), sourceOf(c.Source, c.AsOf)))
	}
	d.Table([]doc.Column{
		doc.Label(full("platform"), doc.Rest), doc.Label("limit", doc.Absent), doc.Label("way round", doc.Below), doc.Label("source", doc.Below),
	}, rows)
}

// Flips are the nearest values at which the verdict is another.
func Flips(d *doc.Doc, list []model.Flip) {
	d.Heading(2, "What would change the verdict")
	if len(list) == 0 {
		d.Para(doc.Aside("Nothing within their limits: ", search.FlipInputs, ", and no other answer."))
	}
	var rows []doc.Row
	for i := range list {
		f := &list[i]
		d.Only(doc.Brief).Item(f.Text())
		becomes := model.Outcome(f.Becomes)
		if f.Unproven {
			becomes += " (with the best placement that was found there)"
		}
		rows = append(rows, doc.Cells(f.Label, doc.Code(f.Input), f.From, f.To, becomes))
	}
	d.Table(doc.Columns("input", "key", ">now", ">nearest value", "becomes"), rows)
}

// Revisit says at which figures the decision changes; in brief, which of them
// growth gets to.
func Revisit(d *doc.Doc, e *model.Evaluation, flips []model.Flip) {
	d.Heading(2, "When to look again")
	triggers := growth.Triggers(e, flips)
	for i := range triggers {
		to := d
		if triggers[i].Month < 0 {
			to = d.Only(doc.Full)
		}
		to.Item(triggers[i].Text())
	}
	if len(triggers) == 0 {
		d.Only(doc.Full).Item("no figure that was searched changes the verdict: ", search.FlipInputs)
	}
	if oldest := e.OldestPrice(); oldest != nil {
		d.Item("a price changes: the oldest one used is ", oldest.Text(), " (", doc.Code(oldest.ID), ")")
	}
}
