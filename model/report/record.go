package report

import (
	"fmt"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/guide"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/search"
	"runwhere/model/study"
)

// Record is what a decision record has beyond the evaluation.
type Record struct {
	Date  string // of the record, 2026-11-25; "" leaves it out
	Chart string // the crossover chart as plain text; "" leaves it out
}

// Markdown returns an evaluation and what was found out about it as a decision
// record in the form of MADR (https://adr.github.io/madr/): context, drivers,
// options, outcome, consequences and when to look again, then what they rest on,
// down to every price and the scenario itself, which the program reads back from
// the record. The status is a proposal: accepting it is for people.
func Markdown(e *model.Evaluation, found *study.Findings, r Record) []byte {
	d := doc.New()
	o := growth.Of(e)
	d.Heading(1, "Where to run ", e.Resolved.Name, ": ", model.Outcome(e.Verdict.Recommendation))
	context(d, e)
	drivers(d, e)
	platforms(d, e)
	d.Items(sentences(e))
	crossovers(d, e)
	chart(d, r.Chart)
	verdict(d, e, found)
	Ranking(d, e)
	placement(d, e, found)
	consequences(d, e, found)
	Ownership(d, e, &o)
	Constraints(d, e)
	Revisit(d, e, found.Flips)
	if open := search.OpenWith(e, found.FollowUps); open.Words() != "" {
		d.Item("what is open is answered: ", open.Words(), ", below")
	}
	Advice(d, e)
	RestsOn(d, e, found.RestsOn)
	inputs(d, e)
	evidence(d, e, found)
	waterfalls(d, e)
	weights(d, found.WeightFlips)
	Flips(d, found.Flips)
	odds(d, found.Uncertainty)
	bills(d, e)
	powerTuning(d, e)
	ColdStarts(d, e)
	comparison(d, guide.Comparison(e))
	outlook(d, e, &o, found.Horizon)
	prices(d, e)
	embedded(d, e)
	return append(frontMatter(r), doc.Markdown(d)...)
}

// frontMatter is what MADR keeps above the text: the status and the date.
func frontMatter(r Record) []byte {
	front := "---\nstatus: proposed\n"
	if r.Date != "" {
		front += "date: " + r.Date + "\n"
	}
	return []byte(front + "---\n")
}

// context is what the system is.
func context(d *doc.Doc, e *model.Evaluation) {
	w := &e.Resolved.Workload
	d.Heading(2, "Context and problem statement")
	d.Para(fmt.Sprintf("The system receives %s requests a month in %s, on %s in %s. It can run on Kubernetes, on a serverless platform, on a Wasm platform, or divided among them. Where should it run?",
		volume(e.Volume()), words.Plural(len(w.Components), "component"), e.Resolved.Cloud, e.Resolved.Region))
	var rows []doc.Row
	for i := range w.Components {
		c := &w.Components[i]
		rows = append(rows, doc.Cells(
			c.Name, volume(c.Requests), quantity.FormatDuration(c.Stated), quantity.FormatDuration(c.CPUTime),
			quantity.FormatMemory(c.Memory), c.Shape.Name, e.Resolved.Triggers[i], traits(c.Traits),
		))
	}
	d.Table(doc.Columns("component", ">requests a month", ">duration", ">CPU time", ">memory", "traffic", "trigger", "traits"), rows)
}

func traits(t costs.Traits) string {
	var names []string
	for _, trait := range []struct {
		name string
		has  bool
	}{
		{"stateful", t.Stateful},
		{"persistent connections", t.PersistentConnections},
		{"GPU", t.GPU},
		{"long-running", t.LongRunning},
		{"custom networking", t.CustomNetworking},
	} {
		if trait.has {
			names = append(names, trait.name)
		}
	}
	return joined(names)
}

// drivers are what weighs in the decision: what was answered, in the order of
// the points that it gives any option, and the constraints.
func drivers(d *doc.Doc, e *model.Evaluation) {
	d.Heading(2, "Decision drivers")
	for _, l := range model.Drivers(e.Verdict.Ledger) {
		var points []string
		for _, o := range checklist.Options {
			if p := l.Points[o]; p != 0 {
				points = append(points, fmt.Sprintf("%+.1f for %s", p, o.Title()))
			}
		}
		d.Item(l.Label(), " (", joined(points), ")")
	}
	with := ""
	if e.Resolved.IncludePeople {
		with = " with people and tools"
	}
	d.Fact("Cost of ownership", "the monthly bill", with, " at ", volume(e.Volume()), " requests a month and at the horizon")
	if n := len(e.Constraints()); n > 0 {
		d.Item(words.Plural(n, "constraint"), ", listed below")
	}
}

// chart is the crossover chart in letters.
func chart(d *doc.Doc, chart string) {
	if chart == "" {
		return
	}
	d.Heading(3, "Monthly cost by volume")
	d.Para("USD and requests a month, both logarithmic. A curve carries its platform's letter.")
	d.Figure("", "text", chart)
}

// embedded is the file that the record can be worked out from again.
func embedded(d *doc.Doc, e *model.Evaluation) {
	d.Heading(2, "The scenario")
	d.Para(doc.Code("runwhere eval"), " works this record out again from this block, and reads it out of the record itself:")
	d.Figure(scenariofile.RecordMark, "yaml", string(scenariofile.Encode(e.Scenario)))
}
