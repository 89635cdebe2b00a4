package costs

import (
	"slices"
	"strconv"
	"strings"
)

// staleAfter is the age in days from which a price is worth a second look: list
// prices change a few times a year at most.
const staleAfter = 180

// old warns of the prices that are stated as of more than half a year before
// today, the oldest first.
func (b *Book) old(today string) []Problem {
	var stale []*Price
	for _, p := range b.prices {
		if isDate(p.AsOf) && dayNumber(today)-dayNumber(lastDay(p.AsOf)) > staleAfter {
			stale = append(stale, p)
		}
	}
	slices.SortStableFunc(stale, func(x, y *Price) int { return strings.Compare(lastDay(x.AsOf), lastDay(y.AsOf)) })
	warnings := make([]Problem, len(stale))
	for i, p := range stale {
		warnings[i] = Problem{p.ID, p.Region, "is as of " + p.AsOf}
	}
	return warnings
}

// lastDay is the last day that a date may mean: a date that is known only to
// its year or month counts from the end of it.
func lastDay(date string) string {
	switch len(date) {
	case 4:
		return date + "-12-31"
	case 7:
		for day := 31; day > 28; day-- {
			if full := date + "-" + strconv.Itoa(day); fullDate(full) {
				return full
			}
		}
		return date + "-28"
	}
	return date
}

// dayNumber counts the days of the calendar up to a full date. Years begin in
// March, so that a leap day is the last of its year.
func dayNumber(date string) int {
	year, _ := strconv.Atoi(date[:4])
	month, _ := strconv.Atoi(date[5:7])
	day, _ := strconv.Atoi(date[8:])
	if month < 3 {
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day
}
