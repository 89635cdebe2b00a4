package tui

import (
	"fmt"
	"math"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model"
)

// verdictPane is the recommendation with all that speaks for and against it,
// one long page that scrolls.
type verdictPane struct {
	*context
	scroll scroller
	key    verdictKey
	lines  []string
}

// verdictKey is what the page was written from.
type verdictKey struct {
	result *model.Evaluation
	styles *Styles
	w      int
}

func newVerdictPane(ctx *context) *verdictPane { return &verdictPane{context: ctx} }

func (p *verdictPane) Scope() Scope { return ScopeVerdict }

func (p *verdictPane) SetSize(w, h int) {
	p.scroll.resize(w, h)
	p.key = verdictKey{}
}

// Refresh writes the page anew if the session has changed. The flips take many
// evaluations, so they are worked out only when the page is in sight.
func (p *verdictPane) Refresh() {
	key := verdictKey{p.session.Result, p.styles, p.scroll.w}
	if key == p.key {
		return
	}
	p.key, p.lines = key, p.page(p.scroll.w-2)
	p.scroll.setTotal(len(p.lines))
}

// Restyle writes the page in the new colours.
func (p *verdictPane) Restyle() { p.Refresh() }

func (p *verdictPane) Handle(a Action) (tea.Cmd, bool) { return nil, p.scroll.handle(a) }

func (p *verdictPane) Lines() []string {
	return p.scroll.window(p.styles, "Verdict", p.lines)
}

// page writes the whole verdict, w cells wide.
func (p *verdictPane) page(w int) []string {
	e, s := p.session.Result, p.styles
	t := &pageWriter{styles: s, w: w}
	p.recommendation(t)
	p.ranking(t)
	if len(e.Verdict.Disagreements) > 0 {
		t.heading("Where the instruments disagree")
		for _, text := range e.Verdict.Disagreements {
			t.bullet(s.Glyphs.Dash, s.Warn, text)
		}
	}
	p.contradictions(t)
	t.heading("Strongest argument against")
	t.text(s.Text, orNone(e.Verdict.Counter))
	p.flips(t)
	p.uncertainty(t)
	p.ledger(t)
	p.mistakes(t)
	p.timeline(t)
	t.heading("Take it along")
	t.text(s.Text, "w writes the decision record (Markdown, JSON, CSV, text), y copies it, ctrl+s saves the scenario.")
	return t.lines
}

func (p *verdictPane) recommendation(t *pageWriter) {
	v, s := &p.session.Result.Verdict, p.styles
	t.blank()
	if v.Recommendation == "" {
		t.text(s.Bad, model.NoVerdict+".")
	} else {
		words := fmt.Sprintf("%s, confidence %.0f %%", v.Recommendation.Title(), v.Confidence*100)
		filled := int(math.Round(v.Confidence * 20))
		bar := strings.Repeat(s.Glyphs.Bar, filled) + strings.Repeat(s.Glyphs.BarRest, 20-filled)
		t.line(s.Option[v.Recommendation].Bold(true).Render(words) + "  " + s.Muted.Render(bar))
	}
	t.blank()
	for _, reason := range p.session.Result.Reasons() {
		t.bullet(s.Glyphs.Dot, s.Text, reason)
	}
	switch open := len(p.session.Result.Leans.Unanswered()); open {
	case 0:
	case 1:
		t.text(s.Muted, "One of the ten questions is open; answering it can raise the confidence.")
	case len(checklist.Questions):
		t.text(s.Muted, "All ten questions are open; answering them can raise the confidence.")
	default:
		t.text(s.Muted, fmt.Sprintf("%d of the ten questions are open; answering them can raise the confidence.", open))
	}
}

func (p *verdictPane) ranking(t *pageWriter) {
	s := p.styles
	t.heading("Ranking")
	t.line(s.Muted.Render(fmt.Sprintf("%-12s%9s%10s%11s%13s%13s", "", "points", "evidence", "economics", "bill", "with people")))
	for i, r := range p.session.Result.Verdict.Ranking {
		name := fmt.Sprintf("%d %-10s", i+1, r.Option)
		if !r.Feasible {
			t.line(s.Faint.Render(name))
			t.text(s.Muted, "impossible: "+r.Why)
			continue
		}
		t.line(s.Option[r.Option].Render(name) + s.Text.Render(fmt.Sprintf("%9.1f%10.1f%11.1f%13s%13s",
			r.Points, r.Evidence, r.Economics, model.Money(r.MonthlyUSD), model.Money(r.MonthlyUSD+r.PeopleUSD))))
	}
}

func (p *verdictPane) flips(t *pageWriter) {
	s := p.styles
	t.heading("What would flip it")
	flips := p.session.Flips()
	for _, f := range flips {
		t.bullet(s.Glyphs.Right, s.Text, f.Text())
	}
	if len(flips) == 0 {
		t.text(s.Muted, "No value of requests, duration or memory within their limits, and no other answer, changes the recommendation.")
	}
}

func (p *verdictPane) ledger(t *pageWriter) {
	s := p.styles
	t.heading("Evidence")
	p.weights(t)
	flips := model.WeightFlips(p.session.Result)
	t.line(s.Muted.Render(fit("", max(0, t.w-30), "") + fmt.Sprintf("%7s%7s%7s%7s", "K", "S", "W", "H")))
	for _, e := range p.session.Result.Verdict.Ledger {
		cells := ""
		for _, o := range checklist.Options {
			if points := e.Points[o]; points != 0 {
				cells += fmt.Sprintf("%+7.1f", points)
			} else {
				cells += fmt.Sprintf("%7s", ".")
			}
		}
		t.line(fit(s.Text.Render(s.plainText(e.Question+": "+e.Answer)), max(0, t.w-30), s.Glyphs.Ellipsis) + s.Text.Render(cells))
		if why := withFlip(&e, flips); why != "" {
			t.text(s.Muted, "  "+why)
		}
	}
}

func (p *verdictPane) mistakes(t *pageWriter) {
	s := p.styles
	t.heading("Mistakes that the answers show")
	found := p.session.Result.Mistakes()
	for _, m := range found {
		t.bullet(s.Glyphs.Cross, s.Warn, m.Title)
		t.text(s.Text, "  "+m.Evidence)
		t.text(s.Muted, "  "+m.Advice)
	}
	if len(found) == 0 {
		t.text(s.Muted, "none of the framework's four")
	}
}

// timeline is the framework's own start-up timeline, for comparison.
func (p *verdictPane) timeline(t *pageWriter) {
	s := p.styles
	t.heading("The framework's start-up timeline")
	for _, step := range checklist.Timeline {
		t.bullet(s.Glyphs.Dash, s.Text, fmt.Sprintf("%s, %s: %s", step.Path, step.Days, step.Text))
	}
}

func orNone(text string) string {
	if text == "" {
		return "none found"
	}
	return text
}

// pageWriter collects the lines of a page.
type pageWriter struct {
	styles *Styles
	w      int
	lines  []string
}

func (t *pageWriter) blank() { t.lines = append(t.lines, "") }

func (t *pageWriter) line(styled string) { t.lines = append(t.lines, " "+styled) }

func (t *pageWriter) heading(title string) {
	t.blank()
	t.line(t.styles.Title.Render(title))
}

func (t *pageWriter) text(ink interface{ Render(...string) string }, text string) {
	t.lines = append(t.lines, t.styles.indent(ink, t.styles.plainText(text), t.w-1)...)
}

// bullet writes a paragraph with a sign before its first line.
func (t *pageWriter) bullet(sign string, ink interface{ Render(...string) string }, text string) {
	for i, line := range wrap(t.styles.plainText(text), t.w-4) {
		if i > 0 {
			sign = " "
		}
		t.lines = append(t.lines, " "+ink.Render(sign+" "+line))
	}
}
