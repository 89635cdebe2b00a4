package tui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"runwhere/tui/ask"
)

// Update changes the model for one message. Nothing slow runs in it: what takes
// longer than a keypress is left to the worker, which looks after every message
// at what is wanted now.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer a.keep()
	rest := a.settle(a.update(msg))
	for {
		said, task := a.ctx.work.next(a.ctx.session.Result, a.inSight())
		rest = append(rest, a.settle(said)...)
		if task != nil {
			rest = append(rest, task.run)
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
	case gotoMsg, statusMsg, windowMsg, closeMsg, actionMsg, readyMsg:
		return a.settle(a.update(msg))
	case ask.PasteMsg:
		return []tea.Cmd{ask.ReadClipboard}
	case detachedMsg:
		return []tea.Cmd{msg.run}
	default:
		return []tea.Cmd{send(msg)}
	}
}

// inSight lists what is worked out for what is on the screen, the window over
// it first.
func (a *App) inSight() []*finding {
	var searches []*finding
	for _, p := range []pane{a.window, a.panes[a.screen]} {
		if s, ok := p.(searcher); ok && !tooSmall(a.w, a.h) {
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
		if a.config.Theme == ThemeAuto {
			a.restyle(msg.IsDark())
		}
		return nil
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseWheelMsg:
		return a.wheel(msg)
	case gotoMsg:
		return a.show(msg.screen)
	case ask.NoClipboardMsg:
		return say("the clipboard cannot be read here: paste with the terminal's own key")
	case statusMsg:
		a.status = msg
		return nil
	case workedMsg:
		return tea.Batch(a.ctx.work.take(msg), a.refresh())
	case readyMsg:
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
	case detachedMsg: // a start asks for it, before there is an Update
		return send(msg)
	case windowMsg:
		return a.openWindow(msg.window)
	case closeMsg:
		a.window = nil
		return a.refresh()
	case actionMsg:
		return a.act(msg.action)
	}
	return a.forward(msg)
}

// forward gives a message that is not the program's own to what has the focus.
func (a *App) forward(msg tea.Msg) tea.Cmd {
	if r, ok := a.focus().(receiver); ok {
		return r.Receive(msg)
	}
	return nil
}

func (a *App) resize(w, h int) {
	a.w, a.h = w, h
	a.layout = layoutFrame(w, h)
	if tooSmall(w, h) {
		return
	}
	for _, p := range a.panes {
		p.SetSize(a.layout.Body.W, a.layout.Body.H)
	}
	if a.window != nil {
		a.window.SetSize(a.layout.Body.W, a.layout.Body.H)
	}
}

func (a *App) restyle(dark bool) {
	a.ctx.styles = NewStyles(dark, a.ctx.alphabet)
	for _, p := range a.panes {
		if r, ok := p.(restyled); ok {
			r.Restyle()
		}
	}
	if r, ok := a.window.(restyled); ok {
		r.Restyle()
	}
}

// key sends a key to text entry if that has the focus, else to the bindings.
// ctrl+c quits from anywhere.
func (a *App) key(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "ctrl+c" {
		return tea.Quit
	}
	if tooSmall(a.w, a.h) {
		if msg.String() == "q" {
			return a.act(Quit)
		}
		return nil
	}
	a.status = statusMsg{}
	focus := a.focus()
	if t, ok := focus.(typist); ok && !evenInText(msg.String()) {
		if cmd, handled := t.Key(msg); handled {
			return tea.Batch(cmd, a.refresh())
		}
	}
	action, ok := lookup(focus.Scope(), msg.String())
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
	action, ok := listed(Global, key)
	return ok && len(key) > 1 && slices.Contains(always, action)
}

// ready ends a request of which all is known.
func (a *App) ready(msg readyMsg) tea.Cmd {
	if msg.request.of != a.ctx.session.Result {
		a.ctx.work.ask(msg.request) // is given up with a word
		return nil
	}
	cmd := msg.request.then(msg.err)
	return tea.Batch(cmd, a.refresh())
}

// refresh lets what is in sight take up a change of the session, or what the
// worker has found.
func (a *App) refresh() tea.Cmd {
	if r, ok := a.focus().(refreshed); ok {
		r.Refresh()
	}
	return nil
}

func (a *App) show(s Screen) tea.Cmd {
	a.screen, a.window = s, nil
	return a.refresh()
}

func (a *App) openWindow(p pane) tea.Cmd {
	a.window = p
	p.SetSize(a.layout.Body.W, a.layout.Body.H)
	if r, ok := p.(receiver); ok {
		return r.Receive(nil)
	}
	return a.refresh()
}

// act carries out an action that no pane took.
func (a *App) act(action Action) tea.Cmd {
	switch action {
	case Interrupt:
		return tea.Quit
	case Suspend:
		return tea.Suspend
	case Quit:
		return a.quit()
	case Help:
		return a.openWindow(newHelpWindow(a.ctx, a.focus().Scope(), a.window))
	case OpenStarts:
		return a.openWindow(newColdStartWindow(a.ctx))
	case OpenFacts:
		return a.openWindow(newFactsWindow(a.ctx))
	case OpenGrowth:
		return a.openWindow(newGrowthWindow(a.ctx))
	case NextScreen:
		return a.show((a.screen + 1) % screenCount)
	case PrevScreen:
		return a.show((a.screen + screenCount - 1) % screenCount)
	case GoChecklist, GoSystem, GoLab, GoSplit, GoVerdict:
		return a.show(map[Action]Screen{
			GoChecklist: Checklist, GoSystem: System, GoLab: Lab, GoSplit: Split, GoVerdict: Verdict,
		}[action])
	case Undo:
		return a.travel(a.ctx.session.Undo, "undone", "nothing to undo")
	case Redo:
		return a.travel(a.ctx.session.Redo, "redone", "nothing to redo")
	case ToggleTax:
		return a.toggleTax()
	case SwitchTheme:
		a.config.Theme = ThemeDark // from now on the user's choice, whatever the terminal says
		a.restyle(!a.ctx.styles.Dark)
	case SwitchMouse:
		a.mouse = !a.mouse
		return say(map[bool]string{true: "mouse on", false: "mouse off: the terminal selects text"}[a.mouse])
	default:
		return a.fileAction(action)
	}
	return nil
}

// travel goes through the history. A change that only the split screen shows is
// named, as other screens stay as they are.
func (a *App) travel(move func() bool, done, none string) tea.Cmd {
	before, doc := a.ctx.session.Result, a.ctx.session.doc
	if !move() {
		return say(none)
	}
	if now := a.ctx.session.doc; now != doc {
		return tea.Batch(a.refresh(), say(done+": back to "+cmp.Or(now.file, "the scenario without a file")))
	}
	if a.ctx.session.Result == before {
		done += ": the placement in hand on the split screen"
	}
	return tea.Batch(a.refresh(), say(done))
}

// click opens a tab, or goes to what was clicked.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	m := msg.Mouse()
	if m.Button != tea.MouseLeft || tooSmall(a.w, a.h) {
		return nil
	}
	if m.Y == a.layout.Header.Y {
		if s, ok := a.tabAt(m.X); ok {
			return a.show(s)
		}
	}
	if c, ok := a.focus().(clickable); ok && a.layout.Body.Contains(m.X, m.Y) {
		return tea.Batch(c.Click(m.X-a.layout.Body.X, m.Y-a.layout.Body.Y), a.refresh())
	}
	return nil
}

func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	action := MoveDown
	if msg.Mouse().Button == tea.MouseWheelUp {
		action = MoveUp
	}
	cmd, _ := a.focus().Handle(action)
	return tea.Batch(cmd, a.refresh())
}
