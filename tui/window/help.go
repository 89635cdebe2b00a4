package window

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// Help lists the keys of what had the focus when it was opened, then
// those that hold there as everywhere.
type Help struct {
	*kit.Context
	scope  keys.Scope
	below  kit.Pane // the window to go back to, nil for a screen
	scroll kit.Scroller
}

// NewHelp lists the keys of a scope over what was open below.
func NewHelp(ctx *kit.Context, scope keys.Scope, below kit.Pane) *Help {
	return &Help{Context: ctx, scope: scope, below: below}
}

func (h *Help) SetSize(w, height int) {
	h.scroll.Resize(w, height)
	h.scroll.SetTotal(len(h.Text()))
}

func (h *Help) Scope() keys.Scope { return keys.ScopeHelp }

func (h *Help) Handle(a keys.Action) (tea.Cmd, bool) {
	switch {
	case a == keys.Cancel && h.below != nil:
		return kit.OpenWindow(h.below), true
	case a == keys.Cancel, a == keys.Help:
		return kit.CloseWindow(), true
	}
	return nil, h.scroll.Handle(a)
}

func (h *Help) Lines() []string {
	return h.scroll.Window(h.Styles, "Help: "+string(h.scope)+" · esc closes", h.Text())
}

// Text lists the bindings of the scope, then the global ones that it leaves.
func (h *Help) Text() []string {
	s := h.Styles
	var lines []string
	for _, scope := range []keys.Scope{h.scope, keys.Global} {
		lines = append(lines, s.Title.Render(" "+string(scope)))
		for i := range keys.Bindings {
			b := &keys.Bindings[i]
			if names := keys.KeyNames(b, h.scope); b.Scope == scope && names != "" {
				lines = append(lines, fmt.Sprintf("   %s %s", s.Accent.Render(kit.Fit(names, keys.HelpKeys, "")), s.Text.Render(b.Help)))
			}
		}
		lines = append(lines, "")
	}
	return lines[:len(lines)-1]
}
