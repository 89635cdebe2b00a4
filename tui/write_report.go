package tui

import (
	"errors"
	"fmt"
	"path/filepath"

	"charm.land/bubbletea/v2"

	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/ask"
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
func (a *App) writeReport(file string, data []byte, over Over) tea.Cmd {
	files, own, scenario := a.ctx.files, a.ctx.session.doc.file, a.ctx.session.Scenario
	return detached(func() tea.Msg {
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
	var found *FoundError
	switch {
	case m.err == nil:
		return say("written to " + m.file)
	case !errors.As(m.err, &found):
		return complain(m.err)
	}
	over, facts := OverThese(found.Data), ""
	switch {
	case found.Missing:
		over = OverNothing()
	case found.Err != nil:
		over = OverAnything()
	case scenariofile.IsRecord(found.Data):
		facts = "It is a decision record. What people added to it is lost."
	}
	p := newPicker(a.ctx, filepath.Base(m.file)+" exists already", "esc stays; nothing is written yet", []choice{
		{"replace it", "as a whole", func() tea.Cmd { return a.writeReport(m.file, m.data, over) }},
		{"another name", "both are kept", func() tea.Cmd {
			return openWindow(newPrompt(a.ctx, "Write the report", "file name; where there is such a file you are asked", otherName(m.file), notEmpty,
				func(file string) tea.Cmd { return a.writeReport(file, m.data, OverNothing()) }).limited(ask.PathLimit))
		}},
		{"stay", "nothing is written", func() tea.Cmd { return nil }},
	})
	p.facts = facts
	return openWindow(p)
}
