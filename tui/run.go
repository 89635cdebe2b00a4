package tui

import (
	stdcontext "context"
	"time"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// patience is how long the screens have to end by themselves when the program
// is told to end.
const patience = time.Second

// Run opens the wizard on the terminal and returns when it is left, or the
// context is done; the terminal is then as it was. It reports whether something
// is unsaved that nobody gave up.
func Run(ctx stdcontext.Context, c Config) (unsaved bool, err error) {
	begun := begin(c)
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithoutSignalHandler()}
	if c.NoColor {
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	program := tea.NewProgram(&starting{begun: begun}, options...)
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		select {
		case <-ended:
			return
		case <-ctx.Done():
		}
		select {
		case <-ended:
		case <-time.After(patience):
			program.Kill() // restores the terminal, whatever the screens are busy with
		}
	}()
	_, ran := program.Run()
	app, err := begun()
	if err != nil {
		return false, err
	}
	app.ctx.Work.Stop()
	return app.ctx.Session.Dirty() && !app.discarded, ran
}
