package quantity

import (
	"math"
	"strconv"

	"runwhere/costs/words"

	"github.com/dustin/go-humanize"
)

// Money prints USD with no more digits than a reader needs: cents below 100,
// whole dollars with separators above, two significant digits below a
// dollar. What is unknown or infinite is a dash.
func Money(usd float64) string {
	sign := ""
	if usd < 0 {
		sign, usd = "-", -usd
	}
	switch {
	case math.IsNaN(usd) || math.IsInf(usd, 0):
		return "—"
	case usd == 0:
		return "$0"
	case usd < 1:
		decimals := max(2, 1-int(math.Floor(math.Log10(usd))))
		return sign + "$" + strconv.FormatFloat(usd, 'f', min(decimals, 9), 64)
	case usd < 99.995:
		return sign + "$" + strconv.FormatFloat(usd, 'f', 2, 64)
	}
	return sign + "$" + humanize.Commaf(math.Round(usd))
}

// mostCounted is what no count of requests reaches.
const mostCounted = 1e15

// ShortCount prints requests with three significant digits: 34.2M. Growth over
// years can reach more than anything that is counted.
func ShortCount(v float64) string {
	if v >= mostCounted {
		return "over 999T"
	}
	return FormatCount(words.Significant(v, 3))
}

// ShortMoney prints USD as an axis does, in thousands, millions and billions:
// $10, $10k, $1M.
func ShortMoney(usd float64) string {
	switch {
	case usd >= 1e9:
		return "$" + FormatNumber(usd/1e9) + "B"
	case usd >= 1e6:
		return "$" + FormatNumber(usd/1e6) + "M"
	case usd >= 1e3:
		return "$" + FormatNumber(usd/1e3) + "k"
	}
	return "$" + FormatNumber(usd)
}

// Tidy rounds a figure to 14 significant digits, so that 100000.20000000001 is
// 100000.2. That is far below a cent for every bill there can be.
func Tidy(v float64) float64 { return words.Significant(v, 14) }

// Cent is the least difference in USD that is shown.
const Cent = 0.005

// Change prints what changes by an amount of USD, with its sign.
func Change(usd float64) string {
	switch {
	case math.IsInf(usd, 0) || math.IsNaN(usd):
		return "no comparison"
	case math.Abs(usd) < Cent:
		return "no change"
	case usd < 0:
		return "-" + Money(-usd)
	}
	return "+" + Money(usd)
}
