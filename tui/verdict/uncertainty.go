package verdict

import (
	"fmt"
	"math"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/uncertainty"
	"runwhere/tui/kit"
)

// oddsBar is how many cells stand for certainty.
const oddsBar = 20

// leversShown is how many inputs the page lists.
const leversShown = 6

// uncertainty says what the ranges of the scenario leave open, nothing where
// there is none.
func (p *Pane) uncertainty(t *kit.PageWriter) {
	s, e := p.Styles, p.Session.Result
	if !uncertainty.HasRanges(e.Evaluation) {
		return
	}
	t.Heading("What the ranges leave open")
	u, known := e.PeekUncertainty()
	if !known {
		t.Text(s.Muted, "Being worked out: the scenario is drawn many times within its ranges.")
	}
	if u == nil {
		return
	}
	for _, o := range u.Options {
		filled := int(math.Round(o.Cheapest * oddsBar))
		bar := strings.Repeat(s.Glyphs.Bar, filled) + strings.Repeat(s.Glyphs.BarRest, oddsBar-filled)
		name := s.PlainText(fmt.Sprintf("%c %s", o.Platform.Letter, o.Platform.Name))
		costs := "cannot run in some draws"
		switch {
		case e.NoFigure(o.Platform.Option) != "":
			costs = "no figure"
		case o.Possible == 0:
			costs = "cannot run"
		case !math.IsInf(o.P95, 1):
			costs = quantity.Money(o.P5) + " to " + quantity.Money(o.P95)
		}
		t.Line(s.Option[o.Platform.Option].Render(kit.Fit(name, 18, s.Glyphs.Ellipsis)) + s.Text.Render(fmt.Sprintf("%10s ", model.Percent(o.Cheapest))) +
			s.Muted.Render(bar+"  "+costs))
	}
	for _, text := range u.Sentences()[1:] {
		t.Bullet(s.Glyphs.Dot, s.Text, text)
	}
	p.levers(t, u)
	t.Text(s.Muted, fmt.Sprintf("%s draws; a range holds 90 %% of them. runwhere eval has more, at every volume.", humanize.Comma(int64(u.Draws))))
}

// levers shows what each range does to the difference between the two
// cheapest options.
func (p *Pane) levers(t *kit.PageWriter, u *uncertainty.Uncertainty) {
	s := p.Styles
	if u.Cheapest == nil {
		return
	}
	room := max(12, t.W-42)
	t.Line(s.Muted.Render(kit.Fit(s.PlainText(u.Second.Name+" less "+u.Cheapest.Name), room, s.Glyphs.Ellipsis) + fmt.Sprintf("%13s%13s%14s", "at low", "at high", "knowing it")))
	for i := range u.Levers[:min(leversShown, len(u.Levers))] {
		l := &u.Levers[i]
		figures := fmt.Sprintf("%13s%13s%14s", uncertainty.DifferenceText(l.AtLow), uncertainty.DifferenceText(l.AtHigh), u.WorthText(l))
		t.Line(s.Text.Render(kit.Fit(s.PlainText(l.Label), room, s.Glyphs.Ellipsis) + s.PlainText(figures)))
	}
	if more := len(u.Levers) - leversShown; more > 0 {
		t.Text(s.Muted, fmt.Sprintf("and %d more", more))
	}
}
