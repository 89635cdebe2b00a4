package tui

import (
	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	"runwhere/model/study"
)

// systemPane is the table of the components with the details of the chosen
// one, and the form that edits one.
type systemPane struct {
	*context
	w, h   int
	at     int   // the chosen component, in the order of the file
	lines  []int // the components on show, in the order of the table
	top    int   // the first line in sight
	order  systemOrder
	filter string
	typing bool // the filter is being typed
	detail detailSize
	skip   int // lines of the large details that are scrolled away

	rows     []systemRow // in the order of the file
	edges    []systemEdge
	explicit scenario.Scenario
	of       *study.Study   // what the rows were made from
	form     *componentForm // nil while the table is on show
}

func newSystemPane(ctx *context) *systemPane {
	p := &systemPane{context: ctx}
	p.Refresh()
	return p
}

// Scope is that of text entry while something is typed.
func (p *systemPane) Scope() Scope {
	switch {
	case p.form != nil:
		return ScopeForm
	case p.typing:
		return ScopeFilter
	}
	return ScopeSystem
}

func (p *systemPane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.reveal()
	p.resizeForm()
}

// Restyle takes up the present styles.
func (p *systemPane) Restyle() {
	if p.form != nil {
		p.form.ask.SetStyles(p.styles.Form)
	}
}

// Refresh takes up a change of the session. The choice stays with its
// component; a single new one, as undo brings it back, is chosen.
func (p *systemPane) Refresh() {
	if p.of == p.session.Result {
		return
	}
	chosen, before := "", map[string]bool{}
	for i := range p.rows {
		before[p.rows[i].name] = true
		if i == p.at {
			chosen = p.rows[i].name
		}
	}
	p.of, p.explicit, p.skip = p.session.Result, p.session.Result.Explicit(), 0
	p.rows = systemRows(p.of, &p.explicit)
	p.edges = systemEdges(p.of, &p.explicit)
	p.countCalls()
	added := -1
	for i := range p.rows {
		if !before[p.rows[i].name] {
			if added >= 0 {
				added = -1
				break
			}
			added = i
		}
	}
	if at := p.indexOf(chosen); at >= 0 {
		p.at = at
	}
	p.at = max(0, min(p.at, len(p.rows)-1))
	p.arrange()
	if added >= 0 && len(before) > 0 {
		p.choose(added)
	}
}

// reveal scrolls so that the chosen component is in sight.
func (p *systemPane) reveal() {
	room, line := p.room(), max(0, p.line())
	p.top = min(p.top, line)
	p.top = max(p.top, line-room+1)
	p.top = max(0, min(p.top, len(p.lines)-room))
}

// Key takes everything while a component is edited or the filter is typed.
func (p *systemPane) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch {
	case p.form != nil:
		return p.formKey(msg), true
	case p.typing:
		return p.filterKey(msg), true
	}
	return nil, false
}

// Receive hands pasted text and the like to what is being typed.
func (p *systemPane) Receive(msg tea.Msg) tea.Cmd {
	switch _, pasted := msg.(tea.PasteMsg); {
	case msg == nil:
	case p.form != nil:
		return p.form.receive(msg)
	case p.typing && pasted:
		return p.typeFilter(msg)
	}
	return nil
}

// Handle acts on the system's bindings.
func (p *systemPane) Handle(a Action) (tea.Cmd, bool) {
	if p.form != nil {
		return p.handleForm(a)
	}
	switch a {
	case AddItem:
		p.add()
	case FilterItems:
		p.typing = true
	case SortNext:
		return p.sortNext(1), true
	case SortPrevious:
		return p.sortNext(-1), true
	case SortReverse:
		return p.reverse(), true
	case ShowDetails:
		p.detail = (p.detail + 1) % detailSizes
		p.skip = 0
		p.reveal()
	case Cancel:
		return p.back(), true
	case EditItem, CopyItem, DeleteItem, PinItem, OpenCalls:
		if p.line() < 0 {
			return say("no component is on show; esc takes the filter away"), true
		}
		return p.change(a), true
	default:
		return nil, p.move(a)
	}
	return nil, true
}
