// Package tui is what the architect sees: one Bubble Tea model, five screens,
// one table of keys, one set of styles. The model package decides; this one
// only shows and asks.
package tui

import (
	"strings"

	"charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	"runwhere/model/visible"
	"runwhere/tui/plot"
)

// Config is what the program gives the screens.
type Config struct {
	Book     *pricebook.Book
	Scenario scenario.Scenario
	File     string // the scenario's file, "" where there is none yet
	Original []byte // the bytes of that file
	Start    Screen
	Files    Files
	Journal  Journal // nil where nothing is kept for a crash
	Alphabet plot.Alphabet
	Theme    Theme
	NoColor  bool
	Today    string // the date of a decision record, 2026-11-25; "" leaves it out
}

// App is the one Bubble Tea model.
type App struct {
	ctx    *context
	config Config
	screen Screen
	panes  [screenCount]pane
	window pane // over the screen, nil for none
	status statusMsg
	layout frameLayout
	w, h   int
	mouse  bool

	saving    bool // the scenario is being written
	discarded bool // what is unsaved was given up
	kept      int  // the change of the session that the journal has
}

// context is what every pane shares.
type context struct {
	session  *Session
	styles   *Styles
	alphabet plot.Alphabet
	files    Files
	work     background
}

// New builds the model; the error is that of a scenario that cannot be priced.
func New(c Config) (*App, error) {
	session, err := NewSession(c.Book.WithTexts(visible.Line), c.Scenario, c.File, c.Original)
	if err != nil {
		return nil, err
	}
	ctx := &context{session: session, styles: NewStyles(c.Theme != ThemeLight, c.Alphabet), alphabet: c.Alphabet, files: c.Files}
	a := &App{ctx: ctx, config: c, screen: c.Start, mouse: true}
	a.panes = [screenCount]pane{
		Checklist: newChecklistPane(ctx),
		System:    newSystemPane(ctx),
		Lab:       newLabPane(ctx),
		Split:     newSplitPane(ctx),
		Verdict:   newVerdictPane(ctx),
	}
	return a, nil
}

// Init asks for the terminal's background, whose answer may never come.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{}
	if a.config.Theme == ThemeAuto {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	for _, p := range a.panes {
		if r, ok := p.(receiver); ok {
			cmds = append(cmds, r.Receive(nil))
		}
	}
	return tea.Batch(append(cmds, a.troubled(), a.recover(a.config.File))...)
}

// focus is the pane that keys go to.
func (a *App) focus() pane {
	if a.window != nil {
		return a.window
	}
	return a.panes[a.screen]
}

// View draws the window. It only reads.
func (a *App) View() tea.View {
	view := tea.View{AltScreen: true, WindowTitle: "runwhere " + visible.Line(a.ctx.session.Result.Resolved.Name)}
	if a.mouse {
		view.MouseMode = tea.MouseModeCellMotion
	}
	if a.w == 0 || a.h == 0 {
		return view
	}
	view.SetContent(a.Frame())
	return view
}

// Frame returns the whole window as styled text.
func (a *App) Frame() string {
	if tooSmall(a.w, a.h) {
		return a.tooSmallLine()
	}
	lines := make([]string, 0, a.h)
	lines = append(lines, a.header())
	lines = append(lines, a.body()...)
	lines = append(lines, a.statusLine(), a.helpBar())
	for i := range a.ctx.styles.sevenBit(lines) {
		lines[i] = strings.TrimRight(a.safe(lines[i]), " ")
	}
	return strings.Join(lines, "\n")
}

// safe lets nothing of a line through but text and our own colours, whatever it
// came from: this is the one way to the screen. What is shown instead takes room.
func (a *App) safe(line string) string {
	shown := visible.Styled(line)
	if shown != line {
		shown = ansi.Truncate(shown, a.w, a.ctx.styles.Glyphs.Ellipsis)
	}
	return shown
}
