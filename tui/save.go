package tui

import (
	"bytes"
	"errors"
	"path/filepath"

	"charm.land/bubbletea/v2"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/ask"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// saving is one attempt to write the scenario. Everything that it needs is
// taken when the key is pressed: it is carried out in the background.
type saving struct {
	doc      *session.Document
	scenario scenario.Scenario
	file     string
	base     []byte       // the file to work the changes into, nil for none
	over     session.Over // what may be written over
	then     tea.Cmd      // what follows where nothing is unsaved any more; nil for nothing
}

// savedMsg is how an attempt to save ended.
type savedMsg struct {
	saving
	data []byte
	err  error
}

// save writes to the scenario's own file, and asks for a name where it has none.
func (a *App) save(then tea.Cmd) tea.Cmd {
	doc := a.ctx.Session.Doc
	if doc.File == "" {
		return a.saveAs(slug(a.ctx.Session.Result.Resolved.Name)+".yaml", then)
	}
	return a.saveTo(doc.File, then)
}

// saveAs asks for the name of a file.
func (a *App) saveAs(name string, then tea.Cmd) tea.Cmd {
	return kit.OpenWindow(kit.NewPrompt(a.ctx, "Save the scenario", "file name; where there is such a file you are asked", name, notEmpty, func(file string) tea.Cmd {
		return a.saveTo(file, then)
	}).Limited(ask.PathLimit))
}

// saveTo saves to a file: the document's own may be written over if it holds
// what it held, and another one if it does not exist.
func (a *App) saveTo(file string, then tea.Cmd) tea.Cmd {
	s := a.ctx.Session
	w := saving{doc: s.Doc, scenario: s.Scenario, file: file, base: s.Doc.Original, then: then}
	if file == s.Doc.File {
		w.over = s.Doc.Over()
	}
	return a.write(w)
}

// write carries out an attempt to save. There is one at a time, or a second one
// would find the file changed by the first.
func (a *App) write(w saving) tea.Cmd {
	if a.saving {
		return session.Complain(errors.New("still saving: try again in a moment"))
	}
	a.saving = true
	files, own := a.ctx.Files, w.doc.File
	over := w.doc.Over()
	return session.Detached(func() tea.Msg {
		if own != "" && w.file != own && files.Same(w.file, own) { // by another name
			w.file, w.over = own, over
		}
		data, err := session.FileOf(w.base, w.scenario)
		if err == nil {
			err = files.Write(w.file, data, w.over)
		}
		if back, unread := scenariofile.Decode(filepath.Base(w.file), data); err == nil && unread == nil {
			w.scenario = w.scenario.WithSourcesOf(&back)
		}
		return savedMsg{w, data, err}
	})
}

// saved ends an attempt to save, with a question where the file holds something
// else than expected.
func (a *App) saved(m savedMsg) tea.Cmd {
	a.saving = false
	var found *session.FoundError
	switch {
	case errors.As(m.err, &found) && (found.Missing || found.Err != nil || !bytes.Equal(found.Data, m.data)):
		return kit.OpenWindow(a.askOver(m, found))
	case m.err != nil && found == nil:
		return session.Complain(m.err)
	}
	a.ctx.Session.Saved(m.doc, m.scenario, m.file, m.data)
	if m.then != nil && !a.ctx.Session.Dirty() {
		return m.then
	}
	text := "saved to " + m.file
	if a.ctx.Session.Hand != nil {
		text += " without the placement in hand, which X pins (key 4)"
	}
	return session.Say(text)
}

// askOver asks what to do about a file that is not as expected.
func (a *App) askOver(m savedMsg, found *session.FoundError) *kit.Picker {
	name := filepath.Base(m.file)
	over := session.OverThese(found.Data)
	if found.Missing {
		over = session.OverNothing()
	} else if found.Err != nil {
		over = session.OverAnything()
	}
	again := m.saving
	again.over = over
	title, write := name+" exists already", kit.Choice{Name: "replace it", About: "with your scenario", Pick: nil}
	theirs, err := scenariofile.Decode(name, found.Data)
	reads := !found.Missing && found.Err == nil && err == nil && !scenariofile.IsRecord(found.Data)
	switch {
	case found.Missing:
		title, write = name+" is not there any more", kit.Choice{Name: "write it again", About: "with your scenario", Pick: nil}
	case m.file == m.doc.File:
		title, write = name+" was changed by another program", kit.Choice{Name: "write yours", About: "over what is there now", Pick: nil}
		if reads { // its comments are newer than ours; the values become ours
			again.base = found.Data
			write.About = "its values become yours, its comments stay"
		}
	}
	write.Pick = func() tea.Cmd { return a.write(again) }
	choices := []kit.Choice{write}
	if reads {
		choices = append(choices, kit.Choice{Name: "open theirs", About: "u brings yours back", Pick: func() tea.Cmd {
			return a.opened(openedMsg{scenario: theirs, file: m.file, data: found.Data, asked: true})
		}})
	}
	choices = append(choices,
		kit.Choice{Name: "another name", About: "both are kept", Pick: func() tea.Cmd { return a.saveAs(otherName(m.file), m.then) }},
		kit.Choice{Name: "stay", About: "nothing is written", Pick: func() tea.Cmd { return nil }})
	p := kit.NewPicker(a.ctx, title, "esc stays; nothing is written yet", choices)
	p.Facts = differs(found, theirs, err, m.scenario)
	return p
}
