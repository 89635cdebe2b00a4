package split

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/guide"
	"runwhere/model/split"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Pane shows a placement of the components: the cheapest one, or one that
// is held against it. It is where a team argues about each component.
type Pane struct {
	*kit.Context
	w, h   int
	At     int // the chosen line: a component in the order of the table, then a call across
	top    int // the first line of the table in sight
	Sorted order
	Shown  shown
}

// order is how the table is sorted.
type order int

// The orders, as s goes through them.
const (
	asInFile order = iota
	ByCost
	byPlatform
	MovedFirst
	Orders
)

// OrderNames name the orders of the table.
var OrderNames = [Orders]string{"as in the file", "dearest first", "by platform", "moved first"}

// shown is what the screen shows, worked out when the placement, the
// scenario or the order changes and not for every frame.
type shown struct {
	result  *study.Study
	hand    *session.Hand
	sorted  order
	Split   *split.Split
	best    []checklist.Option // of the optimum
	Order   []int              // the placements in the order of the table
	calls   []int              // the calls across in the order of the table
	between []split.Between
	tax     split.HybridTax
	traps   []guide.Trap
}

// NewPane makes the fourth screen.
func NewPane(ctx *kit.Context) *Pane { return &Pane{Context: ctx} }

func (p *Pane) Scope() keys.Scope { return keys.ScopeSplit }

func (p *Pane) SetSize(w, h int) { p.w, p.h = w, h }

// Refresh keeps the choice on its component, or within what there is.
func (p *Pane) Refresh() {
	chosen := p.Component()
	if p.Shown.Split == nil {
		chosen = 0
	}
	v := p.View()
	if i := slices.Index(v.Order, chosen); chosen >= 0 && i >= 0 {
		p.At = i
	}
	p.At = max(0, min(p.At, p.LineCount()-1))
}

// LineCount is how many lines of the table can be chosen.
func (p *Pane) LineCount() int { return len(p.Shown.Order) + len(p.Shown.calls) }

// Component is the chosen component's index in the scenario, −1 where a call
// is chosen.
func (p *Pane) Component() int {
	if p.At < len(p.Shown.Order) {
		return p.Shown.Order[p.At]
	}
	return -1
}

// Call is the chosen call across, nil where a component is chosen.
func (p *Pane) Call() *split.GlueCall {
	if i := p.At - len(p.Shown.Order); i >= 0 && i < len(p.Shown.calls) {
		return &p.Shown.Split.Glue[p.Shown.calls[i]]
	}
	return nil
}

// View returns what is shown, worked out anew where it has changed.
func (p *Pane) View() *shown {
	v, s := &p.Shown, p.Session
	if v.result == s.Result && v.hand == s.Hand && v.sorted == p.Sorted {
		return v
	}
	split := s.Split()
	*v = shown{
		result: s.Result, hand: s.Hand, sorted: p.Sorted, Split: split, best: s.Result.Split.Options(),
		between: split.Between(), tax: s.Result.Tax(split), traps: guide.TrapsOf(s.Result.Evaluation, split),
	}
	v.sort()
	return v
}

// sort puts the components in the wanted order; what is equal stays as in the
// file.
func (v *shown) sort() {
	placements := v.Split.Placements
	for i := range placements {
		v.Order = append(v.Order, i)
	}
	for i := range v.Split.Glue {
		v.calls = append(v.calls, i)
	}
	key := map[order]func(i int) float64{
		ByCost:     func(i int) float64 { return -placements[i].Adds[placements[i].Option] },
		byPlatform: func(i int) float64 { return float64(slices.Index(checklist.Placeable, placements[i].Option)) },
		MovedFirst: func(i int) float64 { return map[bool]float64{true: 0, false: 1}[v.moved(i)] },
	}[v.sorted]
	if key == nil {
		return
	}
	slices.SortStableFunc(v.Order, func(a, b int) int { return cmp.Compare(key(a), key(b)) })
	if v.sorted == ByCost {
		slices.SortStableFunc(v.calls, func(a, b int) int { return cmp.Compare(v.Split.Glue[b].USD, v.Split.Glue[a].USD) })
	}
}

// moved reports whether a component is elsewhere than in the optimum.
func (v *shown) moved(i int) bool { return v.Split.Placements[i].Option != v.best[i] }

// Handle acts on the split's bindings.
func (p *Pane) Handle(a keys.Action) (tea.Cmd, bool) {
	p.Refresh()
	if at, ok := keys.Walk(p.At, p.LineCount(), p.tableRoom()-1, a); ok {
		p.At = at
		return nil, true
	}
	switch a {
	case keys.MoveLeft:
		return p.move(-1), true
	case keys.MoveRight:
		return p.move(1), true
	case keys.PinItem:
		return p.pin(), true
	case keys.PinAll:
		return p.pinAll(), true
	case keys.Optimum:
		return p.optimum(), true
	case keys.TakePattern:
		return p.takePattern(), true
	case keys.TakeRunnerUp:
		return p.takeRunnerUp(), true
	case keys.SortNext:
		p.Sorted = (p.Sorted + 1) % Orders
		p.Refresh()
		return session.Say("sorted " + OrderNames[p.Sorted]), true
	case keys.Accept:
		return p.open(), true
	case keys.OpenTax:
		return p.openTax(), true
	case keys.OpenStrip:
		return kit.OpenWindow(newStripWindow(p.Context)), true
	}
	return nil, false
}

// Click chooses the line under the mouse.
func (p *Pane) Click(_, y int) tea.Cmd {
	p.Refresh()
	line := p.top + y - p.tableTop()
	if i := p.lineChoice(line); line >= p.top && y < p.tableTop()+p.tableRoom() && i >= 0 {
		p.At = i
	}
	return nil
}

// Lines draws the screen.
func (p *Pane) Lines() []string {
	p.View()
	lines := append(p.boxes(), p.tableHead())
	room := p.tableRoom()
	lines = append(lines, kit.Block(p.rows(room), p.w, room, p.Styles.Glyphs.Ellipsis)...)
	return append(lines, p.foot()...)
}
