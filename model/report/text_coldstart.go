package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"runwhere/model/guide"
)

// textColdStarts is short: what cold starts cost now and what each way round
// them would; the other formats have the measured starts.
func textColdStarts(p *page, c *guide.ColdStarts) {
	p.heading("Cold starts on " + c.Platform.Name)
	p.text("  ", c.Now.How)
	if c.Scope != "" {
		p.text("  ", c.Scope)
	}
	p.line(left("  way round them", 62), right("USD a month", 18))
	for _, r := range c.Remedies {
		p.row("  "+remedyTitle(&r), 62, right(remedyUSD(&r), 18))
		if why := r.How + r.WhyNot; why != "" {
			p.text("    ", why)
		}
	}
}

// The widths of the comparison's columns; three of facts and a label make a
// line.
const (
	compareLabel = 19
	compareCell  = 20
)

// textComparison is the guide's comparison as a table: a claim, and below it
// what holds today. Facts that are whole sentences stand below the table.
func textComparison(p *page, rows []guide.ComparedRow) {
	p.heading("Claims of the guide, and below each what holds today")
	p.text("  ", "The formats md and json have every source.")
	var heads [][]string
	for _, c := range rows[0].Cells {
		heads = append(heads, []string{c.Option.Title(), "on " + c.Platform.Name})
	}
	textRow(p, "", heads)
	var notes []string
	for _, row := range rows {
		cells := make([][]string, len(row.Cells))
		for i, c := range row.Cells {
			cells[i] = wrap(c.Claim, compareCell-1)
			for _, f := range c.Facts {
				if len(f.Text) > longFact {
					note := c.Option.Title() + ": " + f.Text + " (" + f.Source + dated(f) + ")."
					at := slices.Index(notes, note)
					if at < 0 {
						at, notes = len(notes), append(notes, note)
					}
					cells[i] = append(cells[i], fmt.Sprintf("> note %d", at+1))
					continue
				}
				cells[i] = append(cells[i], wrap("> "+f.Text, compareCell-1)...)
			}
		}
		textRow(p, row.Label, cells)
	}
	for i, note := range notes {
		p.text(fmt.Sprintf("  note %d  ", i+1), note)
	}
}

// longFact is the longest fact that a cell of the table takes.
const longFact = 110

// textRow writes a row as high as its highest cell. A word that is wider than
// its cell pushes the next one.
func textRow(p *page, label string, cells [][]string) {
	height := 0
	for _, c := range cells {
		height = max(height, len(c))
	}
	for y := range height {
		line := left(label, compareLabel)
		label = ""
		for _, c := range cells {
			text := ""
			if y < len(c) {
				text = c[y]
			}
			line += padded(text, compareCell)
		}
		p.line(strings.TrimRight(line, " "))
	}
}

// padded pads a text to a width and never cuts it.
func padded(s string, width int) string {
	if displaywidth.String(s) >= width {
		return s + " "
	}
	return left(s, width)
}
