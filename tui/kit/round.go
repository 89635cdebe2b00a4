package kit

import (
	"strconv"
)

// Round3 keeps three significant digits, for labels in the chart.
func Round3(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 2, 64), 64)
	return r
}
