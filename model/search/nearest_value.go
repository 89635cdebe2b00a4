package search

import (
	"math"
)

// nearestSearch looks for the value nearest to today's at which something
// changes, among the values of three significant digits.
type nearestSearch struct {
	value     float64 // today's, over 0
	low, high float64 // where it looks, both included
	changes   func(v float64) bool
	alike     func(v float64) (changed, alike bool) // changes, unless the value is so like the last one that was tried that it need not be; nil for never
	wide      bool                                  // whether it skips twice as many values: of a system that takes long to try
}

// The search skips so many values of three significant digits: few near
// today's, where a change matters most, then an eighth of a decade or so. A
// change that is undone within that may be passed over.
const firstStride, longestStride = 7, 112

// toward walks away from today's value, up (1) or down (−1), until something
// changes, and closes in on the first value at which it does.
func (n *nearestSearch) toward(direction int) (float64, bool) {
	same := indexOfDigits(n.value)
	if direction > 0 && digits(same) > n.value || direction < 0 && digits(same) < n.value {
		same -= direction // begin on the near side of today's value
	}
	longest := longestStride
	if n.wide {
		longest *= 2
	}
	tried, lowest, highest := same, n.lowest(), n.highest()
	for stride := firstStride; ; stride = min(2*stride, longest) {
		next := min(max(same+direction*stride, lowest), highest)
		if (next-same)*direction <= 0 {
			return 0, false // the end of the range
		}
		same = next
		changed, alike := n.pass(digits(next), next == lowest || next == highest)
		switch {
		case changed:
			return digits(n.closeIn(tried, next)), true
		case !alike:
			tried = next
		}
	}
}

// pass tries a value on the way, the end of it whatever it is like.
func (n *nearestSearch) pass(v float64, end bool) (changed, alike bool) {
	if n.alike == nil || end {
		return n.changes(v), false
	}
	return n.alike(v)
}

// lowest and highest are the ends of the range as values of three digits.
func (n *nearestSearch) lowest() int {
	k := indexOfDigits(n.low)
	if digits(k) < n.low {
		k++
	}
	return k
}

func (n *nearestSearch) highest() int {
	k := indexOfDigits(n.high)
	if digits(k) > n.high {
		k--
	}
	return k
}

// closeIn halves the way between a value that changes nothing and one that
// does.
func (n *nearestSearch) closeIn(same, changed int) int {
	for changed-same > 1 || same-changed > 1 {
		if mid := (same + changed) / 2; n.changes(digits(mid)) {
			changed = mid
		} else {
			same = mid
		}
	}
	return changed
}

// digits returns the k-th value of three significant digits: 1.00 is 0, 1.01
// is 1, 9.99 is 899, 10.0 is 900.
func digits(k int) float64 {
	decade := int(math.Floor(float64(k) / 900))
	mantissa := float64(100 + k - 900*decade)
	if decade >= 2 {
		return mantissa * math.Pow10(decade-2)
	}
	return mantissa / math.Pow10(2-decade)
}

// indexOfDigits returns the index of the value nearest to v.
func indexOfDigits(v float64) int {
	decade := int(math.Floor(math.Log10(v)))
	return 900*decade + int(math.Round(v/math.Pow10(decade)*100)) - 100
}
