package verdict

import (
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

// timeline is the framework's own start-up timeline and cost trap with this
// scenario's figures.
func (p *Pane) timeline(t *kit.PageWriter) {
	guide := window.Published{Context: p.Context, Outlook: &p.outlook}
	guide.Write(t)
	t.Text(p.Styles.Muted, "g opens the months ahead: growth, horizon, when to move.")
}
