package keys

import "testing"

// navigation is what each key of the way moves by, wherever a scope is moved
// through and has not taken the key for a command of its own.
var navigation = map[string]Action{
	"up": MoveUp, "k": MoveUp, "down": MoveDown, "j": MoveDown, "pgup": PageUp, "b": PageUp,
	"pgdown": PageDown, "space": PageDown, "home": First, "g": First, "end": Last, "G": Last,
}

// TestNavigationIsTheSameEverywhere: in every scope with a list or a text, a key
// of navigation means the same or is the scope's own; arrows and page keys are
// nobody's own, and where letters are text they move nothing.
func TestNavigationIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	for _, d := range declared {
		if len(d.Way) == 0 {
			continue
		}
		for key, want := range navigation {
			got, listed := Listed(d.Scope, key)
			letter := len(key) == 1 || key == "space"
			text := d.Scope == ScopeFilter || d.Scope == ScopeFinder
			switch {
			case text && letter:
				if listed {
					t.Errorf("%s: %s is text and not %s", d.Scope, key, got)
				}
			case !letter && got != want:
				t.Errorf("%s: %s is %q, not %q", d.Scope, key, got, want)
			case letter && got != want && !owns(&d, got):
				t.Errorf("%s: %s is %q, neither %q nor a command of its own", d.Scope, key, got, want)
			}
		}
	}
}

func owns(d *declaration, a Action) bool {
	for _, r := range d.Own {
		if r.Action == a {
			return true
		}
	}
	return false
}

// TestOwnRowsWin: the lab has b, g and an entry of the bar for itself, and keeps
// what it does not take.
func TestOwnRowsWin(t *testing.T) {
	t.Parallel()
	d := declaration{ScopeLab, among("slider"), []row{{OpenBill, "x b", "", "bill", 10}, {Last, "Q", "", "the very last", 0}}}
	want := []struct {
		action Action
		keys   int
		bar    int
	}{{MoveUp, 2, 0}, {MoveDown, 2, 0}, {PageUp, 1, 0}, {PageDown, 2, 0}, {First, 2, 0}, {OpenBill, 2, 10}, {Last, 1, 0}}
	got := d.bindings()
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d: %v", len(got), len(want), got)
	}
	for i, w := range want {
		if b := got[i]; b.Action != w.action || len(b.Keys) != w.keys || b.Bar != w.bar {
			t.Errorf("row %d is %v, want %v", i, b, w)
		}
	}
}
