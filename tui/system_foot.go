package tui

import (
	"fmt"
	"math"

	"runwhere/model/quantity"
)

// foot stands below the table: the recommendation, and what to press where
// nothing is described yet.
func (p *systemPane) foot() []string {
	s := p.styles
	lines := p.recommendation()
	if p.of != nil && p.of.Resolved.Implied {
		hint := "nothing is described yet; one component is assumed: enter edits it, a adds one, ctrl+p opens presets"
		return append(lines, capped(s.indent(s.Muted, hint, p.w-1), 2)...)
	}
	return lines
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
		if r.Option == v.Recommendation && !math.IsInf(r.MonthlyUSD, 1) {
			words += fmt.Sprintf(" · %s a month", quantity.Money(r.MonthlyUSD))
		}
	}
	if why := p.session.Result.NoFigure(v.Recommendation); why != "" {
		words += " · not priced: " + why
	}
	split := &p.session.Result.Split
	if split.Feasible && split.Mixed() {
		words += fmt.Sprintf(" · split %s", quantity.Money(split.USD))
	}
	return []string{" " + s.Option[v.Recommendation].Bold(true).Render(words)}
}
