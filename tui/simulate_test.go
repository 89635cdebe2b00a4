package tui

import (
	"reflect"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/tui/session"
)

// asCommands returns the commands of a sequence, whose type Bubble Tea keeps
// to itself: any slice of commands is one.
func asCommands(msg tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	cmds := make([]tea.Cmd, v.Len())
	for i := range cmds {
		cmds[i] = v.Index(i).Interface().(tea.Cmd)
	}
	return cmds, true
}

// keyMsg makes the key press that Bubble Tea would report for a name.
func keyMsg(name string) tea.KeyPressMsg {
	special := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab},
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "space": {Code: tea.KeySpace, Text: " "},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"shift+left": {Code: tea.KeyLeft, Mod: tea.ModShift}, "shift+right": {Code: tea.KeyRight, Mod: tea.ModShift},
		"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
		"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "f1": {Code: tea.KeyF1},
	}
	if k, ok := special[name]; ok {
		return k
	}
	if len(name) == 6 && name[:5] == "ctrl+" {
		return tea.KeyPressMsg{Code: rune(name[5]), Mod: tea.ModCtrl}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: string(r)}
}

// heldTasks are what the worker was given and has not done yet.
type heldTasks struct{ list []*session.Task }

// hold keeps the tasks of the worker back, as if each took for ever.
func hold(a *App) *heldTasks {
	held := &heldTasks{}
	a.ctx.Work.Held = func(t *session.Task) { held.list = append(held.list, t) }
	return held
}

// only takes the one task there is.
func (h *heldTasks) only(t testing.TB) *session.Task {
	t.Helper()
	if len(h.list) != 1 {
		t.Fatalf("%d tasks, want one", len(h.list))
	}
	one := h.list[0]
	h.list = nil
	return one
}

// runAll does all tasks, and those that follow from them.
func (h *heldTasks) runAll(a *App) {
	for len(h.list) > 0 {
		one := h.list[0]
		h.list = h.list[1:]
		deliver(a, one.Run())
	}
}
