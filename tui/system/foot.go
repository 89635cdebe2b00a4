package system

import (
	"fmt"
	"math"

	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// foot is below the table: the recommendation, and what to press where
// nothing is described yet.
func (p *Pane) foot() []string {
	s := p.Styles
	lines := p.recommendation()
	if p.of != nil && p.of.Resolved.Implied {
		hint := "nothing is described yet; one component is assumed: enter edits it, a adds one, ctrl+p opens presets"
		return append(lines, kit.Capped(s.Indent(s.Muted, hint, p.w-1), 2)...)
	}
	return lines
}

func (p *Pane) recommendation() []string {
	s := p.Styles
	v := &p.Session.Result.Verdict
	if v.Recommendation == "" {
		return []string{" " + s.Bad.Render("now: no option can run this system")}
	}
	words := fmt.Sprintf("now: %s, confidence %.0f %%", v.Recommendation.Title(), v.Confidence*100)
	for _, r := range v.Ranking {
		if r.Option == v.Recommendation && !math.IsInf(r.MonthlyUSD, 1) {
			words += fmt.Sprintf(" · %s a month", quantity.Money(r.MonthlyUSD))
		}
	}
	if why := p.Session.Result.NoFigure(v.Recommendation); why != "" {
		words += " · not priced: " + why
	}
	split := &p.Session.Result.Split
	if split.Feasible && split.Mixed() {
		words += fmt.Sprintf(" · split %s", quantity.Money(split.USD))
	}
	return []string{" " + s.Option[v.Recommendation].Bold().Render(words)}
}
