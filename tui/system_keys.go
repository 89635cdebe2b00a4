package tui

import tea "charm.land/bubbletea/v2"

// change acts on the chosen component.
func (p *systemPane) change(a Action) tea.Cmd {
	switch a {
	case CopyItem:
		return p.duplicate()
	case DeleteItem:
		return p.remove()
	case PinItem:
		return p.pin()
	case OpenCalls:
		return openWindow(newCallsWindow(p))
	}
	p.edit()
	return nil
}

// move goes to another line, or scrolls the large details.
func (p *systemPane) move(a Action) bool {
	if p.detail == detailLarge && (a == PageUp || a == PageDown) {
		p.skip = max(0, p.skip+map[Action]int{PageUp: -1, PageDown: 1}[a]*p.detailRoom())
		return true
	}
	line, ok := walk(p.line(), len(p.lines), p.room(), a)
	if ok {
		p.chooseLine(line)
		p.skip = 0
	}
	return ok
}

// back undoes what narrows the view: the large details, then the filter.
func (p *systemPane) back() tea.Cmd {
	switch {
	case p.detail == detailLarge:
		p.detail = detailPane
		p.reveal()
	case p.filter != "":
		p.filter = ""
		p.arrange()
		return say("all components are on show")
	}
	return nil
}

// Click sorts by the head that is clicked, or chooses a component; a click on
// the chosen one opens it.
func (p *systemPane) Click(x, y int) tea.Cmd {
	if p.form != nil {
		p.form.ask.Click(x-2, y-1)
		return nil
	}
	r := p.layout().table
	line := p.top + y - 2 // below the frame and the head
	switch {
	case !r.Contains(x, y) || y < 1 || y-2 >= p.room():
	case y == 1:
		return p.clickHead(x - 1 - systemPointer)
	case line >= len(p.lines):
	case p.lines[line] == p.at:
		p.typing = false
		p.edit()
	default:
		p.chooseLine(line)
	}
	return nil
}

// clickHead sorts by the column at a place of the head.
func (p *systemPane) clickHead(x int) tea.Cmd {
	t := p.columns()
	for c := range t.width {
		if x >= 0 && x < t.width[c] {
			return p.sortBy(systemColumn(c))
		}
		x -= t.width[c]
	}
	return nil
}
