package tui

import (
	"testing"

	"runwhere/tui/kit"
	"runwhere/tui/plot"
)

func TestMoreSaysWhatIsOutOfSight(t *testing.T) {
	t.Parallel()
	s := kit.NewStyles(true, plot.Braille)
	for _, c := range []struct {
		above, below int
		want         string
	}{{0, 0, ""}, {0, -3, ""}, {0, 5, " · ↓ 5 more"}, {5, 0, " · ↑ 5 more"}, {2, 3, " · ↑ 2 ↓ 3 more"}} {
		if got := s.More(c.above, c.below); got != c.want {
			t.Errorf("%d above and %d below: %q, want %q", c.above, c.below, got, c.want)
		}
	}
}
