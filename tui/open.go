package tui

import (
	"path/filepath"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// openedMsg is a scenario that takes the place of the present one.
type openedMsg struct {
	scenario scenario.Scenario
	file     string // "" for none
	data     []byte // what the file holds
	name     string // what it is called where it has no file
	err      error
	asked    bool // the unsaved changes of the present one were seen to
}

// what says what was opened.
func (m openedMsg) what() string {
	if m.file != "" {
		return m.file
	}
	return m.name
}

// open reads a file in the background.
func (a *App) open(file string) tea.Cmd {
	files := a.ctx.files
	return detached(func() tea.Msg {
		m := openedMsg{file: file}
		if m.data, m.err = files.Read(file); m.err == nil {
			m.scenario, m.err = scenariofile.Decode(filepath.Base(file), m.data)
		}
		return m
	})
}

// opened shows a scenario in place of the present one, after a question where
// that has unsaved changes.
func (a *App) opened(m openedMsg) tea.Cmd {
	switch {
	case m.err != nil:
		return complain(m.err)
	case !m.asked && a.ctx.session.Dirty():
		m.asked = true
		return openWindow(a.askUnsaved(m))
	}
	if err := a.ctx.session.Open(m.scenario, m.file, m.data); err != nil {
		return complain(err)
	}
	cmds := []tea.Cmd{goTo(Lab), say("opened " + m.what() + "; u brings the one before back")}
	if m.file != "" {
		cmds = append(cmds, a.recover(m.file))
	}
	return tea.Batch(cmds...)
}

// askUnsaved asks what becomes of unsaved changes before another scenario is
// opened.
func (a *App) askUnsaved(m openedMsg) *picker {
	return newPicker(a.ctx, "The scenario has unsaved changes", "esc stays; "+m.what()+" is to be opened", []choice{
		{"save first", "then open the other one", func() tea.Cmd { return a.save(send(m)) }},
		{"open anyway", "u brings this one back with its changes", func() tea.Cmd { return a.opened(m) }},
		{"stay", "", func() tea.Cmd { return nil }},
	})
}

// presets are the scenarios of the program itself. They have no file.
func (a *App) presets() []choice {
	var choices []choice
	for _, p := range scenariofile.Presets() {
		choices = append(choices, choice{p.Name, p.Title, func() tea.Cmd {
			s, err := scenariofile.Preset(p.Name)
			return a.opened(openedMsg{scenario: s, name: "preset " + p.Name, err: err})
		}})
	}
	return choices
}
