package verdict

import (
	"fmt"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/model/search"
	"runwhere/tui/kit"
)

// EvidenceOf is the option whose points are drawn.
func (p *Pane) EvidenceOf() checklist.Option {
	if p.shown != "" {
		return p.shown
	}
	return p.Session.Result.Verdict.Ranking[0].Option
}

func (p *Pane) evidenceTitle() string {
	return "Evidence for and against " + p.EvidenceOf().Title() + ", line by line (←→ another option)"
}

// evidenceHeading is the title as it is on the page.
func (p *Pane) evidenceHeading() string {
	return " " + p.Styles.Title.Render(p.evidenceTitle())
}

// evidence draws the points of one option as a waterfall, each line with its
// reason and source, and below it what every line gives to every option.
func (p *Pane) evidence(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	t.Heading(p.evidenceTitle())
	for _, c := range e.Scenario.Weights.Changed() {
		t.Bullet(s.Glyphs.Right, s.Warn, "changed weight: "+c.Text())
	}
	var all [][]model.Step
	for _, r := range e.Verdict.Ranking {
		all = append(all, e.Waterfall(r.Option))
	}
	scale := model.ScaleOf(all...)
	flips, known := e.PeekWeightFlips()
	cells := min(60, max(18, t.W/3))
	label := t.W - 2 - cells - 7 - 7
	t.Line(s.Muted.Render(kit.Fit("", label, "") + fmt.Sprintf("%6s ", "points") + axis(scale, cells) + fmt.Sprintf("%6s", "total")))
	steps := e.Waterfall(p.EvidenceOf())
	for i := range steps {
		step := &steps[i]
		t.Line(s.Text.Render(kit.Fit(s.PlainText(step.Label()), label, s.Glyphs.Ellipsis)+fmt.Sprintf("%+6.1f ", step.Points)) +
			waterfallBar(s, scale, step, cells) + s.Strong.Render(fmt.Sprintf("%6.1f", step.After)))
		t.Under(s.Muted, withFlip(step, flips))
	}
	if len(steps) == 0 {
		t.Text(s.Muted, report.NoEvidence)
	} else if !known {
		t.Text(s.Muted, "Which weights would change the recommendation is being searched …")
	} else {
		t.Text(s.Muted, report.UsualWeights)
	}
	p.section(t, func(d *doc.Doc) { report.Ledger(d, e.Evaluation) })
}

// axis marks the zero above the bars.
func axis(scale model.Scale, cells int) string {
	at := scale.Column(0, cells)
	return strings.Repeat(" ", at) + "0" + strings.Repeat(" ", cells-at-1)
}

// waterfallBar draws one step from the total before it to the one after. What
// it gives is solid and what it takes is hatched, so that no colour is needed.
func waterfallBar(s *kit.Styles, scale model.Scale, step *model.Step, cells int) string {
	from, to := scale.Span(step, cells)
	ink, cell := s.Good, s.Glyphs.Bar
	if step.Points < 0 {
		ink, cell = s.Bad, s.Glyphs.BarRest
	}
	zero := scale.Column(0, cells)
	rest := func(from, to int) string {
		line := []string{}
		for x := from; x < to; x++ {
			if x == zero {
				line = append(line, s.Glyphs.Vertical)
			} else {
				line = append(line, " ")
			}
		}
		return strings.Join(line, "")
	}
	return s.Faint.Render(rest(0, from)) + ink.Render(strings.Repeat(cell, to-from)) + s.Faint.Render(rest(to, cells))
}

// withFlip is why a line counts what it does, where the rule is from, and the
// weights at which another option would win; where no weight of it changes
// anything that is left out.
func withFlip(step *model.Step, flips []search.WeightFlip) string {
	text := step.Reason()
	for _, f := range flips {
		if f.ID == step.ID && (f.Below != nil || f.Above != nil) {
			return text + "; weight " + f.Text()
		}
	}
	return text
}
