package report

import (
	"fmt"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/report/doc"
	"runwhere/model/search"
	"runwhere/model/study"
)

// verdict is what is recommended and why. In brief what speaks against it and
// what is open follow at once; a record has consequences for that.
func verdict(d *doc.Doc, e *model.Evaluation, found *study.Findings) {
	v := &e.Verdict
	brief, full := "Verdict: "+model.NoOption+" as it is described", doc.Say(model.NoVerdict, ".")
	if v.Recommendation != "" {
		brief = fmt.Sprintf("Verdict: %s, confidence %.0f %%", v.Recommendation.Title(), v.Confidence*100)
		full = doc.Say("Chosen option: ", doc.Strong(v.Recommendation.Title()), fmt.Sprintf(", with a confidence of %.0f %%, because", v.Confidence*100))
	}
	d.Heading(2, doc.Either(brief, "Decision outcome"))
	d.Only(doc.Full).Para(full)
	d.Items(e.Reasons())
	terminal := d.Only(doc.Brief)
	objections(terminal, e, found)
	open(terminal, e, found)
}

// objections are what speaks against the recommendation or makes it doubtful.
func objections(d *doc.Doc, e *model.Evaluation, found *study.Findings) {
	v := &e.Verdict
	if v.Counter != "" {
		d.Fact(doc.Either("Against it", "Bad"), v.Counter)
	}
	for _, said := range v.Disagreements {
		d.Fact(doc.Either("Instruments disagree", "Neutral"), said)
	}
	for _, c := range v.Contradictions {
		d.Fact("Contradiction", c.Text())
	}
	for _, c := range e.Scenario.Weights.Changed() {
		d.Fact("Changed weight", c.Text())
	}
	for _, m := range found.Mistakes {
		d.Fact("Mistake", m.Text())
	}
}

// open is what nobody has answered yet.
func open(d *doc.Doc, e *model.Evaluation, found *study.Findings) {
	open := search.OpenWith(e, found.FollowUps)
	d.Para(open.Sentence())
	for _, q := range open.All() {
		d.Item(q.Text)
	}
}

// ranking is every option with its points.
func ranking(d *doc.Doc, e *model.Evaluation) {
	var rows []doc.Row
	for i, r := range e.Verdict.Ranking {
		points, evidence, economics := fmt.Sprintf("%.1f", r.Points), fmt.Sprintf("%.1f", r.Evidence), fmt.Sprintf("%.1f", r.Economics)
		if !r.Feasible {
			points, evidence, economics = "-", "-", "-"
		}
		rows = append(rows, doc.Cells(i+1, r.Option.Title(), points, evidence, economics, money(r.MonthlyUSD), r.Why))
	}
	d.Table(doc.Columns(">rank", "option", ">points", ">evidence", ">economics", ">USD a month", "why not"), rows)
}

// consequences are what follows from the decision, good and bad.
func consequences(d *doc.Doc, e *model.Evaluation, found *study.Findings) {
	recommended := e.Verdict.Recommendation
	d.Heading(2, "Consequences")
	if why := e.NoFigure(recommended); why != "" {
		d.Fact("Neutral", "what it costs is not known: ", why, ".")
	} else if recommended != "" {
		for _, r := range e.Verdict.Ranking {
			if r.Option == recommended && r.Feasible {
				d.Fact("Good", fmt.Sprintf("the bill is about %s a month; with the people and tools that are known %s.", money(r.MonthlyUSD), money(r.MonthlyUSD+r.PeopleUSD)))
			}
		}
	}
	objections(d, e, found)
	for _, t := range guide.HybridTraps(e) {
		if t.Applies && recommended == checklist.Hybrid {
			d.Fact("Bad", t.Title, ", ", t.Amount(), ". ", t.Explanation, " Here: ", t.How, ".")
		}
	}
}
