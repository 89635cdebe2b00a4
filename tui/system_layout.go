package tui

import "github.com/charmbracelet/x/ansi"

// systemPointer is the room of the sign before the chosen component.
const systemPointer = 3

// systemFit is what of the table fits in a width.
type systemFit struct {
	shown  []systemColumn // between the name and the place
	width  [columnCount]int
	hidden []systemColumn
}

// columns returns what fits in the table's box. What is left goes to the
// traits as far as one has several, then to the names.
func (p *systemPane) columns() systemFit {
	var t systemFit
	left := p.layout().table.W - 2 - systemPointer
	for c := range systemColumns {
		t.width[c] = systemColumns[c].width
		left -= t.width[c]
	}
	for _, c := range systemDrops {
		if left >= 0 {
			break
		}
		t.hidden = append(t.hidden, c)
		left += t.width[c]
		t.width[c] = 0
	}
	traits, names := 0, 0
	for i := range p.rows {
		mark := 0
		if p.rows[i].cells[columnTraits].assumed {
			mark = 2
		}
		traits = max(traits, len(chipText(p.rows[i].traits))+1+mark)
		names = max(names, ansi.StringWidth(p.rows[i].name)+1)
	}
	widen := func(c systemColumn, to int) {
		if by := min(left, to-t.width[c]); by > 0 && t.width[c] > 0 {
			t.width[c] += by
			left -= by
		}
	}
	widen(columnTraits, traits)
	widen(columnName, names)
	for c := columnRequests; c < columnPlace; c++ {
		if t.width[c] > 0 {
			t.shown = append(t.shown, c)
		}
	}
	return t
}

// besideWidth is the width from which details stand beside a table that has
// all its columns.
const besideWidth = 184

// systemLayout is where table and details stand, above the foot.
type systemLayout struct{ table, detail Rect }

// layout divides the pane: details stand beside the table in a wide window,
// below it in a high one, and in a small one only when they are asked for.
func (p *systemPane) layout() systemLayout {
	h := max(0, p.h-len(p.foot()))
	switch {
	case p.detail == detailLarge:
		return systemLayout{table: Rect{W: p.w}, detail: Rect{0, 0, p.w, h}}
	case p.detail == detailNone:
	case p.w >= besideWidth:
		w := max(48, min(64, p.w-148))
		return systemLayout{Rect{0, 0, p.w - w, h}, Rect{p.w - w, 0, w, h}}
	case p.h >= 18:
		below := min(16, max(p.h/3, h-len(p.rows)-4))
		return systemLayout{Rect{0, 0, p.w, h - below}, Rect{0, h - below, p.w, below}}
	}
	return systemLayout{table: Rect{0, 0, p.w, h}}
}

// room is the number of components in sight: the box has a frame, a head and
// the totals.
func (p *systemPane) room() int { return max(1, p.layout().table.H-4) }
