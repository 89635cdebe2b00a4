package tui

import (
	"errors"
	"fmt"
	"path/filepath"

	"charm.land/bubbletea/v2"

	"runwhere/costs/words"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// unfinishedMsg are sessions to offer, and what is wrong with others.
type unfinishedMsg struct {
	sessions []session.Unfinished
	problems []error
}

// takenMsg is a session to go on with.
type takenMsg struct {
	session session.Unfinished
	err     error
}

// keep gives the journal the present state where that is another one than it
// has. It takes no time: nothing is encoded or written here.
func (a *App) keep() {
	s := a.ctx.Session
	if a.config.Journal == nil || s.Changes == a.kept {
		return
	}
	a.kept = s.Changes
	a.config.Journal.Keep(s.Unsaved())
}

// recover looks for sessions that were cut off, of a file or of any.
func (a *App) recover(file string) tea.Cmd {
	journal := a.config.Journal
	if journal == nil {
		return nil
	}
	return session.Detached(func() tea.Msg {
		sessions, problems := journal.Unfinished(file)
		return unfinishedMsg{sessions, problems}
	})
}

// troubled waits for the journal to say that it cannot keep anything.
func (a *App) troubled() tea.Cmd {
	if a.config.Journal == nil || a.config.Journal.Trouble() == nil {
		return nil
	}
	trouble := a.config.Journal.Trouble()
	return session.Detached(func() tea.Msg {
		err, ok := <-trouble
		if !ok {
			return nil
		}
		return session.StatusMsg{Text: "unsaved changes are not kept for a crash: " + err.Error(), Bad: true}
	})
}

// offer asks whether to go on with a session that was cut off.
func (a *App) offer(m unfinishedMsg) tea.Cmd {
	var cmd tea.Cmd
	if n := len(m.problems); n > 0 {
		err := m.problems[0]
		if n > 1 {
			err = fmt.Errorf("%w (and %d more)", err, n-1)
		}
		cmd = session.Complain(err)
	}
	if len(m.sessions) == 0 || a.window != nil {
		return cmd
	}
	return tea.Batch(cmd, kit.OpenWindow(a.askUnfinished(m.sessions)))
}

func (a *App) askUnfinished(sessions []session.Unfinished) *kit.Picker {
	u, rest := sessions[0], sessions[1:]
	name := "a scenario without a file"
	if u.File != "" {
		name = filepath.Base(u.File)
	}
	next := func() tea.Cmd {
		if len(rest) == 0 {
			return nil
		}
		return kit.OpenWindow(a.askUnfinished(rest))
	}
	choices := []kit.Choice{
		{Name: "continue", About: "u brings the present scenario back", Pick: func() tea.Cmd { return a.take(u) }},
		{Name: "discard", About: "its changes are lost", Pick: func() tea.Cmd { return tea.Batch(a.forget(u.ID), next()) }},
		{Name: "keep for later", About: "you are asked again", Pick: func() tea.Cmd { return nil }},
	}
	if len(rest) > 0 {
		choices = append(choices, kit.Choice{Name: "another one", About: words.Plural(len(rest), "further session"), Pick: next})
	}
	p := kit.NewPicker(a.ctx, "An unsaved session of "+u.When, "esc keeps it for later", choices)
	p.Facts = name + ", " + words.Plural(u.Changes, "change") + " that no file holds."
	if u.Note != "" {
		p.Facts += "\n" + u.Note
	}
	return p
}

// take claims a session that was cut off.
func (a *App) take(u session.Unfinished) tea.Cmd {
	journal := a.config.Journal
	return session.Detached(func() tea.Msg { return takenMsg{u, journal.Take(u.ID)} })
}

// taken goes on with a session that was cut off.
func (a *App) taken(m takenMsg) tea.Cmd {
	if m.err == nil {
		m.err = a.ctx.Session.Resume(m.session.Unsaved)
	}
	if m.err != nil {
		return session.Complain(m.err)
	}
	return tea.Batch(kit.GoTo(kit.Lab), session.Say("goes on where it was at "+m.session.When+"; nothing is saved yet"))
}

// forget discards a session that was cut off.
func (a *App) forget(id string) tea.Cmd {
	journal := a.config.Journal
	return session.Detached(func() tea.Msg {
		if err := journal.Discard(id); err != nil {
			return session.StatusMsg{Text: err.Error(), Bad: true}
		}
		return session.StatusMsg{Text: "discarded", Bad: false}
	})
}

// ErrTaken says that another window goes on with a session.
var ErrTaken = errors.New("another window goes on with it already")
