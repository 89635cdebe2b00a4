package verdict

import (
	"math"

	"runwhere/model"
	"runwhere/model/report"
	"runwhere/model/report/doc"
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

// firstAssumption is the first of the values that nobody gave and that decide; on
// a page with room for it also that there is none.
func (p *Pane) firstAssumption(t *kit.PageWriter) {
	s := p.Styles
	found, known := p.Session.Result.PeekRestsOn()
	if !known {
		return
	}
	if text := found.Brief(p.Session.Result.Evaluation); text != "" {
		t.Bullet(s.Glyphs.Right, s.Mark, text)
	} else if p.Scroll.H >= smallPage {
		t.Bullet(s.Glyphs.Right, s.Text, search.Nothing)
	}
}

// restsOn lists what the decision rests on of what nobody gave.
func (p *Pane) restsOn(t *kit.PageWriter) {
	found, known := p.Session.Result.PeekRestsOn()
	p.section(t, func(d *doc.Doc) {
		if known {
			report.RestsOn(d, p.Session.Result.Evaluation, found)
			return
		}
		d.Heading(2, "Rests on")
		d.Para(doc.Aside("Being worked out: what each value that nobody gave does to the decision."))
	})
}

// flips lists every figure and answer that would change the recommendation,
// and when growth gets there.
func (p *Pane) flips(t *kit.PageWriter) {
	flips, known := p.Session.Result.PeekFlips()
	p.section(t, func(d *doc.Doc) {
		if known {
			report.Flips(d, flips)
		} else {
			d.Heading(2, "What would change the verdict")
			d.Para(doc.Aside("Being searched: ", search.FlipInputs, ", and every answer."))
		}
		report.Revisit(d, p.Session.Result.Evaluation, flips)
		d.Para(doc.Aside("s in the lab searches any other figure."))
	})
}
