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
		if l.Progress.W != w || l.Step.W+l.Side.W != w || l.Side.X != l.Step.W || l.Progress.H+l.Step.H != h {
			t.Fatalf("%d×%d: %+v", w, h, l)
		}
		if l.Step.W < l.Side.W {
			t.Fatalf("%d×%d: the choices have less room than the side", w, h)
		}
	})
}
