package tui

import (
	"fmt"
	"strings"

	"runwhere/model"
)

// foot stands below the table: the recommendation, the chosen component where
// there is room, and what the marks mean.
func (p *systemPane) foot() []string {
	s := p.styles
	lines := p.recommendation()
	if p.h >= 18 && p.of != nil {
		lines = append(lines, capped(s.indent(s.Text, p.chosen(), p.w-1), 3)...)
	}
	if p.of != nil && p.of.Resolved.Implied {
		hint := "nothing is described yet, so one component is assumed from the checklist; enter edits it, a adds one, ctrl+p opens presets"
		return append(lines, capped(s.indent(s.Muted, hint, p.w-1), 2)...)
	}
	return append(lines, s.indent(s.Muted, "d is a default · [pin] is fixed · ctrl+p opens presets", p.w-1)...)
}

// capped keeps at most n lines.
func capped(lines []string, n int) []string { return lines[:min(n, len(lines))] }

func (p *systemPane) recommendation() []string {
	s := p.styles
	v := &p.session.Result.Verdict
	if v.Recommendation == "" {
		return []string{" " + s.Bad.Render("now: no option can run this system")}
	}
	words := fmt.Sprintf("now: %s, confidence %.0f %%", v.Recommendation.Title(), v.Confidence*100)
	for _, r := range v.Ranking {
		if r.Option == v.Recommendation {
			words += fmt.Sprintf(" · %s a month", model.Money(r.MonthlyUSD))
		}
	}
	split := &p.session.Result.Split
	if split.Feasible && split.Mixed() {
		words += fmt.Sprintf(" · split %s", model.Money(split.USD))
	}
	return []string{" " + s.Option[v.Recommendation].Bold(true).Render(words)}
}

// chosen tells what the table has no column for.
func (p *systemPane) chosen() string {
	if p.at >= len(p.rows) {
		return ""
	}
	e := p.of
	explicit := e.Explicit()
	c := &e.Resolved.Workload.Components[p.at]
	var parts []string
	for _, f := range []struct {
		key, label, standIn string
	}{
		{"response", "response", model.FormatSize(c.Response)},
		{"outbound", "outbound", model.FormatSize(c.Outbound)},
		{"logs", "logs", model.FormatSize(c.Logs)},
		{"peak_to_mean", "peak/mean", model.FormatNumber(round3(c.Shape.PeakToMean()))},
		{"pod.cpu", "pod cpu", model.FormatNumber(c.Pod.CPU)},
		{"pod.memory", "pod memory", model.FormatMemory(c.Pod.Memory)},
	} {
		cell := fieldCell(e, &explicit, p.at, f.key, f.standIn)
		text := f.label + " " + cell.text
		if cell.assumed {
			text += " d"
		}
		parts = append(parts, text)
	}
	text := p.rows[p.at].name + ": " + strings.Join(parts, ", ")
	if p.at < len(e.Split.Placements) && e.Split.Placements[p.at].Reason != "" {
		text += " · " + e.Split.Placements[p.at].Reason
	}
	return text
}
