package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// helpWindow lists the keys of what had the focus when it was opened, then
// those that hold there as everywhere.
type helpWindow struct {
	*context
	scope  Scope
	below  pane // the window to go back to, nil for a screen
	scroll scroller
}

func newHelpWindow(ctx *context, scope Scope, below pane) *helpWindow {
	return &helpWindow{context: ctx, scope: scope, below: below}
}

func (h *helpWindow) SetSize(w, height int) {
	h.scroll.resize(w, height)
	h.scroll.setTotal(len(h.text()))
}
func (h *helpWindow) Scope() Scope { return ScopeHelp }

func (h *helpWindow) Handle(a Action) (tea.Cmd, bool) {
	switch {
	case a == Cancel && h.below != nil:
		return openWindow(h.below), true
	case a == Cancel, a == Help:
		return closeWindow(), true
	}
	return nil, h.scroll.handle(a)
}

func (h *helpWindow) Lines() []string {
	return h.scroll.window(h.styles, "Help: "+string(h.scope)+" · esc closes", h.text())
}

// text lists the bindings of the scope, then the global ones that it leaves.
func (h *helpWindow) text() []string {
	s := h.styles
	var lines []string
	for _, scope := range []Scope{h.scope, Global} {
		lines = append(lines, s.Title.Render(" "+string(scope)))
		for i := range Bindings {
			b := &Bindings[i]
			if names := keyNames(b, h.scope); b.Scope == scope && names != "" {
				lines = append(lines, fmt.Sprintf("   %s %s", s.Accent.Render(fit(names, helpKeys, "")), s.Text.Render(b.Help)))
			}
		}
		lines = append(lines, "")
	}
	return lines[:len(lines)-1]
}

// helpKeys is the room of the keys beside what they do.
const helpKeys = 20

// keyNames lists all keys of a binding that hold in a scope, or what stands
// for them where they are many.
func keyNames(b *Binding, scope Scope) string {
	names := strings.Join(holding(b, scope), ", ")
	if ansi.StringWidth(names) > helpKeys {
		return b.Label(scope)
	}
	return names
}
