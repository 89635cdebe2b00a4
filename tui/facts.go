package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/model/guide"
	"runwhere/model/study"
)

// newFactsWindow holds the guide's three-way comparison against what holds
// today.
func newFactsWindow(ctx *context) *readingWindow {
	return &readingWindow{context: ctx, title: "Claims and facts · esc closes", opens: OpenFacts, write: factsPage}
}

// wideFacts is the width from which the three options stand side by side.
const wideFacts = 96

func factsPage(s *Styles, e *study.Study, w int) []string {
	rows := guide.Comparison(e.Evaluation)
	lines := s.paragraph(s.Muted, "What the guide claims of each option, and what holds today for the platform that stands for it here. A dash is no claim.", 1, w)
	wide := w >= wideFacts
	if wide {
		lines = append(lines, "")
		lines = append(lines, s.columns(rows[0].Cells, w, func(c *guide.ComparedCell, _ int) []string {
			return []string{" " + s.Option[c.Option].Bold(true).Render(c.Option.Title()+" · "+string(c.Platform.Letter)+" "+c.Platform.Name)}
		})...)
	}
	for _, row := range rows {
		lines = append(lines, "", " "+s.Title.Render(row.Label))
		if wide {
			lines = append(lines, s.columns(row.Cells, w, s.wideCell)...)
			lines = append(lines, s.sources(row.Cells, w)...)
		} else {
			for i := range row.Cells {
				lines = append(lines, s.stackedCell(&row.Cells[i], w)...)
			}
		}
		for _, f := range row.Checks {
			lines = append(lines, s.paragraph(s.Mark, "also: "+f.Text, 1, w)...)
			lines = append(lines, s.paragraph(s.Muted, sourceOf(f.Source, f.AsOf), 1, w)...)
		}
	}
	return lines
}

// columns puts three cells side by side, as high as the highest of them.
func (s *Styles) columns(cells []guide.ComparedCell, w int, render func(*guide.ComparedCell, int) []string) []string {
	width := w / len(cells)
	height := 0
	blocks := make([][]string, len(cells))
	for i := range cells {
		blocks[i] = render(&cells[i], width)
		height = max(height, len(blocks[i]))
	}
	for i := range blocks {
		blocks[i] = block(blocks[i], width, height, s.Glyphs.Ellipsis)
	}
	return beside(blocks...)
}

func (s *Styles) wideCell(c *guide.ComparedCell, w int) []string {
	lines := s.paragraph(s.Strong, "claim: "+c.Claim, 1, w)
	if len(c.Facts) == 0 {
		return append(lines, s.paragraph(s.Faint, nothingNewer, 1, w)...)
	}
	for _, f := range c.Facts {
		lines = append(lines, s.paragraph(s.Text, f.Text, 1, w)...)
	}
	return lines
}

// sources lists the sources of a row's cells over the whole width, each once:
// an address that is broken into the lines of a column cannot be copied.
func (s *Styles) sources(cells []guide.ComparedCell, w int) []string {
	var lines []string
	for i := range cells {
		said := ""
		for _, f := range cells[i].Facts {
			source := string(cells[i].Platform.Letter) + " " + sourceOf(f.Source, f.AsOf)
			if source != said {
				lines = append(lines, s.paragraph(s.Muted, source, 1, w)...)
			}
			said = source
		}
	}
	return lines
}

const nothingNewer = "nothing newer is known"

// stackedCell is a cell where there is no room for columns: the option and its
// claim in one line, the facts below.
func (s *Styles) stackedCell(c *guide.ComparedCell, w int) []string {
	name := c.Option.Title() + " · " + string(c.Platform.Letter) + " " + c.Platform.Name
	head := "  " + s.Option[c.Option].Render(name) + s.Strong.Render("  claim: "+c.Claim)
	if ansi.StringWidth(head) > w {
		return append(s.paragraph(s.Strong, name+"  claim: "+c.Claim, 2, w), s.cellFacts(c, 4, w)...)
	}
	return append([]string{head}, s.cellFacts(c, 4, w)...)
}

func (s *Styles) cellFacts(c *guide.ComparedCell, by, w int) []string {
	if len(c.Facts) == 0 {
		return s.paragraph(s.Faint, nothingNewer, by, w)
	}
	return s.facts(c.Facts, by, w)
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }
