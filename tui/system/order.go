package system

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbletea/v2"

	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Order is how the table is sorted. The zero order is that of the file.
// Sorting is a view: it never changes the order in the file.
type Order struct {
	Column Column
	Sorted bool // false: the order of the file
	Down   bool // from the largest, or from z
}

// arrange works out which components are on show and in which order, and keeps
// the choice where it can.
func (p *Pane) arrange() {
	p.LineCount = p.LineCount[:0]
	words := strings.Fields(strings.ToLower(p.Filter))
	for i := range p.Rows {
		if p.Rows[i].matches(words) {
			p.LineCount = append(p.LineCount, i)
		}
	}
	if p.Order.Sorted {
		slices.SortStableFunc(p.LineCount, func(a, b int) int {
			by := CompareCells(&p.Rows[a], &p.Rows[b], p.Order.Column)
			if p.Order.Down {
				return -by
			}
			return by
		})
	}
	if p.Line() < 0 && len(p.LineCount) > 0 {
		p.At = p.LineCount[0]
	}
	p.reveal()
}

// Line is the line of the chosen component, −1 where the filter hides all.
func (p *Pane) Line() int { return slices.Index(p.LineCount, p.At) }

// chooseLine moves to a line, or to the nearest one that there is.
func (p *Pane) chooseLine(line int) {
	if len(p.LineCount) > 0 {
		p.At = p.LineCount[max(0, min(line, len(p.LineCount)-1))]
	}
	p.reveal()
}

// Choose moves to a component; a filter that hides it is taken away.
func (p *Pane) Choose(at int) {
	p.At = max(0, min(at, len(p.Rows)-1))
	if p.Line() < 0 {
		p.Filter = ""
		p.arrange()
	}
	p.reveal()
}

// ChooseName moves to the component of a name.
func (p *Pane) ChooseName(name string) {
	if i := p.indexOf(name); i >= 0 {
		p.Choose(i)
	}
}

// indexOf returns the component of a name, −1 where there is none.
func (p *Pane) indexOf(name string) int {
	return slices.IndexFunc(p.Rows, func(r row) bool { return r.Name == name })
}

// sortNext sorts by the next column, or by the one before; between the last
// and the first column lies the order of the file.
func (p *Pane) sortNext(by int) tea.Cmd {
	at := -1
	if p.Order.Sorted {
		at = int(p.Order.Column)
	}
	at = (at+1+by+int(ColumnCount)+1)%(int(ColumnCount)+1) - 1
	if at < 0 {
		p.Order = Order{}
		p.arrange()
		return session.Say("the order of the file")
	}
	return p.sortBy(Column(at))
}

// sortBy sorts by a column, figures from the largest; by the column that the
// table is sorted by already the other way round.
func (p *Pane) sortBy(column Column) tea.Cmd {
	if p.Order.Sorted && p.Order.Column == column {
		return p.reverse()
	}
	p.Order = Order{column, true, Columns[column].figure}
	p.arrange()
	return p.sayOrder()
}

// reverse turns the order round.
func (p *Pane) reverse() tea.Cmd {
	if !p.Order.Sorted {
		return session.Say("the order of the file has no other way round; s sorts by a column")
	}
	p.Order.Down = !p.Order.Down
	p.arrange()
	return p.sayOrder()
}

func (p *Pane) sayOrder() tea.Cmd {
	way := "from a to z"
	switch figure := Columns[p.Order.Column].figure; {
	case figure && p.Order.Down:
		way = "the largest first"
	case figure:
		way = "the smallest first"
	case p.Order.Down:
		way = "from z to a"
	}
	return session.Say(fmt.Sprintf("sorted by %s, %s; the file keeps its order", Columns[p.Order.Column].Title, way))
}

// head is the title of a column with its marker, apart from it where there is
// room.
func (p *Pane) head(column Column, w int) string {
	title, marker := Columns[column].Title, p.marker(column)
	if marker != "" && len(title)+2 < w {
		title += " "
	}
	return title + marker
}

// marker is the arrow behind the title of the column that the table is sorted
// by.
func (p *Pane) marker(column Column) string {
	switch {
	case !p.Order.Sorted || p.Order.Column != column:
		return ""
	case p.Order.Down:
		return p.Styles.Glyphs.Down
	default:
		return p.Styles.Glyphs.Up
	}
}

// filterKey edits the filter while it is typed. The arrows choose meanwhile.
func (p *Pane) filterKey(msg tea.KeyPressMsg) tea.Cmd {
	switch action, _ := keys.Lookup(keys.ScopeFilter, msg.String()); action {
	case keys.Accept:
		p.Typing = false
		if len(p.LineCount) == 0 {
			p.Filter = ""
			p.arrange()
			return session.Say("no component matches; all are on show")
		}
	case keys.Cancel:
		p.Typing, p.Filter = false, ""
	default:
		if p.move(action) {
			return nil
		}
		return p.typeFilter(msg)
	}
	p.arrange()
	return nil
}

// typeFilter changes the filter by a key or by pasted text.
func (p *Pane) typeFilter(msg tea.Msg) (cmd tea.Cmd) {
	p.Filter, cmd = kit.Edited(p.Filter, msg)
	p.arrange()
	return cmd
}
