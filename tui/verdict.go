package tui

import (
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/study"
	"runwhere/model/uncertainty"
)

// verdictPane is the recommendation with all that speaks for and against it,
// one long page that scrolls.
type verdictPane struct {
	*context
	scroll   scroller
	key      verdictKey
	lines    []string
	sections []int            // lines at which a section begins
	shown    checklist.Option // whose evidence is drawn, "" for the recommendation's
	outlook  growth.Outlook
}

// verdictKey is what the page was written from.
type verdictKey struct {
	result *study.Study
	styles *Styles
	w, h   int
	shown  checklist.Option
	known  [4]bool // which of its searches are
}

func newVerdictPane(ctx *context) *verdictPane { return &verdictPane{context: ctx} }

func (p *verdictPane) Scope() Scope { return ScopeVerdict }

func (p *verdictPane) SetSize(w, h int) {
	p.scroll.resize(w, h)
	p.Refresh()
}

// Refresh writes the page anew if what it was written from has changed.
func (p *verdictPane) Refresh() {
	key := verdictKey{p.session.Result, p.styles, p.scroll.w, p.scroll.h, p.shown, [4]bool{}}
	for i, s := range verdictSearches {
		key.known[i] = s.known(key.result)
	}
	if key == p.key || p.scroll.w < 3 {
		return
	}
	if key.result != p.key.result { // another verdict is read from its beginning
		p.shown, key.shown, p.scroll.top = "", "", 0
	}
	arrived := p.key
	arrived.known = key.known
	section, below := p.reading()
	p.key, p.outlook = key, growth.Of(p.session.Result.Evaluation)
	t := p.page(p.scroll.w - 2)
	p.lines, p.sections = t.lines, t.sections
	if arrived == key && section >= 0 && section < len(p.sections) { // what was searched may have come in above what is being read
		p.scroll.top = p.sections[section] + below
	}
	p.scroll.setTotal(len(p.lines))
}

// Restyle writes the page in the new colours.
func (p *verdictPane) Restyle() { p.Refresh() }

// reading is the section that the first line in sight belongs to, and how far
// below the beginning of that it is; section −1 is what stands above all.
func (p *verdictPane) reading() (section, below int) {
	section, at := -1, 0
	for i, line := range p.sections {
		if line <= p.scroll.top {
			section, at = i, line
		}
	}
	return section, p.scroll.top - at
}

// verdictSearches are what the page says that takes searches, in their order
// on it.
var verdictSearches = [4]*finding{searchFollowUps, searchFlips, searchUncertainty, searchWeights}

// Searches lists them, first what stands at the top and what is found soonest.
func (p *verdictPane) Searches() []*finding {
	searches := []*finding{searchFollowUps, searchWeights, searchFlips}
	if uncertainty.HasRanges(p.session.Result.Evaluation) {
		searches = append(searches, searchUncertainty)
	}
	return searches
}

func (p *verdictPane) Handle(a Action) (tea.Cmd, bool) {
	switch a {
	case NextPart:
		p.section(1)
	case PrevPart:
		p.section(-1)
	case Lower, Raise:
		p.choose(map[Action]int{Lower: -1, Raise: 1}[a])
	case OpenBill:
		return openWindow(newBillWindow(p.context, p.session.Result.Volume())), true
	default:
		return nil, p.scroll.handle(a)
	}
	return nil, true
}

// section scrolls to the beginning of another section, or to the top.
func (p *verdictPane) section(by int) {
	to := 0
	for _, at := range p.sections {
		if by > 0 && at > p.scroll.top {
			to = at
			break
		}
		if by < 0 && at < p.scroll.top {
			to = at
		}
	}
	if by < 0 || to > 0 {
		p.scroll.top = to
		p.scroll.clamp()
	}
}

// choose draws the evidence of another option, and brings it into sight.
func (p *verdictPane) choose(by int) {
	ranking := p.session.Result.Verdict.Ranking
	now := max(0, slices.IndexFunc(ranking, func(r model.Ranked) bool { return r.Option == p.evidenceOf() }))
	p.shown = ranking[stay(now+by, len(ranking))].Option
	p.Refresh()
	for _, at := range p.sections {
		if p.lines[at] == p.evidenceHeading() {
			p.scroll.top = at
			p.scroll.clamp()
		}
	}
}

func (p *verdictPane) Lines() []string {
	return p.scroll.window(p.styles, "Verdict", p.lines)
}

// page writes the whole verdict, w cells wide: first what a reader came for,
// then what it rests on.
func (p *verdictPane) page(w int) *pageWriter {
	t := &pageWriter{styles: p.styles, w: w}
	p.summary(t)
	p.economics(t)
	p.ranking(t)
	p.disputes(t)
	p.flips(t)
	p.uncertainty(t)
	p.evidence(t)
	p.constraints(t)
	p.mistakes(t)
	p.traps(t)
	p.hiddenTax(t)
	p.coldStarts(t)
	p.timeline(t)
	t.heading("Take it along")
	t.text(p.styles.Text, "w writes the decision record (Markdown with the scenario in it, JSON, CSV, text), y copies it, ctrl+s saves the scenario.")
	return t
}
