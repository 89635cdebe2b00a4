package ask

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// drawText makes texts that are awkward to lay out.
func drawText(r *rapid.T, name string) string {
	return rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "short", "5 to 15", "日本語のとても長い選択肢です", "averyveryverylongwordwithoutanyspaceinit",
			"a, b; c-d. e", "one two three four five six seven eight nine ten eleven twelve", "e\u0301a\u0300 ☁ x",
			"   ", "line\nbreak", "tab\there", "a - b - c - d - e - f - g - h",
		}),
		rapid.String(),
	).Draw(r, name)
}

func drawChoices(r *rapid.T) []Choice {
	choices := make([]Choice, rapid.IntRange(0, 12).Draw(r, "choices"))
	for i := range choices {
		choices[i] = Choice{ID: fmt.Sprint(i), Label: drawText(r, "label")}
		if rapid.Bool().Draw(r, "has note") {
			choices[i].Note = drawText(r, "note")
		}
	}
	return choices
}

var someKeys = []string{
	"up", "down", "left", "right", "home", "end", "enter", "esc", "tab", "shift+tab", "space", "backspace",
	"pgup", "pgdown", "g", "G", "j", "k", "x", "y", "n", "/", "1", "2", "9", "0", "ctrl+a", "ctrl+s", "ctrl+u", "ctrl+d", "日",
}

func TestSelectAlwaysFits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		q := Question{Title: drawText(r, "title"), Why: drawText(r, "why"), Choices: drawChoices(r)}
		width, height := rapid.IntRange(-1, 90).Draw(r, "width"), rapid.IntRange(-1, 25).Draw(r, "height")
		s := NewQuestion(q, rapid.SampledFrom([]string{"", "0", "3", "none"}).Draw(r, "answer"), red, width, height)
		for range rapid.IntRange(0, 12).Draw(r, "steps") {
			switch rapid.IntRange(0, 5).Draw(r, "step") {
			case 0:
				width, height = rapid.IntRange(-1, 90).Draw(r, "width"), rapid.IntRange(-1, 25).Draw(r, "height")
				s.SetSize(width, height)
			case 1:
				s.Click(rapid.IntRange(-1, 90).Draw(r, "x"), rapid.IntRange(-1, 25).Draw(r, "y"))
			case 2:
				s.Reopen()
			default:
				press(s, rapid.SampledFrom(someKeys).Draw(r, "key"))
			}
			fits(r, s.View(), width, height)
			// What huh draws has exactly the rows that were laid out for it;
			// otherwise clicks and scrolling would be off.
			if got, planned := strings.Count(s.field.View(), "\n")+1, len(s.plan.owner); len(q.Choices) > 0 && got != planned {
				r.Fatalf("huh draws %d rows, planned are %d:\n%s", got, planned, ansi.Strip(s.field.View()))
			}
			if len(q.Choices) > 0 && width >= 3 && height >= 1 && !strings.Contains(text(s), markHighlight) {
				r.Fatalf("the highlight is out of sight at %d×%d:\n%s", width, height, text(s))
			}
		}
	})
}

func TestFormAlwaysFits(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		fields := make([]Field, rapid.IntRange(0, 12).Draw(r, "fields"))
		for i := range fields {
			fields[i] = Field{
				Key: fmt.Sprint(i), Title: drawText(r, "title"), Description: drawText(r, "description"),
				Placeholder: drawText(r, "placeholder"), Value: drawText(r, "value"), Values: []string{"1"},
				Kind: Kind(rapid.IntRange(0, 3).Draw(r, "kind")), Required: rapid.Bool().Draw(r, "required"),
				Live: func(s string) string { return "= " + s },
			}
			if k := fields[i].Kind; k == KindChoice || k == KindMulti {
				fields[i].Options = drawChoices(r)
			}
			if rapid.Bool().Draw(r, "validated") {
				problem := drawText(r, "problem")
				fields[i].Validate = func(string) error { return errors.New(problem) }
			}
		}
		width, height := rapid.IntRange(-1, 90).Draw(r, "width"), rapid.IntRange(-1, 25).Draw(r, "height")
		f := NewForm(drawText(r, "form"), fields, red, width, height)
		for range rapid.IntRange(0, 12).Draw(r, "steps") {
			switch rapid.IntRange(0, 6).Draw(r, "step") {
			case 0:
				width, height = rapid.IntRange(-1, 90).Draw(r, "width"), rapid.IntRange(-1, 25).Draw(r, "height")
				f.SetSize(width, height)
			case 1:
				f.Click(rapid.IntRange(-1, 90).Draw(r, "x"), rapid.IntRange(-1, 25).Draw(r, "y"))
			case 2:
				f.Reopen()
			case 3:
				f.Update(tea.PasteMsg{Content: drawText(r, "paste")})
			default:
				press(f, rapid.SampledFrom(someKeys).Draw(r, "key"))
			}
			fits(r, f.View(), width, height)
		}
	})
}

func BenchmarkFormKey(b *testing.B) {
	fields := component()
	for len(fields) < 12 {
		fields = append(fields, Field{Key: "k", Title: "Another field", Value: "500ms"})
	}
	f := NewForm("Component", fields, red, 76, 16)
	press(f, "tab")
	keys := []tea.KeyPressMsg{keypress("5"), keypress("backspace")}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.Update(keys[i%2])
		_ = f.View()
	}
}
