package quantity

import (
	"math"
	"strconv"
	"strings"
)

// FormatAmount prints a quantity or a range so that ParseAmount reads back
// exactly the same amount.
func FormatAmount(kind Kind, a Amount) string {
	if !a.IsRange() {
		return FormatQuantity(kind, a.Low)
	}
	return FormatQuantity(kind, a.Low) + rangeMark + FormatQuantity(kind, a.High)
}

// FormatQuantity prints a quantity in the shortest unit that ParseQuantity
// reads back exactly: 50M, 500ms, 1024MiB, 60%. Figures below one are avoided
// where a smaller unit exists. It is meant for finite values of at least 0;
// others print as strconv prints them.
func FormatQuantity(kind Kind, v float64) string {
	m := kind.Measure()
	best, bestCost := "", math.MaxInt
	for i := range m.units {
		u := &m.units[i]
		if u.silent || kind == Memory && v < 10<<10 && u.factor > 1 {
			// Memory stays in MiB below 10 GiB, the way platforms name it.
			continue
		}
		text, ok := u.format(v)
		cost := len(text)
		switch {
		case strings.Contains(text, "e-"):
			cost += 2 * longestQuantity
		case strings.HasPrefix(text, "0."):
			cost += longestQuantity
		}
		if v == 0 && u.factor == 1 && u.shift == 0 || kind == Ratio {
			cost = 0
		}
		if ok && cost < bestCost {
			best, bestCost = text, cost
		}
	}
	if best == "" {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return best
}

// format prints v in this unit. It is false where that does not read back as v.
func (u *unit) format(v float64) (string, bool) {
	decimal := shiftedDecimal(v/u.factor, -u.shift)
	back, ok := u.value(decimal)
	return decimal + u.names[0], ok && back == v
}

// shiftedDecimal prints the shortest decimal text of v times ten to the power
// of shift. Only the text is shifted, so no rounding creeps in.
func shiftedDecimal(v float64, shift int) string {
	text := strconv.FormatFloat(v, 'e', -1, 64)
	mantissa, exp, ok := strings.Cut(text, "e")
	exponent, err := strconv.Atoi(exp)
	if !ok || err != nil {
		return text
	}
	digits := strings.Replace(mantissa, ".", "", 1)
	point := 1 + exponent + shift // the digits before the decimal point
	switch {
	case v == 0:
		return "0"
	case point > 21 || point < -6:
		return mantissa + "e" + strconv.Itoa(exponent+shift)
	case point <= 0:
		return "0." + strings.Repeat("0", -point) + digits
	case point >= len(digits):
		return digits + strings.Repeat("0", point-len(digits))
	default:
		return digits[:point] + "." + digits[point:]
	}
}

// FormatCount prints a number of things such as requests: 50M, 34.2M, 10K.
func FormatCount(v float64) string { return FormatQuantity(Count, v) }

// FormatDuration prints seconds: 500ms, 30s, 15m.
func FormatDuration(seconds float64) string { return FormatQuantity(Duration, seconds) }

// FormatMemory prints MiB: 1024MiB, 16GiB.
func FormatMemory(mib float64) string { return FormatQuantity(Memory, mib) }

// FormatSize prints KiB: 300B, 4KiB, 2MiB.
func FormatSize(kib float64) string { return FormatQuantity(Size, kib) }

// FormatRatio prints a ratio as a percentage: 60%.
func FormatRatio(ratio float64) string { return FormatQuantity(Ratio, ratio) }

// FormatNumber prints a plain number: 2, 0.5.
func FormatNumber(v float64) string { return FormatQuantity(Number, v) }
