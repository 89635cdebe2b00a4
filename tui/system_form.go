package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
)

// componentForm edits one component, or a new one.
type componentForm struct {
	guardedForm
	title string
	name  string // of the component as it was, "" for a new one
}

// componentFields are the fields of a component but its calls, from the table
// of all fields.
func componentFields() []*scenario.Field {
	var fields []*scenario.Field
	for _, f := range scenario.Fields() {
		if strings.HasPrefix(f.Path, "components.*.") && !strings.HasPrefix(f.Path, "components.*.calls.") {
			fields = append(fields, f)
		}
	}
	return fields
}

// add opens the form for a new component.
func (p *systemPane) add() {
	base := p.session.Result.Explicit().Clone()
	base.Components = append(base.Components, scenario.Component{})
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

func (p *systemPane) open(title, name string, base scenario.Scenario, at int) {
	var fields []ask.Field
	for _, f := range componentFields() {
		field := formField(f, &base, scenario.At{Component: at})
		if f.Key() == "name" {
			field.Required, field.Placeholder = true, ""
			field.Validate = checkedBetween(f, &base, scenario.At{Component: at})
		}
		if f.Key() == "traits" {
			p.chipOptions(f, field.Options)
		}
		if f.Key() == "pin" && name != "" {
			p.notePlatforms(field.Options)
		}
		fields = append(fields, field)
	}
	p.form = &componentForm{title: title, name: name}
	p.form.ask = ask.NewForm("What is left out keeps its default", fields, p.styles.Form, 1, 1)
	p.resizeForm()
}

// chipOptions labels traits as the table does.
func (p *systemPane) chipOptions(f *scenario.Field, options []ask.Choice) {
	for i := range options {
		trait := options[i].ID
		options[i].Label, options[i].Note = chip(trait), trait+": "+f.Meaning(trait)
		options[i].Ink = func(text string) string { return p.styles.Trait[trait].Render(text) }
	}
}

// notePlatforms says behind each option which platform stands for it, and
// whether that refuses the chosen component.
func (p *systemPane) notePlatforms(options []ask.Choice) {
	for i := range options {
		o := checklist.Option(options[i].ID)
		options[i].Note = platformName(p.of, o)
		if p.at >= len(p.of.Split.Placements) {
			continue
		}
		if r, refused := p.of.Split.Placements[p.at].Refusals[o]; refused {
			options[i].Note += " refuses it: it " + r.Limit
		}
	}
}

// resizeForm gives the form what frame, margin and the line of its keys leave.
func (p *systemPane) resizeForm() {
	if p.form != nil {
		p.form.ask.SetSize(max(1, p.w-4), max(1, p.h-3))
	}
}

func (p *systemPane) formLines() []string {
	return p.styles.formBox(p.form.title, p.form.ask, p.w, p.h)
}

// formBox draws a form with its keys in a box.
func (s *Styles) formBox(title string, form *ask.Form, w, h int) []string {
	lines := block(indentBlock(form.View()), max(0, w-2), max(0, h-3), s.Glyphs.Ellipsis)
	return s.boxIn(s.Accent, title, append(lines, s.Muted.Render(s.formKeys(w-2))), w, h)
}

// formKeys are the keys of a form in words that fit w cells.
func (s *Styles) formKeys(w int) string {
	g := s.Glyphs
	keys := fmt.Sprintf(" %s%s field · %s%s choice · enter next · esc leave", g.Up, g.Down, g.Left, g.Right)
	for _, more := range []string{" · ctrl+s done and save", " · ctrl+u empties"} {
		if ansi.StringWidth(keys+more) <= w {
			keys += more
		}
	}
	return keys
}

// wheelKeys are what the mouse wheel does in a form.
var wheelKeys = map[Action]tea.KeyPressMsg{
	MoveUp: {Code: tea.KeyTab, Mod: tea.ModShift}, MoveDown: {Code: tea.KeyTab},
}

// handleForm lets the mouse wheel move through the form.
func (p *systemPane) handleForm(a Action) (tea.Cmd, bool) {
	key, ok := wheelKeys[a]
	if !ok {
		return nil, false
	}
	return p.formKey(key), true
}

// formKey gives a key to the form and takes over what it was left with. Where
// that cannot be, the form stays open with all that was typed.
func (p *systemPane) formKey(msg tea.KeyPressMsg) tea.Cmd {
	form := p.form.ask
	cmd, outcome, values := p.form.typed(msg)
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
	at := componentIndex(&next, p.form.name)
	text := "changed "
	if at < 0 || p.form.name == "" {
		at, text = len(next.Components), "added "
		next.Components = append(next.Components, scenario.Component{})
	}
	for _, f := range componentFields() {
		if err := setField(f, &next, scenario.At{Component: at}, values); err != nil {
			return "", err
		}
	}
	name := next.Components[at].Name
	if err := next.CheckNames(); err != nil {
		return "", plainError(err)
	}
	if p.of.Resolved.Implied && p.form.name == "" {
		name += "; " + next.Components[0].Name + ", assumed so far, is now given as well (d deletes it)"
	}
	return text + name + "; u undoes it", p.session.Apply(next)
}
