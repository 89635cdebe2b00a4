package window

import (
	"runwhere/model/guide"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// NewFacts holds the guide's three-way comparison against what holds
// today.
func NewFacts(ctx *kit.Context) *kit.ReadingWindow {
	return &kit.ReadingWindow{Context: ctx, Title: "Claims and facts · esc closes", Opens: keys.OpenFacts, Write: factsPage}
}

// wideFacts is the width from which the options are side by side.
const wideFacts = 96

func factsPage(s *kit.Styles, e *study.Study, w int) []string {
	rows := guide.Comparison(e.Evaluation)
	lines := s.Paragraph(s.Muted, "What the guide claims of each option, and what holds today for the platform that stands for it here. A dash is no claim.", 1, w)
	wide := w >= wideFacts
	if wide {
		lines = append(lines, "")
		lines = append(lines, columns(s, rows[0].Cells, w, func(c *guide.ComparedCell, _ int) []string {
			return []string{" " + s.Option[c.Option].Bold().Render(c.Option.Title()+" · "+string(c.Platform.Letter)+" "+c.Platform.Name)}
		})...)
	}
	for _, row := range rows {
		lines = append(lines, "", " "+s.Title.Render(row.Label))
		if wide {
			lines = append(lines, columns(s, row.Cells, w, func(c *guide.ComparedCell, w int) []string { return wideCell(s, c, w) })...)
			lines = append(lines, sources(s, row.Cells, w)...)
		} else {
			for i := range row.Cells {
				lines = append(lines, stackedCell(s, &row.Cells[i], w)...)
			}
		}
		for _, f := range row.Checks {
			lines = append(lines, s.Paragraph(s.Mark, "also: "+f.Text, 1, w)...)
			lines = append(lines, s.Paragraph(s.Muted, kit.SourceOf(f.Source, f.AsOf), 1, w)...)
		}
	}
	return lines
}

// columns puts three cells side by side, as high as the highest of them.
func columns(s *kit.Styles, cells []guide.ComparedCell, w int, render func(*guide.ComparedCell, int) []string) []string {
	width := w / len(cells)
	height := 0
	blocks := make([][]string, len(cells))
	for i := range cells {
		blocks[i] = render(&cells[i], width)
		height = max(height, len(blocks[i]))
	}
	for i := range blocks {
		blocks[i] = kit.Block(blocks[i], width, height, s.Glyphs.Ellipsis)
	}
	return kit.Beside(blocks...)
}

func wideCell(s *kit.Styles, c *guide.ComparedCell, w int) []string {
	lines := s.Paragraph(s.Strong, claimOf(c), 1, w)
	if len(c.Facts) == 0 {
		return append(lines, s.Paragraph(s.Faint, nothingNewer, 1, w)...)
	}
	for _, f := range c.Facts {
		lines = append(lines, s.Paragraph(s.Text, f.Text, 1, w)...)
	}
	return lines
}

// sources lists the sources of a row's cells over the whole width, each once:
// an address that is broken into the lines of a column cannot be copied.
func sources(s *kit.Styles, cells []guide.ComparedCell, w int) []string {
	var lines []string
	for i := range cells {
		said := ""
		for _, f := range cells[i].Facts {
			source := string(cells[i].Platform.Letter) + " " + kit.SourceOf(f.Source, f.AsOf)
			if source != said {
				lines = append(lines, s.Paragraph(s.Muted, source, 1, w)...)
			}
			said = source
		}
	}
	return lines
}

// claimOf is what the guide says of the option, which it may not know.
func claimOf(c *guide.ComparedCell) string {
	if c.Claim == guide.NoClaim {
		return "the guide says nothing of it"
	}
	return "claim: " + c.Claim
}

const nothingNewer = "nothing newer is known"

// stackedCell is a cell where there is no room for columns: the option and its
// claim in one line, the facts below.
func stackedCell(s *kit.Styles, c *guide.ComparedCell, w int) []string {
	name := c.Option.Title() + " · " + string(c.Platform.Letter) + " " + c.Platform.Name
	head := "  " + s.Option[c.Option].Render(name) + s.Strong.Render("  "+claimOf(c))
	if kit.Width(head) > w {
		return append(s.Paragraph(s.Strong, name+"  "+claimOf(c), 2, w), cellFacts(s, c, 4, w)...)
	}
	return append([]string{head}, cellFacts(s, c, 4, w)...)
}

func cellFacts(s *kit.Styles, c *guide.ComparedCell, by, w int) []string {
	if len(c.Facts) == 0 {
		return s.Paragraph(s.Faint, nothingNewer, by, w)
	}
	return s.Facts(c.Facts, by, w)
}
