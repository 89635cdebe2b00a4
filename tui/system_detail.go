package tui

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"runwhere/model/scenario"
)

// detailSize is how much room the details of the chosen component have.
type detailSize int

// The sizes: beside or below the table where there is room, the whole screen,
// none.
const (
	detailPane detailSize = iota
	detailLarge
	detailNone
	detailSizes
)

// edgesInPane is how many calls the small details name in each direction.
const edgesInPane = 4

// detailRoom is the number of lines of the large details.
func (p *systemPane) detailRoom() int { return max(1, p.layout().detail.H-2) }

// detailLines draws the details in a box.
func (p *systemPane) detailLines(r Rect) []string {
	s := p.styles
	if p.line() < 0 {
		return s.box("details", []string{" " + s.Muted.Render("no component is on show")}, r.W, r.H)
	}
	title, large := p.rows[p.at].name+" · i larger", p.detail == detailLarge
	w, h := r.W-3, r.H-2
	if large {
		h = math.MaxInt32
	}
	lines := indentLines(s.sections(p.details(large), w, h))
	if large {
		room := p.detailRoom()
		skip := max(0, min(p.skip, len(lines)-room))
		title = fmt.Sprintf("%s · %d of %d · ↑↓ others · esc back", p.rows[p.at].name, p.line()+1, len(p.lines))
		if len(lines) > room {
			title += s.more(skip, len(lines)-skip-room)
		}
		lines = lines[skip:]
	}
	return s.box(title, lines, r.W, r.H)
}

// indentLines puts a space before every line.
func indentLines(lines []string) []string {
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}

// details describes the chosen component: in small only what the table does
// not show, in large all of it with sources.
func (p *systemPane) details(large bool) []section {
	return []section{
		{"numbers", p.numberRuns(large)},
		{"traits", p.traitRuns()},
		{"calls", p.callRuns(large)},
		{"runs on", p.placeRuns()},
		{"limits", p.limitRuns(large)},
	}
}

// numberRuns lists the component's figures; a default is dim and has a d.
func (p *systemPane) numberRuns(large bool) []run {
	s, t := p.styles, p.columns()
	inTable := map[string]bool{"name": true, "traits": true, "pin": true}
	if !large {
		for _, c := range t.shown {
			inTable[systemColumns[c].key] = true
		}
	}
	var runs []run
	for _, f := range componentFields() {
		key := strings.TrimPrefix(f.Path, "components.*.")
		if inTable[key] {
			continue
		}
		cell := fieldCell(p.of, &p.explicit, p.at, key, p.standInFor(key))
		if len(runs) > 0 {
			runs = append(runs, run{dotBetween, s.Faint})
		}
		runs = append(runs, run{together(fieldTitle(f) + " "), s.Muted}, p.valueRun(cell))
	}
	return runs
}

// valueRun is a value, dim and with a d where nobody gave it.
func (p *systemPane) valueRun(cell systemCell) run {
	if cell.assumed {
		return run{together(cell.text + " d"), p.styles.Default}
	}
	return run{together(cell.text), p.styles.Text}
}

// standInFor is the value that counts where the chosen component leaves a
// field out.
func (p *systemPane) standInFor(key string) string {
	if key == "runtime" {
		return "any"
	}
	return cmp.Or(componentStandIn(&p.of.Resolved, p.at, key), "left out")
}

// traitRuns names the traits and what each means.
func (p *systemPane) traitRuns() []run {
	s, r := p.styles, &p.rows[p.at]
	if len(r.traits) == 0 {
		return []run{{"none", s.Muted}}
	}
	f, _ := scenario.FieldOf("components.*.traits")
	var runs []run
	for i, t := range r.traits {
		if i > 0 {
			runs = append(runs, run{dotBetween, s.Faint})
		}
		runs = append(runs, run{chip(t) + " ", s.Trait[t]}, run{f.Meaning(t), s.Text})
	}
	if r.cells[columnTraits].assumed {
		runs = append(runs, run{" d, from the checklist", s.Default})
	}
	return runs
}
