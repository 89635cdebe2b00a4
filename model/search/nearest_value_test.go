package search

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestDigits(t *testing.T) {
	t.Parallel()
	for k, v := range map[int]float64{0: 1, 1: 1.01, 899: 9.99, 900: 10, -1: 0.999, -900: 0.1, 5400: 1e6} {
		if math.Abs(digits(k)-v) > 1e-12*v || indexOfDigits(v) != k {
			t.Errorf("digits(%d) = %v, indexOfDigits(%v) = %d", k, digits(k), v, indexOfDigits(v))
		}
	}
}

// TestNearestIsFoundHoweverWideTheSteps: where something changes once and for
// all, steps of twice the width find the same value with fewer tries.
func TestNearestIsFoundHoweverWideTheSteps(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from, at := rapid.IntRange(-900, 900).Draw(t, "from"), rapid.IntRange(-2700, 4500).Draw(t, "at")
		direction := 1
		if at == from {
			t.Skip("nothing to walk to")
		}
		if at < from {
			direction = -1
		}
		tried := map[bool]int{}
		for _, wide := range []bool{false, true} {
			n := nearestSearch{value: digits(from), low: 1e-4, high: 1e6, wide: wide, changes: func(v float64) bool {
				tried[wide]++
				return (indexOfDigits(v)-at)*direction >= 0
			}}
			v, found := n.toward(direction)
			if !found || indexOfDigits(v) != at {
				t.Fatalf("wide %v: %v, want %v", wide, v, digits(at))
			}
		}
		if far := at - from; (far > 1500 || far < -1500) && tried[true] >= tried[false] {
			t.Fatalf("%d tries, and %d with wide steps", tried[false], tried[true])
		}
	})
}
