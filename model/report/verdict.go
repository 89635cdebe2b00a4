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

// Ranking is every option with its points.
func Ranking(d *doc.Doc, e *model.Evaluation) {
	d.Heading(3, doc.Either("Ranking, in points", ""))
	var rows []doc.Row
	for i, r := range e.Verdict.Ranking {
		cells := []any{i + 1, doc.Either(doc.Name(string(r.Option), fmt.Sprintf("%d %s", i+1, r.Option.Title())), r.Option.Title())}
		for _, points := range []float64{r.Points, r.Evidence, r.Economics} {
			if r.Feasible {
				cells = append(cells, fmt.Sprintf("%.1f", points))
			} else {
				cells = append(cells, "-")
			}
		}
		rows = append(rows, doc.Cells(append(cells, money(r.MonthlyUSD), instead("impossible: ", r.Why))...))
	}
	d.Table([]doc.Column{
		doc.Figures("rank", doc.Absent), doc.Label(full("option"), 32), doc.Figures("points", 10), doc.Figures("evidence", 12), doc.Figures("economics", 13),
		doc.Figures("USD a month", doc.Absent), doc.Label("why not", doc.Instead),
	}, rows)
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
	if said := guide.TrapsSentence(guide.HybridTraps(e)); said != "" && recommended == checklist.Hybrid {
		d.Fact("Bad", said, ", see what no bill shows")
	}
}
