package system

import (
	"cmp"
	"fmt"
	"math"

	"runwhere/costs/paths"
	"runwhere/model/scenario"
	"runwhere/tui/kit"
)

// detailSize is how much room the details of the chosen component have.
type detailSize int

// The sizes: beside or below the table where there is room, the whole screen,
// none.
const (
	detailPane detailSize = iota
	DetailLarge
	detailNone
	detailSizes
)

// edgesInPane is how many calls the small details name in each direction.
const edgesInPane = 4

// detailRoom is the number of lines of the large details.
func (p *Pane) detailRoom() int { return max(1, p.layout().detail.H-2) }

// detailLines draws the details in a box.
func (p *Pane) detailLines(r kit.Rect) []string {
	s := p.Styles
	if p.Line() < 0 {
		return s.Box("details", []string{" " + s.Muted.Render("no component is on show")}, r.W, r.H)
	}
	title, lines := p.Rows[p.At].Name+" · i larger", p.detailText(r.W-3, r.H-2)
	if p.Detail == DetailLarge {
		room := p.detailRoom()
		skip := max(0, min(p.skip, len(lines)-room)) // the window may have grown
		title = fmt.Sprintf("%s · %d of %d · ↑↓ others · esc back", p.Rows[p.At].Name, p.Line()+1, len(p.LineCount))
		if len(lines) > room {
			title += s.More(skip, len(lines)-skip-room)
		}
		lines = lines[skip:]
	}
	return s.Box(title, lines, r.W, r.H)
}

// detailText is the details in w cells: the large ones whole, the small ones as
// far as they fit into h lines.
func (p *Pane) detailText(w, h int) []string {
	large := p.Detail == DetailLarge
	if large {
		h = math.MaxInt32
	}
	return indentLines(p.Styles.Sections(p.details(large), w, h))
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
func (p *Pane) details(large bool) []kit.Section {
	return []kit.Section{
		{Label: "numbers", Runs: p.numberRuns(large)},
		{Label: "traits", Runs: p.traitRuns()},
		{Label: "calls", Runs: p.callRuns(large)},
		{Label: "runs on", Runs: p.placeRuns()},
		{Label: "limits", Runs: p.limitRuns(large)},
	}
}

// numberRuns lists the component's figures; a default is dim and has a d. In
// large each that a file gives has its line.
func (p *Pane) numberRuns(large bool) []kit.Run {
	s, t := p.Styles, p.Columns()
	inTable := map[paths.Path]bool{paths.ComponentName: true, paths.ComponentTraits: true, paths.ComponentPin: true}
	if !large {
		for _, c := range t.shown {
			inTable[Columns[c].path] = true
		}
	}
	var runs []kit.Run
	for _, f := range ComponentFields() {
		if inTable[f.Path] {
			continue
		}
		cell := fieldCell(p.of, &p.Explicit, p.At, f.Path, p.PlaceholderFor(f.Path))
		if len(runs) > 0 {
			runs = append(runs, kit.Run{Text: kit.DotBetween, Ink: s.Faint})
		}
		runs = append(runs, kit.Run{Text: kit.Together(kit.FieldTitle(f) + " "), Ink: s.Muted}, p.valueRun(cell))
		if source := f.Source(&p.Explicit, scenario.At{Component: p.At}); large && source.Kind == scenario.FromFile {
			runs = append(runs, kit.Run{Text: kit.Together(" (" + source.Text() + ")"), Ink: s.Faint})
		}
	}
	return runs
}

// valueRun is a value, dim and with a d where nobody gave it.
func (p *Pane) valueRun(cell cell) kit.Run {
	if cell.assumed {
		return kit.Run{Text: kit.Together(cell.text + " d"), Ink: p.Styles.Default}
	}
	return kit.Run{Text: kit.Together(cell.text), Ink: p.Styles.Text}
}

// PlaceholderFor is the value that counts where the chosen component leaves a
// field out.
func (p *Pane) PlaceholderFor(path paths.Path) string {
	if path == paths.ComponentRuntime {
		return "any"
	}
	return cmp.Or(kit.ComponentPlaceholder(&p.of.Resolved, p.At, path), "left out")
}

// traitRuns names the traits and what each means.
func (p *Pane) traitRuns() []kit.Run {
	s, r := p.Styles, &p.Rows[p.At]
	if len(r.Traits) == 0 {
		return []kit.Run{{Text: "none", Ink: s.Muted}}
	}
	f, _ := scenario.FieldOf(paths.ComponentTraits)
	var runs []kit.Run
	for i, t := range r.Traits {
		if i > 0 {
			runs = append(runs, kit.Run{Text: kit.DotBetween, Ink: s.Faint})
		}
		runs = append(runs, kit.Run{Text: kit.Chip(t) + " ", Ink: s.Trait[t]}, kit.Run{Text: f.Meaning(t), Ink: s.Text})
	}
	if r.cells[ColumnTraits].assumed {
		runs = append(runs, kit.Run{Text: " d, from the checklist", Ink: s.Default})
	}
	return runs
}
