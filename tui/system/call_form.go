package system

import (
	"errors"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/costs/paths"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// callForm edits one call, or a new one.
type callForm struct {
	*kit.Context
	kit.GuardedForm
	calls *CallsWindow
	from  string // the component that calls
	to    string // the component that a new call goes to
	call  int    // which of its calls, −1 for a new one
	title string
	w, h  int
}

// CallFields are the fields of a call.
func CallFields() []*scenario.Field {
	var fields []*scenario.Field
	for _, f := range scenario.Fields() {
		if f.Path.In(paths.Call) {
			fields = append(fields, f)
		}
	}
	return fields
}

// newCallForm opens a call of a component; a new one goes to another one.
func newCallForm(calls *CallsWindow, from, to string, call int) *callForm {
	base := calls.Session.Result.Explicit().Clone()
	at := scenario.At{Component: max(0, ComponentIndex(&base, from)), Call: call}
	caller := &base.Components[at.Component]
	if call < 0 {
		caller.Calls = append(caller.Calls, scenario.Call{To: to})
		at.Call = len(caller.Calls) - 1
	}
	w := &callForm{Context: calls.Context, calls: calls, from: from, to: to, call: call}
	w.title = "a call of " + from + " to " + caller.Calls[at.Call].To
	var fields []ask.Field
	for _, f := range CallFields() {
		if f.Path == paths.CallTo && call < 0 {
			continue // was chosen already
		}
		field := kit.FormField(f, &base, at)
		if field.Title = f.Key(); f.Path == paths.CallPerRequest {
			field.Title = "calls a request"
		}
		if f.Path == paths.CallTo {
			field.Required, field.Placeholder = true, ""
			field.Validate = checkedBetween(f, &base, at)
		}
		fields = append(fields, field)
	}
	w.Ask = ask.NewForm("What is left out keeps its default", fields, w.Styles.Form, 1, 1)
	return w
}

// checkedBetween checks a name by its field and against all other names, as
// reading a file does.
func checkedBetween(f *scenario.Field, base *scenario.Scenario, at scenario.At) func(string) error {
	return func(text string) error {
		next := base.Clone()
		if err := f.SetText(&next, at, text); err != nil {
			return kit.WithoutKey(err)
		}
		return kit.WithoutKey(next.CheckNames())
	}
}

// ComponentIndex returns the component of a name, −1 where there is none.
func ComponentIndex(s *scenario.Scenario, name string) int {
	return slices.IndexFunc(s.Components, func(c scenario.Component) bool { return c.Name == name })
}

func (w *callForm) Scope() keys.Scope { return keys.ScopeForm }

func (w *callForm) SetSize(width, h int) {
	w.w, w.h = width, h
	w.Ask.SetSize(max(1, width-4), max(1, h-3))
}

// Restyle takes up the present styles.
func (w *callForm) Restyle() { w.Ask.SetStyles(w.Styles.Form) }

// Receive hands pasted text and the like to the form.
func (w *callForm) Receive(msg tea.Msg) tea.Cmd {
	if msg == nil {
		return nil
	}
	return w.Receive(msg)
}

// Key takes every key.
func (w *callForm) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	cmd, outcome, values := w.Typed(msg)
	switch outcome {
	case ask.Cancelled:
		return kit.OpenWindow(w.calls), true
	case ask.Done:
		text, err := w.take(values)
		if err != nil {
			w.Ask.Reopen()
			return session.Complain(err), true
		}
		if msg.String() == "ctrl+s" {
			return tea.Batch(kit.OpenWindow(w.calls), kit.Perform(keys.Save)), true
		}
		return tea.Batch(kit.OpenWindow(w.calls), session.Say(text)), true
	}
	return cmd, true
}

// Handle lets the mouse wheel move through the form.
func (w *callForm) Handle(a keys.Action) (tea.Cmd, bool) {
	if key, ok := kit.WheelKeys[a]; ok {
		return w.Ask.Update(key), true
	}
	return nil, false
}

// take applies the form's values as one change and says what was done.
func (w *callForm) take(values ask.Values) (string, error) {
	if w.call >= 0 && !w.Ask.Changed() {
		return "nothing was changed", nil
	}
	next := w.Session.Result.Explicit().Clone()
	at := scenario.At{Component: ComponentIndex(&next, w.from), Call: w.call}
	if at.Component < 0 {
		return "", errors.New(w.from + " is not there any more")
	}
	caller := &next.Components[at.Component]
	if w.call < 0 {
		caller.Calls = append(caller.Calls, scenario.Call{To: w.to})
		at.Call = len(caller.Calls) - 1
	}
	for _, f := range CallFields() {
		if err := kit.SetField(f, &next, at, values); err != nil {
			return "", err
		}
	}
	if err := next.CheckNames(); err != nil {
		return "", kit.WithoutKey(err)
	}
	if err := w.Session.Apply(next); err != nil {
		return "", err
	}
	w.calls.Refresh()
	w.calls.chooseCall(w.from, at.Call)
	return w.from + " calls " + next.Components[at.Component].Calls[at.Call].To + "; u undoes it", nil
}

// Click gives the focus to the field under the mouse.
func (w *callForm) Click(x, y int) tea.Cmd {
	w.Ask.Click(x-2, y-1)
	return nil
}

func (w *callForm) Lines() []string { return w.Styles.FormBox(w.title, w.Ask, w.w, w.h) }
