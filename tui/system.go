package tui

import (
	tea "charm.land/bubbletea/v2"

	"runwhere/model"
)

// systemPane is the table of the components, with the form that edits one.
type systemPane struct {
	*context
	w, h int
	at   int // the chosen component
	top  int // the first component in sight
	rows []systemRow
	of   *model.Evaluation // what the rows were made from
	form *componentForm    // nil while the table is on show
}

func newSystemPane(ctx *context) *systemPane {
	p := &systemPane{context: ctx}
	p.Refresh()
	return p
}

// Scope is that of text entry while a component is edited.
func (p *systemPane) Scope() Scope {
	if p.form != nil {
		return ScopeDialog
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

// Refresh takes up a change of the session.
func (p *systemPane) Refresh() {
	if p.of == p.session.Result {
		return
	}
	p.of = p.session.Result
	p.rows = systemRows(p.of)
	p.choose(p.at)
}

// choose moves to a component, or to the nearest one that there is.
func (p *systemPane) choose(at int) {
	p.at = max(0, min(at, len(p.rows)-1))
	p.reveal()
}

// reveal scrolls so that the chosen component is in sight.
func (p *systemPane) reveal() {
	room := p.room()
	if p.at < p.top {
		p.top = p.at
	}
	p.top = max(p.top, p.at-room+1)
	p.top = max(0, min(p.top, len(p.rows)-room))
}

// Key takes everything while a component is edited.
func (p *systemPane) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if p.form == nil {
		return nil, false
	}
	return p.formKey(msg), true
}

// Receive hands pasted text and the like to the form.
func (p *systemPane) Receive(msg tea.Msg) tea.Cmd {
	if msg == nil || p.form == nil {
		return nil
	}
	return p.form.ask.Update(msg)
}

// Handle acts on the system's bindings.
func (p *systemPane) Handle(a Action) (tea.Cmd, bool) {
	if p.form != nil {
		return p.handleForm(a)
	}
	switch a {
	case MoveUp:
		p.choose(p.at - 1)
	case MoveDown:
		p.choose(p.at + 1)
	case PageUp:
		p.choose(p.at - p.room())
	case PageDown:
		p.choose(p.at + p.room())
	case First:
		p.choose(0)
	case Last:
		p.choose(len(p.rows) - 1)
	case AddItem:
		p.add()
	case EditItem:
		p.edit()
	case CopyItem:
		return p.duplicate(), true
	case DeleteItem:
		return p.remove(), true
	case PinItem:
		return p.pin(), true
	default:
		return nil, false
	}
	return nil, true
}

// Click chooses the component under the mouse; a click on the chosen one opens
// it.
func (p *systemPane) Click(x, y int) tea.Cmd {
	if p.form != nil {
		p.form.ask.Click(x-2, y-1)
		return nil
	}
	row := y - 2 // below the frame and the head
	at := p.top + row
	switch {
	case row < 0 || row >= p.room() || at >= len(p.rows):
	case at == p.at:
		p.edit()
	default:
		p.choose(at)
	}
	return nil
}

// Lines draws the table with its foot, or the form.
func (p *systemPane) Lines() []string {
	if p.form != nil {
		return p.formLines()
	}
	foot := p.foot()
	lines := p.tableLines(max(0, p.h-len(foot)))
	return block(append(lines, foot...), p.w, p.h, p.styles.Glyphs.Ellipsis)
}
