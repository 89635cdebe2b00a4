package tui

import (
	"errors"
	"fmt"
	"path/filepath"

	tea "charm.land/bubbletea/v2"
)

// Journal keeps what is not saved, so that a session goes on that was cut off.
type Journal interface {
	// Keep takes the newest state, nil where nothing is unsaved. It returns at
	// once and writes in the background; of several states the newest counts.
	Keep(u *Unsaved)
	// Unfinished lists sessions that were cut off, the newest first, and what is
	// wrong with those that cannot be read. A file narrows it down to that file.
	Unfinished(file string) ([]Unfinished, []error)
	// Take makes a session that was cut off this one's: it is forgotten as soon
	// as the next state is kept. The error says who else has it.
	Take(id string) error
	// Discard forgets a session that was cut off.
	Discard(id string) error
	// Trouble returns once why nothing can be kept.
	Trouble() <-chan error
}

// Unfinished is a session that was cut off.
type Unfinished struct {
	ID   string
	When string // of its last change: 14:03
	Note string // what became of its file since, "" for nothing
	Unsaved
}

// unfinishedMsg are sessions to offer, and what is wrong with others.
type unfinishedMsg struct {
	sessions []Unfinished
	problems []error
}

// takenMsg is a session to go on with.
type takenMsg struct {
	session Unfinished
	err     error
}

// keep gives the journal the present state where that is another one than it
// has. It takes no time: nothing is encoded or written here.
func (a *App) keep() {
	s := a.ctx.session
	if a.config.Journal == nil || s.changes == a.kept {
		return
	}
	a.kept = s.changes
	a.config.Journal.Keep(s.Unsaved())
}

// recover looks for sessions that were cut off, of a file or of any.
func (a *App) recover(file string) tea.Cmd {
	journal := a.config.Journal
	if journal == nil {
		return nil
	}
	return detached(func() tea.Msg {
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
	return detached(func() tea.Msg {
		err, ok := <-trouble
		if !ok {
			return nil
		}
		return statusMsg{"unsaved changes are not kept for a crash: " + err.Error(), true}
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
		cmd = complain(err)
	}
	if len(m.sessions) == 0 || a.window != nil {
		return cmd
	}
	return tea.Batch(cmd, openWindow(a.askUnfinished(m.sessions)))
}

func (a *App) askUnfinished(sessions []Unfinished) *picker {
	u, rest := sessions[0], sessions[1:]
	name := "a scenario without a file"
	if u.File != "" {
		name = filepath.Base(u.File)
	}
	next := func() tea.Cmd {
		if len(rest) == 0 {
			return nil
		}
		return openWindow(a.askUnfinished(rest))
	}
	choices := []choice{
		{"continue", "u brings the present scenario back", func() tea.Cmd { return a.take(u) }},
		{"discard", "its changes are lost", func() tea.Cmd { return tea.Batch(a.forget(u.ID), next()) }},
		{"keep for later", "you are asked again", func() tea.Cmd { return nil }},
	}
	if len(rest) > 0 {
		choices = append(choices, choice{"another one", counted(len(rest), "further session"), next})
	}
	p := newPicker(a.ctx, "An unsaved session of "+u.When, "esc keeps it for later", choices)
	p.facts = name + ", " + counted(u.Changes, "change") + " that no file holds."
	if u.Note != "" {
		p.facts += "\n" + u.Note
	}
	return p
}

// take claims a session that was cut off.
func (a *App) take(u Unfinished) tea.Cmd {
	journal := a.config.Journal
	return detached(func() tea.Msg { return takenMsg{u, journal.Take(u.ID)} })
}

// taken goes on with a session that was cut off.
func (a *App) taken(m takenMsg) tea.Cmd {
	if m.err == nil {
		m.err = a.ctx.session.Resume(m.session.Unsaved)
	}
	if m.err != nil {
		return complain(m.err)
	}
	return tea.Batch(goTo(Lab), say("goes on where it was at "+m.session.When+"; nothing is saved yet"))
}

// forget discards a session that was cut off.
func (a *App) forget(id string) tea.Cmd {
	journal := a.config.Journal
	return detached(func() tea.Msg {
		if err := journal.Discard(id); err != nil {
			return statusMsg{err.Error(), true}
		}
		return statusMsg{"discarded", false}
	})
}

// ErrTaken says that another window goes on with a session.
var ErrTaken = errors.New("another window goes on with it already")
