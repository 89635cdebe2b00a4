package kit

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/tui/keys"
	"runwhere/tui/session"
)

// Entry is one line of a list and what it opens to.
type Entry struct {
	Label, Amount string
	Money         string // "" where a line is no amount
	Private       bool
	Open          []string
}

// EntryList is a list of figures of which the chosen one is opened to its
// formula, price, source and date below it.
type EntryList struct {
	*Context
	At   int
	skip int // lines of the opened part above what is in sight
	W, H int // with the box around it
}

// Handle moves the choice among the entries, or scrolls what the chosen one
// opens to where that is longer than its room, and reports whether the action
// was one of its own.
func (l *EntryList) Handle(a keys.Action, entries []Entry) bool {
	open := len(l.opened(entries))
	if open > l.page() && (a == keys.PageUp || a == keys.PageDown) {
		l.skip, _ = keys.Walk(l.skip, open-l.body(), l.page(), a)
		return true
	}
	at, ok := keys.Walk(l.At, len(entries), l.room(open), a)
	if ok {
		l.At, l.skip = at, 0
	}
	return ok
}

// HandlePages acts on a window that has such a list for each of its pages: it
// turns them, closes the window, or moves the choice among the page's entries.
func (l *EntryList) HandlePages(a keys.Action, page *int, pages int, entries []Entry) (tea.Cmd, bool) {
	switch a {
	case keys.NextPage:
		*page = keys.Stay(*page+1, pages)
	case keys.PrevPage:
		*page = keys.Stay(*page-1, pages)
	case keys.Cancel, keys.Quit:
		return CloseWindow(), true
	default:
		return nil, l.Handle(a, entries)
	}
	l.toFirst()
	return nil, true
}

// toFirst goes to the first entry.
func (l *EntryList) toFirst() { l.At, l.skip = 0, 0 }

// Clamp keeps the choice within n entries.
func (l *EntryList) Clamp(n int) { l.At = max(0, min(l.At, n-1)) }

// Lines draws the list, and below it the chosen entry in full.
func (l *EntryList) Lines(entries []Entry) []string {
	s := l.Styles
	open := l.inSight(l.opened(entries))
	list := l.room(len(open))
	top := l.top(list, len(entries))
	var lines []string
	for i := top; i < min(len(entries), top+list); i++ {
		e := entries[i]
		width := max(10, l.W-2-2-14-26)
		label := e.Label
		if e.Private {
			label = "* " + label
		}
		row := Fit(label, width, s.Glyphs.Ellipsis) + Fit(fmt.Sprintf("%24s", e.Amount), 26, s.Glyphs.Ellipsis) + fmt.Sprintf("%13s ", e.Money)
		if i == l.At {
			lines = append(lines, s.Accent.Render(s.Glyphs.Pointer+" ")+s.Strong.Render(row))
		} else {
			lines = append(lines, "  "+s.Text.Render(row))
		}
	}
	for len(lines) < list {
		lines = append(lines, "")
	}
	return append(lines, open...)
}

// top is the first of n entries in sight; the chosen one always is.
func (l *EntryList) top(room, n int) int { return max(0, min(l.At-room/2, n-room)) }

// More says for a title how many entries are out of sight.
func (l *EntryList) More(entries []Entry) string {
	room := l.room(len(l.opened(entries)))
	top := l.top(room, len(entries))
	return l.Styles.More(top, len(entries)-room-top)
}

// room is how many entries are in sight above an opened part.
func (l *EntryList) room(open int) int { return max(3, l.H-2-min(open, l.page())) }

// page is how many lines of the opened part are in sight where they do not all
// fit: a few lines of the list stay above it.
func (l *EntryList) page() int { return max(4, l.H-2-5) }

// body is how many of these move: the title stays, and the last line says where
// one is.
func (l *EntryList) body() int { return l.page() - 2 }

// inSight cuts the opened part to the window, and says how to see the rest.
func (l *EntryList) inSight(open []string) []string {
	room := l.page()
	if len(open) <= room {
		return open
	}
	s := l.Styles
	body := l.body()
	l.skip = min(l.skip, len(open)-1-body)
	shown := append([]string{open[0]}, open[1+l.skip:1+l.skip+body]...)
	return append(shown, s.Muted.Render(fmt.Sprintf(" lines %d to %d of %d: pgup, pgdown", l.skip+1, l.skip+body, len(open)-1)))
}

// opened is the chosen line in full.
func (l *EntryList) opened(entries []Entry) []string {
	if len(entries) == 0 {
		return nil
	}
	s := l.Styles
	e := entries[min(l.At, len(entries)-1)]
	lines := []string{s.Title.Render(" " + e.Label)}
	for i, text := range e.Open {
		ink := s.Muted
		if i == 0 {
			ink = s.Text
		}
		lines = append(lines, s.Indent(ink, text, l.W-3)...)
	}
	return lines
}

// Explained opens a line to its formula, its price and where that is from. A
// value that nobody gave is told apart from one that somebody did.
func (c *Context) Explained(l *costs.Line) []string {
	open := []string{l.Formula, "= " + quantity.Money(l.USD) + " a month"}
	if l.Unknown != "" {
		open[1] = "not in the total: " + l.Unknown
	}
	open = append(open, l.Basis...)
	var given, defaults []string
	for _, g := range c.Session.Result.Givens(l) {
		if text := session.WordsFor(g.Key, &c.Session.Scenario) + " " + g.Text; g.Default {
			defaults = append(defaults, text)
		} else {
			given = append(given, text)
		}
	}
	if len(given) > 0 {
		open = append(open, "given: "+strings.Join(given, ", "))
	}
	if len(defaults) > 0 {
		open = append(open, "by default: "+strings.Join(defaults, ", "))
	}
	price := "price " + l.PriceID + " · as of " + l.AsOf
	if l.Private != "" {
		price += " · private rate of " + l.Private
	}
	if pricebook.VeryOld(l.AsOf, c.Session.Result.Book.Version()) {
		price += " · over 400 days old"
	}
	open = append(open, price, "source "+l.Source)
	if l.Note != "" {
		open = append(open, "note "+l.Note)
	}
	return open
}
