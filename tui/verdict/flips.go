package verdict

import (
	"fmt"
	"math"

	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/search"
	"runwhere/tui/kit"
)

const searching = "being searched…"

// firstFlip is the flip nearest to today: of the figures the one that has to
// change least, by ratio, else the first answer.
func (p *Pane) firstFlip(t *kit.PageWriter) {
	s := p.Styles
	flips, known := p.Session.Result.PeekFlips()
	switch {
	case !known:
		t.Bullet(s.Glyphs.Right, s.Muted, searching)
	case len(flips) == 0:
		t.Bullet(s.Glyphs.Right, s.Text, "nothing that was searched, see below")
	default:
		first := &flips[0]
		for i := range flips {
			if f := &flips[i]; !f.Answer && f.FromValue > 0 && f.ToValue > 0 && (first.Answer || first.FromValue == 0 || ratio10(f) < ratio10(first)) {
				first = f
			}
		}
		t.Bullet(s.Glyphs.Right, s.Text, first.Text())
	}
}

// ratio10 is how far a flip is from today in decades.
func ratio10(f *model.Flip) float64 { return math.Abs(math.Log10(f.ToValue / f.FromValue)) }

// flips lists every figure and answer that would change the recommendation,
// and when growth gets there.
func (p *Pane) flips(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	t.Heading("What would change it, and when to look again")
	flips, known := p.Session.Result.PeekFlips()
	if !known {
		t.Text(s.Muted, "Being searched: "+search.FlipInputs+", and every answer.")
		return
	}
	for i := range flips {
		t.Bullet(s.Glyphs.Right, s.Text, flips[i].Text())
	}
	if len(flips) == 0 {
		t.Text(s.Muted, "Nothing within their limits: "+search.FlipInputs+", and no other answer.")
	}
	for _, trigger := range growth.Triggers(e.Evaluation, flips) {
		if trigger.Month >= 0 {
			t.Bullet(s.Glyphs.Dot, s.Warn, "Look again: "+trigger.Text())
		}
	}
	if oldest := e.OldestPrice(); oldest != nil {
		t.Text(s.Muted, fmt.Sprintf("And when a price changes: the oldest one used is %s. s in the lab searches any other figure.", oldest.Text()))
	}
}
