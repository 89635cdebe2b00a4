package tui

import (
	tea "charm.land/bubbletea/v2"
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
	screenCount
)

var screenNames = [screenCount]string{"Checklist", "System", "Lab", "Split", "Verdict"}

// pane is the inside of a screen or of a window over it. A pane reads the
// session and changes it through Apply; it never sees the terminal.
type pane interface {
	// SetSize tells the pane the cells that it has.
	SetSize(w, h int)
	// Handle acts on an action and reports whether it was the pane's. What it
	// wants of the program as a whole it returns as a command.
	Handle(a Action) (cmd tea.Cmd, handled bool)
	// Lines renders the pane: exactly its height in lines of its width.
	Lines() []string
	// Scope is where the pane's bindings are listed.
	Scope() Scope
}

// typist is a pane that takes raw keys, because it holds text entry or a
// question that digits answer. Keys that it does not take go on to the
// bindings.
type typist interface {
	Key(msg tea.KeyPressMsg) (cmd tea.Cmd, handled bool)
}

// receiver is a pane that holds widgets with messages of their own, such as
// the steps of a form.
type receiver interface {
	Receive(msg tea.Msg) tea.Cmd
}

// clickable is a pane that answers to the mouse. The place is relative to it.
type clickable interface {
	Click(x, y int) tea.Cmd
}

// restyled is a pane that keeps something built from the styles.
type restyled interface {
	Restyle()
}

// refreshed is a pane that keeps something derived from the session.
type refreshed interface {
	Refresh()
}

// What panes ask of the program.
type (
	gotoMsg   struct{ screen Screen } // show another screen
	statusMsg struct {                // say something in the status line
		text string
		bad  bool
	}
	windowMsg struct{ window pane } // open a window over the screen
	closeMsg  struct{}              // close the window
	actionMsg struct{ action Action }

	// detachedMsg hands a command to Bubble Tea, which Update must not run itself.
	detachedMsg struct{ run tea.Cmd }
)

func say(text string) tea.Cmd    { return send(statusMsg{text, false}) }
func complain(err error) tea.Cmd { return send(statusMsg{err.Error(), true}) }
func goTo(s Screen) tea.Cmd      { return send(gotoMsg{s}) }
func openWindow(p pane) tea.Cmd  { return send(windowMsg{p}) }
func closeWindow() tea.Cmd       { return send(closeMsg{}) }
func send(m tea.Msg) tea.Cmd     { return func() tea.Msg { return m } }
func perform(a Action) tea.Cmd   { return send(actionMsg{a}) }

// detached is a command that reads or writes outside of the program, or that
// waits for something: it never runs in Update.
func detached(run tea.Cmd) tea.Cmd { return send(detachedMsg{run}) }
