package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// found is one line of a finder.
type found struct{ name, about string }

// finder lets one of many things be chosen: what is typed narrows the list.
type finder struct {
	*context
	title  string
	about  string
	items  []found
	pick   func(name string) tea.Cmd
	back   func() tea.Cmd
	filter string
	lines  []int
	at     int // of lines
	w, h   int
}

func newFinder(ctx *context, title, about string, items []found, pick func(string) tea.Cmd, back func() tea.Cmd) *finder {
	f := &finder{context: ctx, title: title, about: about, items: items, pick: pick, back: back}
	f.search()
	return f
}

func (f *finder) SetSize(w, h int) { f.w, f.h = w, h }
func (f *finder) Scope() Scope     { return ScopeFinder }

// search lists what has every typed word.
func (f *finder) search() {
	words := strings.Fields(strings.ToLower(f.filter))
	f.lines = f.lines[:0]
next:
	for i, item := range f.items {
		hay := strings.ToLower(item.name + "\n" + item.about)
		for _, word := range words {
			if !strings.Contains(hay, word) {
				continue next
			}
		}
		f.lines = append(f.lines, i)
	}
	f.at = max(0, min(f.at, len(f.lines)-1))
}

// Key narrows the list, or moves in it.
func (f *finder) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if action, own := lookup(ScopeFinder, msg.String()); own && action != ClearValue {
		return f.Handle(action)
	}
	return f.typed(msg), true
}

// typed changes the filter by a key or by pasted text, and searches anew.
func (f *finder) typed(msg tea.Msg) tea.Cmd {
	before := f.filter
	var cmd tea.Cmd
	if f.filter, cmd = edited(f.filter, msg); f.filter != before {
		f.at = 0
	}
	f.search()
	return cmd
}

// Receive takes pasted text.
func (f *finder) Receive(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tea.PasteMsg); ok {
		return f.typed(msg)
	}
	return nil
}

func (f *finder) Handle(a Action) (tea.Cmd, bool) {
	if at, ok := walk(f.at, len(f.lines), f.room(), a); ok {
		f.at = at
		return nil, true
	}
	switch a {
	case Accept:
		if len(f.lines) == 0 {
			return say("nothing matches " + f.filter + "; backspace takes a letter back"), true
		}
		return f.pick(f.items[f.lines[f.at]].name), true
	case Cancel:
		return f.back(), true
	}
	return nil, false
}

// room is the number of things in sight, below the line that is typed.
func (f *finder) room() int { return max(1, f.h-6) }

// first is the first thing in sight.
func (f *finder) first() int { return max(0, f.at-f.room()+1) }

// Click picks the line under the mouse.
func (f *finder) Click(_, y int) tea.Cmd {
	if i := f.first() + y - 3; y >= 3 && y-3 < f.room() && i < len(f.lines) {
		f.at = i
		cmd, _ := f.Handle(Accept)
		return cmd
	}
	return nil
}

func (f *finder) Lines() []string {
	s := f.styles
	lines := []string{" > " + s.Text.Render(f.filter) + s.Accent.Render("_"), ""}
	names := 0
	for _, item := range f.items {
		names = max(names, ansi.StringWidth(item.name))
	}
	names = min(names, max(8, f.w/2))
	end := min(len(f.lines), f.first()+f.room())
	for i := f.first(); i < end; i++ {
		item := &f.items[f.lines[i]]
		name := fit(item.name, names, s.Glyphs.Ellipsis)
		if i == f.at {
			lines = append(lines, " "+s.Accent.Render(s.Glyphs.Pointer)+" "+s.Selected.Render(name)+"  "+s.Text.Render(item.about))
		} else {
			lines = append(lines, "   "+s.Text.Render(name)+"  "+s.Muted.Render(item.about))
		}
	}
	if len(f.lines) == 0 {
		lines = append(lines, " "+s.Warn.Render("nothing matches; backspace takes a letter back"))
	}
	lines = append(lines, "")
	lines = append(lines, capped(s.indent(s.Muted, f.about, f.w-4), 1)...)
	title := fmt.Sprintf("%s · %d of %d", f.title, len(f.lines), len(f.items))
	title = s.titled(title, s.more(f.first(), len(f.lines)-end), f.w)
	return s.boxIn(s.Accent, title, lines, f.w, min(f.h, len(lines)+2))
}
