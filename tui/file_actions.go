package tui

import (
	"errors"
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
		return a.save(nil)
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

// reportPicker asks for the format of a report, then for its file.
func (a *App) reportPicker() *picker {
	result := a.ctx.session.Result
	base := slug(result.Resolved.Name)
	offer := func(name, ext, about string, render func() ([]byte, error)) choice {
		return choice{name, about, func() tea.Cmd {
			return openWindow(newPrompt(a.ctx, "Write the report", "file name; where there is such a file you are asked", base+ext, notEmpty,
				func(file string) tea.Cmd {
					data, err := render()
					if err != nil {
						return complain(err)
					}
					return a.writeReport(file, data, OverNothing())
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
		{"save and quit", "", func() tea.Cmd { return a.save(tea.Quit) }},
		{"quit without saving", "the changes are lost", func() tea.Cmd { return a.discard() }},
		{"stay", "", func() tea.Cmd { return nil }},
	}))
}

// discard leaves and forgets what is unsaved.
func (a *App) discard() tea.Cmd {
	a.discarded = true
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
