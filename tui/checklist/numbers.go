package checklist

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/study"
	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// The numbers of the last step besides the volume. They are asked of a system
// of one component; those of several differ and are edited on System.
var NumberPaths = []paths.Path{
	paths.ComponentDuration, paths.ComponentCPUTime, paths.ComponentMemory, paths.ComponentResponse,
	paths.ComponentLogs, paths.ComponentPeakToMean,
}

// numbersForm asks for the figures that the costs rest on.
type numbersForm struct {
	Form  *ask.Form
	of    *study.Study // what it was made from
	whole bool         // several components: only the volume of all is asked
}

func newNumbersForm(ctx *kit.Context) *numbersForm {
	e := ctx.Session.Result
	n := &numbersForm{of: e, whole: len(e.Scenario.Components) > 1}
	fields := []ask.Field{volumeField(e)}
	if !n.whole {
		base := e.Explicit()
		for _, path := range NumberPaths {
			if f, ok := scenario.FieldOf(path); ok {
				fields = append(fields, kit.FormField(f, &base, scenario.At{}))
			}
		}
	}
	n.Form = ask.NewForm("What is left out keeps its default", fields, ctx.Styles.Form, 1, 1)
	return n
}

// volumeField asks for the requests of the whole system.
func volumeField(e *study.Study) ask.Field {
	f, ok := scenario.FieldOf(paths.Requests)
	if !ok {
		return ask.Field{Key: paths.Requests.String()}
	}
	field := kit.FormField(f, &e.Scenario, scenario.At{})
	if len(e.Scenario.Components) > 1 {
		field.Description = "of the whole system; a new figure scales every component in proportion"
	} else {
		field.Description = "of the whole system; " + f.Allowed()
	}
	return field
}

// numbersGiven reports whether somebody gave the volume.
func numbersGiven(s *session.Session) bool {
	f, ok := scenario.FieldOf(paths.Requests)
	if !ok {
		return false
	}
	_, given := f.Value(&s.Scenario, scenario.At{})
	return given
}

// foot says what the form's keys are, and where the rest is.
func (n *numbersForm) foot(s *kit.Styles, w int) []string {
	move := s.Glyphs.Up + s.Glyphs.Down + " field · "
	keys := move + "enter next · ctrl+s save · esc back"
	if w >= 60 {
		keys = move + "enter goes on, after the last one to the Lab · ctrl+s saves · esc goes back"
	}
	var lines []string
	if n.whole {
		lines = s.Indent(s.Text, "Duration, memory and the rest differ by component: edit components on System.", w-1)
	}
	return append(lines, s.Indent(s.Muted, keys, w-1)...)
}

func (p *Pane) numbersLines(r kit.Rect) []string {
	foot := p.Numbers.foot(p.Styles, r.W)
	lines := kit.Block(kit.IndentBlock(p.Numbers.Form.View()), r.W, max(0, r.H-len(foot)), p.Styles.Glyphs.Ellipsis)
	return append(lines, foot...)
}

// handleNumbers lets the mouse wheel move through the form.
func (p *Pane) handleNumbers(a keys.Action) (tea.Cmd, bool) {
	switch a {
	case keys.MoveUp:
		return p.numbersKey(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}), true
	case keys.MoveDown:
		return p.numbersKey(tea.KeyPressMsg{Code: tea.KeyTab}), true
	}
	return nil, false
}

// numbersKey gives a key to the form and takes over what it was left with.
// Saving takes the figures over first, so that the file has what is on the
// screen.
func (p *Pane) numbersKey(msg tea.KeyPressMsg) tea.Cmd {
	form := p.Numbers.Form
	cmd := form.Update(msg)
	outcome, values := form.Result()
	switch outcome {
	case ask.Cancelled:
		form.Reopen() // What was typed is there when the person comes back.
		return p.back()
	case ask.Done:
		if err := p.takeNumbers(values); err != nil {
			form.Reopen()
			return session.Complain(err)
		}
		p.Numbers = nil
		p.build()
		if msg.String() == "ctrl+s" {
			return kit.Perform(keys.Save)
		}
		p.begin()
		return tea.Batch(kit.GoTo(kit.Lab), session.Say(fmt.Sprintf("numbers taken over: %s requests a month; u undoes it",
			quantity.ShortCount(p.Session.Result.Volume()))))
	}
	return cmd
}

// takeNumbers applies the form's figures as one change. The volume comes
// first: it is the checklist's as long as the component is only implied.
func (p *Pane) takeNumbers(values ask.Values) error {
	if !p.Numbers.Form.Changed() {
		return nil
	}
	next := p.Session.Scenario.Clone()
	if err := setVolume(&next, values); err != nil {
		return err
	}
	if p.Numbers.whole {
		return p.Session.Apply(next)
	}
	e, err := model.Evaluate(next, p.Session.Book)
	if err != nil {
		return err
	}
	explicit := e.Explicit().Clone()
	changed := false
	for _, path := range NumberPaths {
		f, ok := scenario.FieldOf(path)
		if !ok {
			continue
		}
		before, _ := f.Text(&explicit, scenario.At{})
		if err := kit.SetField(f, &explicit, scenario.At{}, values); err != nil {
			return err
		}
		after, _ := f.Text(&explicit, scenario.At{})
		changed = changed || before != after
	}
	if changed {
		next = explicit
	}
	return p.Session.Apply(next)
}

// setVolume gives the whole system its volume; emptied, it is the default's
// again.
func setVolume(s *scenario.Scenario, values ask.Values) error {
	f, ok := scenario.FieldOf(paths.Requests)
	if !ok {
		return nil
	}
	text := values.One[paths.Requests.String()]
	before, given := f.Text(s, scenario.At{})
	switch {
	case text == before:
		return nil
	case text != "":
		if err := f.SetText(s, scenario.At{}, text); err != nil {
			return session.InWords(err, s)
		}
	case given && (len(s.Components) == 0 || s.SharesTotal()):
		*s = s.WithAnswer(checklist.KeyRequests, checklist.Answer{})
	case given && len(s.Components) == 1:
		s.Components[0].Requests = scenario.Maybe[quantity.Amount]{}
	}
	return nil
}
