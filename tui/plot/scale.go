package plot

import "math"

// A scale maps a positive value to its place on a logarithmic axis: 0 at lo and
// 1 at hi.
type scale struct {
	lo, hi     float64
	base, span float64 // ln lo, ln hi - ln lo
}

const (
	// The ends of every scale stay within these, so that no product overflows.
	leastValue, greatestValue = 1e-300, 1e300
	// leastSpan is the narrowest scale, in natural logarithms: 0.01 %. Below it
	// the columns could no longer be told apart in floating point.
	leastSpan = 1e-4
	// hair is the rounding error allowed for when a place is on a cell's edge.
	hair = 1e-9
)

// usable says whether v has a place on a logarithmic axis.
func usable(v float64) bool { return v > 0 && v <= math.MaxFloat64 }

// newScale repairs its ends rather than refusing them: exchanged ends are
// exchanged back, an end that is no positive number becomes a decade away from
// the other, and ends that coincide become a decade wide.
func newScale(lo, hi float64) scale {
	switch {
	case !usable(lo) && !usable(hi):
		lo, hi = 1, 10
	case !usable(lo):
		lo = hi / 10
	case !usable(hi):
		hi = lo * 10
	}
	lo = min(max(lo, leastValue), greatestValue)
	hi = min(max(hi, leastValue), greatestValue)
	if lo > hi {
		lo, hi = hi, lo
	}
	if math.Log(hi)-math.Log(lo) < leastSpan {
		lo, hi = max(lo/math.Sqrt(10), leastValue), min(hi*math.Sqrt(10), greatestValue)
	}
	return scale{lo, hi, math.Log(lo), math.Log(hi) - math.Log(lo)}
}

// at is the value at a place, where 0 is lo and 1 is hi.
func (s scale) at(position float64) float64 { return math.Exp(s.base + position*s.span) }

// of is the place of a value, not finite unless the value is usable.
func (s scale) of(value float64) float64 { return (math.Log(value) - s.base) / s.span }

// slot is which of n equal parts of the axis the value lies in. Below the axis
// it is -1 and above it n; both ends belong to the axis. ok is false for a value
// that has no place on a logarithmic axis.
func (s scale) slot(value float64, n int) (slot int, ok bool) {
	if !usable(value) || n <= 0 {
		return 0, false
	}
	position := s.of(value)
	switch {
	case position < -hair:
		return -1, true
	case position > 1+hair:
		return n, true
	}
	return min(max(int(position*float64(n)+hair), 0), n-1), true
}

// fit is a range of whole decades around the values from lo to hi; ends that the
// caller has set win. Values that all lie on one decade get one on either side.
func fit(lo, hi, setLo, setHi float64) scale {
	if !usable(lo) || !usable(hi) {
		return newScale(setLo, setHi)
	}
	low, high := math.Floor(math.Log10(lo)+hair), math.Ceil(math.Log10(hi)-hair)
	if low == high {
		low, high = low-1, high+1
	}
	lo, hi = math.Pow10(int(low)), math.Pow10(int(high))
	switch {
	case usable(setLo) && usable(setHi):
		return newScale(setLo, setHi)
	case usable(setLo):
		return newScale(setLo, max(hi, setLo*10))
	case usable(setHi):
		return newScale(min(lo, setHi/10), setHi)
	}
	return newScale(lo, hi)
}
