package tui

import (
	"bytes"
	"errors"
	"path/filepath"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/ask"
)

// saving is one attempt to write the scenario. Everything that it needs is
// taken when the key is pressed: it is carried out in the background.
type saving struct {
	doc      *document
	scenario scenario.Scenario
	file     string
	base     []byte  // the file to work the changes into, nil for none
	over     Over    // what may be written over
	then     tea.Cmd // what follows where nothing is unsaved any more; nil for nothing
}

// savedMsg is how an attempt to save ended.
type savedMsg struct {
	saving
	data []byte
	err  error
}

// save writes to the scenario's own file, and asks for a name where it has none.
func (a *App) save(then tea.Cmd) tea.Cmd {
	doc := a.ctx.session.doc
	if doc.file == "" {
		return a.saveAs(slug(a.ctx.session.Result.Resolved.Name)+".yaml", then)
	}
	return a.saveTo(doc.file, then)
}

// saveAs asks for the name of a file.
func (a *App) saveAs(name string, then tea.Cmd) tea.Cmd {
	return openWindow(newPrompt(a.ctx, "Save the scenario", "file name; where there is such a file you are asked", name, notEmpty, func(file string) tea.Cmd {
		return a.saveTo(file, then)
	}).limited(ask.PathLimit))
}

// saveTo saves to a file: the document's own may be written over if it holds
// what it held, and another one if it does not exist.
func (a *App) saveTo(file string, then tea.Cmd) tea.Cmd {
	s := a.ctx.session
	w := saving{doc: s.doc, scenario: s.Scenario, file: file, base: s.doc.original, then: then}
	if file == s.doc.file {
		w.over = s.doc.over()
	}
	return a.write(w)
}

// write carries out an attempt to save. There is one at a time, or a second one
// would find the file changed by the first.
func (a *App) write(w saving) tea.Cmd {
	if a.saving {
		return complain(errors.New("still saving: try again in a moment"))
	}
	a.saving = true
	files, own := a.ctx.files, w.doc.file
	over := w.doc.over()
	return detached(func() tea.Msg {
		if own != "" && w.file != own && files.Same(w.file, own) { // by another name
			w.file, w.over = own, over
		}
		data, err := fileOf(w.base, w.scenario)
		if err == nil {
			err = files.Write(w.file, data, w.over)
		}
		return savedMsg{w, data, err}
	})
}

// saved ends an attempt to save, with a question where the file holds something
// else than expected.
func (a *App) saved(m savedMsg) tea.Cmd {
	a.saving = false
	var found *FoundError
	switch {
	case errors.As(m.err, &found) && (found.Missing || found.Err != nil || !bytes.Equal(found.Data, m.data)):
		return openWindow(a.askOver(m, found))
	case m.err != nil && found == nil:
		return complain(m.err)
	}
	a.ctx.session.Saved(m.doc, m.scenario, m.file, m.data)
	if m.then != nil && !a.ctx.session.Dirty() {
		return m.then
	}
	text := "saved to " + m.file
	if a.ctx.session.hand != nil {
		text += " without the placement in hand, which X pins (key 4)"
	}
	return say(text)
}

// askOver asks what to do about a file that is not as expected.
func (a *App) askOver(m savedMsg, found *FoundError) *picker {
	name := filepath.Base(m.file)
	over := OverThese(found.Data)
	if found.Missing {
		over = OverNothing()
	} else if found.Err != nil {
		over = OverAnything()
	}
	again := m.saving
	again.over = over
	title, write := name+" exists already", choice{"replace it", "with your scenario", nil}
	theirs, err := scenariofile.Decode(name, found.Data)
	reads := !found.Missing && found.Err == nil && err == nil && !scenariofile.IsRecord(found.Data)
	switch {
	case found.Missing:
		title, write = name+" is not there any more", choice{"write it again", "with your scenario", nil}
	case m.file == m.doc.file:
		title, write = name+" was changed by another program", choice{"write yours", "over what is there now", nil}
		if reads { // its comments are newer than ours; the values become ours
			again.base = found.Data
			write.about = "its values become yours, its comments stay"
		}
	}
	write.pick = func() tea.Cmd { return a.write(again) }
	choices := []choice{write}
	if reads {
		choices = append(choices, choice{"open theirs", "u brings yours back", func() tea.Cmd {
			return a.opened(openedMsg{scenario: theirs, file: m.file, data: found.Data, asked: true})
		}})
	}
	choices = append(choices,
		choice{"another name", "both are kept", func() tea.Cmd { return a.saveAs(otherName(m.file), m.then) }},
		choice{"stay", "nothing is written", func() tea.Cmd { return nil }})
	p := newPicker(a.ctx, title, "esc stays; nothing is written yet", choices)
	p.facts = differs(found, theirs, err, m.scenario)
	return p
}
