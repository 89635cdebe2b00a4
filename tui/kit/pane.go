package kit

import (
	"charm.land/bubbletea/v2"

	"runwhere/tui/keys"
	"runwhere/tui/session"
)

// Screen is one of the five screens.
type Screen int

// The screens in the order of their tabs.
const (
	Checklist Screen = iota
	System
	Lab
	Split
	Verdict
	ScreenCount
)

// ScreenNames are the screens' names on their tabs.
var ScreenNames = [ScreenCount]string{"Checklist", "System", "Lab", "Split", "Verdict"}

// Pane is the inside of a screen or of a window over it. A pane reads the
// session and changes it through Apply; it never sees the terminal.
type Pane interface {
	// SetSize tells the pane the cells that it has.
	SetSize(w, h int)
	// Handle acts on an action and reports whether it was the pane's. What it
	// wants of the program as a whole it returns as a command.
	Handle(a keys.Action) (cmd tea.Cmd, handled bool)
	// Lines renders the pane: exactly its height in lines of its width.
	Lines() []string
	// Scope is where the pane's bindings are listed.
	Scope() keys.Scope
}

// Typist is a pane that takes raw keys, because it holds text entry or a
// question that digits answer. Keys that it does not take go on to the
// bindings.
type Typist interface {
	Key(msg tea.KeyPressMsg) (cmd tea.Cmd, handled bool)
}

// Receiver is a pane that holds widgets with messages of their own, such as
// the steps of a form.
type Receiver interface {
	Receive(msg tea.Msg) tea.Cmd
}

// Clickable is a pane that answers to the mouse. The place is relative to it.
type Clickable interface {
	Click(x, y int) tea.Cmd
}

// Restyled is a pane that keeps something built from the styles.
type Restyled interface {
	Restyle()
}

// Refreshed is a pane that keeps something derived from the session.
type Refreshed interface {
	Refresh()
}

// What panes ask of the program.
type (
	GotoMsg   struct{ Screen Screen } // show another screen
	WindowMsg struct{ Window Pane }   // open a window over the screen
	CloseMsg  struct{}                // close the window
	ActionMsg struct{ Action keys.Action }
)

// GoTo shows another screen.
func GoTo(s Screen) tea.Cmd { return session.Send(GotoMsg{s}) }

// OpenWindow opens a window over the screen.
func OpenWindow(p Pane) tea.Cmd { return session.Send(WindowMsg{p}) }

// CloseWindow closes the window.
func CloseWindow() tea.Cmd { return session.Send(CloseMsg{}) }

// Perform acts as if the key of an action had been pressed.
func Perform(a keys.Action) tea.Cmd { return session.Send(ActionMsg{a}) }
