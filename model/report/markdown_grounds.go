package report

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/quantity"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/search"
	"runwhere/model/study"
)

func (m *markdown) assumptions(e *model.Evaluation) {
	m.heading(2, "Assumptions")
	m.line("What the figures rest on. A default is a value that nobody gave: check it first.")
	m.line()
	var rows [][]string
	for _, s := range Settings(e) {
		if !s.Known {
			continue
		}
		origin := "given"
		switch {
		case s.Assumed():
			origin = "**default**"
		case !s.Given:
			origin = "derived"
		}
		rows = append(rows, []string{"`" + s.Path() + "`", escape(s.Text()), origin, escape(s.Field.Doc)})
	}
	m.table([]string{"input", ">value", "origin", "meaning"}, rows)
}

func (m *markdown) evidence(e *model.Evaluation, found *study.Findings) {
	m.heading(2, "Evidence")
	m.line(fmt.Sprintf("%d of the ten questions are answered. The architecture score is %s.", e.Leans.Answered(), score(e)))
	m.line()
	head := []string{"instrument", "question", "answer"}
	for _, o := range checklist.Options {
		head = append(head, ">"+o.Title())
	}
	var rows [][]string
	for _, l := range e.Verdict.Ledger {
		row := []string{escape(l.Instrument), escape(l.Question), escape(l.Answer)}
		for _, o := range checklist.Options {
			cell := ""
			if p := l.Points[o]; p != 0 {
				cell = fmt.Sprintf("%+.1f", p)
			}
			row = append(row, cell)
		}
		rows = append(rows, append(row, escape(l.Why)))
	}
	m.table(append(head, "why"), rows)
	open := search.OpenWith(e, found.FollowUps)
	m.line()
	m.line(open.Sentence())
	m.line()
	for _, q := range open.All() {
		m.line("- ", escape(q.Text))
	}
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

func (m *markdown) flips(flips []model.Flip) {
	m.heading(2, "What would change the decision")
	if len(flips) == 0 {
		m.line("Nothing that was searched: ", search.FlipInputs, ", and no other answer.")
		return
	}
	rows := make([][]string, len(flips))
	for i, f := range flips {
		becomes := model.Outcome(f.Becomes)
		if f.Unproven {
			becomes += " (with the best placement that was found there)"
		}
		rows[i] = []string{escape(f.Label), "`" + f.Input + "`", escape(f.From), escape(f.To), becomes}
	}
	m.table([]string{"input", "key", ">now", ">nearest value", "becomes"}, rows)
}

// costs opens every bill to its lines, and each line to its formula.
func (m *markdown) costs(e *model.Evaluation) {
	m.heading(2, "Costs")
	m.line("USD a month at ", volume(e.Volume()), " requests a month.")
	for _, p := range e.Billable() {
		m.heading(3, escape(p.Name))
		if why := whyNot(e, p); why != "" {
			m.line("No bill: ", escape(why), ".")
			continue
		}
		bill := p.Bill(e.Volume())
		rows := make([][]string, 0, len(bill.Lines)+1)
		for _, l := range bill.Lines {
			price := "`" + l.PriceID + "`"
			if l.Private != "" {
				price += " (private rate of " + escape(l.Private) + ")"
			}
			rows = append(rows, []string{escape(l.Label), escape(l.Formula), money(l.USD), escape(defaultsOf(e, &l)), price, link(l.Source), l.AsOf})
		}
		rows = append(rows, []string{"**total**", "", "**" + money(bill.USD) + "**", "", "", "", ""})
		m.table([]string{"line", "formula", ">USD", "by default", "price", "source", "as of"}, rows)
		m.behind(e, p, &bill)
		if len(p.People) == 0 {
			continue
		}
		m.line()
		m.line("People and tools, which no bill shows:")
		m.line()
		rows = nil
		for _, l := range p.People {
			rows = append(rows, []string{escape(l.Label), money(l.USD), link(l.Source), l.AsOf})
		}
		rows = append(rows, []string{"**total**", "**" + money(p.PeopleUSD()) + "**", "", ""})
		m.table([]string{"line", ">USD", "source", "as of"}, rows)
	}
}

// defaultsOf lists the values in a line that nobody gave.
func defaultsOf(e *model.Evaluation, l *costs.Line) string {
	var words []string
	for _, g := range e.Givens(l) {
		if g.Default {
			words = append(words, g.Text)
		}
	}
	return strings.Join(words, ", ")
}

// behind says how the nodes, pods and instances in a bill come about, what the
// bill does not show, and the platform's limits.
func (m *markdown) behind(e *model.Evaluation, p *costs.Platform, bill *costs.Bill) {
	var lines []string
	for _, l := range bill.Lines {
		for _, basis := range l.Basis {
			if line := "- How it comes about: " + escape(basis) + "."; !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	for _, note := range p.Notes {
		lines = append(lines, "- Not in the bill: "+escape(note)+".")
	}
	for _, l := range e.Limits(p) {
		lines = append(lines, fmt.Sprintf("- Limit, %s: %s. Source: %s (%s).", l.Subject, escape(l.Value), l.Source, l.AsOf))
	}
	if len(lines) > 0 {
		m.line()
	}
	for _, line := range lines {
		m.line(line)
	}
}

// prices lists every price behind the bills with its tiers.
func (m *markdown) prices(e *model.Evaluation) {
	oldest := e.OldestPrice()
	if oldest == nil {
		return
	}
	m.heading(2, "Prices")
	for _, file := range e.PrivateRates() {
		m.line("Some rates are private ones of ", escape(file), "; each is marked.")
	}
	m.line(fmt.Sprintf("List prices without tax from the price book of %s. Oldest price used: %s (`%s`).",
		e.Book.Version(), escape(oldest.Text()), oldest.ID))
	m.line()
	var rows [][]string
	for _, p := range usedPrices(e) {
		tiers := make([]string, len(p.Tiers))
		for i, t := range p.Tiers {
			tiers[i] = unitPrice(t.USD)
			if i > 0 {
				tiers[i] += " from " + quantity.FormatCount(t.From)
			}
		}
		price := "`" + p.ID + "`"
		if p.Derived != "" {
			price += " " + p.Derived
		}
		rows = append(rows, []string{price, p.Region, p.Unit, strings.Join(tiers, ", "), p.AsOf, link(p.Source)})
	}
	m.table([]string{"price", "region", "a", ">USD", "as of", "source"}, rows)
}

// scenario embeds the file that this record can be worked out from again.
func (m *markdown) scenario(e *model.Evaluation) {
	m.heading(2, "The scenario")
	text := string(scenariofile.Encode(e.Scenario))
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	m.line("`runwhere eval` works this record out again from this block, and reads it out of the record itself:")
	m.line()
	m.line(scenariofile.RecordMark)
	m.line(fence, "yaml")
	m.line(strings.TrimSuffix(text, "\n"))
	m.line(fence)
}
