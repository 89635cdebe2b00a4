package ask

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestFormUpAndDownGoBetweenFields: whatever the kind of a field, down goes to
// the next one and up to the previous one, and neither changes a value.
func TestFormUpAndDownGoBetweenFields(t *testing.T) {
	t.Parallel()
	fields := component()
	fields[1].Value, fields[2].Value, fields[3].Values, fields[4].Value = "7", "queue", []string{"gpu"}, No
	f := NewForm("", fields, nil, 76, 20)
	for i := 1; i <= len(fields); i++ {
		if want := fmt.Sprintf("%d of 5", i); !strings.Contains(text(f), want) {
			t.Fatalf("after %d times down not at %s:\n%s", i-1, want, text(f))
		}
		press(f, "down")
	}
	for i := len(fields); i >= 1; i-- {
		if want := fmt.Sprintf("%d of 5", i); !strings.Contains(text(f), want) {
			t.Fatalf("going up, not at %s:\n%s", want, text(f))
		}
		press(f, "up")
	}
	if f.Changed() {
		t.Error("going between fields changed something")
	}
	press(f, "ctrl+s")
	wantForm(t, f, Done, map[string]string{"name": "orders", "requests": "7", "trigger": "queue", "pinned": No},
		map[string][]string{"traits": {"gpu"}})
}

// TestFormChoiceKeepsTheFocus: digits typed into a choice are all the choice's.
// The figure that somebody believes to type elsewhere never gets there.
func TestFormChoiceKeepsTheFocus(t *testing.T) {
	t.Parallel()
	f := NewForm("", []Field{
		{Key: "trigger", Title: "Trigger", Kind: KindChoice, Options: triggers},
		{Key: "sure", Title: "Sure", Kind: KindConfirm},
		{Key: "memory", Title: "Memory", Value: "128"},
	}, nil, 76, 16)
	press(f, "5", "1", "2", " ", "2")
	if !strings.Contains(text(f), "1 of 3") {
		t.Fatalf("digits moved the focus:\n%s", text(f))
	}
	press(f, "down", "y", "5", "1", "2")
	if !strings.Contains(text(f), "2 of 3") {
		t.Fatalf("a letter or digits moved the focus:\n%s", text(f))
	}
	press(f, "ctrl+s")
	wantForm(t, f, Done, map[string]string{"trigger": "queue", "sure": No, "memory": "128"}, map[string][]string{})
}

// TestFormChoiceChangesWithLeftAndRight: and stops at its ends.
func TestFormChoiceChangesWithLeftAndRight(t *testing.T) {
	t.Parallel()
	for keys, want := range map[string]string{
		"right":                       "", // left out is the last row
		"left":                        "schedule",
		"left left":                   "queue",
		"left left left left left":    "http",
		"home":                        "http",
		"home right":                  "queue",
		"home end":                    "",
		"home right right right left": "schedule",
		"home space":                  "",
	} {
		f := NewForm("", []Field{{Key: "trigger", Kind: KindChoice, Options: triggers}}, nil, 76, 16)
		press(f, strings.Fields(keys)...)
		press(f, "ctrl+s")
		if _, got := f.Result(); got.One["trigger"] != want {
			t.Errorf("%s gives %q, want %q", keys, got.One["trigger"], want)
		}
	}
}

// TestFormOnlyTheFocusChanges: no key changes a field that has not the focus
// when it is pressed.
func TestFormOnlyTheFocusChanges(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		f := newComponent()
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			name := rapid.SampledFrom(someKeys).Draw(r, "key")
			if name == "esc" || name == "ctrl+s" {
				continue
			}
			at, before := f.at, values(f)
			press(f, name)
			for i, now := range values(f) {
				if i != at && now != before[i] {
					r.Fatalf("%s in field %d changed field %d from %q to %q", name, at+1, i+1, before[i], now)
				}
			}
		}
	})
}

// values returns what every field holds.
func values(f *Form) []string {
	got := make([]string, len(f.entries))
	for i, e := range f.entries {
		got[i] = strings.Join(e.control.values(), ",")
	}
	return got
}
