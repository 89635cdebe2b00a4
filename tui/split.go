package tui

import (
	"cmp"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/guide"
	"runwhere/model/split"
	"runwhere/model/study"
)

// splitPane shows a placement of the components: the cheapest one, or one that
// is held against it. It is where a team argues about each component.
type splitPane struct {
	*context
	w, h   int
	at     int // the chosen line: a component in the order of the table, then a call across
	top    int // the first line of the table in sight
	sorted splitOrder
	shown  splitShown
}

// splitOrder is how the table is sorted.
type splitOrder int

// The orders, as s goes through them.
const (
	asInFile splitOrder = iota
	byCost
	byPlatform
	movedFirst
	splitOrders
)

var splitOrderNames = [splitOrders]string{"as in the file", "dearest first", "by platform", "moved first"}

// splitShown is what the screen shows, worked out when the placement, the
// scenario or the order changes and not for every frame.
type splitShown struct {
	result  *study.Study
	hand    *hand
	sorted  splitOrder
	split   *split.Split
	best    []checklist.Option // of the optimum
	order   []int              // the placements in the order of the table
	calls   []int              // the calls across in the order of the table
	between []split.Between
	tax     split.HybridTax
	traps   []guide.Trap
}

func newSplitPane(ctx *context) *splitPane { return &splitPane{context: ctx} }

func (p *splitPane) Scope() Scope     { return ScopeSplit }
func (p *splitPane) SetSize(w, h int) { p.w, p.h = w, h }

// Refresh keeps the choice on its component, or within what there is.
func (p *splitPane) Refresh() {
	chosen := p.component()
	if p.shown.split == nil {
		chosen = 0
	}
	v := p.view()
	if i := slices.Index(v.order, chosen); chosen >= 0 && i >= 0 {
		p.at = i
	}
	p.at = max(0, min(p.at, p.lines()-1))
}

// lines is how many lines of the table can be chosen.
func (p *splitPane) lines() int { return len(p.shown.order) + len(p.shown.calls) }

// component is the chosen component's index in the scenario, −1 where a call
// is chosen.
func (p *splitPane) component() int {
	if p.at < len(p.shown.order) {
		return p.shown.order[p.at]
	}
	return -1
}

// call is the chosen call across, nil where a component is chosen.
func (p *splitPane) call() *split.GlueCall {
	if i := p.at - len(p.shown.order); i >= 0 && i < len(p.shown.calls) {
		return &p.shown.split.Glue[p.shown.calls[i]]
	}
	return nil
}

// view returns what is shown, worked out anew where it has changed.
func (p *splitPane) view() *splitShown {
	v, s := &p.shown, p.session
	if v.result == s.Result && v.hand == s.hand && v.sorted == p.sorted {
		return v
	}
	split := s.Placed()
	*v = splitShown{
		result: s.Result, hand: s.hand, sorted: p.sorted, split: split, best: s.Result.Split.Options(),
		between: split.Between(), tax: s.Result.Tax(split), traps: guide.TrapsOf(s.Result.Evaluation, split),
	}
	v.sort()
	return v
}

// sort puts the components in the wanted order; what is equal stays as in the
// file.
func (v *splitShown) sort() {
	places := v.split.Placements
	for i := range places {
		v.order = append(v.order, i)
	}
	for i := range v.split.Glue {
		v.calls = append(v.calls, i)
	}
	key := map[splitOrder]func(i int) float64{
		byCost:     func(i int) float64 { return -places[i].Adds[places[i].Option] },
		byPlatform: func(i int) float64 { return float64(slices.Index(checklist.Placeable, places[i].Option)) },
		movedFirst: func(i int) float64 { return map[bool]float64{true: 0, false: 1}[v.moved(i)] },
	}[v.sorted]
	if key == nil {
		return
	}
	slices.SortStableFunc(v.order, func(a, b int) int { return cmp.Compare(key(a), key(b)) })
	if v.sorted == byCost {
		slices.SortStableFunc(v.calls, func(a, b int) int { return cmp.Compare(v.split.Glue[b].USD, v.split.Glue[a].USD) })
	}
}

// moved reports whether a component is elsewhere than in the optimum.
func (v *splitShown) moved(i int) bool { return v.split.Placements[i].Option != v.best[i] }

// Handle acts on the split's bindings.
func (p *splitPane) Handle(a Action) (tea.Cmd, bool) {
	p.Refresh()
	if at, ok := walk(p.at, p.lines(), p.tableRoom()-1, a); ok {
		p.at = at
		return nil, true
	}
	switch a {
	case MoveLeft:
		return p.move(-1), true
	case MoveRight:
		return p.move(1), true
	case PinItem:
		return p.pin(), true
	case PinAll:
		return p.pinAll(), true
	case Optimum:
		return p.optimum(), true
	case TakePattern:
		return p.takePattern(), true
	case TakeRunnerUp:
		return p.takeRunnerUp(), true
	case SortNext:
		p.sorted = (p.sorted + 1) % splitOrders
		p.Refresh()
		return say("sorted " + splitOrderNames[p.sorted]), true
	case Accept:
		return p.open(), true
	case OpenTax:
		return p.openTax(), true
	case OpenStrip:
		return openWindow(newStripWindow(p.context)), true
	}
	return nil, false
}

// Click chooses the line under the mouse.
func (p *splitPane) Click(_, y int) tea.Cmd {
	p.Refresh()
	line := p.top + y - p.tableTop()
	if i := p.lineChoice(line); line >= p.top && y < p.tableTop()+p.tableRoom() && i >= 0 {
		p.at = i
	}
	return nil
}

// Lines draws the screen.
func (p *splitPane) Lines() []string {
	p.view()
	lines := append(p.boxes(), p.tableHead())
	room := p.tableRoom()
	lines = append(lines, block(p.rows(room), p.w, room, p.styles.Glyphs.Ellipsis)...)
	return append(lines, p.foot()...)
}
