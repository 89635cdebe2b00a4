package uncertainty

import (
	"math"
	"testing"
)

// TestWorthInClosedForm: an input that decides between two options of equal
// expected cost, X and 1 − X with X uniform over 0..1, is worth
// ½ − E[min(X, 1−X)] = ½ − ¼; one that tells nothing is worth nothing.
func TestWorthInClosedForm(t *testing.T) {
	t.Parallel()
	const n = 20_000
	var usd drawnUSD
	x, nothing := make([]float64, n), make([]float64, n)
	for i := range n {
		x[i] = (float64(i) + 0.5) / n
		nothing[i] = float64((i * 7919) % n)
		usd[0], usd[1] = append(usd[0], x[i]), append(usd[1], 1-x[i])
		for o := 2; o < len(usd); o++ {
			usd[o] = append(usd[o], math.Inf(1))
		}
	}
	k := newKnowledge(&usd)
	within(t, "the deciding input", k.of(x), 0.25, 1e-3)
	within(t, "everything", k.everything(), 0.25, 1e-6)
	within(t, "an input that tells nothing", k.of(nothing), 0, 0.02)
}
