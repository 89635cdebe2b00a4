package tui

import (
	"errors"
	"fmt"
	"path/filepath"

	"charm.land/bubbletea/v2"

	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/ask"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// reportedMsg is how writing a report ended.
type reportedMsg struct {
	file string
	data []byte
	err  error
}

var errOwnFile = errors.New("the scenario itself is in this file; give the report another name")

// writeReport writes a report on the present scenario in the background, and
// never over the scenario's own file. A decision record is read back before.
func (a *App) writeReport(file string, data []byte, over session.Over) tea.Cmd {
	files, own, scenario := a.ctx.Files, a.ctx.Session.Doc.File, a.ctx.Session.Scenario
	return session.Detached(func() tea.Msg {
		m := reportedMsg{file: file, data: data}
		if own != "" && files.Same(file, own) {
			m.err = fmt.Errorf("%s: %w", filepath.Base(file), errOwnFile)
			return m
		}
		if scenariofile.IsRecord(data) {
			m.err = scenariofile.CheckReadBack(data, scenario)
		}
		if m.err == nil {
			m.err = files.Write(file, data, over)
		}
		return m
	})
}

// reported says how writing a report ended, or asks where there is such a file.
func (a *App) reported(m reportedMsg) tea.Cmd {
	var found *session.FoundError
	switch {
	case m.err == nil:
		return session.Say("written to " + m.file)
	case !errors.As(m.err, &found):
		return session.Complain(m.err)
	}
	over, facts := session.OverThese(found.Data), ""
	switch {
	case found.Missing:
		over = session.OverNothing()
	case found.Err != nil:
		over = session.OverAnything()
	case scenariofile.IsRecord(found.Data):
		facts = "It is a decision record. What people added to it is lost."
	}
	p := kit.NewPicker(a.ctx, filepath.Base(m.file)+" exists already", "esc stays; nothing is written yet", []kit.Choice{
		{Name: "replace it", About: "as a whole", Pick: func() tea.Cmd { return a.writeReport(m.file, m.data, over) }},
		{Name: "another name", About: "both are kept", Pick: func() tea.Cmd {
			return kit.OpenWindow(kit.NewPrompt(a.ctx, "Write the report", "file name; where there is such a file you are asked", otherName(m.file), notEmpty,
				func(file string) tea.Cmd { return a.writeReport(file, m.data, session.OverNothing()) }).Limited(ask.PathLimit))
		}},
		{Name: "stay", About: "nothing is written", Pick: func() tea.Cmd { return nil }},
	})
	p.Facts = facts
	return kit.OpenWindow(p)
}
