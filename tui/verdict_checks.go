package tui

import "runwhere/model"

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

// weights says which weights are not the program's.
func (p *verdictPane) weights(t *pageWriter) {
	for _, c := range p.session.Result.Scenario.Weights.Changed() {
		t.bullet(p.styles.Glyphs.Right, p.styles.Warn, "changed weight: "+c.Text())
	}
}

// withFlip is why a line counts what it does, and the weights at which another
// option would win; where no weight of it changes anything that is left out.
func withFlip(line *model.Evidence, flips []model.WeightFlip) string {
	for _, f := range flips {
		if f.ID == line.ID && (f.Below != nil || f.Above != nil) {
			return line.Why + "; weight " + f.Text()
		}
	}
	return line.Why
}
