package tui

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"runwhere/model"
	"runwhere/model/report"
	"runwhere/tui/ask"
)

// fileAction carries out what reads or writes files, and quitting, which asks
// when something would be lost.
func (a *App) fileAction(action Action) tea.Cmd {
	switch action {
	case Save:
		return a.save()
	case Open:
		return openWindow(newPrompt(a.ctx, "Open a scenario", "a scenario file (YAML); esc cancels", "", nil, a.open).limited(ask.PathLimit))
	case Presets:
		return openWindow(newPicker(a.ctx, "Start from a preset", "u brings the present scenario back", a.presets()))
	case WriteReport:
		return openWindow(a.reportPicker())
	case CopyReport:
		return tea.Batch(tea.SetClipboard(string(a.decisionRecord())),
			say("decision record copied; where the terminal blocks that, w writes it to a file"))
	}
	return nil
}

func (a *App) decisionRecord() []byte {
	return Record(a.ctx.session.Result, a.ctx.session.Findings(), a.config.Today)
}

// save writes to the scenario's own file, and asks for a name where it has none.
func (a *App) save() tea.Cmd {
	if a.ctx.session.File != "" {
		return a.saveTo(a.ctx.session.File)
	}
	name := slug(a.ctx.session.Result.Resolved.Name) + ".yaml"
	return openWindow(newPrompt(a.ctx, "Save the scenario", "file name; an existing file is replaced as a whole", name, notEmpty, a.saveTo).limited(ask.PathLimit))
}

func (a *App) saveTo(file string) tea.Cmd {
	data, err := a.ctx.session.Bytes()
	if err == nil {
		err = a.ctx.files.Write(file, data, OverAnything())
	}
	if err != nil {
		return complain(err)
	}
	a.ctx.session.Saved(file, data)
	return say("saved to " + file)
}

func (a *App) open(file string) tea.Cmd {
	data, err := a.ctx.files.Read(file)
	if err != nil {
		return complain(err)
	}
	s, err := model.Decode(filepath.Base(file), data)
	if err == nil {
		err = a.ctx.session.Open(s, file, data)
	}
	if err != nil {
		return complain(err)
	}
	return tea.Batch(goTo(Lab), say("opened "+file))
}

func (a *App) presets() []choice {
	var choices []choice
	for _, p := range model.Presets() {
		choices = append(choices, choice{p.Name, p.Title, func() tea.Cmd {
			s, err := model.Preset(p.Name)
			if err == nil {
				err = a.ctx.session.Apply(s)
			}
			if err != nil {
				return complain(err)
			}
			return tea.Batch(goTo(Lab), say("preset "+p.Name+"; u undoes it"))
		}})
	}
	return choices
}

// reportPicker asks for the format of a report, then for its file.
func (a *App) reportPicker() *picker {
	result := a.ctx.session.Result
	base := slug(result.Resolved.Name)
	offer := func(name, ext, about string, render func() ([]byte, error)) choice {
		return choice{name, about, func() tea.Cmd {
			return openWindow(newPrompt(a.ctx, "Write the report", "file name; an existing file is replaced as a whole", base+ext, notEmpty,
				func(file string) tea.Cmd {
					data, err := render()
					if err == nil {
						err = a.ctx.files.Write(file, data, OverAnything())
					}
					if err != nil {
						return complain(err)
					}
					return say("written to " + file)
				}).limited(ask.PathLimit))
		}}
	}
	return newPicker(a.ctx, "Write a report", "which format? esc cancels", []choice{
		offer("markdown", ".md", "decision record for the repository", func() ([]byte, error) { return a.decisionRecord(), nil }),
		offer("json", ".json", "every figure, for programs", func() ([]byte, error) { return report.JSON(result, a.ctx.session.Findings()) }),
		offer("csv", ".csv", "every bill line, for a spreadsheet", func() ([]byte, error) { return report.CSV(result), nil }),
		offer("text", ".txt", "as eval prints it", func() ([]byte, error) { return report.Text(result, a.ctx.session.Findings()), nil }),
	})
}

// quit leaves, after a question where something is unsaved.
func (a *App) quit() tea.Cmd {
	if !a.ctx.session.Dirty() {
		return tea.Quit
	}
	return openWindow(newPicker(a.ctx, "The scenario has unsaved changes", "esc stays", []choice{
		{"save and quit", "", func() tea.Cmd {
			if a.ctx.session.File == "" {
				return perform(Save)
			}
			return tea.Sequence(a.saveTo(a.ctx.session.File), a.quitIfSaved())
		}},
		{"quit without saving", "the changes are lost", func() tea.Cmd { return tea.Quit }},
		{"stay", "", func() tea.Cmd { return nil }},
	}))
}

func (a *App) quitIfSaved() tea.Cmd {
	if a.ctx.session.Dirty() {
		return nil
	}
	return tea.Quit
}

// toggleTax switches the layer of people and tools in or out of all totals.
func (a *App) toggleTax() tea.Cmd {
	next := a.ctx.session.Scenario
	include := !next.People.Include.Or(false)
	next.People.Include = model.Some(include)
	if err := a.ctx.session.Apply(next); err != nil {
		return complain(err)
	}
	return tea.Batch(a.refresh(), say(map[bool]string{true: "people and tools included in every total", false: "people and tools shown apart"}[include]))
}

func notEmpty(text string) (string, error) {
	if text == "" {
		return "", errors.New("a file name is needed")
	}
	return "", nil
}

// slug makes a file name of a scenario's name.
func slug(name string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, name)
	clean = strings.Trim(clean, "-")
	for strings.Contains(clean, "--") {
		clean = strings.ReplaceAll(clean, "--", "-")
	}
	if clean == "" {
		return "decision"
	}
	return clean
}
