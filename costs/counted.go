package costs

import (
	"strings"
)

// Counted prints a quantity with its unit, which is given in the plural: "1
// node", "2 nodes", "0.5 nodes".
func Counted(v float64, units string) string {
	return Figure(v) + " " + unitOf(v, units)
}

// unitOf returns the unit of a quantity: the singular where it is printed as 1.
// Every unit that is counted makes its plural with an s at its first word or
// its last ("busy instances", "requests at once").
func unitOf(v float64, units string) string {
	if Figure(v) != "1" {
		return units
	}
	if first, rest, ok := strings.Cut(units, " "); ok && strings.HasSuffix(first, "s") {
		return strings.TrimSuffix(first, "s") + " " + rest
	}
	return strings.TrimSuffix(units, "s")
}
