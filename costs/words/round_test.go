package words

import (
	"math"
	"testing"
)

func TestSignificant(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		v      float64
		digits int
		want   float64
	}{
		{123456, 3, 123000},
		{0.00098765, 3, 0.000988},
		{-2.5049, 3, -2.5},
		{0.1 * 0.3, 12, 0.03}, // 0.03 and a last bit
		{0, 3, 0},
		{math.Inf(1), 3, math.Inf(1)},
		{math.MaxFloat64, 2, math.MaxFloat64}, // 1.8e308 is more than there is
	} {
		if got := Significant(c.v, c.digits); got != c.want {
			t.Errorf("%v to %d digits is %v, not %v", c.v, c.digits, got, c.want)
		}
	}
}
