package system

import (
	"runwhere/tui/kit"
)

// pointer is the room of the sign before the chosen component.
const pointer = 3

// fit is what of the table fits in a width.
type fit struct {
	shown  []Column // between the name and the place
	width  [ColumnCount]int
	Hidden []Column
}

// Columns returns what fits in the table's box. What is left goes to the
// traits as far as one has several, then to the names.
func (p *Pane) Columns() fit {
	var t fit
	left := p.layout().table.W - 2 - pointer
	for c := range Columns {
		t.width[c] = Columns[c].width
		left -= t.width[c]
	}
	for _, c := range drops {
		if left >= 0 {
			break
		}
		t.Hidden = append(t.Hidden, c)
		left += t.width[c]
		t.width[c] = 0
	}
	traits, names := 0, 0
	for i := range p.Rows {
		mark := 0
		if p.Rows[i].cells[ColumnTraits].assumed {
			mark = 2
		}
		traits = max(traits, len(kit.ChipText(p.Rows[i].Traits))+1+mark)
		names = max(names, kit.Width(p.Rows[i].Name)+1)
	}
	widen := func(c Column, to int) {
		if by := min(left, to-t.width[c]); by > 0 && t.width[c] > 0 {
			t.width[c] += by
			left -= by
		}
	}
	widen(ColumnTraits, traits)
	widen(columnName, names)
	for c := columnRequests; c < columnPlace; c++ {
		if t.width[c] > 0 {
			t.shown = append(t.shown, c)
		}
	}
	return t
}

// besideWidth is the width from which details are beside a table that has
// all its columns.
const besideWidth = 184

// layout is where table and details stand, above the foot.
type layout struct{ table, detail kit.Rect }

// layout divides the pane: details are beside the table in a wide window,
// below it in a high one, and in a small one only when they are asked for.
func (p *Pane) layout() layout {
	h := max(0, p.h-len(p.foot()))
	switch {
	case p.Detail == DetailLarge:
		return layout{table: kit.Rect{W: p.w}, detail: kit.Rect{X: 0, Y: 0, W: p.w, H: h}}
	case p.Detail == detailNone:
	case p.w >= besideWidth:
		w := max(48, min(64, p.w-148))
		return layout{kit.Rect{X: 0, Y: 0, W: p.w - w, H: h}, kit.Rect{X: p.w - w, Y: 0, W: w, H: h}}
	case p.h >= 18:
		below := min(16, max(p.h/3, h-len(p.Rows)-4))
		return layout{kit.Rect{X: 0, Y: 0, W: p.w, H: h - below}, kit.Rect{X: 0, Y: h - below, W: p.w, H: below}}
	}
	return layout{table: kit.Rect{X: 0, Y: 0, W: p.w, H: h}}
}

// Room is the number of components in sight: the box has a frame, a head and
// the totals.
func (p *Pane) Room() int { return max(1, p.layout().table.H-4) }
