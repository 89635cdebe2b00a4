package verdict

import (
	"runwhere/model/guide"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

func (p *Pane) mistakes(t *kit.PageWriter) {
	s := p.Styles
	t.Heading("Mistakes that the answers show, of the framework's four")
	found := p.Session.Result.Mistakes()
	for _, m := range found {
		t.Bullet(s.Glyphs.Cross, s.Warn, m.Title)
		t.Under(s.Text, m.Evidence)
		t.Under(s.Muted, m.Advice)
	}
	if len(found) == 0 {
		t.Text(s.Muted, "none of them")
	}
}

// coldStarts is what cold starts cost and what each way round them would.
func (p *Pane) coldStarts(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	c := guide.ColdStartsOf(e.Evaluation)
	t.Heading("Ways round cold starts on " + c.Platform.Name + ", USD a month")
	if c.Scope != "" {
		t.Text(s.Warn, c.Scope)
	}
	for i := range c.Remedies {
		r := &c.Remedies[i]
		sign, ink := s.Good.Render(s.Glyphs.Check), s.Strong
		if !r.Applies {
			sign, ink = s.Bad.Render(s.Glyphs.Cross), s.Muted
		}
		title := r.Title
		if r.InUse {
			title += " (in the bill)"
		}
		amount := r.Amount()
		room := min(t.W-4, kit.PageTable-2) - len(amount)
		t.Line(sign + " " + s.Text.Render(kit.Fit(title, room, s.Glyphs.Ellipsis)) + ink.Render(amount))
		if r.WhyNot != "" {
			t.Under(s.Muted, r.WhyNot)
		}
	}
	t.Text(s.Muted, "z opens the measured starts, and how each figure comes about.")
}

// timeline is the framework's own start-up timeline and cost trap with this
// scenario's figures.
func (p *Pane) timeline(t *kit.PageWriter) {
	guide := window.Published{Context: p.Context, Outlook: &p.outlook}
	lines := guide.Lines(t.W)
	t.Blank()
	t.Sections = append(t.Sections, len(t.Lines))
	t.Lay(lines[1:])
	t.Text(p.Styles.Muted, "g opens the months ahead: growth, horizon, when to move.")
}
