package report

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
)

// waterfalls are all options' points, drawn on one scale and with each reason
// said once.
type waterfalls struct {
	options []checklist.Option
	steps   [][]model.Step
	scale   model.Scale
	notes   []string // why a line counts, and the source of the rule
}

func waterfallsOf(e *model.Evaluation) *waterfalls {
	w := &waterfalls{}
	for _, r := range e.Verdict.Ranking {
		w.options = append(w.options, r.Option)
		w.steps = append(w.steps, e.Waterfall(r.Option))
	}
	w.scale = model.ScaleOf(w.steps...)
	return w
}

// note is the number of a step's reason, from 1.
func (w *waterfalls) note(s *model.Step) int {
	text := strings.ToUpper(s.Why[:1]) + s.Why[1:] + ". Source: " + s.Origin()
	if s.Weight != model.WeightTested {
		text += "; weight: " + s.Weight
	}
	text += "."
	i := slices.Index(w.notes, text)
	if i < 0 {
		i, w.notes = len(w.notes), append(w.notes, text)
	}
	return i + 1
}

// bar draws a step on the scale in so many cells: what it adds as +, what it
// takes as -, and the zero as a colon.
func (w *waterfalls) bar(s *model.Step, cells int) string {
	line := []byte(strings.Repeat(" ", cells))
	line[w.scale.Column(0, cells)] = ':'
	sign := byte('+')
	if s.Points < 0 {
		sign = '-'
	}
	from, to := w.scale.Span(s, cells)
	for x := from; x < to; x++ {
		line[x] = sign
	}
	return string(line)
}

// textEvidence draws the waterfalls, and lists the reasons below them.
func textEvidence(p *page, e *model.Evaluation) {
	const cells = 20
	w := waterfallsOf(e)
	p.heading("Evidence: the points of each option line by line, from 0 (:) to its total")
	for i, o := range w.options {
		r := &e.Verdict.Ranking[i]
		p.text("  ", fmt.Sprintf("%s, %+.1f in all:", o.Title(), r.Points))
		if !r.Feasible {
			p.text("  ", "Impossible: "+r.Why+".")
		}
		for j := range w.steps[i] {
			s := &w.steps[i][j]
			p.row("  "+s.Label(), 46, right(fmt.Sprintf("%+.1f", s.Points), 6), "  ", w.bar(s, cells), right(fmt.Sprintf("[%d]", w.note(s)), 6))
		}
		if len(w.steps[i]) == 0 {
			p.text("  ", "Nothing speaks for or against it.")
		}
	}
	for i, note := range w.notes {
		p.text(left(fmt.Sprintf("  [%d]", i+1), 7), note)
	}
	p.text("  ", "Weights are "+model.WeightTested+" where nothing else is said.")
}

// waterfall is the same in Markdown: a table an option.
func (m *markdown) waterfall(e *model.Evaluation) {
	const cells = 24
	w := waterfallsOf(e)
	m.heading(3, "Points line by line")
	m.line("Each line adds to the one above it or takes from it; the colon is zero. Economics come last, and the last total is what ranks the option.")
	for i, o := range w.options {
		r := &e.Verdict.Ranking[i]
		m.line()
		m.line(fmt.Sprintf("**%s**, %+.1f in all:", o.Title(), r.Points))
		m.line()
		if !r.Feasible {
			m.line("Impossible: ", escape(r.Why), ".")
			m.line()
		}
		var rows [][]string
		for j := range w.steps[i] {
			s := &w.steps[i][j]
			// A span of code keeps only spaces that do not break.
			rows = append(rows, []string{
				escape(s.Label()), fmt.Sprintf("%+.1f", s.Points), fmt.Sprintf("%.1f", s.After), "`" + strings.ReplaceAll(w.bar(s, cells), " ", "\u00a0") + "`", escape(s.Why), link(s.Origin() + "; weight: " + s.Weight),
			})
		}
		if len(rows) == 0 {
			m.line("Nothing speaks for or against it.")
			continue
		}
		m.table([]string{"line", ">points", ">total", "bar", "why", "source"}, rows)
	}
}
