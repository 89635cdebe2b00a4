package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
)

// Markdown returns an evaluation as a decision record in the form of MADR
// (https://adr.github.io/madr/): context, options, decision, consequences,
// then what they rest on, down to every price and the scenario itself. The
// date of the decision is left to whoever accepts it.
func Markdown(e *model.Evaluation, flips []model.Flip) []byte {
	m := &markdown{}
	m.line("---")
	m.line("status: proposed")
	m.line("---")
	m.heading(1, "Where to run "+escape(e.Resolved.Name))
	m.context(e)
	m.options(e)
	m.decision(e)
	m.consequences(e)
	m.assumptions(e)
	m.evidence(e)
	m.flips(flips)
	m.weights(e)
	m.uncertainty(e.Uncertainty())
	m.costs(e)
	starts := e.ColdStarts()
	m.coldStarts(&starts)
	m.comparison(e.Comparison())
	m.growth(e)
	m.prices(e)
	m.scenario(e)
	return []byte(m.b.String())
}

// markdown collects the lines of a document.
type markdown struct{ b strings.Builder }

func (m *markdown) line(parts ...string) {
	m.b.WriteString(strings.Join(parts, ""))
	m.b.WriteByte('\n')
}

// heading begins a section; the title of the document has no section before it
// and leaves the empty line to the next one.
func (m *markdown) heading(level int, title string) {
	if level == 1 {
		m.line("# ", title)
		return
	}
	m.line()
	m.line(strings.Repeat("#", level), " ", title)
	m.line()
}

// table writes a table; columns whose head begins with `>` are right-aligned.
func (m *markdown) table(head []string, rows [][]string) {
	rules := make([]string, len(head))
	heads := make([]string, len(head))
	for i, h := range head {
		heads[i], rules[i] = strings.TrimPrefix(h, ">"), "---"
		if strings.HasPrefix(h, ">") {
			rules[i] = "---:"
		}
	}
	m.line("| ", strings.Join(heads, " | "), " |")
	m.line("| ", strings.Join(rules, " | "), " |")
	for _, row := range rows {
		m.line("| ", strings.Join(row, " | "), " |")
	}
}

// escaper takes away what would be markup in a text, and what would end a cell
// of a table.
var escaper = strings.NewReplacer(
	`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", "[", `\[`, "]", `\]`, "#", `\#`, "\n", " ",
)

func escape(s string) string { return escaper.Replace(s) }

// link leaves a source as it is, so that an address in it stays one.
func link(s string) string { return strings.NewReplacer("|", `\|`, "\n", " ").Replace(s) }

func (m *markdown) context(e *model.Evaluation) {
	m.heading(2, "Context and problem statement")
	w := &e.Resolved.Workload
	m.line(fmt.Sprintf("The system receives %s requests a month in %s, on %s in %s. It can run on Kubernetes,",
		volume(e.Volume()), count(len(w.Components), "component"), escape(e.Resolved.Cloud), escape(e.Resolved.Region)))
	m.line("on a serverless platform, on a Wasm platform, or divided among them. Where should it run?")
	m.line()
	rows := make([][]string, len(w.Components))
	for i := range w.Components {
		c := &w.Components[i]
		rows[i] = []string{
			escape(c.Name), volume(c.Requests), model.FormatDuration(c.Duration), model.FormatDuration(c.CPUTime),
			model.FormatMemory(c.Memory), c.Shape.Name, e.Resolved.Triggers[i], traits(c.Traits),
		}
	}
	m.table([]string{"component", ">requests a month", ">duration", ">CPU time", ">memory", "traffic", "trigger", "traits"}, rows)
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
	return strings.Join(names, ", ")
}

func (m *markdown) options(e *model.Evaluation) {
	m.heading(2, "Considered options")
	rows := [][]string{}
	for _, p := range e.Platforms {
		row := []string{escape(p.Name), checklist.Option(p.Option).Title(), "-", people(p), "-", escape(whyNot(e, p))}
		if usd := p.Cost(e.Volume()); !math.IsInf(usd, 1) {
			row[2], row[4] = money(usd), money(usd+p.PeopleUSD())
		}
		rows = append(rows, row)
	}
	m.table([]string{"platform", "option", ">bill, USD a month", ">people and tools", ">with people", "why not"}, rows)
	m.line()
	if e.Resolved.IncludePeople {
		m.line("The totals with people and tools are compared.")
	} else {
		m.line("The bills alone are compared.")
	}
	m.line()
	for _, s := range append(e.Sentences(), e.ComparedSentences()...) {
		m.line("- ", escape(s))
	}
	m.line()
	m.line("Where the cheaper one changes, in requests a month:")
	m.line()
	for i := range e.Crossovers() {
		m.line("- ", escape(crossover(&e.Crossovers()[i])))
	}
}

func (m *markdown) decision(e *model.Evaluation) {
	v := &e.Verdict
	m.heading(2, "Decision outcome")
	if v.Recommendation == "" {
		m.line("No option can run this system as it is described.")
	} else {
		m.line(fmt.Sprintf("Chosen option: **%s**, with a confidence of %.0f %%, because", v.Recommendation.Title(), v.Confidence*100))
	}
	m.line()
	for _, reason := range v.Reasons {
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
	m.placement(e)
}

func (m *markdown) consequences(e *model.Evaluation) {
	v := &e.Verdict
	m.heading(2, "Consequences")
	if r := recommended(e); r != nil && r.Feasible {
		m.line(fmt.Sprintf("- Good: the bill is about %s a month, and %s with people and tools.", money(r.MonthlyUSD), money(r.MonthlyUSD+r.PeopleUSD)))
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
	for _, mistake := range v.Mistakes {
		m.line("- Watch out: ", escape(mistake.Title+". "+mistake.Evidence+" "+mistake.Advice))
	}
	for _, p := range e.Platforms {
		m.limits(p, p.Refusals)
		m.limits(p, p.Caveats)
	}
}

// limits lists what keeps components off a platform, those with the same way
// round together.
func (m *markdown) limits(p *costs.Platform, refusals []costs.Refusal) {
	for i, r := range refusals {
		same := func(o costs.Refusal) bool { return o.Workaround == r.Workaround && o.Source == r.Source }
		if slices.ContainsFunc(refusals[:i], same) {
			continue
		}
		var limits []string
		for _, o := range refusals[i:] {
			if same(o) {
				limits = append(limits, escape(o.Component+" "+o.Limit))
			}
		}
		m.line(fmt.Sprintf("- Limit of %s: %s. Way round: %s. Source: %s (%s).",
			escape(p.Name), strings.Join(limits, "; "), escape(r.Workaround), r.Source, r.AsOf))
	}
}

// recommended returns the ranking's entry for the recommendation, nil where
// there is none.
func recommended(e *model.Evaluation) *model.Ranked {
	for i := range e.Verdict.Ranking {
		if r := &e.Verdict.Ranking[i]; r.Option == e.Verdict.Recommendation && r.Option != checklist.Option("") {
			return r
		}
	}
	return nil
}
