package kit

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/tui/keys"
	"runwhere/tui/session"
)

// Found is one line of a finder.
type Found struct{ Name, About string }

// Finder lets one of many things be chosen: what is typed narrows the list.
type Finder struct {
	*Context
	title  string
	about  string
	Items  []Found
	pick   func(name string) tea.Cmd
	back   func() tea.Cmd
	Filter string
	Shown  []int
	At     int // of lines
	w, h   int
}

// NewFinder lets one of many things be found by typing.
func NewFinder(ctx *Context, title, about string, items []Found, pick func(string) tea.Cmd, back func() tea.Cmd) *Finder {
	f := &Finder{Context: ctx, title: title, about: about, Items: items, pick: pick, back: back}
	f.search()
	return f
}

func (f *Finder) SetSize(w, h int) { f.w, f.h = w, h }

func (f *Finder) Scope() keys.Scope { return keys.ScopeFinder }

// search lists what has every typed word.
func (f *Finder) search() {
	words := strings.Fields(strings.ToLower(f.Filter))
	f.Shown = f.Shown[:0]
next:
	for i, item := range f.Items {
		hay := strings.ToLower(item.Name + "\n" + item.About)
		for _, word := range words {
			if !strings.Contains(hay, word) {
				continue next
			}
		}
		f.Shown = append(f.Shown, i)
	}
	f.At = max(0, min(f.At, len(f.Shown)-1))
}

// Key narrows the list, or moves in it.
func (f *Finder) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if action, own := keys.Lookup(keys.ScopeFinder, msg.String()); own && action != keys.ClearValue {
		return f.Handle(action)
	}
	return f.typed(msg), true
}

// typed changes the filter by a key or by pasted text, and searches anew.
func (f *Finder) typed(msg tea.Msg) tea.Cmd {
	before := f.Filter
	var cmd tea.Cmd
	if f.Filter, cmd = Edited(f.Filter, msg); f.Filter != before {
		f.At = 0
	}
	f.search()
	return cmd
}

// Receive takes pasted text.
func (f *Finder) Receive(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tea.PasteMsg); ok {
		return f.typed(msg)
	}
	return nil
}

func (f *Finder) Handle(a keys.Action) (tea.Cmd, bool) {
	if at, ok := keys.Walk(f.At, len(f.Shown), f.room(), a); ok {
		f.At = at
		return nil, true
	}
	switch a {
	case keys.Accept:
		if len(f.Shown) == 0 {
			return session.Say("nothing matches " + f.Filter + "; backspace takes a letter back"), true
		}
		return f.pick(f.Items[f.Shown[f.At]].Name), true
	case keys.Cancel:
		return f.back(), true
	}
	return nil, false
}

// room is the number of things in sight, below the line that is typed.
func (f *Finder) room() int { return max(1, f.h-6) }

// first is the first thing in sight.
func (f *Finder) first() int { return max(0, f.At-f.room()+1) }

// Click picks the line under the mouse.
func (f *Finder) Click(_, y int) tea.Cmd {
	if i := f.first() + y - 3; y >= 3 && y-3 < f.room() && i < len(f.Shown) {
		f.At = i
		cmd, _ := f.Handle(keys.Accept)
		return cmd
	}
	return nil
}

func (f *Finder) Lines() []string {
	s := f.Styles
	lines := []string{" > " + s.Text.Render(f.Filter) + s.Accent.Render("_"), ""}
	names := 0
	for _, item := range f.Items {
		names = max(names, Width(item.Name))
	}
	names = min(names, max(8, f.w/2))
	end := min(len(f.Shown), f.first()+f.room())
	for i := f.first(); i < end; i++ {
		item := &f.Items[f.Shown[i]]
		name := Fit(item.Name, names, s.Glyphs.Ellipsis)
		if i == f.At {
			lines = append(lines, " "+s.Accent.Render(s.Glyphs.Pointer)+" "+s.Selected.Render(name)+"  "+s.Text.Render(item.About))
		} else {
			lines = append(lines, "   "+s.Text.Render(name)+"  "+s.Muted.Render(item.About))
		}
	}
	if len(f.Shown) == 0 {
		lines = append(lines, " "+s.Warn.Render("nothing matches; backspace takes a letter back"))
	}
	lines = append(lines, "")
	lines = append(lines, Capped(s.Indent(s.Muted, f.about, f.w-4), 1)...)
	title := fmt.Sprintf("%s · %d of %d", f.title, len(f.Shown), len(f.Items))
	title = s.Titled(title, s.More(f.first(), len(f.Shown)-end), f.w)
	return s.BoxIn(s.Accent, title, lines, f.w, min(f.h, len(lines)+2))
}
