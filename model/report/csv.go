package report

import (
	"bytes"
	"encoding/csv"
	"math"
	"strconv"
	"strings"

	"runwhere/model"
	"runwhere/model/quantity"
)

var csvHeader = []string{
	"scenario", "platform", "option", "layer", "meter", "label",
	"quantity", "unit", "usd", "formula", "price_id", "source", "as_of",
}

// CSV returns one row a platform and line, USD a month: the lines of layer
// `bill` add up to the platform's bill, those of layer `people` are the people
// and tools that no bill shows. A platform that cannot run the system has one
// row of layer `refused` without a figure, one without a total one of `unpriced`; where
// some of its lines are known they follow, of layer `known`, and those whose price is
// not known here, of layer `unknown` and without a figure.
func CSV(e *model.Evaluation) []byte { return CSVAll([]*model.Evaluation{e}) }

// CSVAll returns the rows of several evaluations below one header.
func CSVAll(all []*model.Evaluation) []byte {
	rows := [][]string{csvHeader}
	for _, e := range all {
		rows = append(rows, csvRows(e)...)
	}
	return csvBytes(rows)
}

func csvRows(e *model.Evaluation) [][]string {
	var rows [][]string
	for _, p := range e.Billable() {
		add := func(layer string, cells ...string) {
			rows = append(rows, append([]string{e.Resolved.Name, p.ID, string(p.Option), layer}, cells...))
		}
		if why := whyNot(e, p); why != "" {
			layer := "refused"
			if p.Feasible() && p.Unbilled != nil {
				layer = "unpriced"
			}
			add(layer, "", why, "", "", "", "", "", "", "")
		}
		layer := "bill"
		if p.Partly() {
			layer = "known"
		}
		for _, l := range p.Bill(e.Volume()).Lines {
			if l.Unknown != "" {
				add("unknown", l.Meter, l.Label, csvNumber(l.Quantity), l.Unit, "", l.Formula, l.PriceID, l.Source, l.AsOf)
				continue
			}
			if whyNot(e, p) == "" || p.Partly() {
				add(layer, l.Meter, l.Label, csvNumber(l.Quantity), l.Unit, csvNumber(l.USD), l.Formula, l.PriceID, l.Source, l.AsOf)
			}
		}
		for _, l := range p.People {
			add("people", l.ID, l.Label, "1", "month", csvNumber(l.USD), "", "", l.Source, l.AsOf)
		}
	}
	return rows
}

// csvNumber prints a figure with all its digits; what is not known is empty.
func csvNumber(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	return strconv.FormatFloat(quantity.Tidy(v), 'f', -1, 64)
}

// harmless keeps a spreadsheet from running a text as a formula. A number is
// one, whatever its sign.
func harmless(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r\n", rune(s[0])) {
		return s
	}
	if v, err := strconv.ParseFloat(s, 64); err == nil && !math.IsNaN(v) && !math.IsInf(v, 0) {
		return s
	}
	return "'" + s
}

// csvBytes writes rows, every cell of them harmless whatever its text comes
// from; writing to memory cannot fail.
func csvBytes(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}
