package system

import (
	"charm.land/bubbletea/v2"

	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// change acts on the chosen component.
func (p *Pane) change(a keys.Action) tea.Cmd {
	switch a {
	case keys.CopyItem:
		return p.duplicate()
	case keys.DeleteItem:
		return p.remove()
	case keys.PinItem:
		return p.pin()
	case keys.OpenCalls:
		return kit.OpenWindow(newCallsWindow(p))
	}
	p.edit()
	return nil
}

// move goes to another line, or scrolls the large details.
func (p *Pane) move(a keys.Action) bool {
	if p.Detail == DetailLarge && p.Line() >= 0 && (a == keys.PageUp || a == keys.PageDown) {
		lines, room := p.detailText(p.layout().detail.W-3, 0), p.detailRoom()
		p.skip, _ = keys.Walk(p.skip, len(lines)-room+1, room, a)
		return true
	}
	line, ok := keys.Walk(p.Line(), len(p.LineCount), p.Room(), a)
	if ok {
		p.chooseLine(line)
		p.skip = 0
	}
	return ok
}

// back undoes what narrows the view: the large details, then the filter.
func (p *Pane) back() tea.Cmd {
	switch {
	case p.Detail == DetailLarge:
		p.Detail = detailPane
		p.reveal()
	case p.Filter != "":
		p.Filter = ""
		p.arrange()
		return session.Say("all components are on show")
	}
	return nil
}

// Click sorts by the head that is clicked, or chooses a component; a click on
// the chosen one opens it.
func (p *Pane) Click(x, y int) tea.Cmd {
	if p.Form != nil {
		p.Form.Ask.Click(x-2, y-1)
		return nil
	}
	r := p.layout().table
	line := p.Top + y - 2 // below the frame and the head
	switch {
	case !r.Contains(x, y) || y < 1 || y-2 >= p.Room():
	case y == 1:
		return p.clickHead(x - 1 - pointer)
	case line >= len(p.LineCount):
	case p.LineCount[line] == p.At:
		p.Typing = false
		p.edit()
	default:
		p.chooseLine(line)
	}
	return nil
}

// clickHead sorts by the column at a place of the head.
func (p *Pane) clickHead(x int) tea.Cmd {
	t := p.Columns()
	for c := range t.width {
		if x >= 0 && x < t.width[c] {
			return p.sortBy(Column(c))
		}
		x -= t.width[c]
	}
	return nil
}
