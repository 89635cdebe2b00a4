package ask

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

func number(s string) error {
	if _, err := strconv.Atoi(s); err != nil {
		return errors.New("not a whole number")
	}
	return nil
}

var triggers = []Choice{{ID: "http", Label: "HTTP"}, {ID: "queue", Label: "a queue"}, {ID: "schedule", Label: "a schedule"}}

// component has every kind of field.
func component() []Field {
	return []Field{
		{Key: "name", Title: "Name", Value: "orders", Required: true},
		{
			Key: "requests", Title: "Requests", Description: "A month.", Placeholder: "1M by default", Validate: number,
			Live: func(s string) string { return "= " + s + " requests a month" },
		},
		{Key: "trigger", Title: "Trigger", Kind: KindChoice, Options: triggers},
		{Key: "traits", Title: "Traits", Kind: KindMulti, Options: []Choice{
			{ID: "gpu", Label: "GPU"}, {ID: "stateful", Label: "stateful"}, {ID: "same", Label: "stateful"},
		}},
		{Key: "pinned", Title: "Pinned", Kind: KindConfirm},
	}
}

func newComponent() *Form { return NewForm("Component", component(), nil, 76, 16) }

func wantForm(t *testing.T, f *Form, outcome Outcome, one map[string]string, many map[string][]string) {
	t.Helper()
	o, v := f.Result()
	if o != outcome || !reflect.DeepEqual(v, Values{One: one, Many: many}) {
		t.Fatalf("result is %v %v, want %v %v %v\n%s", o, v, outcome, one, many, text(f))
	}
}

func TestFormDraws(t *testing.T) {
	t.Parallel()
	f := newComponent()
	press(f, "tab")
	typeIn(f, "50")
	wanted := strings.Join([]string{
		"Component" + strings.Repeat(" ", 76-9-6) + "2 of 5",
		"",
		"  Name      orders",
		"› Requests",
		"  A month.",
		"  > 50 ", // the cursor
		"  = 50 requests a month",
		"  Trigger   –",
		"  Traits    –",
		"  Pinned    –",
	}, "\n")
	if got := text(f); got != wanted {
		t.Fatalf("view is\n%s\nwant\n%s", got, wanted)
	}
}

func TestFormLeftOutStaysLeftOut(t *testing.T) {
	t.Parallel()
	f := newComponent()
	// Every field gets the focus, and what has a highlight moves it; nothing is said.
	press(f, "tab", "tab", "j", "G", "tab", "right", "left", "tab", "j", "x", "ctrl+s")
	wantForm(t, f, Done, map[string]string{"name": "orders"}, map[string][]string{})
	if f.Changed() {
		t.Error("nothing was changed")
	}
}

func TestFormEnterAllTheWayChangesNothing(t *testing.T) {
	t.Parallel()
	f := newComponent()
	press(f, "enter", "enter")
	if i := rowWith(t, f, "left out"); !strings.Contains(rows(f)[i], "› ● 4  left out") {
		t.Fatalf("leaving out is not what is highlighted:\n%s", text(f))
	}
	press(f, "enter", "enter", "enter")
	wantForm(t, f, Done, map[string]string{"name": "orders"}, map[string][]string{})

	// What has a value keeps it, and a required choice has no such row.
	fields := []Field{{Key: "a", Kind: KindChoice, Options: triggers, Value: "queue", Required: true}, {Key: "b", Kind: KindConfirm, Value: No}}
	f = NewForm("", fields, nil, 60, 16)
	if strings.Contains(text(f), "left out") {
		t.Errorf("a required choice can be left out:\n%s", text(f))
	}
	press(f, "enter", "enter")
	wantForm(t, f, Done, map[string]string{"a": "queue", "b": No}, map[string][]string{})
}

func TestFormFillsEveryKind(t *testing.T) {
	t.Parallel()
	f := newComponent()
	typeIn(f, "-api")
	press(f, "enter")
	typeIn(f, "500")
	press(f, "enter", "2", "enter", "1", "3", "enter", "y", "enter")
	wantForm(t, f, Done,
		map[string]string{"name": "orders-api", "requests": "500", "trigger": "queue", "pinned": Yes},
		map[string][]string{"traits": {"gpu", "same"}})
	if !f.Changed() {
		t.Error("it was changed")
	}
	if !strings.Contains(text(f), "a queue") || !strings.Contains(text(f), "GPU, stateful") {
		t.Errorf("a finished form shows\n%s", text(f))
	}
}

func TestFormTakesAndClearsValues(t *testing.T) {
	t.Parallel()
	fields := component()
	fields[1].Value, fields[2].Value, fields[3].Values, fields[4].Value = "7", "schedule", []string{"same", "gpu", "none"}, No
	f := NewForm("", fields, nil, 76, 16)
	press(f, "ctrl+s")
	wantForm(t, f, Done,
		map[string]string{"name": "orders", "requests": "7", "trigger": "schedule", "pinned": No},
		map[string][]string{"traits": {"gpu", "same"}})

	// The same form is edited again after it was done.
	f.Reopen()
	press(f, "tab", "backspace", "tab", "space", "tab", "1", "3", "tab", "backspace", "ctrl+s")
	wantForm(t, f, Done, map[string]string{"name": "orders"}, map[string][]string{})
}

func TestFormCancel(t *testing.T) {
	t.Parallel()
	f := newComponent()
	typeIn(f, "x")
	press(f, "esc")
	wantForm(t, f, Cancelled, nil, nil)
	press(f, "ctrl+s")
	wantForm(t, f, Cancelled, nil, nil)
	if text(f) == "" {
		t.Error("a cancelled form draws nothing")
	}
}

func TestFormValidatesWhileTyping(t *testing.T) {
	t.Parallel()
	f := newComponent()
	press(f, "tab")
	typeIn(f, "5")
	if strings.Contains(text(f), "not a whole") || !strings.Contains(text(f), "= 5 requests") {
		t.Fatalf("5 is right:\n%s", text(f))
	}
	typeIn(f, "x")
	if !strings.Contains(text(f), "! not a whole number") || strings.Contains(text(f), "= 5x") {
		t.Fatalf("5x is wrong:\n%s", text(f))
	}
	press(f, "enter")
	if !strings.Contains(text(f), "2 of 5") {
		t.Fatalf("enter left a wrong field:\n%s", text(f))
	}
	press(f, "tab")
	if i := rowWith(t, f, "! Requests"); !strings.Contains(rows(f)[i], "5x  not a whole number") {
		t.Fatalf("the error is not on the field's line:\n%s", text(f))
	}
	press(f, "tab", "tab", "enter")
	wantForm(t, f, Pending, nil, nil)
	if !strings.Contains(text(f), "2 of 5") {
		t.Fatalf("finishing did not go to the wrong field:\n%s", text(f))
	}
	press(f, "backspace", "ctrl+s")
	wantForm(t, f, Done, map[string]string{"name": "orders", "requests": "5"}, map[string][]string{})
}

func TestFormRequired(t *testing.T) {
	t.Parallel()
	f := NewForm("", []Field{{Key: "a", Title: "First", Required: true}, {Key: "b", Title: "Second", Required: true, Kind: KindConfirm}}, nil, 40, 10)
	if strings.Contains(text(f), "required") {
		t.Fatalf("told before trying:\n%s", text(f))
	}
	press(f, "enter")
	if !strings.Contains(text(f), "1 of 2") || !strings.Contains(text(f), "is required") {
		t.Fatalf("enter on an empty required field:\n%s", text(f))
	}
	typeIn(f, "  ")
	press(f, "ctrl+s")
	wantForm(t, f, Pending, nil, nil)
	typeIn(f, "x ")
	press(f, "ctrl+s")
	if !strings.Contains(text(f), "2 of 2") || !strings.Contains(text(f), "is required") {
		t.Fatalf("ctrl+s with the second missing:\n%s", text(f))
	}
	press(f, "n", "enter")
	wantForm(t, f, Done, map[string]string{"a": "x", "b": No}, map[string][]string{})
}

func TestFormReachesEveryFieldInASmallTerminal(t *testing.T) {
	t.Parallel()
	for _, height := range []int{16, 10, 5, 3, 2, 1} {
		var fields []Field
		for i := range 12 {
			f := Field{
				Key: fmt.Sprint(i), Title: fmt.Sprintf("Field %d", i+1), Description: "What it is for, in words.",
				Value: fmt.Sprintf("value%d", i+1), Validate: func(string) error { return errors.New("wrong") },
			}
			if i%4 == 2 {
				f.Kind, f.Options, f.Value = KindChoice, triggers, "queue"
			}
			fields = append(fields, f)
		}
		f := NewForm("Numbers", fields, nil, 76, height)
		for i := range 12 {
			got := text(f)
			fits(t, f.View(), 76, height)
			content := "> " + fields[i].Value
			if i%4 == 2 {
				content = "2  a queue"
			}
			if !strings.Contains(got, content) && height > 1 {
				t.Fatalf("height %d: the value of field %d is not on\n%s", height, i+1, got)
			}
			if height >= 2 && !strings.Contains(got, fmt.Sprintf("%d of 12", i+1)) {
				t.Fatalf("height %d: no position in\n%s", height, got)
			}
			if height >= 5 && (!strings.Contains(got, "wrong") || i%4 != 2 && !strings.Contains(got, "› Field ")) {
				t.Fatalf("height %d: title or error of field %d is not on\n%s", height, i+1, got)
			}
			if height == 16 && !strings.Contains(got, "What it is for") {
				t.Fatalf("the description of field %d is not on\n%s", i+1, got)
			}
			press(f, "tab")
		}
		press(f, strings.Fields(strings.Repeat("shift+tab ", 12))...)
		if height >= 2 && !strings.Contains(text(f), "1 of 12") {
			t.Fatalf("height %d: shift+tab does not go back:\n%s", height, text(f))
		}
	}
}

func TestFormResizeKeepsValues(t *testing.T) {
	t.Parallel()
	f := newComponent()
	press(f, "tab")
	typeIn(f, "123")
	press(f, "tab", "2", "shift+tab")
	before := text(f)
	for _, size := range [][2]int{{20, 4}, {1, 1}, {0, 0}, {200, 60}, {-5, 3}, {76, 16}} {
		f.SetSize(size[0], size[1])
		fits(t, f.View(), size[0], size[1])
	}
	if text(f) != before {
		t.Fatalf("view is\n%s\nwant\n%s", text(f), before)
	}
	typeIn(f, "4")
	press(f, "ctrl+s")
	wantForm(t, f, Done, map[string]string{"name": "orders", "requests": "1234", "trigger": "queue"}, map[string][]string{})
}

func TestFormThemeReachesEveryField(t *testing.T) {
	t.Parallel()
	fields := component()
	f := NewForm("Component", fields, red, 76, 20)
	f.SetStyles(blue)
	for range fields {
		if v := f.View(); strings.Contains(v, redCode) {
			t.Fatalf("red is left:\n%q", v)
		}
		for i, row := range strings.Split(f.View(), "\n") {
			if strings.TrimSpace(ansi.Strip(row)) != "" && !strings.Contains(row, blueCode) {
				t.Errorf("row %d has no colour of the theme: %q", i, row)
			}
		}
		press(f, "tab")
	}
	// What a terminal says about its background does not matter.
	before := f.View()
	f.Update(tea.BackgroundColorMsg{})
	f.Update(tea.WindowSizeMsg{Width: 10, Height: 2})
	if f.View() != before {
		t.Error("a message that is not for the form changed it")
	}
}

func TestFormPaste(t *testing.T) {
	t.Parallel()
	f := newComponent()
	press(f, "tab")
	f.Update(tea.PasteMsg{Content: "12\n"})
	press(f, "tab")
	f.Update(tea.PasteMsg{Content: "1"})
	press(f, "ctrl+s")
	wantForm(t, f, Done, map[string]string{"name": "orders", "requests": "12"}, map[string][]string{})

	long := NewForm("", []Field{{Key: "a", Value: strings.Repeat("y", 3000)}}, nil, 40, 5)
	long.Update(tea.PasteMsg{Content: strings.Repeat("z", 100000)})
	press(long, "ctrl+s")
	wantForm(t, long, Done, map[string]string{"a": strings.Repeat("y", 3000)}, map[string][]string{})
}

func TestFormLeavesNoTimersAndIgnoresHuhMessages(t *testing.T) {
	t.Parallel()
	f := newComponent()
	if f.Init() != nil || f.Update(keypress("a")) != nil || f.Update(keypress("left")) != nil {
		t.Error("a key leaves a command, so the cursor blinks")
	}
	if f.Update(keypress("ctrl+v")) == nil {
		t.Error("ctrl+v has to read the clipboard")
	}
	for _, msg := range []tea.Msg{nil, huh.NextField(), huh.PrevField(), keypress("ctrl+c")} {
		f.Update(msg)
	}
	wantForm(t, f, Pending, nil, nil)
	if !strings.Contains(text(f), "1 of 5") {
		t.Errorf("the focus moved:\n%s", text(f))
	}
}

func TestFormClick(t *testing.T) {
	t.Parallel()
	f := newComponent()
	if f.Click(3, 0) || f.Click(3, 15) || f.Click(-1, 3) {
		t.Fatal("a click on nothing counts")
	}
	click := func(part string) {
		t.Helper()
		if !f.Click(4, rowWith(t, f, part)) {
			t.Fatalf("no click on %q in\n%s", part, text(f))
		}
	}
	click("Trigger")
	click("3  a schedule")
	click("Traits")
	click("3  stateful")
	click("Pinned")
	click("1  yes")
	press(f, "ctrl+s")
	wantForm(t, f, Done, map[string]string{"name": "orders", "trigger": "schedule", "pinned": Yes},
		map[string][]string{"traits": {"same"}})
}

func TestFormWithoutFields(t *testing.T) {
	t.Parallel()
	f := NewForm("Empty", nil, nil, 40, 10)
	press(f, "tab", "shift+tab", "x", "enter")
	wantForm(t, f, Done, map[string]string{}, map[string][]string{})
}

func TestFormManyChoicesOfOneName(t *testing.T) {
	t.Parallel()
	var same []Choice
	for i := range 12 {
		same = append(same, Choice{ID: fmt.Sprint(i), Label: "same"})
	}
	f := NewForm("", []Field{{Key: "m", Kind: KindMulti, Options: same}}, nil, 40, 20)
	press(f, "end", "space", "ctrl+s")
	wantForm(t, f, Done, map[string]string{}, map[string][]string{"m": {"11"}})
}

func TestFormShowsAsMuchOfAFieldAsItCan(t *testing.T) {
	t.Parallel()
	f := NewForm("", []Field{{Key: "a", Title: "Trigger", Kind: KindChoice, Options: triggers}}, nil, 40, 4)
	wanted := []string{"a queue", "a schedule", "› ● 4  left out"}
	for i, row := range rows(f)[1:] {
		if !strings.Contains(row, wanted[i]) {
			t.Fatalf("four rows show\n%s", text(f))
		}
	}
	press(f, "home")
	if rowWith(t, f, "HTTP"); !strings.Contains(text(f), "› ") {
		t.Fatalf("the highlight is out of sight:\n%s", text(f))
	}
}
