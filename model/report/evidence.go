package report

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
	"runwhere/model/search"
	"runwhere/model/study"
)

// What is said of the points line by line, in a report and on a screen.
const (
	NoEvidence   = "Nothing speaks for or against it."
	UsualWeights = "Weights are " + model.WeightTested + " where nothing else is said."
)

// evidence is the ledger below what is answered.
func evidence(d *doc.Doc, e *model.Evaluation, found *study.Findings) {
	d.Heading(2, "Evidence")
	d.Para(fmt.Sprintf("%d of the ten questions are answered. The architecture score is %s.", e.Leans.Answered(), score(e)))
	Ledger(d, e)
	open(d, e, found)
}

// Ledger is every line of evidence with the points that it gives each option.
func Ledger(d *doc.Doc, e *model.Evaluation) {
	d.Heading(3, doc.Either("The same for all options side by side", ""))
	columns := []doc.Column{doc.Label("instrument", doc.Absent), doc.Label(full("question"), 52), doc.Label("answer", doc.Absent)}
	var legend []string
	for _, o := range checklist.Options {
		letter := o.Title()[:1]
		legend = append(legend, letter+" "+o.Title())
		columns = append(columns, doc.Figures(doc.Either(letter, o.Title()), 7))
	}
	var rows []doc.Row
	for _, l := range e.Verdict.Ledger {
		cells := []any{l.Instrument, doc.Either(l.Label(), l.Question), l.Answer}
		for _, o := range checklist.Options {
			cell := doc.Either(".", "")
			if p := l.Points[o]; p != 0 {
				cell = doc.Say(fmt.Sprintf("%+.1f", p))
			}
			cells = append(cells, cell)
		}
		rows = append(rows, doc.Cells(append(cells, l.Why)...))
	}
	d.Table(append(columns, doc.Label("why", doc.Absent)), rows)
	d.Only(doc.Brief).Para(doc.Aside(joined(legend), "; a hybrid has its own points and a share of the others' by its components."))
}

// score prints the architecture score, a range where factors are unknown.
func score(e *model.Evaluation) string {
	s := &e.Score
	if s.Low == s.High {
		return fmt.Sprintf("%d of %d: %s", s.Low, checklist.MaxScore, s.Band)
	}
	text := fmt.Sprintf("%d to %d of %d, as some factors are unknown: %s", s.Low, s.High, checklist.MaxScore, s.Band)
	if s.HighBand != s.Band {
		text += " to " + string(s.HighBand)
	}
	return text
}

// waterfall is all options' points, drawn on one scale and with each reason
// said once.
type waterfall struct {
	steps [][]model.Step
	scale model.Scale
	notes []string // why a line counts, and the source of the rule
}

// waterfalls draws the points of each option line by line, and lists the reasons
// below them.
func waterfalls(d *doc.Doc, e *model.Evaluation) {
	w := &waterfall{}
	for _, r := range e.Verdict.Ranking {
		w.steps = append(w.steps, e.Waterfall(r.Option))
	}
	w.scale = model.ScaleOf(w.steps...)
	d.Heading(3, doc.Either("Evidence: the points of each option line by line, from 0 (:) to its total", "Points line by line"))
	d.Only(doc.Full).Para("Each line adds to the one above it or takes from it; the colon is zero. Economics come last, and the last total is what ranks the option.")
	for i, r := range e.Verdict.Ranking {
		d.Para(doc.Strong(r.Option.Title()), fmt.Sprintf(", %+.1f in all:", r.Points))
		if !r.Feasible {
			d.Para("Impossible: ", r.Why, ".")
		}
		if len(w.steps[i]) == 0 {
			d.Para(NoEvidence)
		}
		var rows []doc.Row
		for j := range w.steps[i] {
			s := &w.steps[i][j]
			rows = append(rows, doc.Cells(
				s.Label(), fmt.Sprintf("%+.1f", s.Points), fmt.Sprintf("%.1f", s.After), w.bar(s), fmt.Sprintf("[%d]", w.note(s)),
				s.Why, doc.Source(s.Origin()+"; weight: "+s.Weight),
			))
		}
		d.Table([]doc.Column{
			doc.Label(full("line"), 46), doc.Figures(full("points"), 6), doc.Figures("total", doc.Absent), doc.Label(full("bar"), 20),
			doc.Briefly(doc.Figures("", 6)), doc.Label("why", doc.Absent), doc.Label("source", doc.Absent),
		}, rows)
	}
	var notes []doc.Row
	for i, note := range w.notes {
		notes = append(notes, doc.Cells(fmt.Sprintf("[%d]", i+1), note))
	}
	terminal := d.Only(doc.Brief)
	terminal.Table([]doc.Column{doc.Label("", 7), doc.Label("", doc.Rest)}, notes)
	terminal.Para(UsualWeights)
}

// note is the number of a step's reason, from 1.
func (w *waterfall) note(s *model.Step) int {
	text := words.Capital(s.Reason()) + "."
	i := slices.Index(w.notes, text)
	if i < 0 {
		i, w.notes = len(w.notes), append(w.notes, text)
	}
	return i + 1
}

// bar draws a step on the scale: what it adds as +, what it takes as -, and the
// zero as a colon.
func (w *waterfall) bar(s *model.Step) doc.Words {
	draw := func(cells int) string {
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
	// A span of code keeps only spaces that do not break.
	return doc.Either(draw(20), doc.Code(strings.ReplaceAll(draw(24), " ", "\u00a0")))
}

// weights says how far the decision hangs on each weight.
func weights(d *doc.Doc, flips []search.WeightFlip) {
	d.Heading(3, "Weights of the evidence")
	if len(flips) == 0 {
		d.Para("There is no choice between options that a weight could change.")
		return
	}
	d.Para("The nearest weight of each line at which another option would be recommended, all others as they are.")
	edge := func(e *search.WeightEdge, side string) string {
		if e == nil {
			return "-"
		}
		return fmt.Sprintf("%s %s: %s", quantity.FormatNumber(e.Weight), side, e.Becomes.Title())
	}
	var rows []doc.Row
	for _, f := range flips {
		rows = append(rows, doc.Cells(doc.Code(f.ID), quantity.FormatNumber(f.Weight), edge(f.Below, "and less"), edge(f.Above, "and more")))
	}
	d.Table(doc.Columns("line", ">weight now", ">below", ">above"), rows)
}
