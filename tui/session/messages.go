package session

import (
	"charm.land/bubbletea/v2"
)

type (
	StatusMsg struct { // say something in the status line
		Text string
		Bad  bool
	}

	// DetachedMsg hands a command to Bubble Tea, which Update must not run itself.
	DetachedMsg struct{ Run tea.Cmd }
)

// Say says something in the line of the status.
func Say(text string) tea.Cmd { return Send(StatusMsg{text, false}) }

// Complain says there what is wrong.
func Complain(err error) tea.Cmd { return Send(StatusMsg{err.Error(), true}) }

// Send makes a command of a message.
func Send(m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }

// Detached is a command that reads or writes outside of the program, or that
// waits for something: it never runs in Update.
func Detached(run tea.Cmd) tea.Cmd { return Send(DetachedMsg{run}) }
