package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/model"
	"runwhere/tui/ask"
)

// componentForm edits one component, or a new one.
type componentForm struct {
	ask   *ask.Form
	title string
	name  string // of the component as it was, "" for a new one
}

// componentFields are the fields of a component but its calls, from the table
// of all fields.
func componentFields() []*model.Field {
	var fields []*model.Field
	for _, f := range model.Fields() {
		if strings.HasPrefix(f.Path, "components.*.") && !strings.HasPrefix(f.Path, "components.*.calls.") {
			fields = append(fields, f)
		}
	}
	return fields
}

// add opens the form for a new component.
func (p *systemPane) add() {
	base := p.session.Result.Explicit().Clone()
	base.Components = append(base.Components, model.Component{})
	p.open("add a component", "", base, len(base.Components)-1)
}

// edit opens the form for the chosen component.
func (p *systemPane) edit() {
	base := p.session.Result.Explicit().Clone()
	if p.at >= len(base.Components) {
		return
	}
	name := base.Components[p.at].Name
	p.open("edit "+name, name, base, p.at)
}

func (p *systemPane) open(title, name string, base model.Scenario, at int) {
	var fields []ask.Field
	for _, f := range componentFields() {
		field := formField(f, &base, model.At{Component: at})
		if f.Key() == "name" {
			field.Required, field.Placeholder = true, ""
			field.Validate = nameCheck(field.Validate, base.Components, at)
		}
		fields = append(fields, field)
	}
	p.form = &componentForm{title: title, name: name}
	p.form.ask = ask.NewForm("What is left out keeps its default", fields, p.styles.Form, 1, 1)
	p.resizeForm()
}

// nameCheck refuses a name that another component has.
func nameCheck(check func(string) error, components []model.Component, at int) func(string) error {
	return func(text string) error {
		for i := range components {
			if i != at && components[i].Name == text {
				return errors.New("there is a component of this name already; every name is there once")
			}
		}
		return check(text)
	}
}

// resizeForm gives the form what frame, margin and the line of its keys leave.
func (p *systemPane) resizeForm() {
	if p.form != nil {
		p.form.ask.SetSize(max(1, p.w-4), max(1, p.h-3))
	}
}

func (p *systemPane) formLines() []string {
	s := p.styles
	lines := block(indentBlock(p.form.ask.View()), max(0, p.w-2), max(0, p.h-3), s.Glyphs.Ellipsis)
	keys := " enter or tab next · ctrl+s done and save · esc leaves it as it was"
	lines = append(lines, s.Muted.Render(keys))
	return s.boxIn(s.Accent, p.form.title, lines, p.w, p.h)
}

// handleForm lets the mouse wheel move through the form.
func (p *systemPane) handleForm(a Action) (tea.Cmd, bool) {
	switch a {
	case MoveUp:
		return p.formKey(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}), true
	case MoveDown:
		return p.formKey(tea.KeyPressMsg{Code: tea.KeyTab}), true
	}
	return nil, false
}

// formKey gives a key to the form and takes over what it was left with. Where
// that cannot be, the form stays open with all that was typed.
func (p *systemPane) formKey(msg tea.KeyPressMsg) tea.Cmd {
	form := p.form.ask
	cmd := form.Update(msg)
	outcome, values := form.Result()
	switch outcome {
	case ask.Cancelled:
		changed := form.Changed()
		p.form = nil
		if changed {
			return say("left; nothing was changed")
		}
		return nil
	case ask.Done:
		text, err := p.take(values)
		if err != nil {
			form.Reopen()
			return complain(err)
		}
		p.form = nil
		p.Refresh()
		p.chooseName(values.One["components.*.name"])
		if msg.String() == "ctrl+s" {
			return perform(Save)
		}
		return say(text)
	}
	return cmd
}

// take applies the form's values as one change and says what was done.
func (p *systemPane) take(values ask.Values) (string, error) {
	if !p.form.ask.Changed() {
		return "nothing was changed", nil
	}
	next := p.session.Result.Explicit().Clone()
	at := slices.IndexFunc(next.Components, func(c model.Component) bool { return c.Name == p.form.name })
	text := "changed "
	if at < 0 || p.form.name == "" {
		at, text = len(next.Components), "added "
		next.Components = append(next.Components, model.Component{})
	}
	for _, f := range componentFields() {
		if err := setField(f, &next, model.At{Component: at}, values); err != nil {
			return "", err
		}
	}
	name := next.Components[at].Name
	if err := nameCheck(func(string) error { return nil }, next.Components, at)(name); err != nil {
		return "", err
	}
	if p.of.Resolved.Implied && p.form.name == "" {
		name += "; " + next.Components[0].Name + ", assumed so far, is now given as well (d deletes it)"
	}
	return text + name + "; u undoes it", p.session.Apply(next)
}

// chooseName moves to the component of a name.
func (p *systemPane) chooseName(name string) {
	for i := range p.rows {
		if p.rows[i].name == name {
			p.choose(i)
		}
	}
}
