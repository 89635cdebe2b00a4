package search

import (
	"math"
	"testing"
)

func TestDigits(t *testing.T) {
	t.Parallel()
	for k, v := range map[int]float64{0: 1, 1: 1.01, 899: 9.99, 900: 10, -1: 0.999, -900: 0.1, 5400: 1e6} {
		if math.Abs(digits(k)-v) > 1e-12*v || indexOfDigits(v) != k {
			t.Errorf("digits(%d) = %v, indexOfDigits(%v) = %d", k, digits(k), v, indexOfDigits(v))
		}
	}
}
