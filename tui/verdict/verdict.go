package verdict

import (
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/model/study"
	"runwhere/model/uncertainty"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
	"runwhere/tui/window"
)

// Pane is the recommendation with all that speaks for and against it,
// one long page that scrolls.
type Pane struct {
	*kit.Context
	Scroll   kit.Scroller
	key      key
	lines    []string
	Sections []int            // lines at which a section begins
	shown    checklist.Option // whose evidence is drawn, "" for the recommendation's
	outlook  growth.Outlook
}

// key is what the page was written from.
type key struct {
	result *study.Study
	styles *kit.Styles
	w, h   int
	shown  checklist.Option
	known  [5]bool // which of its searches are
}

// NewPane makes the fifth screen.
func NewPane(ctx *kit.Context) *Pane { return &Pane{Context: ctx} }

func (p *Pane) Scope() keys.Scope { return keys.ScopeVerdict }

func (p *Pane) SetSize(w, h int) { p.Scroll.Resize(w, h) }

// Refresh writes the page anew if what it was written from has changed.
func (p *Pane) Refresh() {
	key := key{p.Session.Result, p.Styles, p.Scroll.W, p.Scroll.H, p.shown, [5]bool{}}
	for i, s := range searches {
		key.known[i] = s.Known(key.result)
	}
	if key == p.key || p.Scroll.W < 3 {
		return
	}
	if key.result != p.key.result { // another verdict is read from its beginning
		p.shown, key.shown, p.Scroll.Top = "", "", 0
	}
	arrived := p.key
	arrived.known = key.known
	section, below := p.reading()
	p.key, p.outlook = key, growth.Of(p.Session.Result.Evaluation)
	t := p.page(p.Scroll.W - 2)
	p.lines, p.Sections = t.Lines, t.Sections
	if arrived == key && section >= 0 && section < len(p.Sections) { // what was searched may have come in above what is being read
		p.Scroll.Top = p.Sections[section] + below
	}
	p.Scroll.SetTotal(len(p.lines))
}

// Restyle writes the page in the new colours.
func (p *Pane) Restyle() { p.Refresh() }

// reading is the section that the first line in sight belongs to, and how far
// below the beginning of that it is; section −1 is what is above all.
func (p *Pane) reading() (section, below int) {
	section, at := -1, 0
	for i, line := range p.Sections {
		if line <= p.Scroll.Top {
			section, at = i, line
		}
	}
	return section, p.Scroll.Top - at
}

// searches are what the page says that takes searches, in their order
// on it.
var searches = [5]*session.Finding{session.SearchFollowUps, session.SearchRestsOn, session.SearchFlips, session.SearchUncertainty, session.SearchWeights}

// Searches lists them, first what is at the top and what is found soonest.
func (p *Pane) Searches() []*session.Finding {
	searches := []*session.Finding{session.SearchFollowUps, session.SearchRestsOn, session.SearchWeights, session.SearchFlips}
	if uncertainty.HasRanges(p.Session.Result.Evaluation) {
		searches = append(searches, session.SearchUncertainty)
	}
	return searches
}

func (p *Pane) Handle(a keys.Action) (tea.Cmd, bool) {
	switch a {
	case keys.NextPart:
		p.turn(1)
	case keys.PrevPart:
		p.turn(-1)
	case keys.Lower, keys.Raise:
		p.choose(map[keys.Action]int{keys.Lower: -1, keys.Raise: 1}[a])
	case keys.OpenBill:
		return kit.OpenWindow(window.NewBill(p.Context, p.Session.Result.Volume())), true
	default:
		return nil, p.Scroll.Handle(a)
	}
	return nil, true
}

// turn scrolls to the beginning of another section, or to the top.
func (p *Pane) turn(by int) {
	to := 0
	for _, at := range p.Sections {
		if by > 0 && at > p.Scroll.Top {
			to = at
			break
		}
		if by < 0 && at < p.Scroll.Top {
			to = at
		}
	}
	if by < 0 || to > 0 {
		p.Scroll.Top = to
		p.Scroll.Clamp()
	}
}

// choose draws the evidence of another option, and brings it into sight.
func (p *Pane) choose(by int) {
	ranking := p.Session.Result.Verdict.Ranking
	now := max(0, slices.IndexFunc(ranking, func(r model.Ranked) bool { return r.Option == p.EvidenceOf() }))
	p.shown = ranking[keys.Stay(now+by, len(ranking))].Option
	p.Refresh()
	for _, at := range p.Sections {
		if p.lines[at] == p.evidenceHeading() {
			p.Scroll.Top = at
			p.Scroll.Clamp()
		}
	}
}

func (p *Pane) Lines() []string {
	return p.Scroll.Window(p.Styles, "Verdict", p.lines)
}

// page writes the whole verdict, w cells wide: first what a reader came for,
// then what it rests on.
func (p *Pane) page(w int) *kit.PageWriter {
	t, e := &kit.PageWriter{Styles: p.Styles, W: w}, p.Session.Result.Evaluation
	p.summary(t)
	p.economics(t)
	p.section(t, func(d *doc.Doc) { report.Ranking(d, e) })
	p.disputes(t)
	p.restsOn(t)
	p.flips(t)
	p.uncertainty(t)
	p.evidence(t)
	p.section(t, func(d *doc.Doc) { report.Constraints(d, e) })
	p.mistakes(t)
	p.section(t, func(d *doc.Doc) { report.Advice(d, e) })
	p.section(t, func(d *doc.Doc) {
		report.ColdStarts(d, e)
		d.Para(doc.Aside("z opens the measured starts, and how each figure comes about."))
	})
	p.timeline(t)
	t.Heading("Take it along")
	t.Text(p.Styles.Text, "w writes the decision record (Markdown with the scenario in it, JSON, CSV, text), y copies it, ctrl+s saves the scenario.")
	return t
}

// section writes what a report says too.
func (p *Pane) section(t *kit.PageWriter, write func(*doc.Doc)) {
	d := doc.New()
	write(d)
	t.Document(d, doc.Brief)
}
