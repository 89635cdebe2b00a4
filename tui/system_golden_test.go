package tui

import (
	"slices"
	"strings"
	"testing"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/kit"
	systemscreen "runwhere/tui/system"
)

// shop is the hybrid preset with calls, a pin and a component that nothing can
// run, so that everything that the screen can show is there.
func shop(t testing.TB) scenario.Scenario {
	t.Helper()
	s := preset(t, "hybrid").Clone()
	calls := map[string][]scenario.Call{
		"api-gateway": {
			{To: "user-service", PerRequest: scenario.Some(quantity.Exactly(0.4))},
			{To: "order-service", PerRequest: scenario.Some(quantity.Exactly(0.2)), Payload: scenario.Some(quantity.Exactly(8))},
		},
		"order-service": {{To: "payment-service", PerRequest: scenario.Some(quantity.Exactly(0.25))}, {To: "database"}},
		"user-service":  {{To: "database"}, {To: "cache", PerRequest: scenario.Some(quantity.Exactly(2))}},
		"cron-jobs":     {{To: "order-service"}},
	}
	for i := range s.Components {
		c := &s.Components[i]
		c.Calls = calls[c.Name]
		switch c.Name {
		case "search":
			c.Pin = scenario.Some("kubernetes")
		case "event-bus":
			c.Traits = []string{"stateful", "persistent-connections", "gpu", "long-running", "custom-networking"}
		}
	}
	return s
}

// tabsTo is how often tab leads from the first field of the form to another.
func tabsTo(t testing.TB, key string) []string {
	t.Helper()
	at := slices.IndexFunc(systemscreen.ComponentFields(), func(f *scenario.Field) bool { return f.Key() == key })
	if at < 0 {
		t.Fatalf("no field %s", key)
	}
	return times("tab", at)
}

// systemStates are the keys that lead to what the screen can show.
func systemStates(t testing.TB) map[string][]string {
	return map[string][]string{
		"table":       nil,
		"sorted":      {"s", "s", "down", "down"},
		"reversed":    {"S", "r"},
		"filter":      append([]string{"/"}, typed("state http")...),
		"filtered":    append(append([]string{"/"}, typed("service")...), "enter", "down"),
		"no match":    append([]string{"/"}, typed("zzz")...),
		"details":     {"down", "down", "i"},
		"all traits":  {"down", "down", "down", "down", "down", "down", "down", "down"},
		"no details":  {"i", "i"},
		"form":        {"down", "enter"},
		"form traits": append([]string{"end", "enter"}, tabsTo(t, "traits")...),
		"form error":  append(append([]string{"enter"}, tabsTo(t, "duration")...), typed("5MiB")...),
		"form range":  append(append([]string{"a"}, tabsTo(t, "requests_per_month")...), typed("20M..80M")...),
		"form pin":    append([]string{"end", "enter"}, tabsTo(t, "pin")...),
		"form name":   append([]string{"a"}, typed("cache")...),
		"calls":       {"down", "down", "l", "down"},
		"no calls":    {"end", "l"},
		"find":        append([]string{"l", "a"}, typed("ser")...),
		"call form":   append([]string{"l", "enter", "tab", "ctrl+u"}, typed("0.5..2")...),
		"call error":  append([]string{"l", "enter"}, typed("x")...),
		"leaving":     {"enter", "x", "esc"},
	}
}

// TestGoldenSystem keeps every state of the screen, and those that have a pane
// beside them in a wide window too.
func TestGoldenSystem(t *testing.T) {
	requireParts(t, shop(t), kit.System, systemStates(t), "table", "details", "form", "calls")
}

// TestGoldenEmptySystem: a stranger sees what to press first.
func TestGoldenEmptySystem(t *testing.T) {
	s := state{scenario.Scenario{}, kit.System, nil}
	s.requirePart(t, dark, usual)
	a := s.open(t, dark, usual)
	for _, size := range everySize {
		a.resize(size[0], size[1])
		for _, key := range []string{"enter edits it", "a adds one", "ctrl+p"} {
			if words := strings.Join(strings.Fields(plain(a)), " "); !strings.Contains(words, key) {
				t.Errorf("an empty system in %v does not say %q", size, key)
			}
		}
	}
}
