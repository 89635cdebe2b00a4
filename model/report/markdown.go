package report

import (
	"fmt"
	"strings"

	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/quantity"
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
	m := &markdown{}
	m.line("---")
	m.line("status: proposed")
	if r.Date != "" {
		m.line("date: ", r.Date)
	}
	m.line("---")
	m.heading(1, "Where to run "+escape(e.Resolved.Name)+": "+outcome(e))
	m.context(e)
	m.drivers(e)
	m.options(e)
	m.chart(e, r.Chart)
	m.decision(e, found)
	m.consequences(e, found)
	m.constraints(e)
	m.revisit(e, found)
	m.advice(e)
	m.assumptions(e)
	m.evidence(e, found)
	m.waterfall(e)
	m.weights(e, found.WeightFlips)
	m.flips(found.Flips)
	m.uncertainty(found.Uncertainty)
	m.costs(e)
	starts := guide.ColdStartsOf(e)
	m.coldStarts(&starts)
	m.comparison(guide.Comparison(e))
	m.growth(e, found.Horizon)
	m.prices(e)
	m.scenario(e)
	return []byte(m.b.String())
}

// markdown collects the lines of a document.
type markdown struct{ b strings.Builder }

func (m *markdown) line(parts ...string) {
	if len(parts) == 0 && strings.HasSuffix(m.b.String(), "\n\n") {
		return // One empty line parts two blocks.
	}
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

// escape takes away what would be markup in a text, and what would end a cell
// of a table. A < that no tag can begin with stays: <$0.001.
func escape(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\n':
			b.WriteByte(' ')
		case r == '<' && opensTag(s[i+1:]):
			b.WriteString("&lt;")
		case strings.ContainsRune("\\|*_`[]#", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// opensTag reports whether a < in front of a text can be markup.
func opensTag(rest string) bool {
	return rest != "" && (strings.ContainsRune("/!?", rune(rest[0])) || rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z')
}

// link leaves a source as it is, so that an address in it stays one.
func link(s string) string { return strings.NewReplacer("|", `\|`, "\n", " ").Replace(s) }

func (m *markdown) context(e *model.Evaluation) {
	m.heading(2, "Context and problem statement")
	w := &e.Resolved.Workload
	m.line(fmt.Sprintf("The system receives %s requests a month in %s, on %s in %s. It can run on Kubernetes, on a serverless platform, on a Wasm platform, or divided among them. Where should it run?",
		volume(e.Volume()), count(len(w.Components), "component"), escape(e.Resolved.Cloud), escape(e.Resolved.Region)))
	m.line()
	rows := make([][]string, len(w.Components))
	for i := range w.Components {
		c := &w.Components[i]
		rows[i] = []string{
			escape(c.Name), volume(c.Requests), quantity.FormatDuration(c.Duration), quantity.FormatDuration(c.CPUTime),
			quantity.FormatMemory(c.Memory), c.Shape.Name, e.Resolved.Triggers[i], traits(c.Traits),
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
