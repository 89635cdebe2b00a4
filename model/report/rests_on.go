package report

import (
	"math"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
	"runwhere/model/search"
)

// RestsOn lists the values that nobody gave: those that decide first, then those
// that move the most, and the limits that only an assumed value breaks.
func RestsOn(d *doc.Doc, e *model.Evaluation, found *search.RestingOn) {
	d.Heading(2, doc.Either("Rests on (assumed values that decide or move the most)", "What it rests on"))
	d.Para(found.Intro(e))
	if len(found.Deciding()) == 0 {
		d.Para(search.Nothing)
	}
	for _, a := range found.Said() {
		text := doc.Say(found.Text(e, a))
		if a.Decides {
			text = doc.Unsure(found.Text(e, a))
		}
		d.Item(text)
	}
	if rest := found.Rest(); rest != "" {
		d.Para(doc.Aside(rest))
	}
	var rows []doc.Row
	for i := range found.Assumptions {
		a := &found.Assumptions[i]
		ends, gaps, becomes := [2]string{"-", "-"}, [2]string{"-", "-"}, ""
		for k := range a.Ends {
			n := &a.Ends[k]
			ends[k], gaps[k] = n.Text, gapText(n.Gap)
			if text, changes := found.Winner(e, n); changes {
				becomes += "at " + n.Text + " " + text + "; "
			}
		}
		moves := "-"
		if len(a.Ends) > 0 {
			moves = gapText(a.Moves)
		}
		rows = append(rows, doc.Cells(a.Called(), doc.Code(a.Path), a.Value, ends[0], ends[1], gaps[0], gaps[1], moves, trimmed(becomes)))
	}
	d.Table(doc.Columns("assumed", "key", ">value", ">low", ">high", ">gap at low", ">gap at high", ">moves", "winner if"), rows)
	for _, c := range e.Constraints() {
		if c.Assumed {
			d.Item(doc.Unsure(c.Platform.Name + ": " + c.Text() + ". Only an assumed value breaks this limit, so it decides nothing; confirm " + c.ConfirmKey() + "."))
		}
	}
}

// gapText prints what lies between two options; none where one of them cannot run.
func gapText(usd float64) string {
	switch {
	case math.IsNaN(usd):
		return "-"
	case math.IsInf(usd, 0):
		return "cannot run"
	case usd < 0:
		return "−" + quantity.Money(-usd)
	}
	return quantity.Money(usd)
}

func trimmed(list string) string {
	if list == "" {
		return "-"
	}
	return list[:len(list)-2]
}
