package report

import (
	"math"
	"strconv"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
)

// parityAcross is how many platforms one table has beside each other.
const parityAcross = 3

// ParityPage is the table of what every side is charged as a page of its own.
func ParityPage(e *model.Evaluation) *doc.Doc {
	d := doc.New()
	d.Heading(1, "What each side pays for: "+e.Resolved.Name)
	Parity(d, e, e.Volume())
	return d
}

// Parity puts into words what every side is charged for each kind of thing at a
// volume.
func Parity(d *doc.Doc, e *model.Evaluation, volume float64) {
	s := &e.Resolved.Settings
	d.Para("USD a month at " + quantity.ShortCount(volume) + " requests. The network is " + s.Network + " on every side (" + paths.Network.String() +
		"), managed services are reached by endpoints: " + s.Endpoints + ".")
	d.Para("Free amounts: " + taken(s.Kubernetes.FreeTier) + " on Kubernetes, " + taken(s.Serverless.FreeTier) + " on serverless, " + taken(s.Wasm.FreeTier) +
		" on Wasm (" + paths.FreeTier.String() + "). Bought " + s.Kubernetes.Purchase + " on Kubernetes and " + s.Serverless.Purchase + " on serverless.")
	platforms, rows := e.ParityPlatforms(), e.Parity(volume)
	for from := 0; from < len(platforms); from += parityAcross {
		to := min(from+parityAcross, len(platforms))
		columns := []doc.Column{doc.Label("what is charged", 26)}
		for _, p := range platforms[from:to] {
			columns = append(columns, doc.Figures(p.Name, 16))
		}
		var cells []doc.Row
		for i := range rows {
			if rows[i].ID == model.ParityPeople {
				cells = append(cells, parityRow("the bill", platforms[from:to], func(p int) string { return parityTotal(platforms[from+p], volume) }))
			}
			cells = append(cells, parityRow(rows[i].Label, platforms[from:to], func(p int) string { return parityMoney(platforms[from+p], &rows[i], from+p, volume) }))
		}
		d.Table(columns, cells)
	}
}

func parityRow(label string, platforms []*costs.Platform, cell func(p int) string) doc.Row {
	cells := []any{label}
	for p := range platforms {
		cells = append(cells, cell(p))
	}
	return doc.Cells(cells...)
}

// parityMoney is an amount, "none" where nothing is charged, and of a platform
// that cannot run the system and so has no bill what keeps it from that.
func parityMoney(p *costs.Platform, r *model.ParityRow, i int, volume float64) string {
	c := &r.Cells[i]
	switch {
	case !p.Feasible() && r.ID != model.ParityPeople:
		return "refused"
	case math.IsInf(p.Cost(volume), 1) && r.ID != model.ParityPeople:
		return "full"
	case len(c.Meters) == 0:
		return "none"
	case c.Unknown && c.USD == 0:
		return notKnown
	case c.Unknown:
		return "≥ " + quantity.Money(c.USD)
	}
	return quantity.Money(c.USD)
}

// parityTotal is the bill of a platform, or what is known of it.
func parityTotal(p *costs.Platform, volume float64) string {
	if p.Partly() {
		return "≥ " + quantity.Money(p.AtLeast(volume))
	}
	return quantity.Money(p.Cost(volume))
}

func taken(free bool) string {
	if free {
		return "taken off"
	}
	return "not taken off"
}

// ParityCSV returns a row for each kind of thing and platform, USD a month; what is
// not known here is empty.
func ParityCSV(e *model.Evaluation) []byte {
	rows := [][]string{{"scenario", "row", "platform", "usd", "meters"}}
	platforms := e.ParityPlatforms()
	for _, r := range e.Parity(e.Volume()) {
		for i, c := range r.Cells {
			usd := strconv.FormatFloat(c.USD, 'f', -1, 64)
			if c.Unknown {
				usd = ""
			}
			rows = append(rows, []string{e.Resolved.Name, r.ID, platforms[i].ID, usd, joined(c.Meters)})
		}
	}
	return csvBytes(rows)
}
