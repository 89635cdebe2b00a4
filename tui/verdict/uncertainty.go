package verdict

import (
	"fmt"
	"math"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report"
	"runwhere/model/report/doc"
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
	if u.Cheapest != nil {
		p.section(t, func(d *doc.Doc) { report.Levers(d, u, leversShown) })
	}
	t.Text(s.Muted, fmt.Sprintf("%s draws; a range holds 90 %% of them. runwhere eval has more, at every volume.", humanize.Comma(int64(u.Draws))))
}
