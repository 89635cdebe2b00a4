package quantity

import (
	"strings"
)

// months are the names of the months, as dates in words have them.
var months = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// DateWords prints a date as precise as it is: 1 Jul 2024, Jul 2024, 2024. What is
// no date stays as it is.
func DateWords(date string) string {
	parts := strings.Split(date, "-")
	if len(parts) == 1 || len(parts) > 3 || len(parts[1]) != 2 {
		return date
	}
	month := int(parts[1][0]-'0')*10 + int(parts[1][1]-'0')
	if month < 1 || month > len(months) {
		return date
	}
	words := months[month-1] + " " + parts[0]
	if len(parts) == 3 {
		words = strings.TrimLeft(parts[2], "0") + " " + words
	}
	return words
}
