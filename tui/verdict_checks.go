package tui

// contradictions shows what the scenario says against itself; nothing where it
// does not.
func (p *verdictPane) contradictions(t *pageWriter) {
	found := p.session.Result.Verdict.Contradictions
	if len(found) == 0 {
		return
	}
	t.heading("Answers that contradict each other")
	for _, c := range found {
		t.bullet(p.styles.Glyphs.Cross, p.styles.Warn, c.First+", but "+c.Second)
		t.text(p.styles.Text, "  "+c.Check)
	}
}
