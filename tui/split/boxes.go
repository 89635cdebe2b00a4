package split

import (
	"fmt"
	"slices"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// The split screen, from the top: the boxes of the platforms with the glue
// between them, the components with their cost on every platform and the calls
// across, and the totals with the reason of what is chosen.
//
//	┌ core ──────┐          ┌ edge ──────┐          ┌ Wasm ──────┐
//	│            │ ←──────→ │            │ ←──────→ │            │
//	└────────────┘          └────────────┘          └────────────┘
//	       └───────────────────────────────────────────────┘
//	 component        K        L        W   why it is there
//	 …
//	 total, saving, tax, traps, reason
//
// In a small window each box is one line, with the glue of a pair beside it.
const (
	boxedWidth  = 100
	boxedHeight = 28
)

// boxed reports whether there is room for boxes.
func (p *Pane) boxed() bool { return p.w >= boxedWidth && p.h >= boxedHeight }

// boxHeight is that of the boxes alone.
func (p *Pane) boxHeight() int {
	most := 0
	for _, option := range checklist.Placeable {
		most = max(most, len(p.Shown.Split.Of(option)))
	}
	return max(7, min(most+3, p.h/3))
}

// boxesHeight is what is above the table.
func (p *Pane) boxesHeight() int {
	if !p.boxed() {
		return len(checklist.Placeable)
	}
	return p.boxHeight() + 1
}

// boxesBeside is how many boxes have room beside each other.
const boxesBeside = 3

// fourBoxesWidth is the width from which all options have a box.
const fourBoxesWidth = 150

// shownOptions are the options that have a box: those with components before those
// without, as many as there is room for, in the order in which options are shown.
func (p *Pane) shownOptions() []checklist.Option {
	most := boxesBeside
	if p.w >= fourBoxesWidth {
		most = len(checklist.Placeable)
	}
	shown := slices.Clone(checklist.Placeable)
	for _, empty := range []bool{true, false} {
		for o := len(shown) - 1; o >= 0 && len(shown) > most; o-- {
			if (len(p.Shown.Split.Of(shown[o])) == 0) == empty {
				shown = slices.Delete(shown, o, o+1)
			}
		}
	}
	return shown
}

func (p *Pane) boxes() []string {
	if !p.boxed() {
		return p.boxLines()
	}
	options := p.shownOptions()
	h, gap := p.boxHeight(), 18
	if p.w >= 160+40*(len(options)-boxesBeside) {
		gap = 26
	}
	var drawn [][]string
	var centres []int
	left := p.w - gap*(len(options)-1)
	x := 0
	for o, option := range options {
		w := left / (len(options) - o)
		left -= w
		if o > 0 {
			drawn = append(drawn, p.gap(options[o-1], option, gap, h))
			x += gap
		}
		drawn = append(drawn, p.box(option, w, h))
		centres = append(centres, x+w/2)
		x += w
	}
	return append(kit.Beside(drawn...), p.span(options, centres))
}

// sides are the parts of the pattern that the options play.
var sides = map[checklist.Option]string{checklist.Kubernetes: "core", checklist.Containers: "core", checklist.Serverless: "edge", checklist.Wasm: "Wasm"}

// box is a platform with its components and its bill.
func (p *Pane) box(option checklist.Option, w, h int) []string {
	s, split := p.Styles, p.Shown.Split
	platform := p.Session.Result.Platform(option)
	names := split.Of(option)
	title := fmt.Sprintf("%c %s · %s", platform.Letter, platform.Name, sides[option])
	lines := []string{s.Muted.Render(" nothing is placed here")}
	if len(names) > 0 {
		bill := fmt.Sprintf(" %s a month for %d", quantity.Money(split.ByOption[option]), len(names))
		lines = append([]string{s.Strong.Render(kit.Fit(bill, w-2, s.Glyphs.Ellipsis))}, columns(names, w-2, h-3, s)...)
	}
	return s.BoxIn(s.Platform(platform), s.PlainText(title), lines, w, h)
}

// columns fills a box with names, in several columns where they do not fit
// below each other; what is left over is counted.
func columns(names []string, w, h int, s *kit.Styles) []string {
	h = max(1, h)
	const least = 14 // cells that tell most names apart
	per := min((len(names)+h-1)/h, max(1, w/least))
	if over := len(names) - per*h; over > 0 {
		names = append(names[:per*h-1:per*h-1], fmt.Sprintf("and %d more", over+1))
	}
	width := w / per
	lines := make([]string, 0, h)
	for row := range h {
		line := ""
		for i := row; i < len(names); i += h {
			line += kit.Fit(" "+names[i], width, s.Glyphs.Ellipsis)
		}
		lines = append(lines, s.Text.Render(line))
	}
	return lines
}

// boxLines are the boxes where each has one line, with the glue of a pair to
// the right of each.
func (p *Pane) boxLines() []string {
	s, placed := p.Styles, p.Shown.Split
	left := max(28, min(p.w*3/8, 44))
	pairs := placed.Between()
	var lines []string
	for o, option := range checklist.Placeable {
		platform := p.Session.Result.Platform(option)
		name := fmt.Sprintf("%c %s %s", platform.Letter, platform.Name, sides[option])
		figures := fmt.Sprintf("%4d %8s", len(placed.Of(option)), quantity.Money(placed.ByOption[option]))
		line := " " + s.Platform(platform).Bold().Render(kit.Fit(name, left-2-len(figures), s.Glyphs.Ellipsis)) + s.Text.Render(figures) + " "
		across := ""
		switch {
		case o < len(pairs) && o == len(checklist.Placeable)-1 && len(pairs) > len(checklist.Placeable):
			across = fmt.Sprintf("and calls between %d further pairs", len(pairs)-o)
		case o < len(pairs):
			across = p.pairText(pairs[o].A, pairs[o].B)
		case o == 0:
			across = p.nothingAcross()
		}
		lines = append(lines, line+s.Border.Render(s.Glyphs.Vertical)+s.Text.Render(kit.Fit(" "+s.PlainText(across), p.w-left-1, s.Glyphs.Ellipsis)))
	}
	return lines
}

// centred puts a text in the middle of w cells.
func centred(text string, w int, ellipsis string) string {
	return kit.Fit(kit.Spaces((w-kit.Width(text))/2)+text, w, ellipsis)
}
