package tui

import (
	"bytes"
	"strings"
	"testing"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
	"runwhere/tui/kit"
)

// ordersFile is a scenario file with a person's comments.
const ordersFile = "# ours\nrunwhere: 1\nname: orders\ncomponents:\n  - name: api # the heart\n    requests_per_month: 5M\n    duration: 500ms\n"

// editor opens a file in the lab.
func editor(t *testing.T, files memory, name string) *App {
	t.Helper()
	s, err := scenariofile.Decode(name, files[name])
	if err != nil {
		t.Fatal(err)
	}
	return newApp(t, Config{Scenario: s, File: name, Original: files[name], Files: files, Start: kit.Lab}, 100, 30)
}

// change sets a value of the scenario as a key would.
func change(t *testing.T, a *App, assignment string) {
	t.Helper()
	next, err := scenario.Set(a.ctx.Session.Scenario, assignment)
	if err == nil {
		err = a.ctx.Session.Apply(next)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// asks fails unless a window asks, and says all of the words.
func asks(t *testing.T, a *App, words ...string) {
	t.Helper()
	if _, ok := a.window.(*kit.Picker); !ok {
		t.Fatalf("nothing is asked: %T, %q", a.window, a.status.Text)
	}
	text := strings.Join(strings.Fields(plain(a)), " ")
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("does not say %q:\n%s", w, plain(a))
		}
	}
}

// says fails unless no window is open and the status line has the words.
func says(t *testing.T, a *App, words string) {
	t.Helper()
	if a.window != nil || !strings.Contains(a.status.Text, words) {
		t.Errorf("%T is open and the status line says %q, not %q", a.window, a.status.Text, words)
	}
}

func TestSavingAsksWhereAnotherProgramChangedTheFile(t *testing.T) {
	t.Parallel()
	theirs := strings.NewReplacer("500ms", "800ms", "# ours", "# theirs").Replace(ordersFile)
	conflict := func() (*App, memory) {
		files := memory{"orders.yaml": []byte(ordersFile)}
		a := editor(t, files, "orders.yaml")
		change(t, a, "requests_per_month=7M")
		files["orders.yaml"] = []byte(theirs)
		press(a, "ctrl+s")
		asks(t, a, "orders.yaml was changed by another program", "components.api.duration: 500ms, in the file 800ms", "components.api.requests_per_month: 7M, in the file 5M")
		if string(files["orders.yaml"]) != theirs {
			t.Errorf("it is written before anybody answers:\n%s", files["orders.yaml"])
		}
		return a, files
	}
	ours := strings.Replace(ordersFile, "5M", "7M", 1)

	a, files := conflict()
	press(a, "1")
	says(t, a, "saved to orders.yaml")
	if want := strings.Replace(ours, "# ours", "# theirs", 1); string(files["orders.yaml"]) != want || a.ctx.Session.Dirty() {
		t.Errorf("after writing ours it holds\n%s", files["orders.yaml"])
	}
	change(t, a, "name=again")
	press(a, "ctrl+s")
	says(t, a, "saved to orders.yaml")

	a, _ = conflict()
	mine := a.ctx.Session.Scenario
	press(a, "2")
	if got, _ := scenariofile.Decode("", []byte(theirs)); !scenariotest.Same(a.ctx.Session.Scenario, got) || a.ctx.Session.Dirty() {
		t.Error("theirs is not opened")
	}
	press(a, "u")
	if !scenariotest.Same(a.ctx.Session.Scenario, mine) || !a.ctx.Session.Dirty() {
		t.Error("undo does not bring ours back")
	}
	press(a, "ctrl+s")
	asks(t, a, "was changed by another program")

	a, files = conflict()
	press(a, "3", "enter")
	says(t, a, "saved to orders-2.yaml")
	if string(files["orders.yaml"]) != theirs || string(files["orders-2.yaml"]) != ours || a.ctx.Session.Doc.File != "orders-2.yaml" {
		t.Errorf("under another name\n%s", files["orders-2.yaml"])
	}

	for _, key := range []string{"4", "esc"} {
		a, files = conflict()
		press(a, key)
		if string(files["orders.yaml"]) != theirs || !a.ctx.Session.Dirty() || a.window != nil {
			t.Error("staying does something")
		}
	}
}

// TestSavingSaysWhatIsWrongWithTheFile tries what else may be in its place.
func TestSavingSaysWhatIsWrongWithTheFile(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		now   string // "" for no file
		words []string
	}{
		"deleted":      {"", []string{"orders.yaml is not there any more", "write it again"}},
		"unreadable":   {"runwhere: [", []string{"changed by another program", "does not hold a scenario that can be read"}},
		"comments":     {strings.Replace(ordersFile, "# ours", "# theirs", 1) + "# more\n", []string{"duration: 600ms, in the file 500ms"}},
		"same values":  {strings.Replace(ordersFile, "500ms", "600ms # now", 1), []string{"says the same as yours; only comments or layout differ"}},
		"left out":     {strings.Replace(ordersFile, "    duration: 500ms\n", "", 1), []string{"duration: 600ms, in the file left out"}},
		"another part": {ordersFile + "  - name: pdf\n", []string{"components.pdf: in the file only"}},
	} {
		files := memory{"orders.yaml": []byte(ordersFile)}
		a := editor(t, files, "orders.yaml")
		change(t, a, "components.api.duration=600ms")
		if files["orders.yaml"] = []byte(c.now); c.now == "" {
			delete(files, "orders.yaml")
		}
		press(a, "ctrl+s")
		asks(t, a, c.words...)
		press(a, "1")
		says(t, a, "saved to orders.yaml")
		if back, err := scenariofile.Decode("", files["orders.yaml"]); err != nil || !scenariotest.Same(back, a.ctx.Session.Scenario) {
			t.Errorf("%s: %v\n%s", name, err, files["orders.yaml"])
		}
		// A value that was changed by hand has its line in the file from then on.
		line := 1 + strings.Count(string(files["orders.yaml"][:bytes.Index(files["orders.yaml"], []byte("600ms"))]), "\n")
		f, at, _ := scenario.Find(&a.ctx.Session.Scenario, "components.api.duration")
		if source := f.Source(&a.ctx.Session.Scenario, at); source != (scenario.Source{Kind: scenario.FromFile, File: "orders.yaml", Line: line}) {
			t.Errorf("%s: the source is %+v and should be line %d of\n%s", name, source, line, files["orders.yaml"])
		}
	}
	// Another program that wrote what we would write is no reason to ask.
	files := memory{"orders.yaml": []byte(ordersFile)}
	a := editor(t, files, "orders.yaml")
	change(t, a, "components.api.duration=600ms")
	files["orders.yaml"] = []byte(strings.Replace(ordersFile, "500ms", "600ms", 1))
	press(a, "ctrl+s")
	says(t, a, "saved to orders.yaml")
}

func TestANewNameIsNotWrittenOverWithoutAQuestion(t *testing.T) {
	t.Parallel()
	files := memory{"decision.yaml": []byte(ordersFile), "decision.md": []byte("notes")}
	a := newApp(t, Config{Start: kit.Lab, Files: files}, 100, 30)
	press(a, "ctrl+p", "1")
	change(t, a, "name=decision")
	press(a, "ctrl+s", "enter")
	asks(t, a, "decision.yaml exists already", "name: decision, in the file orders")
	press(a, "3", "enter")
	says(t, a, "saved to decision-2.yaml")
	press(a, "w", "1", "enter")
	asks(t, a, "decision.md exists already")
	if string(files["decision.md"]) != "notes" || string(files["decision.yaml"]) != ordersFile {
		t.Error("a file is replaced before anybody answers")
	}
	press(a, "2", "enter")
	says(t, a, "written to decision-2.md")
	press(a, "w", "1", "enter", "1")
	says(t, a, "written to decision.md")
	if !scenariofile.IsRecord(files["decision.md"]) || string(files["decision.md"]) != string(files["decision-2.md"]) {
		t.Error("the record is not written")
	}
	press(a, "w", "3", "ctrl+u")
	for _, r := range "decision-2.yaml" {
		press(a, string(r))
	}
	press(a, "enter")
	says(t, a, "the scenario itself is in this file")
}

// TestOpeningAsksAboutUnsavedChanges opens a file, and a preset, over a changed
// scenario in each of the three ways.
func TestOpeningAsksAboutUnsavedChanges(t *testing.T) {
	t.Parallel()
	other := strings.Replace(ordersFile, "name: orders", "name: other", 1)
	open := [][]string{{"ctrl+o", "b", ".", "y", "a", "m", "l", "enter"}, {"ctrl+p", "1"}}
	for _, keys := range open {
		start := func() (*App, memory) {
			files := memory{"a.yaml": []byte(ordersFile), "b.yaml": []byte(other)}
			a := editor(t, files, "a.yaml")
			change(t, a, "requests_per_month=7M")
			press(a, keys...)
			asks(t, a, "The scenario has unsaved changes")
			return a, files
		}
		ours := strings.Replace(ordersFile, "5M", "7M", 1)

		a, files := start()
		press(a, "1")
		if a.ctx.Session.Dirty() || a.ctx.Session.Doc.File == "a.yaml" || string(files["a.yaml"]) != ours {
			t.Errorf("%v: not saved and opened: %s", keys, files["a.yaml"])
		}

		a, files = start()
		mine := a.ctx.Session.Scenario
		press(a, "2")
		if scenariotest.Same(a.ctx.Session.Scenario, mine) || a.ctx.Session.Dirty() {
			t.Errorf("%v: not opened", keys)
		}
		theirs, file := a.ctx.Session.Scenario, a.ctx.Session.Doc.File
		press(a, "u")
		says(t, a, "back to a.yaml")
		if !scenariotest.Same(a.ctx.Session.Scenario, mine) || !a.ctx.Session.Dirty() {
			t.Errorf("%v: undo does not bring the changes back", keys)
		}
		press(a, "ctrl+s")
		if string(files["a.yaml"]) != ours || string(files["b.yaml"]) != other {
			t.Errorf("%v: saved to the wrong file", keys)
		}
		press(a, "ctrl+r")
		if !scenariotest.Same(a.ctx.Session.Scenario, theirs) || a.ctx.Session.Doc.File != file {
			t.Errorf("%v: redo does not open it again", keys)
		}
		press(a, "u", "u")
		if !a.ctx.Session.Dirty() { // what was saved is no longer what is shown
			t.Errorf("%v: a scenario before the one that was saved counts as saved", keys)
		}

		a, files = start()
		press(a, "3")
		if !scenariotest.Same(a.ctx.Session.Scenario, mine) || a.window != nil || string(files["a.yaml"]) != ordersFile {
			t.Errorf("%v: staying does something", keys)
		}
	}
}

// TestAPresetIsNotSavedIntoTheFileBefore: a preset has no file.
func TestAPresetIsNotSavedIntoTheFileBefore(t *testing.T) {
	t.Parallel()
	files := memory{"a.yaml": []byte(ordersFile)}
	a := editor(t, files, "a.yaml")
	press(a, "ctrl+p", "1", "ctrl+s")
	if _, ok := a.window.(*kit.Prompt); !ok || string(files["a.yaml"]) != ordersFile {
		t.Errorf("%T\n%s", a.window, files["a.yaml"])
	}
}

func TestAFileThatDoesNotOpenChangesNothing(t *testing.T) {
	t.Parallel()
	a := editor(t, memory{"a.yaml": []byte(ordersFile), "x": []byte("runwhere: [")}, "a.yaml")
	before := a.ctx.Session.Scenario
	press(a, "ctrl+o", "x", "enter")
	if a.window != nil || !a.status.Bad || !scenariotest.Same(a.ctx.Session.Scenario, before) || a.ctx.Session.Doc.File != "a.yaml" {
		t.Errorf("%q", a.status.Text)
	}
}

func TestSaveAndQuitEndsOnlyWhenSaved(t *testing.T) {
	t.Parallel()
	files := memory{"a.yaml": []byte(ordersFile)}
	a := editor(t, files, "a.yaml")
	change(t, a, "requests_per_month=7M")
	if quit := press(a, "q", "1"); !quit || !strings.Contains(string(files["a.yaml"]), "7M") {
		t.Errorf("quit %v\n%s", quit, files["a.yaml"])
	}
	a = editor(t, files, "a.yaml")
	change(t, a, "requests_per_month=9M")
	files["a.yaml"] = []byte(ordersFile)
	if quit := press(a, "q", "1"); quit {
		t.Error("quits over a question")
	}
	asks(t, a, "was changed by another program")
	if quit := press(a, "1"); !quit || !strings.Contains(string(files["a.yaml"]), "9M") {
		t.Errorf("quit %v\n%s", quit, files["a.yaml"])
	}
}

func TestOtherNames(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"a.yaml": "a-2.yaml", "a-2.yaml": "a-3.yaml", "d/a-b.md": "d/a-b-2.md", "a": "a-2", "scenario-9.yaml": "scenario-10.yaml", "a--1": "a--2", "-1.yaml": "-1-2.yaml",
	} {
		if got := otherName(file); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
}

// TestSavingSaysWhatIsNotInTheFile: a placement in hand is tried, not decided.
func TestSavingSaysWhatIsNotInTheFile(t *testing.T) {
	t.Parallel()
	files := memory{"a.yaml": []byte("runwhere: 1\ncomponents:\n  - {name: a, requests_per_month: 5M}\n  - {name: b, requests_per_month: 7M}\n")}
	s, err := scenariofile.Decode("", files["a.yaml"])
	if err != nil {
		t.Fatal(err)
	}
	a := newApp(t, Config{Scenario: s, File: "a.yaml", Original: files["a.yaml"], Files: files, Start: kit.Split}, 120, 40)
	press(a, "ctrl+s")
	says(t, a, "saved to a.yaml")
	if strings.Contains(plain(a), "placement in hand") {
		t.Error("nothing is in hand")
	}
	press(a, "h", "ctrl+s")
	says(t, a, "saved to a.yaml without the placement in hand")
	press(a, "X", "ctrl+s")
	if strings.Contains(plain(a), "placement in hand") || !strings.Contains(string(files["a.yaml"]), "pin: serverless") {
		t.Errorf("it is pinned and saved:\n%s", files["a.yaml"])
	}
}
