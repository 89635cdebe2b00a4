package tui

import (
	"fmt"
	"strings"

	"runwhere/costs"
	"runwhere/model/quantity"
)

// entry is one line of a list and what it opens to.
type entry struct {
	label, amount string
	money         string // "" where a line is no amount
	private       bool
	open          []string
}

// entryList is a list of figures of which the chosen one is opened to its
// formula, price, source and date below it.
type entryList struct {
	*context
	at   int
	skip int // lines of the opened part above what is in sight
	w, h int // with the box around it
}

// handle moves the choice among the entries, or scrolls what the chosen one
// opens to where that is longer than its room, and reports whether the action
// was one of its own.
func (l *entryList) handle(a Action, entries []entry) bool {
	open := len(l.opened(entries))
	if open > l.page() && (a == PageUp || a == PageDown) {
		l.skip = max(0, l.skip+map[Action]int{PageUp: -1, PageDown: 1}[a]*l.page())
		return true
	}
	at, ok := walk(l.at, len(entries), l.room(open), a)
	if ok {
		l.at, l.skip = at, 0
	}
	return ok
}

func (l *entryList) first() { l.at, l.skip = 0, 0 }

// clamp keeps the choice within n entries.
func (l *entryList) clamp(n int) { l.at = max(0, min(l.at, n-1)) }

// lines draws the list, and below it the chosen entry in full.
func (l *entryList) lines(entries []entry) []string {
	s := l.styles
	open := l.inSight(l.opened(entries))
	list := l.room(len(open))
	top := l.top(list, len(entries))
	var lines []string
	for i := top; i < min(len(entries), top+list); i++ {
		e := entries[i]
		width := max(10, l.w-2-2-14-26)
		label := e.label
		if e.private {
			label = "* " + label
		}
		row := fit(label, width, s.Glyphs.Ellipsis) + fit(fmt.Sprintf("%24s", e.amount), 26, s.Glyphs.Ellipsis) + fmt.Sprintf("%13s ", e.money)
		if i == l.at {
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
func (l *entryList) top(room, n int) int { return max(0, min(l.at-room/2, n-room)) }

// more says for a title how many entries are out of sight.
func (l *entryList) more(entries []entry) string {
	room := l.room(len(l.opened(entries)))
	top := l.top(room, len(entries))
	return l.styles.more(top, len(entries)-room-top)
}

// room is how many entries are in sight above an opened part.
func (l *entryList) room(open int) int { return max(3, l.h-2-min(open, l.page())) }

// page is how many lines of the opened part are in sight where they do not all
// fit: a few lines of the list stay above it.
func (l *entryList) page() int { return max(4, l.h-2-5) }

// inSight cuts the opened part to the window, and says how to see the rest.
func (l *entryList) inSight(open []string) []string {
	room := l.page()
	if len(open) <= room {
		return open
	}
	s := l.styles
	body := room - 2 // the title stays, and the last line says where one is
	l.skip = min(l.skip, len(open)-1-body)
	shown := append([]string{open[0]}, open[1+l.skip:1+l.skip+body]...)
	return append(shown, s.Muted.Render(fmt.Sprintf(" lines %d to %d of %d: pgup, pgdown", l.skip+1, l.skip+body, len(open)-1)))
}

// opened is the chosen line in full.
func (l *entryList) opened(entries []entry) []string {
	if len(entries) == 0 {
		return nil
	}
	s := l.styles
	e := entries[min(l.at, len(entries)-1)]
	lines := []string{s.Title.Render(" " + e.label)}
	for i, text := range e.open {
		ink := s.Muted
		if i == 0 {
			ink = s.Text
		}
		lines = append(lines, s.indent(ink, text, l.w-3)...)
	}
	return lines
}

// counted prints a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// explained opens a line to its formula, its price and where that is from. A
// value that nobody gave is told apart from one that somebody did.
func (c *context) explained(l *costs.Line) []string {
	open := []string{l.Formula, "= " + quantity.Money(l.USD) + " a month"}
	open = append(open, l.Basis...)
	var given, defaults []string
	for _, g := range c.session.Result.Givens(l) {
		if text := wordsFor(g.Key, &c.session.Scenario) + " " + g.Text; g.Default {
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
	open = append(open, price, "source "+l.Source)
	if l.Note != "" {
		open = append(open, "note "+l.Note)
	}
	return open
}
