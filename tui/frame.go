package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/model/visible"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// header is the name of the decision, where and at which prices, and the tabs.
func (a *App) header() string {
	s, r := a.ctx.Styles, &a.ctx.Session.Result.Resolved
	tabs, width := a.tabs()
	left := s.Accent.Render(" runwhere")
	for _, part := range []string{r.Name, r.Region, "prices " + a.ctx.PriceSpan()} {
		more := s.Muted.Render(" · " + part)
		if kit.Width(left)+kit.Width(more)+width+1 > a.w {
			break
		}
		left += more
	}
	if a.ctx.Session.Dirty() && kit.Width(left)+width+3 <= a.w {
		left += s.Warn.Render(" *")
	}
	return kit.Fit(left, a.w-width, s.Glyphs.Ellipsis) + tabs
}

// tabs renders the names of the screens; the open one is in brackets so
// that it is told without colour too.
func (a *App) tabs() (text string, width int) {
	s := a.ctx.Styles
	var b strings.Builder
	for i, name := range kit.ScreenNames {
		if kit.Screen(i) == a.screen {
			b.WriteString(s.Selected.Render("[" + name + "]"))
		} else {
			b.WriteString(s.Muted.Render(" " + name + " "))
		}
		width += len(name) + 2
	}
	return b.String(), width
}

// tabAt returns the screen whose tab is at column x of the header.
func (a *App) tabAt(x int) (kit.Screen, bool) {
	_, width := a.tabs()
	at := a.w - width
	for i, name := range kit.ScreenNames {
		if next := at + len(name) + 2; x >= at && x < next {
			return kit.Screen(i), true
		} else if x >= at {
			at = next
		}
	}
	return 0, false
}

func (a *App) body() []string {
	r := a.layout.Body
	return kit.Block(a.focus().Lines(), r.W, r.H, a.ctx.Styles.Glyphs.Ellipsis)
}

func (a *App) statusLine() string {
	s := a.ctx.Styles
	said := a.status.Text
	if said == "" {
		said = a.ctx.Work.Says()
	}
	if a.ctx.Session.Result.Split.Held {
		said = strings.TrimSuffix("placement of before, searching the cheapest … · "+said, " · ")
	}
	text := " " + visible.Line(strings.ReplaceAll(said, "\n", " "))
	if a.status.Bad {
		return s.Bad.Render(ansi.Truncate(text, a.w, s.Glyphs.Ellipsis))
	}
	return s.Good.Render(ansi.Truncate(text, a.w, s.Glyphs.Ellipsis))
}

// helpBar lists the bindings of what has the focus, then the global ones that
// matter everywhere, as far as there is room.
func (a *App) helpBar() string {
	s := a.ctx.Styles
	line, width := "", 0
	scope := a.focus().Scope()
	for _, b := range barBindings(scope) {
		key, short := b.Label(scope), barHelp(b)
		need := kit.Width(key) + kit.Width(short) + 3
		if width+need > a.w {
			break
		}
		line += " " + s.Accent.Render(key) + s.Muted.Render(" "+short) + " "
		width += need
	}
	return line
}

// barHelp is the short form of a binding's help: up to the first comma, colon
// or parenthesis.
func barHelp(b *keys.Binding) string {
	short := b.Help
	for _, cut := range []string{":", ",", " (", " ;"} {
		short, _, _ = strings.Cut(short, cut)
	}
	return short
}

// barBindings returns the bindings for the help bar. The way out and the help
// screen come first among the global ones, so a narrow window keeps them. A
// global one whose key means something else in the scope is left out.
func barBindings(scope keys.Scope) []*keys.Binding {
	var own, global []*keys.Binding
	for i := range keys.Bindings {
		switch b := &keys.Bindings[i]; {
		case b.Bar == 0:
		case b.Scope == scope:
			own = append(own, b)
		case b.Scope == keys.Global && len(keys.Holding(b, scope)) > 0:
			global = append(global, b)
		}
	}
	slices.SortStableFunc(own, func(a, b *keys.Binding) int { return cmp.Compare(a.Bar, b.Bar) })
	slices.SortStableFunc(global, func(a, b *keys.Binding) int { return cmp.Compare(b.Bar, a.Bar) })
	if len(own) > 3 { // keep "? help" and "q quit" in sight in a narrow window
		first := min(2, len(global))
		return slices.Concat(own[:3], global[:first], own[3:], global[first:])
	}
	return append(own, global...)
}

func (a *App) tooSmallLine() string {
	line := fmt.Sprintf("runwhere needs %d×%d; this window is %d×%d", kit.MinWidth, kit.MinHeight, a.w, a.h)
	return ansi.Truncate(strings.ReplaceAll(line, "×", a.ctx.Styles.Glyphs.Times), a.w, "")
}
