package kit

import "runwhere/costs/words"

// Round3 keeps three significant digits, for labels in the chart.
func Round3(v float64) float64 { return words.Significant(v, 3) }
