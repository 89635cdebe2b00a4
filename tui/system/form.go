package system

import (
	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// componentForm edits one component, or a new one.
type componentForm struct {
	kit.GuardedForm
	title string
	Name  string // of the component as it was, "" for a new one
}

// ComponentFields are the fields of a component but its calls and what is set for it
// on one option alone, from the table of all fields.
func ComponentFields() []*scenario.Field {
	var fields []*scenario.Field
	for _, f := range scenario.Fields() {
		if f.Path.In(paths.Component) && !f.Path.In(paths.Call) && !f.Path.In(paths.Places) {
			fields = append(fields, f)
		}
	}
	return fields
}

// add opens the form for a new component.
func (p *Pane) add() {
	base := p.Session.Result.Explicit().Clone()
	base.Components = append(base.Components, scenario.Component{})
	p.open("add a component", "", base, len(base.Components)-1)
}

// edit opens the form for the chosen component.
func (p *Pane) edit() {
	base := p.Session.Result.Explicit().Clone()
	if p.At >= len(base.Components) {
		return
	}
	name := base.Components[p.At].Name
	p.open("edit "+name, name, base, p.At)
}

func (p *Pane) open(title, name string, base scenario.Scenario, at int) {
	var fields []ask.Field
	for _, f := range ComponentFields() {
		field := kit.FormField(f, &base, scenario.At{Component: at})
		if f.Key() == "name" {
			field.Required, field.Placeholder = true, ""
			field.Validate = checkedBetween(f, &base, scenario.At{Component: at})
		}
		if f.Key() == "traits" {
			p.chipOptions(f, field.Options)
		}
		if f.Path == paths.ComponentPool && len(base.Kubernetes.Pools) > 0 {
			field.Kind, field.Options = ask.KindChoice, poolOptions(base.Kubernetes.Pools)
		}
		if f.Key() == "pin" && name != "" {
			p.notePlatforms(field.Options)
		}
		fields = append(fields, field)
	}
	p.Form = &componentForm{title: title, Name: name}
	p.Form.Ask = ask.NewForm("What is left out keeps its default", fields, p.Styles.Form, 1, 1)
	p.resizeForm()
}

// poolOptions are the pools that the scenario names.
func poolOptions(pools []scenario.Pool) []ask.Choice {
	var options []ask.Choice
	for _, p := range pools {
		options = append(options, ask.Choice{ID: p.Name, Label: p.Name, Note: p.Node.Or("")})
	}
	return options
}

// chipOptions labels traits as the table does.
func (p *Pane) chipOptions(f *scenario.Field, options []ask.Choice) {
	for i := range options {
		trait := options[i].ID
		options[i].Label, options[i].Note = kit.Chip(trait), trait+": "+f.Meaning(trait)
		options[i].Ink = func(text string) string { return p.Styles.Trait[trait].Render(text) }
	}
}

// notePlatforms says behind each option which platform stands for it, and
// whether that refuses the chosen component.
func (p *Pane) notePlatforms(options []ask.Choice) {
	for i := range options {
		o := checklist.Option(options[i].ID)
		options[i].Note = platformName(p.of, o)
		if p.At >= len(p.of.Split.Placements) {
			continue
		}
		if r, refused := p.of.Split.Placements[p.At].Refusals[o]; refused {
			options[i].Note += " refuses it: it " + r.Limit
		}
	}
}

// resizeForm gives the form what frame, margin and the line of its keys leave.
func (p *Pane) resizeForm() {
	if p.Form != nil {
		p.Form.Ask.SetSize(max(1, p.w-4), max(1, p.h-3))
	}
}

func (p *Pane) formLines() []string {
	return p.Styles.FormBox(p.Form.title, p.Form.Ask, p.w, p.h)
}

// handleForm lets the mouse wheel move through the form.
func (p *Pane) handleForm(a keys.Action) (tea.Cmd, bool) {
	key, ok := kit.WheelKeys[a]
	if !ok {
		return nil, false
	}
	return p.formKey(key), true
}

// formKey gives a key to the form and takes over what it was left with. Where
// that cannot be, the form stays open with all that was typed.
func (p *Pane) formKey(msg tea.KeyPressMsg) tea.Cmd {
	form := p.Form.Ask
	cmd, outcome, values := p.Form.Typed(msg)
	switch outcome {
	case ask.Cancelled:
		changed := form.Changed()
		p.Form = nil
		if changed {
			return session.Say("left; nothing was changed")
		}
		return nil
	case ask.Done:
		text, err := p.take(values)
		if err != nil {
			form.Reopen()
			return session.Complain(err)
		}
		p.Form = nil
		p.Refresh()
		p.ChooseName(values.One[paths.ComponentName.String()])
		if msg.String() == "ctrl+s" {
			return kit.Perform(keys.Save)
		}
		return session.Say(text)
	}
	return cmd
}

// take applies the form's values as one change and says what was done.
func (p *Pane) take(values ask.Values) (string, error) {
	if !p.Form.Ask.Changed() {
		return "nothing was changed", nil
	}
	next := p.Session.Result.Explicit().Clone()
	at := ComponentIndex(&next, p.Form.Name)
	text := "changed "
	if at < 0 || p.Form.Name == "" {
		at, text = len(next.Components), "added "
		next.Components = append(next.Components, scenario.Component{})
	}
	for _, f := range ComponentFields() {
		if err := kit.SetField(f, &next, scenario.At{Component: at}, values); err != nil {
			return "", err
		}
	}
	name := next.Components[at].Name
	if err := next.CheckNames(); err != nil {
		return "", kit.WithoutKey(err)
	}
	if p.of.Resolved.Implied && p.Form.Name == "" {
		name += "; " + next.Components[0].Name + ", assumed so far, is now given as well (d deletes it)"
	}
	return text + name + "; u undoes it", p.Session.Apply(next)
}
