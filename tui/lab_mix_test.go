package tui

import (
	"strings"
	"testing"

	"runwhere/model/quantity"
	"runwhere/tui/kit"
	labscreen "runwhere/tui/lab"
)

// TestLabTellsOneStory: the first row of the panel, the sentence below the
// chart, the letters under it and the bill that x opens name one and the same as
// the cheapest, the best mix where that costs the least, at today's volume and
// under the cursor.
func TestLabTellsOneStory(t *testing.T) {
	for _, c := range []struct{ preset, name, letter, sentence string }{
		{"hybrid", "H best mix", "H", "the best mix is the cheapest: "},
		{"saas-api", "H best mix", "H", "the best mix is the cheapest: "},
		{"scenario-b", "E ECS Fargate", "E", "ECS Fargate is the cheapest: $208."},
	} {
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			a := newApp(t, Config{Scenario: preset(t, c.preset), Start: kit.Lab}, size[0], size[1])
			pane := a.panes[kit.Lab].(*labscreen.Pane)
			if rows := pane.TableRows(); rows[0].Name != c.name || rows[0].Why != "" {
				t.Errorf("%s: the panel begins with %+v", c.preset, rows[0])
			}
			sentence := c.sentence
			if strings.HasSuffix(sentence, " ") {
				sentence += quantity.Money(pane.Session.Result.Split.USD) + "."
			}
			if said := strings.Join(pane.Session.Result.Sentences(), " "); !strings.Contains(said, sentence) {
				t.Errorf("%s: %q does not say %q", c.preset, said, sentence)
			}
			frame := plain(a)
			if !strings.Contains(frame, c.name[:8]) { // a long name is cut where there is little room
				t.Errorf("%s at %v does not show %s:\n%s", c.preset, size, c.name, frame)
			}
			press(a, "x")
			if title := c.name + " at "; !strings.Contains(plain(a), title) {
				t.Errorf("%s: x opens another bill:\n%s", c.preset, plain(a))
			}
			press(a, "esc")
			for range 8 {
				press(a, "]")
				best := pane.Session.Result.Cheapest(pane.Volume())
				if rows := pane.TableRows(); !strings.HasSuffix(rows[0].Name, best.Name) {
					t.Errorf("%s at %s: the panel begins with %s, the cheapest is %s", c.preset, quantity.ShortCount(pane.Volume()), rows[0].Name, best.Name)
				}
			}
		}
	}
}
