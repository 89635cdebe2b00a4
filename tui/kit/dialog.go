package kit

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	"charm.land/bubbletea/v2"

	"runwhere/tui/ask"
	"runwhere/tui/keys"
	"runwhere/tui/session"
)

// Prompt asks for one line of text in a window: an exact value, a file name.
type Prompt struct {
	*Context
	title  string
	about  string                            // what may be typed
	echo   func(text string) (string, error) // what the text means, while it is typed
	accept func(text string) tea.Cmd         // nil: an error is on show, the window stays
	Input  textinput.Model
	limit  int    // of what may be typed, in characters
	notice string // about what was last typed or pasted
	fresh  bool   // nothing was typed yet: the first letter or paste replaces what is there
	err    error
	w, h   int
}

// NewPrompt asks for a line of text.
func NewPrompt(ctx *Context, title, about, value string, echo func(string) (string, error), accept func(string) tea.Cmd) *Prompt {
	p := &Prompt{Context: ctx, title: title, about: about, echo: echo, accept: accept, Input: textinput.New(), fresh: true}
	p.Input.Prompt = "> "
	p.Input.SetVirtualCursor(true)
	p.Input.SetValue(value)
	p.Input.CursorEnd()
	p.Restyle()
	p.Input.Focus()
	return p.Limited(ask.TextLimit)
}

// Limited sets how much may be typed, in characters. A longer value that is
// there already is kept.
func (p *Prompt) Limited(limit int) *Prompt {
	p.limit = max(limit, p.used())
	return p
}

// used is the number of characters that were typed.
func (p *Prompt) used() int { return utf8.RuneCountInString(p.Input.Value()) }

func (p *Prompt) SetSize(w, h int) { p.w, p.h = w, h; p.Input.SetWidth(max(10, min(60, w-8))) }

func (p *Prompt) Scope() keys.Scope { return keys.ScopeDialog }

// Restyle takes up the present styles.
func (p *Prompt) Restyle() {
	styles := p.Input.Styles()
	styles.Focused.Text, styles.Focused.Prompt = *p.Styles.Text.look, *p.Styles.Accent.look
	styles.Focused.Placeholder = *p.Styles.Faint.look
	styles.Cursor.Blink = false
	p.Input.SetStyles(styles)
}

// Key takes every key but enter and esc.
func (p *Prompt) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch msg.String() {
	case "enter", "esc":
		return nil, false
	case "ctrl+v":
		return ask.Paste, true
	}
	return p.Receive(msg), true
}

// Receive hands keys, pasted text and the like to the input.
func (p *Prompt) Receive(msg tea.Msg) tea.Cmd {
	if msg == nil {
		return nil
	}
	replaces := p.fresh && ask.Brings(msg)
	used := p.used()
	if replaces {
		used = 0
	}
	msg, notice, ok := ask.Take(msg, used, p.limit)
	p.notice = notice
	if !ok {
		return nil
	}
	if _, key := msg.(tea.KeyPressMsg); key || replaces {
		p.fresh = false
	}
	if replaces {
		p.Input.SetValue("")
	}
	p.Input, _ = p.Input.Update(msg) // its commands only make the cursor blink
	p.err = nil
	return nil
}

func (p *Prompt) Handle(a keys.Action) (tea.Cmd, bool) {
	switch a {
	case keys.Cancel:
		return CloseWindow(), true
	case keys.Accept:
		text := strings.TrimSpace(p.Input.Value())
		if p.echo != nil {
			if _, p.err = p.echo(text); p.err != nil {
				return nil, true
			}
		}
		return tea.Batch(CloseWindow(), p.accept(text)), true
	}
	return nil, false
}

func (p *Prompt) Lines() []string {
	s := p.Styles
	lines := []string{"", " " + p.Input.View(), ""}
	if p.notice != "" {
		lines = append(lines, s.Indent(s.Bad, p.notice, p.w-4)...)
	}
	if p.echo != nil {
		switch says, err := p.echo(strings.TrimSpace(p.Input.Value())); {
		case err != nil:
			lines = append(lines, s.Indent(s.Bad, err.Error(), p.w-4)...)
		case says != "":
			lines = append(lines, s.Indent(s.Good, says, p.w-4)...)
		}
	}
	lines = append(lines, "")
	lines = append(lines, s.Indent(s.Muted, p.about, p.w-4)...)
	return s.BoxIn(s.Accent, p.title, lines, p.w, min(p.h, len(lines)+2))
}

// Indent wraps text in one style, one cell in.
func (s *Styles) Indent(style Style, text string, w int) []string {
	var lines []string
	for _, line := range Wrap(text, w-1) {
		lines = append(lines, " "+style.Render(line))
	}
	return lines
}

// Choice is one line of a picker.
type Choice struct {
	Name, About string
	Pick        func() tea.Cmd
}

// Picker lets one of a few things be chosen with digits or with the arrows.
type Picker struct {
	*Context
	title   string
	Facts   string // what there is to know before one chooses, in lines; "" for nothing
	about   string
	Choices []Choice
	At      int
	w, h    int
}

// NewPicker asks for one of several choices.
func NewPicker(ctx *Context, title, about string, choices []Choice) *Picker {
	return &Picker{Context: ctx, title: title, about: about, Choices: choices}
}

func (p *Picker) SetSize(w, h int) { p.w, p.h = w, h }

func (p *Picker) Scope() keys.Scope { return keys.ScopePicker }

// Key takes the digits: each picks its line at once.
func (p *Picker) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if key := msg.String(); len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		if i := int(key[0] - '1'); i < len(p.Choices) {
			p.At = i
			return p.pick(), true
		}
		return session.Say(fmt.Sprintf("there is no line %s; this list has %d", key, len(p.Choices))), true
	}
	return nil, false
}

func (p *Picker) pick() tea.Cmd { return tea.Batch(CloseWindow(), p.Choices[p.At].Pick()) }

func (p *Picker) Handle(a keys.Action) (tea.Cmd, bool) {
	if at, ok := keys.Walk(p.At, len(p.Choices), p.room(), a); ok {
		p.At = at
		return nil, true
	}
	switch a {
	case keys.Accept:
		return p.pick(), true
	case keys.Cancel:
		return CloseWindow(), true
	}
	return nil, false
}

// room is how many choices are in sight, and first the first of them.
func (p *Picker) room() int { return max(1, p.h-3-len(p.above())-len(p.words())) }

func (p *Picker) first() int { return max(0, p.At-p.room()+1) }

// words is what is said below the choices.
func (p *Picker) words() []string { return p.Styles.Indent(p.Styles.Muted, p.about, p.w-4) }

// Click picks the line under the mouse.
func (p *Picker) Click(_, y int) tea.Cmd {
	if i, row := p.first()+y-1-len(p.above()), y-1-len(p.above()); row >= 0 && row < p.room() && i < len(p.Choices) {
		p.At = i
		return p.pick()
	}
	return nil
}

// above is what is above the choices.
func (p *Picker) above() []string {
	lines := []string{""}
	if p.Facts != "" {
		lines = append(append(lines, p.Styles.Indent(p.Styles.Text, p.Facts, p.w-4)...), "")
	}
	return lines
}

func (p *Picker) Lines() []string {
	s, first := p.Styles, p.first()
	lines := p.above()
	end := min(len(p.Choices), first+p.room())
	for i := first; i < end; i++ {
		digit, c := " ", &p.Choices[i]
		if i < 9 {
			digit = string(rune('1' + i))
		}
		name := Fit(digit+"  "+c.Name, 24, s.Glyphs.Ellipsis)
		if i == p.At {
			lines = append(lines, " "+s.Accent.Render(s.Glyphs.Pointer)+" "+s.Selected.Render(name)+" "+s.Text.Render(c.About))
		} else {
			lines = append(lines, "   "+s.Text.Render(name)+" "+s.Muted.Render(c.About))
		}
	}
	lines = append(append(lines, ""), p.words()...)
	return s.BoxIn(s.Accent, s.Titled(p.title, s.More(first, len(p.Choices)-end), p.w), lines, p.w, min(p.h, len(lines)+2))
}
