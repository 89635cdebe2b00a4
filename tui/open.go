package tui

import (
	"path/filepath"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/kit"
	"runwhere/tui/session"
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
	files := a.ctx.Files
	return session.Detached(func() tea.Msg {
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
		return session.Complain(m.err)
	case !m.asked && a.ctx.Session.Dirty():
		m.asked = true
		return kit.OpenWindow(a.askUnsaved(m))
	}
	if err := a.ctx.Session.Open(m.scenario, m.file, m.data); err != nil {
		return session.Complain(err)
	}
	cmds := []tea.Cmd{kit.GoTo(kit.Lab), session.Say("opened " + m.what() + "; u brings the one before back")}
	if m.file != "" {
		cmds = append(cmds, a.recover(m.file))
	}
	return tea.Batch(cmds...)
}

// askUnsaved asks what becomes of unsaved changes before another scenario is
// opened.
func (a *App) askUnsaved(m openedMsg) *kit.Picker {
	return kit.NewPicker(a.ctx, "The scenario has unsaved changes", "esc stays; "+m.what()+" is to be opened", []kit.Choice{
		{Name: "save first", About: "then open the other one", Pick: func() tea.Cmd { return a.save(session.Send(m)) }},
		{Name: "open anyway", About: "u brings this one back with its changes", Pick: func() tea.Cmd { return a.opened(m) }},
		{Name: "stay", About: "", Pick: func() tea.Cmd { return nil }},
	})
}

// presets are the scenarios of the program itself. They have no file.
func (a *App) presets() []kit.Choice {
	var choices []kit.Choice
	for _, p := range scenariofile.Presets() {
		choices = append(choices, kit.Choice{Name: p.Name, About: p.Title, Pick: func() tea.Cmd {
			s, err := scenariofile.Preset(p.Name)
			return a.opened(openedMsg{scenario: s, name: "preset " + p.Name, err: err})
		}})
	}
	return choices
}
