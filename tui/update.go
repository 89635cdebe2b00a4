package tui

import (
	"cmp"
	"slices"

	"charm.land/bubbletea/v2"

	"runwhere/tui/ask"
	growthscreen "runwhere/tui/growth"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
	"runwhere/tui/window"
)

// Update changes the model for one message. Nothing slow runs in it: what takes
// longer than a keypress is left to the worker, which looks after every message
// at what is wanted now.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer a.keep()
	rest := a.settle(a.update(msg))
	for {
		said, task := a.ctx.Work.Next(a.ctx.Session.Result, a.inSight())
		rest = append(rest, a.settle(said)...)
		if task != nil {
			rest = append(rest, task.Run)
		}
		if said == nil {
			return a, tea.Batch(rest...)
		}
	}
}

// settle carries out at once, and in order, what a pane asks of the program,
// and returns what is left for Bubble Tea. Were it sent as a message, keys that
// came in meanwhile would go to what had the focus before: those of a paste, or
// of a slow line, to another screen.
func (a *App) settle(cmd tea.Cmd) []tea.Cmd {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case nil:
		return nil
	case tea.BatchMsg:
		var rest []tea.Cmd
		for _, each := range msg {
			rest = append(rest, a.settle(each)...)
		}
		return rest
	case kit.GotoMsg, session.StatusMsg, kit.WindowMsg, kit.CloseMsg, kit.ActionMsg, session.ReadyMsg:
		return a.settle(a.update(msg))
	case ask.PasteMsg:
		return []tea.Cmd{ask.ReadClipboard}
	case session.DetachedMsg:
		return []tea.Cmd{msg.Run}
	default:
		return []tea.Cmd{session.Send(msg)}
	}
}

// inSight lists what is worked out for what is on the screen, the window over
// it first. Where a placement is held nothing else is: it would be about that one.
func (a *App) inSight() []*session.Finding {
	if a.ctx.Session.Result.Split.Held {
		return []*session.Finding{session.SearchPlacement}
	}
	var searches []*session.Finding
	for _, p := range []kit.Pane{a.window, a.panes[a.screen]} {
		if s, ok := p.(session.Searcher); ok && !kit.TooSmall(a.w, a.h) {
			searches = append(searches, s.Searches()...)
		}
	}
	return searches
}

func (a *App) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.resize(msg.Width, msg.Height)
		return a.forward(msg)
	case tea.BackgroundColorMsg:
		if a.config.Theme == kit.ThemeAuto {
			a.restyle(msg.IsDark())
		}
		return nil
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseWheelMsg:
		return a.wheel(msg)
	case kit.GotoMsg:
		return a.show(msg.Screen)
	case ask.NoClipboardMsg:
		return session.Say("the clipboard cannot be read here: paste with the terminal's own key")
	case session.StatusMsg:
		a.status = msg
		return nil
	case session.DoneMsg:
		taken := a.ctx.Work.Take(msg)
		a.ctx.Session.Settle(&a.ctx.Work)
		return tea.Batch(taken, a.refresh())
	case session.ReadyMsg:
		return a.ready(msg)
	case savedMsg:
		return a.saved(msg)
	case openedMsg:
		return a.opened(msg)
	case reportedMsg:
		return a.reported(msg)
	case unfinishedMsg:
		return a.offer(msg)
	case takenMsg:
		return a.taken(msg)
	case session.DetachedMsg: // a start asks for it, before there is an Update
		return session.Send(msg)
	case kit.WindowMsg:
		return a.openWindow(msg.Window)
	case kit.CloseMsg:
		a.window = nil
		return a.refresh()
	case kit.ActionMsg:
		return a.act(msg.Action)
	}
	return a.forward(msg)
}

// forward gives a message that is not the program's own to what has the focus.
func (a *App) forward(msg tea.Msg) tea.Cmd {
	if r, ok := a.focus().(kit.Receiver); ok {
		return r.Receive(msg)
	}
	return nil
}

func (a *App) resize(w, h int) {
	a.w, a.h = w, h
	a.layout = kit.LayoutFrame(w, h)
	if kit.TooSmall(w, h) {
		return
	}
	for _, p := range a.panes {
		p.SetSize(a.layout.Body.W, a.layout.Body.H)
	}
	// What is not in sight takes the size up when it is shown.
	if r, ok := a.panes[a.screen].(kit.Refreshed); ok {
		r.Refresh()
	}
	if a.window != nil {
		a.window.SetSize(a.layout.Body.W, a.layout.Body.H)
	}
}

func (a *App) restyle(dark bool) {
	a.ctx.Styles = kit.NewStyles(dark, a.ctx.Alphabet)
	for _, p := range a.panes {
		if r, ok := p.(kit.Restyled); ok {
			r.Restyle()
		}
	}
	if r, ok := a.window.(kit.Restyled); ok {
		r.Restyle()
	}
}

// key sends a key to text entry if that has the focus, else to the bindings.
// ctrl+c quits from anywhere.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "ctrl+c" {
		return tea.Quit
	}
	if kit.TooSmall(a.w, a.h) {
		if msg.String() == "q" {
			return a.act(keys.Quit)
		}
		return nil
	}
	a.status = session.StatusMsg{}
	focus := a.focus()
	if t, ok := focus.(kit.Typist); ok && !evenInText(msg.String()) {
		if cmd, handled := t.Key(msg); handled {
			return tea.Batch(cmd, a.refresh())
		}
	}
	action, ok := keys.Lookup(focus.Scope(), msg.String())
	if !ok {
		return nil
	}
	if cmd, handled := focus.Handle(action); handled {
		return tea.Batch(cmd, a.refresh())
	}
	return a.act(action)
}

// evenInText reports whether a key is a command where text is typed too.
func evenInText(key string) bool {
	action, ok := keys.Listed(keys.Global, key)
	return ok && len(key) > 1 && slices.Contains(keys.Always, action)
}

// ready ends a request of which all is known.
func (a *App) ready(msg session.ReadyMsg) tea.Cmd {
	if msg.Request.Of != a.ctx.Session.Result {
		a.ctx.Work.Ask(msg.Request) // is given up with a word
		return nil
	}
	cmd := msg.Request.Then(msg.Err)
	return tea.Batch(cmd, a.refresh())
}

// refresh lets what is in sight take up a change of the session, or what the
// worker has found.
func (a *App) refresh() tea.Cmd {
	if r, ok := a.focus().(kit.Refreshed); ok {
		r.Refresh()
	}
	return nil
}

func (a *App) show(s kit.Screen) tea.Cmd {
	a.screen, a.window = s, nil
	return a.refresh()
}

func (a *App) openWindow(p kit.Pane) tea.Cmd {
	a.window = p
	p.SetSize(a.layout.Body.W, a.layout.Body.H)
	if r, ok := p.(kit.Receiver); ok {
		return r.Receive(nil)
	}
	return a.refresh()
}

// act carries out an action that no pane took.
func (a *App) act(action keys.Action) tea.Cmd {
	switch action {
	case keys.Interrupt:
		return tea.Quit
	case keys.Suspend:
		return tea.Suspend
	case keys.Quit:
		return a.quit()
	case keys.Help:
		return a.openWindow(window.NewHelp(a.ctx, a.focus().Scope(), a.window))
	case keys.OpenStarts:
		return a.openWindow(window.NewColdStarts(a.ctx))
	case keys.OpenFacts:
		return a.openWindow(window.NewFacts(a.ctx))
	case keys.OpenGrowth:
		return a.openWindow(growthscreen.NewWindow(a.ctx))
	case keys.NextScreen:
		return a.show((a.screen + 1) % kit.ScreenCount)
	case keys.PrevScreen:
		return a.show((a.screen + kit.ScreenCount - 1) % kit.ScreenCount)
	case keys.GoChecklist, keys.GoSystem, keys.GoLab, keys.GoSplit, keys.GoVerdict:
		return a.show(map[keys.Action]kit.Screen{
			keys.GoChecklist: kit.Checklist, keys.GoSystem: kit.System, keys.GoLab: kit.Lab, keys.GoSplit: kit.Split, keys.GoVerdict: kit.Verdict,
		}[action])
	case keys.Undo:
		return a.travel(a.ctx.Session.Undo, "undone", "nothing to undo")
	case keys.Redo:
		return a.travel(a.ctx.Session.Redo, "redone", "nothing to redo")
	case keys.ToggleTax:
		return a.toggleTax()
	case keys.SwitchTheme:
		a.config.Theme = kit.ThemeDark // from now on the user's choice, whatever the terminal says
		a.restyle(!a.ctx.Styles.Dark)
	case keys.SwitchMouse:
		a.mouse = !a.mouse
		return session.Say(map[bool]string{true: "mouse on", false: "mouse off: the terminal selects text"}[a.mouse])
	default:
		return a.fileAction(action)
	}
	return nil
}

// travel goes through the history. A change that only the split screen shows is
// named, as other screens stay as they are.
func (a *App) travel(move func() bool, done, none string) tea.Cmd {
	before, doc := a.ctx.Session.Result, a.ctx.Session.Doc
	if !move() {
		return session.Say(none)
	}
	if now := a.ctx.Session.Doc; now != doc {
		return tea.Batch(a.refresh(), session.Say(done+": back to "+cmp.Or(now.File, "the scenario without a file")))
	}
	if a.ctx.Session.Result == before {
		done += ": the placement in hand on the split screen"
	}
	return tea.Batch(a.refresh(), session.Say(done))
}

// click opens a tab, or goes to what was clicked.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	m := msg.Mouse()
	if m.Button != tea.MouseLeft || kit.TooSmall(a.w, a.h) {
		return nil
	}
	if m.Y == a.layout.Header.Y {
		if s, ok := a.tabAt(m.X); ok {
			return a.show(s)
		}
	}
	if c, ok := a.focus().(kit.Clickable); ok && a.layout.Body.Contains(m.X, m.Y) {
		return tea.Batch(c.Click(m.X-a.layout.Body.X, m.Y-a.layout.Body.Y), a.refresh())
	}
	return nil
}

func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	action := keys.MoveDown
	if msg.Mouse().Button == tea.MouseWheelUp {
		action = keys.MoveUp
	}
	cmd, _ := a.focus().Handle(action)
	return tea.Batch(cmd, a.refresh())
}
