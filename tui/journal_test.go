package tui

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// diary is a journal in memory.
type diary struct {
	kept     []*session.Unsaved
	sessions []session.Unfinished
	problems []error
	taken    []string
	gone     []string
	other    bool // another window takes everything
}

func (d *diary) Keep(u *session.Unsaved) { d.kept = append(d.kept, u) }

func (d *diary) Unfinished(file string) ([]session.Unfinished, []error) {
	var list []session.Unfinished
	for _, u := range d.sessions {
		if (file == "" || u.File == file) && !slices.Contains(append(d.taken, d.gone...), u.ID) {
			list = append(list, u)
		}
	}
	return list, d.problems
}

func (d *diary) Take(id string) error {
	if d.other {
		return ErrTaken
	}
	d.taken = append(d.taken, id)
	return nil
}

func (d *diary) Discard(id string) error {
	d.gone = append(d.gone, id)
	return nil
}

func (d *diary) Trouble() <-chan error { return nil }

// last is the newest state that was kept.
func (d *diary) last() *session.Unsaved {
	if len(d.kept) == 0 {
		return nil
	}
	return d.kept[len(d.kept)-1]
}

func TestEveryChangeIsKept(t *testing.T) {
	t.Parallel()
	d := &diary{}
	files := memory{"a.yaml": []byte(ordersFile)}
	s, err := scenariofile.Decode("", []byte(ordersFile))
	if err != nil {
		t.Fatal(err)
	}
	a := newApp(t, Config{Scenario: s, File: "a.yaml", Original: files["a.yaml"], Files: files, Start: kit.Lab, Journal: d}, 100, 30)
	if len(d.kept) != 0 {
		t.Fatalf("kept before a change: %+v", d.last())
	}
	for i := range 3 {
		press(a, "right")
		if u := d.last(); len(d.kept) != i+1 || u.Changes != i+1 || u.File != "a.yaml" || string(u.Original) != ordersFile || !scenariotest.Same(u.Scenario, a.ctx.Session.Scenario) {
			t.Fatalf("after %d changes %d are kept: %+v", i+1, len(d.kept), u)
		}
	}
	press(a, "down", "tab", "shift+tab", "?", "esc")
	if len(d.kept) != 3 {
		t.Errorf("looking around is kept: %d", len(d.kept))
	}
	press(a, "u")
	if u := d.last(); len(d.kept) != 4 || u.Changes != 2 || !scenariotest.Same(u.Scenario, a.ctx.Session.Scenario) {
		t.Errorf("undo: %+v", u)
	}
	press(a, "ctrl+s")
	if u := d.last(); u != nil {
		t.Errorf("after saving: %+v", u)
	}
	press(a, "right")
	if u := d.last(); u == nil || u.Changes != 1 || string(u.Original) != string(files["a.yaml"]) {
		t.Errorf("after a change of what was saved: %+v", u)
	}
	press(a, "ctrl+p", "1", "2") // a preset, opened anyway
	if u := d.last(); u != nil {
		t.Errorf("a preset is not unsaved: %+v", u)
	}
	press(a, "right")
	if u := d.last(); u == nil || u.File != "" || u.Original != nil || u.Changes != 1 {
		t.Errorf("a change of a preset: %+v", u)
	}
}

// twoCutOff returns two sessions that were cut off.
func twoCutOff(t *testing.T) []session.Unfinished {
	t.Helper()
	s, err := scenariofile.Decode("", []byte(ordersFile))
	if err != nil {
		t.Fatal(err)
	}
	s.Name = scenario.Some("changed")
	return []session.Unfinished{
		{ID: "1", When: "14:03", Note: "a.yaml was changed by another program since.", Unsaved: session.Unsaved{File: "a.yaml", Original: []byte(ordersFile), Scenario: s, Changes: 12}},
		{ID: "2", When: "27 Nov 09:00", Unsaved: session.Unsaved{Scenario: s, Changes: 1}},
	}
}

func TestASessionThatWasCutOffIsOffered(t *testing.T) {
	t.Parallel()
	theirs := ordersFile + "# theirs\n"
	start := func() (*App, *diary, memory) {
		d, files := &diary{sessions: twoCutOff(t)}, memory{"a.yaml": []byte(theirs)}
		a := newApp(t, Config{Start: kit.Checklist, Files: files, Journal: d}, 100, 30)
		drain(a, a.recover("")) // as at the start, before a screen was chosen
		asks(t, a, "An unsaved session of 14:03", "a.yaml, 12 changes that no file holds", "was changed by another program since")
		return a, d, files
	}

	a, d, files := start()
	press(a, "1")
	if u := d.last(); !slices.Equal(d.taken, []string{"1"}) || u == nil || u.Changes != 12 || u.File != "a.yaml" || !bytes.Equal(u.Original, d.sessions[0].Original) || !scenariotest.Same(u.Scenario, d.sessions[0].Scenario) {
		t.Errorf("%v, %+v", d.taken, u)
	}
	if !scenariotest.Same(a.ctx.Session.Scenario, d.sessions[0].Scenario) || !a.ctx.Session.Dirty() || a.screen != kit.Lab {
		t.Error("it does not go on")
	}
	press(a, "ctrl+s")
	asks(t, a, "a.yaml was changed by another program", "name: changed, in the file orders")
	press(a, "1")
	if back, err := scenariofile.Decode("", files["a.yaml"]); err != nil || back.Name.Or("") != "changed" || d.last() != nil {
		t.Errorf("%v\n%s", err, files["a.yaml"])
	}
	press(a, "u")
	if a.ctx.Session.Doc.File != "" || a.ctx.Session.Dirty() {
		t.Error("undo does not bring back what was there at the start")
	}

	a, d, _ = start()
	press(a, "2")
	if !slices.Equal(d.gone, []string{"1"}) {
		t.Errorf("discarded: %v", d.gone)
	}
	asks(t, a, "An unsaved session of 27 Nov 09:00", "a scenario without a file, 1 change that")
	press(a, "1")
	if !slices.Equal(d.taken, []string{"2"}) || !a.ctx.Session.Dirty() || a.ctx.Session.Doc.File != "" {
		t.Errorf("taken: %v", d.taken)
	}

	for _, key := range []string{"3", "esc"} {
		a, d, _ = start()
		press(a, key)
		if a.window != nil || len(d.taken)+len(d.gone)+len(d.kept) != 0 {
			t.Errorf("%s: %v %v", key, d.taken, d.gone)
		}
	}

	a, d, _ = start()
	d.other = true
	press(a, "1")
	says(t, a, "another window goes on with it already")
	if a.ctx.Session.Dirty() || len(d.kept) != 0 {
		t.Error("goes on with what another window has")
	}

	a, _, _ = start()
	press(a, "4")
	asks(t, a, "An unsaved session of 27 Nov 09:00")
}

// TestOpeningAFileOffersItsSession, at the start and later.
func TestOpeningAFileOffersItsSession(t *testing.T) {
	t.Parallel()
	files := memory{"a.yaml": []byte(ordersFile), "b.yaml": []byte(ordersFile)}
	s, err := scenariofile.Decode("", []byte(ordersFile))
	if err != nil {
		t.Fatal(err)
	}
	d := &diary{sessions: twoCutOff(t)}
	a := newApp(t, Config{Scenario: s, File: "b.yaml", Original: files["b.yaml"], Files: files, Start: kit.Lab, Journal: d}, 100, 30)
	if a.window != nil {
		t.Errorf("the session of another file is offered: %T", a.window)
	}
	press(a, "ctrl+o", "a", ".", "y", "a", "m", "l", "enter")
	asks(t, a, "An unsaved session of 14:03", "a.yaml")
}

// TestTheNextKeyGoesToWhatWasOpened: a key that follows at once does not reach
// the screen before, nor the question that was answered.
func TestTheNextKeyGoesToWhatWasOpened(t *testing.T) {
	t.Parallel()
	d := &diary{sessions: twoCutOff(t)}
	a := newApp(t, Config{Start: kit.Checklist, Files: memory{"a.yaml": []byte(ordersFile)}, Journal: d}, 100, 30)
	drain(a, a.recover(""))
	a.Update(keyMsg("2")) // what has to run in the background has not run yet
	asks(t, a, "An unsaved session of 27 Nov 09:00")

	a = newApp(t, Config{Start: kit.Checklist, Journal: &diary{}}, 100, 30)
	a.Update(openedMsg{scenario: preset(t, "saas-api"), file: "a.yaml"})
	if a.screen != kit.Lab {
		t.Errorf("after a file was opened the next key goes to screen %d", a.screen)
	}
}

func TestWhatIsWrongWithKeptSessionsIsSaid(t *testing.T) {
	t.Parallel()
	d := &diary{problems: []error{errors.New("an unsaved session is damaged"), errors.New("x")}}
	a := newApp(t, Config{Start: kit.Checklist, Journal: d}, 100, 30)
	says(t, a, "an unsaved session is damaged (and 1 more)")
}

func TestQuittingWithoutSavingGivesUp(t *testing.T) {
	t.Parallel()
	a := editor(t, memory{"a.yaml": []byte(ordersFile)}, "a.yaml")
	change(t, a, "name=x")
	if quit := press(a, "q", "2"); !quit || !a.discarded {
		t.Errorf("quit %v, given up %v", quit, a.discarded)
	}
	a = editor(t, memory{"a.yaml": []byte(ordersFile)}, "a.yaml")
	change(t, a, "name=x")
	if quit := press(a, "ctrl+c"); !quit || a.discarded {
		t.Errorf("ctrl+c: quit %v, given up %v", quit, a.discarded)
	}
}
