package split

import (
	"fmt"

	"runwhere/checklist"
	"runwhere/tui/chart"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// newStripWindow shows which component moves at which volume: a strip for each,
// and the moves in words.
func newStripWindow(ctx *kit.Context) *Page {
	p := &Page{Context: ctx, title: "Which component moves at which volume · esc closes", about: []*session.Finding{session.SearchVolumes}}
	p.write = p.strips
	return p
}

// strips is the page of the strips.
func (p *Page) strips(w int) []string {
	s, e := p.Styles, p.Session.Result
	volumes, _ := e.PeekSplitByVolume()
	t := &kit.PageWriter{Styles: s, W: w}
	t.Blank()
	if volumes == nil {
		t.Text(s.Muted, "working it out: the cheapest placement at every volume …")
		return t.Lines
	}
	if len(volumes.Spans) == 0 {
		t.Text(s.Text, "Nothing moves: the system has no requests to grow.")
		return t.Lines
	}
	t.Text(s.Text, fmt.Sprintf("The cheapest placement as the whole system grows in today's proportions. %s; a dot: nothing can run the whole.", chart.Legend(p.Context)))
	t.Blank()
	longest := 0
	for _, name := range volumes.Components {
		longest = max(longest, kit.Width(name))
	}
	names := min(longest, 28, w/3) + 2
	axis := chart.VolumeAxis{Left: names, Columns: max(10, w-names-1)}
	t.Lines = append(t.Lines, s.Muted.Render(axis.Ticks()), axis.Today(s, e.Volume()))
	for i, name := range volumes.Components {
		t.Lines = append(t.Lines, s.Text.Render(kit.Fit(" "+name, names, s.Glyphs.Ellipsis))+
			chart.Strip(s, axis.Columns, "", func(column int) (rune, checklist.Option) {
				return chart.LetterAt(p.Context, volumes, i, axis.At(column))
			}))
	}
	t.Heading("In words")
	for _, said := range volumes.Sentences() {
		t.Bullet(s.Glyphs.Dot, s.Text, said)
	}
	return t.Lines
}
