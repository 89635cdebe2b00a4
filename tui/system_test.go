package tui

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/kit"
	systemscreen "runwhere/tui/system"
)

func newSystemApp(t testing.TB, s scenario.Scenario, w, h int) (*App, *systemscreen.Pane) {
	t.Helper()
	a := newApp(t, Config{Scenario: s, Start: kit.System}, w, h)
	return a, a.panes[kit.System].(*systemscreen.Pane)
}

func names(a *App) []string {
	var names []string
	for _, c := range a.ctx.Session.Scenario.Components {
		names = append(names, c.Name)
	}
	return names
}

// typed returns the keys of a text.
func typed(text string) []string { return strings.Split(text, "") }

func TestAssumedComponentIsMarked(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, scenario.Scenario{}, 120, 40)
	shows(t, a, "assumed")
	shows(t, a, "200ms d")
	shows(t, a, "128MiB d")
	shows(t, a, "1M d")
	press(a, "d")
	shows(t, a, "nothing to delete")
	press(a, "enter", "ctrl+s")
	if a.ctx.Session.Dirty() {
		t.Error("leaving the form as it was changed the scenario")
	}
}

func TestEditingMakesTheAssumedComponentExplicit(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, scenario.Scenario{}, 120, 40)
	press(a, "enter", "tab", "tab")
	press(a, typed("800ms")...)
	shows(t, a, "= 0.8 s")
	press(a, "ctrl+s", "esc")
	if got := names(a); !slices.Equal(got, []string{"app"}) {
		t.Fatalf("components %v", got)
	}
	c := a.ctx.Session.Scenario.Components[0]
	if c.Duration != scenario.Some(quantity.Exactly(0.8)) || c.Memory.Given() {
		t.Errorf("duration %v, memory %v", c.Duration, c.Memory)
	}
	shows(t, a, "1 component")
	press(a, "u")
	if len(a.ctx.Session.Scenario.Components) != 0 {
		t.Error("undo keeps the component")
	}
	shows(t, a, "assumed")
}

func TestSavingFromTheFormSavesWhatIsTyped(t *testing.T) {
	t.Parallel()
	disk := memory{}
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), File: "b.yaml", Start: kit.System, Files: disk}, 100, 30)
	press(a, "enter")
	press(a, typed("-x")...)
	press(a, "ctrl+s")
	s, err := scenariofile.Decode("b.yaml", disk["b.yaml"])
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(s.Components[0].Name, "-x") {
		t.Errorf("saved as %q", s.Components[0].Name)
	}
}

func TestAddComponent(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, preset(t, "hybrid"), 80, 24)
	press(a, "a", "enter")
	if p.Form == nil {
		t.Fatal("a component without a name was added")
	}
	press(a, typed("database")...)
	press(a, "enter")
	shows(t, a, "of this name already")
	press(a, typed("-2")...)
	press(a, "enter")
	press(a, typed("7M")...)
	press(a, "ctrl+s")
	press(a, "esc") // the name of the file
	got := a.ctx.Session.Scenario.Components
	if len(got) != 19 || got[18].Name != "database-2" || got[18].Requests != scenario.Some(quantity.Exactly(7e6)) {
		t.Fatalf("%d components, the last is %+v", len(got), got[len(got)-1])
	}
	if p.At != 18 {
		t.Errorf("line %d is chosen", p.At)
	}
}

func TestAddKeepsTheAssumedComponentAndSaysSo(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, scenario.Scenario{}, 100, 30)
	press(a, "a")
	press(a, typed("pdf")...)
	press(a, times("enter", len(systemscreen.ComponentFields()))...)
	if p.Form != nil {
		t.Fatalf("the last enter does not finish:\n%s", plain(a))
	}
	if got := names(a); !slices.Equal(got, []string{"app", "pdf"}) {
		t.Errorf("components %v", got)
	}
	shows(t, a, "assumed so far")
}

func TestEscapeLeavesTheFormWithoutAChange(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, preset(t, "hybrid"), 80, 24)
	press(a, "e", "x", "y", "esc")
	shows(t, a, "esc again drops it")
	if p.Form == nil {
		t.Fatal("one esc drops what was typed")
	}
	press(a, "z", "esc")
	shows(t, a, "esc again drops it")
	press(a, "esc")
	if p.Form != nil || a.ctx.Session.Dirty() {
		t.Error("esc kept the form or its changes")
	}
	shows(t, a, "nothing was changed")
}

// TestEscThenEnterKeepsTheChange from the middle of the form, without saving.
func TestEscThenEnterKeepsTheChange(t *testing.T) {
	t.Parallel()
	disk := memory{}
	a := newApp(t, Config{Scenario: preset(t, "scenario-b"), File: "b.yaml", Start: kit.System, Files: disk}, 100, 30)
	p := a.panes[kit.System].(*systemscreen.Pane)
	press(a, "enter", "tab", "tab", "ctrl+u")
	press(a, typed("bad")...)
	press(a, "esc", "enter")
	if p.Form == nil || a.ctx.Session.Dirty() {
		t.Fatal("a wrong value was taken, or what was typed is lost")
	}
	shows(t, a, "> bad")
	press(a, "ctrl+u")
	press(a, typed("750ms")...)
	press(a, "esc")
	shows(t, a, "enter keeps it")
	press(a, "enter")
	if p.Form != nil || a.ctx.Session.Scenario.Components[0].Duration != scenario.Some(quantity.Exactly(0.75)) {
		t.Errorf("%+v", a.ctx.Session.Scenario.Components[0])
	}
	if len(disk) > 0 {
		t.Error("the file was saved")
	}
	press(a, "u")
	if a.ctx.Session.Dirty() {
		t.Error("the change is not one step")
	}
}

func TestDuplicateAndDelete(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, preset(t, "scenario-b"), 100, 30)
	original := a.ctx.Session.Scenario.Components[0]
	press(a, "c", "up", "c")
	want := []string{original.Name, original.Name + "-3", original.Name + "-2"}
	if got := names(a); !slices.Equal(got, want) || p.At != 1 {
		t.Fatalf("components %v, line %d; want %v", got, p.At, want)
	}
	if got := a.ctx.Session.Scenario.Components[1]; got.Requests != original.Requests || got.Memory != original.Memory {
		t.Errorf("the copy differs: %+v", got)
	}
	press(a, "d")
	shows(t, a, "u brings it back")
	if got := names(a); !slices.Equal(got, []string{want[0], want[2]}) {
		t.Errorf("after deleting: %v", got)
	}
	press(a, "u")
	if got := names(a); !slices.Equal(got, want) {
		t.Errorf("after undo: %v", got)
	}
	press(a, "d", "d", "d")
	if got := names(a); len(got) != 0 {
		t.Errorf("after deleting all: %v", got)
	}
	shows(t, a, "assumed")
	press(a, "u", "u", "u")
	if got := names(a); !slices.Equal(got, want) {
		t.Errorf("after three undos: %v", got)
	}
}

func TestDeletingAComponentDeletesTheCallsToIt(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{Components: []scenario.Component{
		{Name: "shop", Calls: []scenario.Call{{To: "pdf"}, {To: "mail"}}}, {Name: "pdf"}, {Name: "mail"},
	}}
	a, _ := newSystemApp(t, s, 100, 30)
	press(a, "down", "d")
	shows(t, a, "deleted pdf and 1 call to it")
	if got := a.ctx.Session.Scenario.Components[0].Calls; len(got) != 1 || got[0].To != "mail" {
		t.Errorf("calls %v", got)
	}
	if len(s.Components[0].Calls) != 2 {
		t.Error("the scenario before was changed")
	}
}

func TestPinAndFree(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, preset(t, "hybrid"), 80, 24)
	option := a.ctx.Session.Result.Split.Placements[0].Option
	press(a, "x")
	if got := a.ctx.Session.Scenario.Components[0].Pin; got != scenario.Some(string(option)) {
		t.Errorf("pinned to %v, the split has it on %s", got, option)
	}
	shows(t, a, "[pin]")
	press(a, "x")
	if a.ctx.Session.Scenario.Components[0].Pin.Given() {
		t.Error("not freed")
	}
}

// TestImpossiblePinStaysInTheForm: a function cannot have a GPU, so a
// component with one cannot be pinned to serverless.
func TestImpossiblePinStaysInTheForm(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{Components: []scenario.Component{{Name: "train", Traits: []string{"gpu"}}}}
	a, p := newSystemApp(t, s, 100, 40)
	fields := systemscreen.ComponentFields()
	pin := slices.IndexFunc(fields, func(f *scenario.Field) bool { return f.Key() == "pin" })
	serverless := slices.Index(fields[pin].Choices, string(checklist.Serverless))
	press(a, "enter")
	press(a, times("tab", pin)...)
	press(a, string(rune('1'+serverless)), "ctrl+s")
	if p.Form == nil || a.ctx.Session.Dirty() || !a.status.Bad {
		t.Fatalf("the pin was accepted:\n%s", plain(a))
	}
	press(a, "esc")
	if a.ctx.Session.Dirty() {
		t.Error("the scenario was changed")
	}
}

func TestRenamingRenamesTheCalls(t *testing.T) {
	t.Parallel()
	s := scenario.Scenario{Components: []scenario.Component{{Name: "shop", Calls: []scenario.Call{{To: "pdf"}}}, {Name: "pdf"}}}
	a, _ := newSystemApp(t, s, 100, 30)
	press(a, "down", "enter", "2")
	press(a, times("enter", len(systemscreen.ComponentFields()))...)
	got := a.ctx.Session.Scenario.Components
	if got[1].Name != "pdf2" || got[0].Calls[0].To != "pdf2" {
		t.Errorf("%+v", got)
	}
}

func TestColumnsAreDroppedInTheStatedOrder(t *testing.T) {
	t.Parallel()
	for w, want := range map[int][]systemscreen.Column{
		60:  {systemscreen.ColumnTrigger, systemscreen.ColumnTraffic, systemscreen.ColumnCalls, systemscreen.ColumnAdds, systemscreen.ColumnCPU, systemscreen.ColumnTraits, systemscreen.ColumnMemory},
		80:  {systemscreen.ColumnTrigger, systemscreen.ColumnTraffic, systemscreen.ColumnCalls, systemscreen.ColumnAdds, systemscreen.ColumnCPU},
		120: {systemscreen.ColumnTrigger, systemscreen.ColumnTraffic},
		220: nil,
	} {
		a, p := newSystemApp(t, preset(t, "hybrid"), w, 24)
		if fits := p.Columns(); !slices.Equal(fits.Hidden, want) {
			t.Errorf("at %d columns %v are hidden, want %v", w, fits.Hidden, want)
		}
		switch w {
		case 60:
			shows(t, a, "hides 7 columns")
		case 80:
			shows(t, a, "hides trigger traffic calls adds cpu")
		}
	}
}

func TestTableScrolls(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, preset(t, "hybrid"), 80, 24)
	press(a, "end")
	shows(t, a, "log-aggregation")
	press(a, "home")
	shows(t, a, "api-gateway")
	press(a, "pgdown")
	if p.At != p.Room() {
		t.Errorf("a page down leads to line %d of %d in sight", p.At, p.Room())
	}
	deliver(a, tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	if p.At != p.Room()-1 {
		t.Errorf("the wheel leads to line %d", p.At)
	}
}

func TestClicksChooseAndOpen(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, preset(t, "hybrid"), 80, 24)
	y := slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, "database") })
	click := tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft}
	deliver(a, click)
	if p.Rows[p.At].Name != "database" || p.Form != nil {
		t.Fatalf("clicked %s", p.Rows[p.At].Name)
	}
	deliver(a, click)
	if p.Form == nil || p.Form.Name != "database" {
		t.Error("a second click does not open it")
	}
}

func TestPasteGoesToTheForm(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, scenario.Scenario{}, 100, 30)
	press(a, "a")
	deliver(a, tea.PasteMsg{Content: "invoices"})
	press(a, times("enter", len(systemscreen.ComponentFields()))...)
	if got := names(a); !slices.Equal(got, []string{"app", "invoices"}) {
		t.Errorf("components %v", got)
	}
}
