package verdict

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"runwhere/model"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
)

// TestAWaterfallIsToldWithoutColour: gains and losses differ in their sign and
// in what they are drawn with, in ASCII too.
func TestAWaterfallIsToldWithoutColour(t *testing.T) {
	for _, alphabet := range []plot.Alphabet{plot.Braille, plot.ASCII} {
		s := kit.NewStyles(true, alphabet)
		scale := model.Scale{Low: -2, High: 2}
		gain := ansi.Strip(waterfallBar(s, scale, &model.Step{Points: 1, Before: 0, After: 1}, 21))
		loss := ansi.Strip(waterfallBar(s, scale, &model.Step{Points: -1, Before: 1, After: 0}, 21))
		if strings.Count(gain, s.Glyphs.Bar) != 5 || strings.Count(loss, s.Glyphs.BarRest) != 5 || strings.Index(gain, s.Glyphs.Bar) != 10 || gain == loss {
			t.Errorf("%q and %q", gain, loss)
		}
	}
}
