package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"runwhere/tui/ask"
)

// systemOrder is how the table is sorted. The zero order is that of the file.
// Sorting is a view: it never changes the order in the file.
type systemOrder struct {
	column systemColumn
	sorted bool // false: the order of the file
	down   bool // from the largest, or from z
}

// arrange works out which components are on show and in which order, and keeps
// the choice where it can.
func (p *systemPane) arrange() {
	p.lines = p.lines[:0]
	words := strings.Fields(strings.ToLower(p.filter))
	for i := range p.rows {
		if p.rows[i].matches(words) {
			p.lines = append(p.lines, i)
		}
	}
	if p.order.sorted {
		slices.SortStableFunc(p.lines, func(a, b int) int {
			by := compareCells(&p.rows[a], &p.rows[b], p.order.column)
			if p.order.down {
				return -by
			}
			return by
		})
	}
	if p.line() < 0 && len(p.lines) > 0 {
		p.at = p.lines[0]
	}
	p.reveal()
}

// line is the line of the chosen component, −1 where the filter hides all.
func (p *systemPane) line() int { return slices.Index(p.lines, p.at) }

// chooseLine moves to a line, or to the nearest one that there is.
func (p *systemPane) chooseLine(line int) {
	if len(p.lines) > 0 {
		p.at = p.lines[max(0, min(line, len(p.lines)-1))]
	}
	p.reveal()
}

// choose moves to a component; a filter that hides it is taken away.
func (p *systemPane) choose(at int) {
	p.at = max(0, min(at, len(p.rows)-1))
	if p.line() < 0 {
		p.filter = ""
		p.arrange()
	}
	p.reveal()
}

// chooseName moves to the component of a name.
func (p *systemPane) chooseName(name string) {
	if i := p.indexOf(name); i >= 0 {
		p.choose(i)
	}
}

// indexOf returns the component of a name, −1 where there is none.
func (p *systemPane) indexOf(name string) int {
	return slices.IndexFunc(p.rows, func(r systemRow) bool { return r.name == name })
}

// sortNext sorts by the next column, or by the one before; between the last
// and the first column lies the order of the file.
func (p *systemPane) sortNext(by int) tea.Cmd {
	at := -1
	if p.order.sorted {
		at = int(p.order.column)
	}
	at = (at+1+by+int(columnCount)+1)%(int(columnCount)+1) - 1
	if at < 0 {
		p.order = systemOrder{}
		p.arrange()
		return say("the order of the file")
	}
	return p.sortBy(systemColumn(at))
}

// sortBy sorts by a column, figures from the largest; by the column that the
// table is sorted by already the other way round.
func (p *systemPane) sortBy(column systemColumn) tea.Cmd {
	if p.order.sorted && p.order.column == column {
		return p.reverse()
	}
	p.order = systemOrder{column, true, systemColumns[column].figure}
	p.arrange()
	return p.sayOrder()
}

// reverse turns the order round.
func (p *systemPane) reverse() tea.Cmd {
	if !p.order.sorted {
		return say("the order of the file has no other way round; s sorts by a column")
	}
	p.order.down = !p.order.down
	p.arrange()
	return p.sayOrder()
}

func (p *systemPane) sayOrder() tea.Cmd {
	way := "from a to z"
	switch figure := systemColumns[p.order.column].figure; {
	case figure && p.order.down:
		way = "the largest first"
	case figure:
		way = "the smallest first"
	case p.order.down:
		way = "from z to a"
	}
	return say(fmt.Sprintf("sorted by %s, %s; the file keeps its order", systemColumns[p.order.column].title, way))
}

// head is the title of a column with its marker, apart from it where there is
// room.
func (p *systemPane) head(column systemColumn, w int) string {
	title, marker := systemColumns[column].title, p.marker(column)
	if marker != "" && len(title)+2 < w {
		title += " "
	}
	return title + marker
}

// marker is the arrow behind the title of the column that the table is sorted
// by.
func (p *systemPane) marker(column systemColumn) string {
	switch {
	case !p.order.sorted || p.order.column != column:
		return ""
	case p.order.down:
		return p.styles.Glyphs.Down
	default:
		return p.styles.Glyphs.Up
	}
}

// filterKey edits the filter while it is typed. The arrows choose meanwhile.
func (p *systemPane) filterKey(msg tea.KeyPressMsg) tea.Cmd {
	switch action, _ := lookup(ScopeFilter, msg.String()); action {
	case Accept:
		p.typing = false
		if len(p.lines) == 0 {
			p.filter = ""
			p.arrange()
			return say("no component matches; all are on show")
		}
	case Cancel:
		p.typing, p.filter = false, ""
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
func (p *systemPane) typeFilter(msg tea.Msg) (cmd tea.Cmd) {
	p.filter, cmd = edited(p.filter, msg)
	p.arrange()
	return cmd
}

// edited is the text that narrows a list after a key or a paste, and what is
// to be done about it.
func edited(text string, msg tea.Msg) (string, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "backspace", "delete":
			letters := []rune(text)
			return string(letters[:max(0, len(letters)-1)]), nil
		case "ctrl+u":
			return "", nil
		case "ctrl+v":
			return text, ask.Paste
		}
	}
	more, notice := ask.Typed(msg, utf8.RuneCountInString(text), ask.SearchLimit)
	if notice != "" {
		return text + more, complain(errors.New(notice))
	}
	return text + more, nil
}
