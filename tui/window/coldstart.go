package window

import (
	"fmt"
	"strings"

	"runwhere/costs"
	"runwhere/model/guide"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// NewColdStarts shows what cold starts are, what they cost and what each
// way round them would cost in this scenario.
func NewColdStarts(ctx *kit.Context) *kit.ReadingWindow {
	return &kit.ReadingWindow{Context: ctx, Title: "Cold starts · esc closes", Opens: keys.OpenStarts, Write: coldStartPage}
}

func coldStartPage(s *kit.Styles, e *study.Study, w int) []string {
	c := guide.ColdStartsOf(e.Evaluation)
	lines := startClaims(s, &c, w)
	lines = append(lines, "", " "+s.Title.Render("Cold starts on "+c.Platform.Name+" now"))
	lines = append(lines, s.Paragraph(s.Text, c.Now.How, 2, w)...)
	if c.Now.Source != "" {
		lines = append(lines, s.Paragraph(s.Muted, kit.SourceOf(c.Now.Source, c.Now.AsOf), 2, w)...)
	}
	lines = append(lines, "", " "+s.Title.Render("Ways round them, a month at today's volume"))
	if c.Scope != "" {
		lines = append(lines, s.Paragraph(s.Warn, c.Scope, 2, w)...)
	}
	for i := range c.Remedies {
		lines = append(lines, remedy(s, &c.Remedies[i], w)...)
	}
	return append(lines, measured(s, &c, w)...)
}

// startClaims is what the guide says of the three options.
func startClaims(s *kit.Styles, c *guide.ColdStarts, w int) []string {
	var lines []string
	for _, claim := range c.Claims {
		lines = append(lines, " "+s.Option[claim.Option].Render(claim.Option.Title())+s.Strong.Render("  claim: "+claim.Claim))
		lines = append(lines, s.Facts(claim.Facts, 4, w)...)
	}
	return lines
}

// remedy is one way round: its price on the first line, then how it comes
// about and what it does. A mark tells whether it is to be had.
func remedy(s *kit.Styles, r *guide.ColdStartRemedy, w int) []string {
	mark, ink := s.Good.Render(s.Glyphs.Check), s.Strong
	if !r.Applies {
		mark, ink = s.Bad.Render(s.Glyphs.Cross), s.Muted
	}
	title, amount := r.Title, r.Amount()
	if r.InUse {
		title += " (in the bill)"
	}
	gap := max(1, min(w-1, 78)-4-kit.Width(title+amount))
	lines := []string{"  " + mark + " " + s.Strong.Render(title) + kit.Spaces(gap) + ink.Render(amount)}
	if r.WhyNot != "" {
		lines = append(lines, s.Paragraph(s.Warn, r.WhyNot, 4, w)...)
	}
	if r.How != "" {
		lines = append(lines, s.Paragraph(s.Text, r.How, 4, w)...)
	}
	lines = append(lines, s.Paragraph(s.Text, "start: "+r.Effect, 4, w)...)
	for _, f := range r.Facts {
		lines = append(lines, s.Paragraph(s.Mark, "today: "+f.Text, 4, w)...)
		lines = append(lines, s.Paragraph(s.Muted, kit.SourceOf(f.Source, f.AsOf), 4, w)...)
	}
	return append(lines, "")
}

// measured is the table of measured starts. A pointer marks the languages of
// the scenario's components.
func measured(s *kit.Styles, c *guide.ColdStarts, w int) []string {
	lines := []string{" " + s.Title.Render(fmt.Sprintf("Measured on Lambda: an empty function, %d MB, ms", costs.ColdStartMemoryMiB))}
	lines = append(lines, s.Paragraph(s.Text, c.Marked, 2, w)...)
	all := w >= wideMeasured
	if !all {
		lines = append(lines, s.Paragraph(s.Muted, "p90, p99 and the samples need 80 columns", 2, w)...)
	}
	lines = append(lines, "  "+s.Muted.Render(measuredRow(all, " ", "runtime", "package", "cpu", "p50", "p90", "p99", "samples")))
	for i := range c.Measured {
		m := &c.Measured[i]
		mark, ink, names := " ", s.Text, ""
		if len(m.Components) > 0 {
			mark, ink, names = s.Glyphs.Pointer, s.Strong, "  "+strings.Join(m.Components, ", ")
		}
		row := measuredRow(all, mark, m.Runtime, strings.TrimPrefix(m.Package, "container "), m.Architecture,
			startFigure(m.P50), startFigure(m.P90), startFigure(m.P99), fmt.Sprint(m.Samples))
		if kit.Width(row)+2+kit.Width(names) > w {
			names = "" // The list of names is above the table.
		}
		lines = append(lines, "  "+ink.Render(row)+s.Accent.Render(names))
	}
	lines = append(lines, s.Paragraph(s.Muted, kit.SourceOf(costs.ColdStartSource, costs.ColdStartAsOf), 2, w)...)
	return append(lines, s.Paragraph(s.Muted, "SnapStart: "+kit.SourceOf(costs.SnapStartMeasured, costs.SnapStartAsOf), 2, w)...)
}

// wideMeasured is the width from which all columns of measured starts fit.
const wideMeasured = 77

func measuredRow(all bool, mark, runtime, pack, architecture, p50, p90, p99, samples string) string {
	row := fmt.Sprintf("%s %-28s %-9s %-5s %6s", mark, runtime, pack, architecture, p50)
	if all {
		row += fmt.Sprintf(" %6s %6s %7s", p90, p99, samples)
	}
	return row
}

// startFigure prints milliseconds; a percentile that was not published is a
// dash.
func startFigure(ms float64) string {
	if ms == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f", ms)
}
