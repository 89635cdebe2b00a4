package tui

import (
	"math"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbletea/v2"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/split"
	"runwhere/tui/kit"
	systemscreen "runwhere/tui/system"
)

func callsOf(a *App, name string) []scenario.Call {
	s := &a.ctx.Session.Scenario
	if i := systemscreen.ComponentIndex(s, name); i >= 0 {
		return s.Components[i].Calls
	}
	return nil
}

func TestAddACallByKeyboard(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, fourComponents(), 80, 24)
	press(a, "l") // of delta
	shows(t, a, "a adds a call, b adds a caller")
	press(a, "a", "b", "r", "a", "enter")
	press(a, typed("0.25")...)
	press(a, "enter")
	press(a, typed("8KiB")...)
	shows(t, a, "= 8 KiB")
	press(a, "enter", "enter")
	want := []scenario.Call{{To: "bravo", PerRequest: scenario.Some(quantity.Exactly(0.25)), Payload: scenario.Some(quantity.Exactly(8))}}
	if got := callsOf(a, "delta"); !slices.Equal(got, want) {
		t.Fatalf("calls %+v", got)
	}
	shows(t, a, "delta calls bravo; u undoes it")
	shows(t, a, "500K") // 2M requests × 0.25
	press(a, "u")
	if len(callsOf(a, "delta")) != 0 {
		t.Error("undo keeps the call")
	}
	press(a, "ctrl+r")
	if len(callsOf(a, "delta")) != 1 {
		t.Error("redo does not bring it back")
	}
	press(a, "d")
	shows(t, a, "u brings the call back")
	if got := callsOf(a, "delta"); got != nil {
		t.Errorf("calls %v", got)
	}
	press(a, "esc")
	if a.window != nil {
		t.Error("esc keeps the window")
	}
}

func TestAddACallerAndChangeWhatIsThere(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, fourComponents(), 80, 24)
	press(a, "l", "b")
	press(a, typed("alp")...)
	press(a, "enter", "2", "ctrl+u", "3", "enter", "enter", "enter")
	want := []scenario.Call{{To: "delta", PerRequest: scenario.Some(quantity.Exactly(3))}}
	if got := callsOf(a, "alpha"); !slices.Equal(got, want) {
		t.Fatalf("calls %+v", got)
	}
	shows(t, a, "0 out, 1 in")
	shows(t, a, "others call it 27M times a month") // 9M × 3
	press(a, "b")
	press(a, typed("alp")...)
	shows(t, a, "there already")
	press(a, "enter", "tab", "ctrl+u", "4", "enter", "enter", "enter")
	if got := callsOf(a, "alpha"); len(got) != 1 || got[0].PerRequest != scenario.Some(quantity.Exactly(4)) {
		t.Errorf("calls %+v", got)
	}
	press(a, "f")
	shows(t, a, "Calls of alpha · 1 out, 1 in")
	press(a, "esc")
	if p := a.panes[kit.System].(*systemscreen.Pane); p.Rows[p.At].Name != "alpha" {
		t.Errorf("chosen %s", p.Rows[p.At].Name)
	}
}

// TestBadTargetsAreRefused with the words of the scenario file, while typing.
func TestBadTargetsAreRefused(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, fourComponents(), 80, 24)
	press(a, "down", "down", "l", "enter") // charlie calls alpha
	for target, says := range map[string]string{
		"alph":    "did you mean alpha",
		"charlie": "a component does not call itself",
	} {
		press(a, "ctrl+u")
		press(a, typed(target)...)
		shows(t, a, says)
		press(a, "ctrl+s")
		if a.ctx.Session.Dirty() {
			t.Fatalf("a call to %s was taken", target)
		}
		_, err := scenariofile.Decode("f.yaml", []byte("runwhere: 1\ncomponents:\n  - {name: alpha}\n  - {name: charlie, calls: [{to: "+target+"}]}\n"))
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("the file says %v", err)
		}
	}
	press(a, "esc", "esc")
	shows(t, a, "Calls of charlie")
	if a.ctx.Session.Dirty() {
		t.Error("the scenario was changed")
	}
}

func TestFinderNarrowsAndGoesBack(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, preset(t, "hybrid"), 80, 24)
	press(a, "l", "a")
	shows(t, a, "17 of 17")
	deliver(a, tea.PasteMsg{Content: "zz"})
	press(a, "enter")
	shows(t, a, "nothing matches")
	press(a, "backspace", "backspace", "end", "up", "pgup", "pgdown", "home", "down")
	f := a.window.(*kit.Finder)
	if f.Items[f.Shown[f.At]].Name != "order-service" {
		t.Errorf("at %s", f.Items[f.Shown[f.At]].Name)
	}
	deliver(a, tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	press(a, "esc")
	shows(t, a, "Calls of api-gateway")
	press(a, "2")
	if a.window != nil {
		t.Error("a number does not lead to a screen")
	}
}

func TestCallsNeedAnotherComponent(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, scenario.Scenario{}, 80, 24)
	press(a, "l", "a")
	shows(t, a, "there is no other component")
	press(a, "enter", "d", "f")
	shows(t, a, "there is no call yet")
}

// TestDeletingBringsEdgesBackByUndo in one step, with the choice.
func TestDeletingBringsEdgesBackByUndo(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, shop(t), 120, 40)
	before := scenariofile.Encode(a.ctx.Session.Scenario)
	p.ChooseName("database")
	press(a, "d")
	shows(t, a, "deleted database and 2 calls to it")
	if got := callsOf(a, "order-service"); len(got) != 1 {
		t.Errorf("calls %v", got)
	}
	press(a, "u")
	if string(scenariofile.Encode(a.ctx.Session.Scenario)) != string(before) || p.Rows[p.At].Name != "database" {
		t.Errorf("undo does not bring back all; chosen %s", p.Rows[p.At].Name)
	}
}

func TestClicksInTheCalls(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, shop(t), 80, 24)
	press(a, "down", "down", "l") // order-service
	y := slices.IndexFunc(strings.Split(plain(a), "\n"), func(line string) bool { return strings.Contains(line, "cron-jobs") })
	click := tea.MouseClickMsg{X: 10, Y: y, Button: tea.MouseLeft}
	deliver(a, click)
	if edge := a.window.(*systemscreen.CallsWindow).Chosen(); edge == nil || a.panes[kit.System].(*systemscreen.Pane).Rows[edge.From].Name != "cron-jobs" {
		t.Fatalf("chosen %+v", edge)
	}
	deliver(a, click)
	shows(t, a, "a call of cron-jobs to order-service")
}

// TestGlueStandsWithItsCall: what the calls show as glue adds up to the glue of
// the split, each at the ends that the split names.
func TestGlueStandsWithItsCall(t *testing.T) {
	t.Parallel()
	s := preset(t, "hybrid").Clone()
	for i := range s.Components[1:] {
		caller, called := &s.Components[i], s.Components[i+1].Name
		caller.Calls = []scenario.Call{{To: called}, {To: s.Components[(i+7)%len(s.Components)].Name}, {To: called, PerRequest: scenario.Some(quantity.Exactly(3))}}
		caller.Calls = slices.DeleteFunc(caller.Calls, func(c scenario.Call) bool { return c.To == caller.Name })
	}
	a, p := newSystemApp(t, s, 120, 40)
	split := &a.ctx.Session.Result.Split
	if len(split.Glue) == 0 {
		t.Fatal("nothing crosses; the test tests nothing")
	}
	sum, crossing := 0.0, 0
	for i := range p.Edges {
		e := &p.Edges[i]
		if e.Glue == nil {
			continue
		}
		crossing++
		sum += e.Glue.USD
		if e.Glue.From != p.Rows[e.From].Name || e.Glue.To != p.Rows[e.To].Name || math.Abs(e.Glue.Calls-e.CallsAMonth) > 1e-6*e.CallsAMonth {
			t.Errorf("glue of %s to %s with %g calls stands at %s to %s with %g",
				e.Glue.From, e.Glue.To, e.Glue.Calls, p.Rows[e.From].Name, p.Rows[e.To].Name, e.CallsAMonth)
		}
	}
	if crossing != len(split.Glue) || math.Abs(sum-split.GlueUSD) > 0.005 {
		t.Errorf("%d calls with glue of %g, the split has %d of %g", crossing, sum, len(split.Glue), split.GlueUSD)
	}
	i := slices.IndexFunc(p.Edges, func(e systemscreen.Edge) bool { return e.Glue != nil && e.Glue.USD >= 0.01 })
	if i < 0 {
		t.Skip("no call costs a cent")
	}
	p.Choose(p.Edges[i].From)
	press(a, "l")
	shows(t, a, quantity.Money(p.Edges[i].Glue.USD))
}

func TestGlueWithoutAPriceIsUnknown(t *testing.T) {
	t.Parallel()
	for want, glue := range map[string]split.GlueCall{
		"$2.50":   {USD: 2.5},
		"≥$2.50":  {USD: 2.5, Unknown: []string{"a port"}},
		"unknown": {Unknown: []string{"a port"}},
	} {
		if got := (&systemscreen.Edge{Glue: &glue}).GlueText(); got != want {
			t.Errorf("%+v is shown as %q, want %q", glue, got, want)
		}
	}
}
