package system

import (
	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Pane is the table of the components with the details of the chosen
// one, and the form that edits one.
type Pane struct {
	*kit.Context
	w, h      int
	At        int   // the chosen component, in the order of the file
	LineCount []int // the components on show, in the order of the table
	Top       int   // the first line in sight
	Order     Order
	Filter    string
	Typing    bool // the filter is being typed
	Detail    detailSize
	skip      int // lines of the large details that are scrolled away

	Rows     []row // in the order of the file
	Edges    []Edge
	Explicit scenario.Scenario
	of       *study.Study   // what the rows were made from
	Form     *componentForm // nil while the table is on show
}

// NewPane makes the second screen.
func NewPane(ctx *kit.Context) *Pane {
	p := &Pane{Context: ctx}
	p.Refresh()
	return p
}

// Scope is that of text entry while something is typed.
func (p *Pane) Scope() keys.Scope {
	switch {
	case p.Form != nil:
		return keys.ScopeForm
	case p.Typing:
		return keys.ScopeFilter
	}
	return keys.ScopeSystem
}

func (p *Pane) SetSize(w, h int) {
	p.w, p.h = w, h
	p.reveal()
	p.resizeForm()
}

// Restyle takes up the present styles.
func (p *Pane) Restyle() {
	if p.Form != nil {
		p.Form.Ask.SetStyles(p.Styles.Form)
	}
}

// Refresh takes up a change of the session. The choice stays with its
// component; a single new one, as undo brings it back, is chosen.
func (p *Pane) Refresh() {
	if p.of == p.Session.Result {
		return
	}
	chosen, before := "", map[string]bool{}
	for i := range p.Rows {
		before[p.Rows[i].Name] = true
		if i == p.At {
			chosen = p.Rows[i].Name
		}
	}
	p.of, p.Explicit, p.skip = p.Session.Result, p.Session.Result.Explicit(), 0
	p.Rows = rowsOf(p.of, &p.Explicit)
	p.Edges = edgesOf(p.of, &p.Explicit)
	p.countCalls()
	added := -1
	for i := range p.Rows {
		if !before[p.Rows[i].Name] {
			if added >= 0 {
				added = -1
				break
			}
			added = i
		}
	}
	if at := p.indexOf(chosen); at >= 0 {
		p.At = at
	}
	p.At = max(0, min(p.At, len(p.Rows)-1))
	p.arrange()
	if added >= 0 && len(before) > 0 {
		p.Choose(added)
	}
}

// reveal scrolls so that the chosen component is in sight.
func (p *Pane) reveal() {
	room, line := p.Room(), max(0, p.Line())
	p.Top = min(p.Top, line)
	p.Top = max(p.Top, line-room+1)
	p.Top = max(0, min(p.Top, len(p.LineCount)-room))
}

// Key takes everything while a component is edited or the filter is typed.
func (p *Pane) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch {
	case p.Form != nil:
		return p.formKey(msg), true
	case p.Typing:
		return p.filterKey(msg), true
	}
	return nil, false
}

// Receive hands pasted text and the like to what is being typed.
func (p *Pane) Receive(msg tea.Msg) tea.Cmd {
	switch _, pasted := msg.(tea.PasteMsg); {
	case msg == nil:
	case p.Form != nil:
		return p.Form.Receive(msg)
	case p.Typing && pasted:
		return p.typeFilter(msg)
	}
	return nil
}

// Handle acts on the system's bindings.
func (p *Pane) Handle(a keys.Action) (tea.Cmd, bool) {
	if p.Form != nil {
		return p.handleForm(a)
	}
	switch a {
	case keys.AddItem:
		p.add()
	case keys.FilterItems:
		p.Typing = true
	case keys.SortNext:
		return p.sortNext(1), true
	case keys.SortPrevious:
		return p.sortNext(-1), true
	case keys.SortReverse:
		return p.reverse(), true
	case keys.ShowDetails:
		p.Detail = (p.Detail + 1) % detailSizes
		p.skip = 0
		p.reveal()
	case keys.Cancel:
		return p.back(), true
	case keys.EditItem, keys.CopyItem, keys.DeleteItem, keys.PinItem, keys.OpenCalls:
		if p.Line() < 0 {
			return session.Say("no component is on show; esc takes the filter away"), true
		}
		return p.change(a), true
	default:
		return nil, p.move(a)
	}
	return nil, true
}
