package tui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"runwhere/tui/ask"
)

// prompt asks for one line of text in a window: an exact value, a file name.
type prompt struct {
	*context
	title  string
	about  string                            // what may be typed
	echo   func(text string) (string, error) // what the text means, while it is typed
	accept func(text string) tea.Cmd         // nil: an error is on show, the window stays
	input  textinput.Model
	limit  int    // of what may be typed, in characters
	notice string // about what was last typed or pasted
	fresh  bool   // nothing was typed yet: the first letter or paste replaces what is there
	err    error
	w, h   int
}

func newPrompt(ctx *context, title, about, value string, echo func(string) (string, error), accept func(string) tea.Cmd) *prompt {
	p := &prompt{context: ctx, title: title, about: about, echo: echo, accept: accept, input: textinput.New(), fresh: true}
	p.input.Prompt = "> "
	p.input.SetVirtualCursor(true)
	p.input.SetValue(value)
	p.input.CursorEnd()
	p.Restyle()
	p.input.Focus()
	return p.limited(ask.TextLimit)
}

// limited sets how much may be typed, in characters. A longer value that is
// there already is kept.
func (p *prompt) limited(limit int) *prompt {
	p.limit = max(limit, p.used())
	return p
}

// used is the number of characters that were typed.
func (p *prompt) used() int { return utf8.RuneCountInString(p.input.Value()) }

func (p *prompt) SetSize(w, h int) { p.w, p.h = w, h; p.input.SetWidth(max(10, min(60, w-8))) }
func (p *prompt) Scope() Scope     { return ScopeDialog }

// Restyle takes up the present styles.
func (p *prompt) Restyle() {
	styles := p.input.Styles()
	styles.Focused.Text, styles.Focused.Prompt = p.styles.Text, p.styles.Accent
	styles.Focused.Placeholder = p.styles.Faint
	styles.Cursor.Blink = false
	p.input.SetStyles(styles)
}

// Key takes every key but enter and esc.
func (p *prompt) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch msg.String() {
	case "enter", "esc":
		return nil, false
	case "ctrl+v":
		return ask.Paste, true
	}
	return p.Receive(msg), true
}

// Receive hands keys, pasted text and the like to the input.
func (p *prompt) Receive(msg tea.Msg) tea.Cmd {
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
		p.input.SetValue("")
	}
	p.input, _ = p.input.Update(msg) // its commands only make the cursor blink
	p.err = nil
	return nil
}

func (p *prompt) Handle(a Action) (tea.Cmd, bool) {
	switch a {
	case Cancel:
		return closeWindow(), true
	case Accept:
		text := strings.TrimSpace(p.input.Value())
		if p.echo != nil {
			if _, p.err = p.echo(text); p.err != nil {
				return nil, true
			}
		}
		return tea.Batch(closeWindow(), p.accept(text)), true
	}
	return nil, false
}

func (p *prompt) Lines() []string {
	s := p.styles
	lines := []string{"", " " + p.input.View(), ""}
	if p.notice != "" {
		lines = append(lines, s.indent(s.Bad, p.notice, p.w-4)...)
	}
	if p.echo != nil {
		switch says, err := p.echo(strings.TrimSpace(p.input.Value())); {
		case err != nil:
			lines = append(lines, s.indent(s.Bad, err.Error(), p.w-4)...)
		case says != "":
			lines = append(lines, s.indent(s.Good, says, p.w-4)...)
		}
	}
	lines = append(lines, "")
	lines = append(lines, s.indent(s.Muted, p.about, p.w-4)...)
	return s.boxIn(s.Accent, p.title, lines, p.w, min(p.h, len(lines)+2))
}

// indent wraps text in one style, one cell in.
func (s *Styles) indent(style interface{ Render(...string) string }, text string, w int) []string {
	var lines []string
	for _, line := range wrap(text, w-1) {
		lines = append(lines, " "+style.Render(line))
	}
	return lines
}

// choice is one line of a picker.
type choice struct {
	name, about string
	pick        func() tea.Cmd
}

// picker lets one of a few things be chosen with digits or with the arrows.
type picker struct {
	*context
	title   string
	facts   string // what there is to know before one chooses, in lines; "" for nothing
	about   string
	choices []choice
	at      int
	w, h    int
}

func newPicker(ctx *context, title, about string, choices []choice) *picker {
	return &picker{context: ctx, title: title, about: about, choices: choices}
}

func (p *picker) SetSize(w, h int) { p.w, p.h = w, h }
func (p *picker) Scope() Scope     { return ScopePicker }

// Key takes the digits: each picks its line at once.
func (p *picker) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if key := msg.String(); len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		if i := int(key[0] - '1'); i < len(p.choices) {
			p.at = i
			return p.pick(), true
		}
		return say(fmt.Sprintf("there is no line %s; this list has %d", key, len(p.choices))), true
	}
	return nil, false
}

func (p *picker) pick() tea.Cmd { return tea.Batch(closeWindow(), p.choices[p.at].pick()) }

func (p *picker) Handle(a Action) (tea.Cmd, bool) {
	if at, ok := walk(p.at, len(p.choices), p.room(), a); ok {
		p.at = at
		return nil, true
	}
	switch a {
	case Accept:
		return p.pick(), true
	case Cancel:
		return closeWindow(), true
	}
	return nil, false
}

// room is how many choices are in sight, and first the first of them.
func (p *picker) room() int  { return max(1, p.h-3-len(p.above())-len(p.words())) }
func (p *picker) first() int { return max(0, p.at-p.room()+1) }

// words is what is said below the choices.
func (p *picker) words() []string { return p.styles.indent(p.styles.Muted, p.about, p.w-4) }

// Click picks the line under the mouse.
func (p *picker) Click(_, y int) tea.Cmd {
	if i, row := p.first()+y-1-len(p.above()), y-1-len(p.above()); row >= 0 && row < p.room() && i < len(p.choices) {
		p.at = i
		return p.pick()
	}
	return nil
}

// above is what stands above the choices.
func (p *picker) above() []string {
	lines := []string{""}
	if p.facts != "" {
		lines = append(append(lines, p.styles.indent(p.styles.Text, p.facts, p.w-4)...), "")
	}
	return lines
}

func (p *picker) Lines() []string {
	s, first := p.styles, p.first()
	lines := p.above()
	end := min(len(p.choices), first+p.room())
	for i := first; i < end; i++ {
		digit, c := " ", &p.choices[i]
		if i < 9 {
			digit = string(rune('1' + i))
		}
		name := fit(digit+"  "+c.name, 24, s.Glyphs.Ellipsis)
		if i == p.at {
			lines = append(lines, " "+s.Accent.Render(s.Glyphs.Pointer)+" "+s.Selected.Render(name)+" "+s.Text.Render(c.about))
		} else {
			lines = append(lines, "   "+s.Text.Render(name)+" "+s.Muted.Render(c.about))
		}
	}
	lines = append(append(lines, ""), p.words()...)
	return s.boxIn(s.Accent, s.titled(p.title, s.more(first, len(p.choices)-end), p.w), lines, p.w, min(p.h, len(lines)+2))
}
