package ask

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

func want(t *testing.T, s *Select, outcome Outcome, id string) {
	t.Helper()
	if o, got := s.Result(); o != outcome || got != id {
		t.Fatalf("result is %v %q, want %v %q\n%s", o, got, outcome, id, text(s))
	}
}

func TestSelectDrawsQuestionDigitsAndMarks(t *testing.T) {
	t.Parallel()
	s := NewQuestion(team, "some", nil, 60, 10)
	got := text(s)
	wanted := strings.Join([]string{
		"How many engineers do you have?",
		"A small team pays for every cluster with its time.",
		"",
		"    1  fewer than 5",
		"› ● 2  5 to 15  either can work",
		"    3  more than 15",
	}, "\n")
	if got != wanted {
		t.Fatalf("view is\n%s\nwant\n%s", got, wanted)
	}
	press(s, "down")
	if i := rowWith(t, s, "●"); !strings.Contains(rows(s)[i], "  ● 2  5 to 15") {
		t.Errorf("the answer's mark moved with the highlight:\n%s", text(s))
	}
	if i := rowWith(t, s, "›"); !strings.Contains(rows(s)[i], "3  more") {
		t.Errorf("the highlight did not move:\n%s", text(s))
	}
}

func TestSelectHoveringDoesNotAnswer(t *testing.T) {
	t.Parallel()
	for _, keys := range []string{
		"", "down", "down down up", "j j k", "G", "end", "G home", "g", "pgdown pgup", "up up up",
		"ctrl+d ctrl+u", "/ f e w", "x", "0", "4", "9", "ctrl+c", "ctrl+s",
	} {
		s := NewQuestion(team, "", nil, 60, 10)
		press(s, strings.Fields(keys)...)
		want(t, s, Pending, "")
		if strings.Contains(text(s), markAnswer) {
			t.Errorf("after %q an answer is marked:\n%s", keys, text(s))
		}
	}
}

func TestSelectKeys(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, before, keys string
		outcome            Outcome
		after              string
	}{
		{"a digit answers at once", "", "3", Answered, "many"},
		{"a digit changes an answer", "few", "2", Answered, "some"},
		{"enter answers the highlighted", "", "down enter", Answered, "some"},
		{"enter at the start answers the first", "", "enter", Answered, "few"},
		{"enter keeps an answer it stands on", "many", "enter", Answered, "many"},
		{"G goes to the last and enter takes it", "", "G enter", Answered, "many"},
		{"home goes back to the first", "", "end home enter", Answered, "few"},
		{"up ends at the first", "", "up enter", Answered, "few"},
		{"down ends at the last", "", "down down down down down enter", Answered, "many"},
		{"space skips", "", "space", Skipped, ""},
		{"space clears", "many", "space", Skipped, ""},
		{"space after hovering skips", "", "down space", Skipped, ""},
		{"right leaves it open", "", "right", Skipped, ""},
		{"right keeps an answer", "many", "up right", Answered, "many"},
		{"tab keeps an answer", "many", "tab", Answered, "many"},
		{"left goes back", "", "down left", Back, ""},
		{"esc goes back and changes nothing", "few", "down esc", Back, "few"},
		{"shift+tab goes back", "few", "shift+tab", Back, "few"},
		{"keys after the outcome are ignored", "", "1 2 space left", Answered, "few"},
		{"an unknown answer is none", "nobody", "right", Skipped, ""},
	} {
		s := NewQuestion(team, c.before, nil, 60, 10)
		press(s, strings.Fields(c.keys)...)
		if o, id := s.Result(); o != c.outcome || id != c.after {
			t.Errorf("%s: result is %v %q, want %v %q", c.name, o, id, c.outcome, c.after)
		}
	}
}

func TestSelectOtherMessagesChangeNothing(t *testing.T) {
	t.Parallel()
	s := NewQuestion(team, "", red, 60, 10)
	before := s.View()
	for _, msg := range []tea.Msg{
		nil,
		tea.WindowSizeMsg{Width: 20, Height: 3},
		tea.BackgroundColorMsg{},
		tea.PasteMsg{Content: "1"},
		tea.KeyReleaseMsg{Code: '1', Text: "1"},
		tea.MouseWheelMsg{},
		huh.NextField(), huh.PrevField(),
	} {
		drain(s, s.Update(msg))
	}
	if s.View() != before {
		t.Errorf("the view changed:\n%s", text(s))
	}
	want(t, s, Pending, "")
}

func TestSelectReopenEditsAgain(t *testing.T) {
	t.Parallel()
	s := NewQuestion(team, "", nil, 60, 10)
	press(s, "1")
	want(t, s, Answered, "few")
	if !strings.Contains(text(s), "● 1  fewer") {
		t.Fatalf("the view of an answered question:\n%s", text(s))
	}
	s.Reopen()
	want(t, s, Pending, "few")
	press(s, "down", "enter")
	want(t, s, Answered, "some")
	again := NewQuestion(team, s.Answer(), nil, 60, 10)
	press(again, "space")
	want(t, again, Skipped, "")
}

func TestSelectGrowsBack(t *testing.T) {
	t.Parallel()
	q := Question{Title: "Which?"}
	for i := range 8 {
		q.Choices = append(q.Choices, Choice{ID: fmt.Sprint(i), Label: fmt.Sprintf("option %c", 'a'+i)})
	}
	s := NewQuestion(q, "", nil, 40, 20)
	full := text(s)
	s.SetSize(40, 6)
	if strings.Count(text(s), "option") >= 8 || !strings.Contains(text(s), "more") {
		t.Fatalf("six rows show\n%s", text(s))
	}
	press(s, "G")
	if i := rowWith(t, s, "›"); !strings.Contains(rows(s)[i], "option h") {
		t.Fatalf("the highlight is out of sight:\n%s", text(s))
	}
	if !strings.Contains(text(s), "↑") || strings.Contains(text(s), "↓") {
		t.Fatalf("what is hidden is not said:\n%s", text(s))
	}
	press(s, "home")
	s.SetSize(40, 20)
	if text(s) != full {
		t.Fatalf("grown back it shows\n%s\nwant\n%s", text(s), full)
	}
	want(t, s, Pending, "")
}

func TestSelectSizeKeepsHighlight(t *testing.T) {
	t.Parallel()
	s := NewQuestion(team, "few", nil, 60, 10)
	press(s, "end")
	s.SetSize(20, 2)
	s.SetStyles(blue)
	s.SetSize(60, 10)
	press(s, "enter")
	want(t, s, Answered, "many")
}

func TestSelectGivesUpInOrder(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		height             int
		why, note, title   bool
		choices, blankRows int
	}{
		{6, true, true, true, 3, 1},
		{5, true, true, true, 3, 0},
		{4, false, true, true, 3, 0},
		{3, false, false, true, 2, 0},
		{2, false, false, true, 1, 0},
		{1, false, false, false, 1, 0},
	} {
		s := NewQuestion(team, "", nil, 60, c.height)
		got := text(s)
		for part, shown := range map[string]bool{"A small team": c.why, "either": c.note, "How many": c.title} {
			if strings.Contains(got, part) != shown {
				t.Errorf("%d rows: %q shown is %v, want %v\n%s", c.height, part, !shown, shown, got)
			}
		}
		n := 0
		for _, choice := range team.Choices {
			if strings.Contains(got, choice.Label) {
				n++
			}
		}
		if n != c.choices || strings.Count(got, "\n\n") != c.blankRows {
			t.Errorf("%d rows show %d choices, want %d:\n%s", c.height, n, c.choices, got)
		}
	}
}

func TestSelectTheme(t *testing.T) {
	t.Parallel()
	s := NewQuestion(team, "some", red, 60, 10)
	if v := s.View(); !strings.Contains(v, redCode) || strings.Contains(v, blueCode) {
		t.Fatalf("red is drawn as %q", v)
	}
	plainText := text(s)
	s.SetStyles(blue)
	if v := s.View(); strings.Contains(v, redCode) || !strings.Contains(v, blueCode) {
		t.Fatalf("after the change red is left: %q", v)
	}
	if text(s) != plainText {
		t.Errorf("the change of theme moved text:\n%s\n%s", plainText, text(s))
	}
	for i, row := range strings.Split(s.View(), "\n") {
		if strings.TrimSpace(ansi.Strip(row)) != "" && !strings.Contains(row, blueCode) {
			t.Errorf("row %d has no colour of the theme: %q", i, row)
		}
	}
}

func TestSelectClick(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{60, 10}, {60, 5}, {18, 12}, {18, 6}, {60, 3}} {
		for i, c := range team.Choices {
			s := NewQuestion(team, "", nil, size[0], size[1])
			press(s, strings.Fields(strings.Repeat("down ", i))...)
			row := rowWith(t, s, fmt.Sprintf("%d  ", i+1))
			if s.Click(2, row+size[1]) || s.Click(-1, row) || s.Click(size[0], row) || s.Click(2, -1) {
				t.Fatalf("a click outside counts")
			}
			if !s.Click(2, row) {
				t.Fatalf("no choice at row %d of\n%s", row, text(s))
			}
			want(t, s, Answered, c.ID)
			if s.Click(2, row) {
				t.Fatalf("a click counts twice")
			}
		}
	}
	s := NewQuestion(team, "", nil, 60, 10)
	for row := range 3 {
		if s.Click(2, row) {
			t.Errorf("a click on row %d of the header answers", row)
		}
	}
}

func TestSelectManyChoicesOnlyNineDigits(t *testing.T) {
	t.Parallel()
	q := Question{Title: "Which?"}
	for i := range 12 {
		q.Choices = append(q.Choices, Choice{ID: fmt.Sprintf("id%d", i+1), Label: fmt.Sprintf("label %d", i+1)})
	}
	s := NewQuestion(q, "", nil, 40, 20)
	if !strings.Contains(text(s), "9  label 9") || !strings.Contains(text(s), "       label 10") {
		t.Fatalf("view is\n%s", text(s))
	}
	press(s, "end", "up", "enter")
	want(t, s, Answered, "id11")
}

func TestSelectCleansText(t *testing.T) {
	t.Parallel()
	q := Question{
		Title:   "a\x1b[31mb\nc\u202E",
		Choices: []Choice{{ID: "x\x00", Label: "\xff\t1\x1b]0;t\a"}, {ID: "only-id"}, {}},
	}
	s := NewQuestion(q, "", nil, 40, 10)
	got := s.View()
	if strings.ContainsAny(ansi.Strip(got), "\x1b\x00\x07\t\u202E") || strings.Contains(got, "\x1b[31m") {
		t.Fatalf("unsafe text is drawn: %q", got)
	}
	if !strings.Contains(got, "only-id") || !strings.Contains(ansi.Strip(got), "a<U+001B>[31mb c<U+202E>") {
		t.Fatalf("view is\n%s", got)
	}
}

func TestSelectWithoutChoices(t *testing.T) {
	t.Parallel()
	s := NewQuestion(Question{Title: "Nothing?"}, "x", nil, 40, 10)
	press(s, "up", "down", "G", "pgdown", "1", "enter")
	want(t, s, Pending, "")
	press(s, "right")
	want(t, s, Skipped, "")
}

func BenchmarkSelectKey(b *testing.B) {
	for _, n := range []int{3, 6} {
		b.Run(fmt.Sprintf("%d choices", n), func(b *testing.B) {
			q := Question{Title: team.Title, Why: team.Why}
			for i := range n {
				q.Choices = append(q.Choices, Choice{ID: fmt.Sprint(i), Label: "a choice of usual length", Note: "and a short note"})
			}
			s := NewQuestion(q, "2", red, 76, 20)
			keys := []tea.KeyPressMsg{keypress("down"), keypress("up")}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				s.Update(keys[i%2])
				_ = s.View()
			}
		})
	}
}

func BenchmarkSelectNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewQuestion(team, "some", red, 76, 20)
	}
}
