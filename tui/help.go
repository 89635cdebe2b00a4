package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// helpWindow lists every binding, those of the screen it was opened on first.
type helpWindow struct {
	*context
	scope  Scope
	scroll scroller
}

func newHelpWindow(ctx *context, scope Scope) *helpWindow {
	return &helpWindow{context: ctx, scope: scope}
}

func (h *helpWindow) SetSize(w, height int) {
	h.scroll.resize(w, height)
	h.scroll.setTotal(len(h.text()))
}
func (h *helpWindow) Scope() Scope { return ScopeVerdict }

func (h *helpWindow) Handle(a Action) (tea.Cmd, bool) {
	if a == Help || a == Quit || a == Cancel {
		return closeWindow(), true
	}
	return nil, h.scroll.handle(a)
}

func (h *helpWindow) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if msg.String() == "esc" {
		return closeWindow(), true
	}
	return nil, false
}

func (h *helpWindow) Lines() []string {
	return h.scroll.window(h.styles, "Help · esc closes", h.text())
}

func (h *helpWindow) text() []string {
	s := h.styles
	scopes := []Scope{h.scope, Global}
	for _, other := range []Scope{ScopeChecklist, ScopeSystem, ScopeCalls, ScopeLab, ScopeBill, ScopeReading, ScopeSplit, ScopeComponent, ScopeFigures, ScopeSplitPage, ScopeVerdict, ScopeDialog} {
		if other != h.scope {
			scopes = append(scopes, other)
		}
	}
	var lines []string
	for _, scope := range scopes {
		lines = append(lines, s.Title.Render(" "+string(scope)))
		for i := range Bindings {
			if b := &Bindings[i]; b.Scope == scope {
				lines = append(lines, fmt.Sprintf("   %s %s", s.Accent.Render(fit(keyNames(b), 18, "")), s.Text.Render(b.Help)))
			}
		}
		lines = append(lines, "")
	}
	return lines
}

// keyNames lists all keys of a binding.
func keyNames(b *Binding) string {
	names := ""
	for _, k := range b.Keys {
		if names != "" {
			names += ", "
		}
		names += k
	}
	return ansi.Truncate(names, 18, "")
}
