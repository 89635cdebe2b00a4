package words

import (
	"strconv"
)

// Significant keeps a number of significant digits of a figure. What is
// infinite or no number is nothing to round.
func Significant(v float64, digits int) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits-1, 64), 64)
	if err != nil {
		return v
	}
	return rounded
}
