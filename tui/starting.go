package tui

import (
	"sync"

	"charm.land/bubbletea/v2"
)

// starting is the program until its screens are there: the decision is worked out
// while the terminal is made ready, and before the first frame is due.
type starting struct {
	begun func() (*App, error)
	app   *App // nil before, and where the scenario cannot be billed
}

// begin builds the screens beside and returns what waits for them. What goes
// wrong there, a panic too, is met by whoever waits: that is the program, which
// gives the terminal back.
func begin(c Config) func() (*App, error) {
	begun := sync.OnceValues(func() (*App, error) { return New(c) })
	go func() {
		defer func() { _ = recover() }()
		_, _ = begun()
	}()
	return begun
}

// Init waits for the screens, and ends the program where there are none.
func (s *starting) Init() tea.Cmd {
	app, err := s.begun()
	if err != nil {
		return tea.Quit
	}
	s.app = app
	return app.Init()
}

// Update hands over to the screens, which are the program from then on.
func (s *starting) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if s.app == nil {
		return s, nil
	}
	return s.app.Update(msg)
}

// View shows nothing without the screens.
func (s *starting) View() tea.View {
	if s.app == nil {
		return tea.View{}
	}
	return s.app.View()
}
