package tui

import (
	"slices"
	"strings"
	"testing"

	"runwhere/model/scenario"
	"runwhere/tui/kit"
	"runwhere/tui/window"
)

// TestBillOpensToTheSettingsOfAFunction: of 200 ms with 60 ms of CPU the bill of
// Lambda says what auto set, 512 MiB, and opens to all 16 settings.
func TestBillOpensToTheSettingsOfAFunction(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: scenario.Scenario{}, Start: kit.Lab}, 120, 40)
	press(a, "x")
	bill := a.window.(*window.Bill)
	bill.Platform = 2
	at := slices.IndexFunc(bill.Entries(), func(e kit.Entry) bool { return e.Label == "Function memory of app" })
	if at < 0 {
		t.Fatalf("no entry of the function in\n%s", plain(a))
	}
	e := bill.Entries()[at]
	if e.Amount != "auto: 512 MiB" || len(e.Open) != 17 || !slices.ContainsFunc(e.Open, func(s string) bool {
		return strings.Contains(s, "1,769 MiB") && strings.Contains(s, "200ms a run")
	}) {
		t.Errorf("%+v", e)
	}
	press(a, slices.Repeat([]string{"down"}, at)...)
	shows(t, a, "347ms a run")
}
