package tui

import (
	"slices"
	"strings"
	"testing"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/kit"
)

func TestDetailsOfTheChosenComponent(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, shop(t), 120, 40)
	p.ChooseName("order-service")
	for _, part := range []string{
		"response 4KiB d", "pod cpu 0.5 d", // defaults have their mark
		"→ payment-service 0.25 a request, 3M a month", // 12M × 0.25
		"→ database 1 d a request, 12M a month",
		"← api-gateway 0.2",
		"W Workers refuses it: it needs 512 MiB",
	} {
		shows(t, a, part)
	}
	p.ChooseName("search")
	shows(t, a, "pod memory 2048MiB d") // that of the component, not rounded
	shows(t, a, "[pin], x frees it")
	p.ChooseName("event-bus")
	shows(t, a, "K EKS, adds $") // a GPU has a pool of its own
	for _, trait := range p.Rows[p.At].Traits {
		shows(t, a, kit.Chip(trait))
	}
	p.ChooseName("database")
	shows(t, a, "[state] keeps data from one request to the next")
}

// TestOverCalled: 30M requests of which each calls twice are 60M calls, more
// than the 40M requests that the other says it has.
func TestOverCalled(t *testing.T) {
	t.Parallel()
	count := func(v float64) scenario.Maybe[quantity.Amount] { return scenario.Some(quantity.Exactly(v)) }
	s := scenario.Scenario{Components: []scenario.Component{
		{Name: "front", Requests: count(30e6), Calls: []scenario.Call{{To: "back", PerRequest: count(2)}}},
		{Name: "back", Requests: count(40e6)},
	}}
	a, p := newSystemApp(t, s, 120, 40)
	p.ChooseName("back")
	shows(t, a, "others call it 60M times a month, more than its 40M requests")
	p.ChooseName("front")
	if strings.Contains(plain(a), "others call it") {
		t.Error("the caller is warned about")
	}
}

func TestDetailsCanBeLargeOrAway(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, shop(t), 80, 24)
	press(a, "i")
	shows(t, a, "1 of 18 · ↑↓ others · esc back")
	shows(t, a, "isolate memory 256MiB")
	press(a, "down")
	shows(t, a, "user-service · 2 of 18")
	press(a, "i")
	if p.Room() < 14 || strings.Contains(plain(a), "limits") {
		t.Errorf("the details are still there, with %d lines for the table", p.Room())
	}
	press(a, "i")
	shows(t, a, "i larger")
	press(a, "i", "esc")
	shows(t, a, "i larger")
	b, q := newSystemApp(t, shop(t), 60, 16)
	press(b, "i", "pgdown", "pgdown")
	shows(t, b, "runs on")
	press(b, "pgdown", "pgdown", "pgdown", "pgdown", "pgup", "pgup", "pgup", "pgup", "pgup")
	shows(t, b, "numbers")
	if q.At != 0 {
		t.Error("scrolling the details chooses another component")
	}
}

func TestLargeDetailsDoNotGoPastTheirEnd(t *testing.T) {
	t.Parallel()
	a, _ := newSystemApp(t, shop(t), 60, 16)
	press(a, "i", "pgdown")
	if before := plain(a); !strings.Contains(before, "↑") {
		t.Fatalf("the details fit:\n%s", before)
	}
	press(a, times("pgdown", 20)...)
	end := plain(a)
	press(a, "pgup")
	if plain(a) == end {
		t.Error("one page up after many pages down shows the end still")
	}
}

func TestTraitsAreChosenInTheForm(t *testing.T) {
	t.Parallel()
	a, p := newSystemApp(t, scenario.Scenario{}, 120, 40)
	press(a, "enter")
	press(a, tabsTo(t, "traits")...)
	f, _ := scenario.FieldOf(paths.ComponentTraits)
	for _, trait := range f.Choices {
		shows(t, a, kit.Chip(trait)+"  "+trait+": "+f.Meaning(trait))
	}
	press(a, "1", "3", "ctrl+s", "esc")
	if got := a.ctx.Session.Scenario.Components[0].Traits; !slices.Equal(got, []string{"stateful", "gpu"}) {
		t.Fatalf("traits %v", got)
	}
	shows(t, a, "[state][gpu]")
	press(a, "u")
	if len(p.Rows[0].Traits) > 0 {
		t.Error("undo keeps the traits")
	}
}

// TestLargeDetailsSayTheLine: a figure that a file gives has its line there, and
// a default has none.
func TestLargeDetailsSayTheLine(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Decode("orders.yaml", []byte("runwhere: 1\ncomponents:\n  - name: api\n    duration: 300ms\n    memory: 1GiB\n"))
	if err != nil {
		t.Fatal(err)
	}
	a, _ := newSystemApp(t, s, 120, 40)
	if strings.Contains(plain(a), "orders.yaml, line") {
		t.Error("the small details have no room for sources")
	}
	press(a, "i")
	shows(t, a, "duration 300ms (given in orders.yaml, line 4)")
	shows(t, a, "memory 1024MiB (given in orders.yaml, line 5)")
	if strings.Contains(plain(a), "response 4KiB d (") {
		t.Error("a default has a source")
	}
}
