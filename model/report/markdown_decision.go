package report

import (
	"fmt"
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/study"
)

// outcome is the decision in the title.
func outcome(e *model.Evaluation) string { return model.Outcome(e.Verdict.Recommendation) }

// drivers are what weighs in the decision: what was answered, in the order of
// the points that it gives any option, and the constraints.
func (m *markdown) drivers(e *model.Evaluation) {
	m.heading(2, "Decision drivers")
	for _, l := range model.Drivers(e.Verdict.Ledger) {
		m.line("- ", escape(l.Label()), fmt.Sprintf(" (%s)", escape(pointsOf(&l))))
	}
	with := "the monthly bill"
	if e.Resolved.IncludePeople {
		with = "the monthly bill with people and tools"
	}
	m.line("- Cost of ownership: ", with, " at ", volume(e.Volume()), " requests a month and at the horizon")
	if n := len(e.Constraints()); n > 0 {
		m.line(fmt.Sprintf("- %s, listed below", count(n, "constraint")))
	}
}

// pointsOf lists what a line gives to each option.
func pointsOf(l *model.Evidence) string {
	var parts []string
	for _, o := range checklist.Options {
		if p := l.Points[o]; p != 0 {
			parts = append(parts, fmt.Sprintf("%+.1f for %s", p, o.Title()))
		}
	}
	return strings.Join(parts, ", ")
}

// chart is the crossover chart in letters.
func (m *markdown) chart(e *model.Evaluation, chart string) {
	if chart == "" {
		return
	}
	m.heading(3, "Monthly cost by volume")
	m.line("USD and requests a month, both logarithmic. A curve carries its platform's letter.")
	m.line()
	m.line("```text")
	m.line(strings.TrimRight(chart, "\n"))
	m.line("```")
}

func (m *markdown) options(e *model.Evaluation) {
	m.heading(2, "Considered options")
	rows := [][]string{}
	for _, p := range e.Billable() {
		row := []string{escape(p.Name), p.Option.Title(), "-", people(p), "-", escape(whyNot(e, p))}
		if usd := p.Cost(e.Volume()); !math.IsInf(usd, 1) {
			row[2], row[4] = money(usd), withPeople(e, p, usd)
		}
		rows = append(rows, row)
	}
	m.table([]string{"platform", "option", ">bill, USD a month", ">people and tools", ">with people", "why not"}, rows)
	m.line()
	if e.Resolved.IncludePeople {
		m.line(strings.TrimSuffix("The totals with people and tools are compared. "+escape(e.Uncounted()), " "))
	} else {
		m.line("The bills alone are compared.")
	}
	m.line()
	for _, s := range append(e.Sentences(), e.ComparedSentences()...) {
		m.line("- ", escape(s))
	}
	m.heading(3, "Crossovers, in requests a month")
	for i := range e.Crossovers() {
		m.line("- ", escape(crossover(&e.Crossovers()[i])))
	}
}

func (m *markdown) decision(e *model.Evaluation, found *study.Findings) {
	v := &e.Verdict
	m.heading(2, "Decision outcome")
	if v.Recommendation == "" {
		m.line(model.NoVerdict, ".")
	} else {
		m.line(fmt.Sprintf("Chosen option: **%s**, with a confidence of %.0f %%, because", v.Recommendation.Title(), v.Confidence*100))
	}
	m.line()
	for _, reason := range e.Reasons() {
		m.line("- ", escape(reason))
	}
	m.line()
	rows := make([][]string, len(v.Ranking))
	for i, r := range v.Ranking {
		rows[i] = []string{
			fmt.Sprint(i + 1), r.Option.Title(), fmt.Sprintf("%.1f", r.Points), fmt.Sprintf("%.1f", r.Evidence),
			fmt.Sprintf("%.1f", r.Economics), money(r.MonthlyUSD), escape(r.Why),
		}
		if !r.Feasible {
			rows[i][2], rows[i][3], rows[i][4] = "-", "-", "-"
		}
	}
	m.table([]string{">rank", "option", ">points", ">evidence", ">economics", ">USD a month", "why not"}, rows)
	m.line()
	m.placement(e, found)
}

func (m *markdown) consequences(e *model.Evaluation, found *study.Findings) {
	v := &e.Verdict
	m.heading(2, "Consequences")
	if r := recommended(e); e.NoFigure(v.Recommendation) != "" {
		m.line("- Neutral: what it costs is not known: ", escape(e.NoFigure(v.Recommendation)), ".")
	} else if r != nil && r.Feasible {
		m.line(fmt.Sprintf("- Good: the bill is about %s a month; with the people and tools that are known %s.", money(r.MonthlyUSD), money(r.MonthlyUSD+r.PeopleUSD)))
	}
	if v.Counter != "" {
		m.line("- Bad: ", escape(v.Counter))
	}
	for _, d := range v.Disagreements {
		m.line("- Neutral: ", escape(d))
	}
	for _, c := range v.Contradictions {
		m.line("- Contradiction: ", escape(c.Text()))
	}
	for _, mistake := range found.Mistakes {
		m.line("- Watch out: ", escape(mistake.Text()))
	}
	for _, t := range guide.HybridTraps(e) {
		if t.Applies && v.Recommendation == checklist.Hybrid {
			m.line("- Bad: ", escape(t.Title+", "+t.Amount()+". "+t.Explanation+" Here: "+t.How+"."))
		}
	}
	m.ownership(e)
}

// recommended returns the ranking's entry for the recommendation, nil where
// there is none.
func recommended(e *model.Evaluation) *model.Ranked {
	for i := range e.Verdict.Ranking {
		if r := &e.Verdict.Ranking[i]; r.Option == e.Verdict.Recommendation && r.Option != "" {
			return r
		}
	}
	return nil
}
