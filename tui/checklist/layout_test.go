package checklist

import (
	"testing"

	"pgregory.net/rapid"

	"runwhere/tui/kit"
)

func TestChecklistLayoutCoversTheScreen(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(kit.MinWidth, 250).Draw(t, "w"), rapid.IntRange(kit.MinHeight-3, 80).Draw(t, "h")
		l := layoutIn(w, h)
		if l.progress.W != w || l.step.W+l.side.W != w || l.side.X != l.step.W || l.progress.H+l.step.H != h {
			t.Fatalf("%d×%d: %+v", w, h, l)
		}
		if l.step.W < l.side.W {
			t.Fatalf("%d×%d: the choices have less room than the side", w, h)
		}
	})
}
