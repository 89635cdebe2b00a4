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
	checklistscreen "runwhere/tui/checklist"
	"runwhere/tui/kit"
	labscreen "runwhere/tui/lab"
	"runwhere/tui/plot"
	"runwhere/tui/session"
	splitscreen "runwhere/tui/split"
	systemscreen "runwhere/tui/system"
	verdictscreen "runwhere/tui/verdict"
)

// Config is what the program gives the screens.
type Config struct {
	Book     *pricebook.Book
	Scenario scenario.Scenario
	File     string // the scenario's file, "" where there is none yet
	Original []byte // the bytes of that file
	Start    kit.Screen
	Files    session.Files
	Journal  session.Journal // nil where nothing is kept for a crash
	Alphabet plot.Alphabet
	Theme    kit.Theme
	NoColor  bool
	Today    string // the date of a decision record, 2026-11-25; "" leaves it out
}

// App is the one Bubble Tea model.
type App struct {
	ctx    *kit.Context
	config Config
	screen kit.Screen
	panes  [kit.ScreenCount]kit.Pane
	window kit.Pane // over the screen, nil for none
	status session.StatusMsg
	layout kit.FrameLayout
	w, h   int
	mouse  bool

	saving    bool // the scenario is being written
	discarded bool // what is unsaved was given up
	kept      int  // the change of the session that the journal has
}

// New builds the model; the error is that of a scenario that cannot be billed.
func New(c Config) (*App, error) {
	session, err := session.New(c.Book.WithTexts(visible.Line), c.Scenario, c.File, c.Original)
	if err != nil {
		return nil, err
	}
	ctx := &kit.Context{Session: session, Styles: kit.NewStyles(c.Theme != kit.ThemeLight, c.Alphabet), Alphabet: c.Alphabet, Files: c.Files}
	a := &App{ctx: ctx, config: c, screen: c.Start, mouse: true}
	a.panes = [kit.ScreenCount]kit.Pane{
		kit.Checklist: checklistscreen.NewPane(ctx),
		kit.System:    systemscreen.NewPane(ctx),
		kit.Lab:       labscreen.NewPane(ctx),
		kit.Split:     splitscreen.NewPane(ctx),
		kit.Verdict:   verdictscreen.NewPane(ctx),
	}
	return a, nil
}

// Init asks for the terminal's background, whose answer may never come.
func (a *App) Init() tea.Cmd {
	cmds := []tea.Cmd{}
	if a.config.Theme == kit.ThemeAuto {
		cmds = append(cmds, tea.RequestBackgroundColor)
	}
	for _, p := range a.panes {
		if r, ok := p.(kit.Receiver); ok {
			cmds = append(cmds, r.Receive(nil))
		}
	}
	return tea.Batch(append(cmds, a.troubled(), a.recover(a.config.File))...)
}

// focus is the pane that keys go to.
func (a *App) focus() kit.Pane {
	if a.window != nil {
		return a.window
	}
	return a.panes[a.screen]
}

// View draws the window. It only reads.
func (a *App) View() tea.View {
	view := tea.View{AltScreen: true, WindowTitle: "runwhere " + visible.Line(a.ctx.Session.Result.Resolved.Name)}
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
	if kit.TooSmall(a.w, a.h) {
		return a.tooSmallLine()
	}
	lines := make([]string, 0, a.h)
	lines = append(lines, a.header())
	lines = append(lines, a.body()...)
	lines = append(lines, a.statusLine(), a.helpBar())
	for i := range a.ctx.Styles.SevenBit(lines) {
		lines[i] = strings.TrimRight(a.safe(lines[i]), " ")
	}
	return strings.Join(lines, "\n")
}

// safe lets nothing of a line through but text and our own colours, whatever it
// came from: this is the one way to the screen. What is shown instead takes room.
func (a *App) safe(line string) string {
	shown := visible.Styled(line)
	if shown != line {
		shown = ansi.Truncate(shown, a.w, a.ctx.Styles.Glyphs.Ellipsis)
	}
	return shown
}
