package quantity

import (
	"math"
)

// Amount is a figure in its field's base unit, exact or a range that holds the
// truth with 90 % probability.
type Amount struct {
	Low, High float64
}

// Exactly returns an exact amount.
func Exactly(v float64) Amount { return Amount{v, v} }

// IsRange reports whether the amount is a range.
func (a Amount) IsRange() bool { return a.Low != a.High }

// Value returns the point estimate: the figure itself, or the median of the
// log-normal distribution that a range of a positive quantity stands for (the
// geometric mean; the midpoint where the range begins at zero).
func (a Amount) Value() float64 {
	switch {
	case a.Low == a.High:
		return a.Low
	case a.Low <= 0:
		return (a.Low + a.High) / 2
	default:
		return math.Sqrt(a.Low) * math.Sqrt(a.High)
	}
}
