package pricebook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// staleAfter is the age in days from which a price is worth a second look: list
// prices change a few times a year at most.
const staleAfter = 180

// veryOldAfter is the age in days from which a price is likely to be another one
// by now.
const veryOldAfter = 400

// VeryOld reports whether a price that is stated as of a date is so old on a day that
// it is likely to be another one by now: over 400 days. A date that is known only to
// its month or year counts from the end of it; what is none is not old.
func VeryOld(asOf, day string) bool {
	return IsDate(asOf) && fullDate(day) && dayNumber(day)-dayNumber(LastDay(asOf)) > veryOldAfter
}

// Ages is how old the prices of a provider are.
type Ages struct {
	Provider       string // "" for all of them
	Prices         int
	Over180        int    // days
	Over400        int    // days
	Oldest, Newest string // as precise as their sources
	Region         string // "" for all regions of the provider
}

// Ages returns how old the prices are on a day, YYYY-MM-DD, by provider and last
// all of them. A date that is known only to its month or year counts from the end
// of it; one that is none counts in no age.
func (b *Book) Ages(today string) []Ages {
	all := Ages{}
	var list []Ages
	for _, p := range b.Prices() {
		i := slices.IndexFunc(list, func(a Ages) bool { return a.Provider == p.Provider })
		if i < 0 {
			i = len(list)
			list = append(list, Ages{Provider: p.Provider})
		}
		for _, a := range []*Ages{&list[i], &all} {
			a.add(p.AsOf, today)
		}
	}
	slices.SortFunc(list, func(x, y Ages) int { return strings.Compare(x.Provider, y.Provider) })
	return append(list, all)
}

// AgesByRegion returns the same by provider and region, in alphabetical order.
func (b *Book) AgesByRegion(today string) []Ages {
	at := map[[2]string]*Ages{}
	var list []*Ages
	for _, p := range b.Prices() {
		key := [2]string{p.Provider, p.Region}
		if at[key] == nil {
			at[key] = &Ages{Provider: p.Provider, Region: p.Region}
			list = append(list, at[key])
		}
		at[key].add(p.AsOf, today)
	}
	slices.SortFunc(list, func(x, y *Ages) int {
		return cmp.Or(strings.Compare(x.Provider, y.Provider), strings.Compare(x.Region, y.Region))
	})
	ages := make([]Ages, len(list))
	for i, a := range list {
		ages[i] = *a
	}
	return ages
}

func (a *Ages) add(asOf, today string) {
	a.Prices++
	if !IsDate(asOf) || !fullDate(today) {
		return
	}
	days := dayNumber(today) - dayNumber(LastDay(asOf))
	if days > staleAfter {
		a.Over180++
	}
	if days > veryOldAfter {
		a.Over400++
	}
	if a.Oldest == "" || LastDay(asOf) < LastDay(a.Oldest) {
		a.Oldest = asOf
	}
	a.Newest = max(a.Newest, asOf)
}

// old warns of the prices that are stated as of more than half a year before
// today, the oldest first.
func (b *Book) old(today string) []Problem {
	var stale []*Price
	for _, p := range b.Prices() {
		if IsDate(p.AsOf) && dayNumber(today)-dayNumber(LastDay(p.AsOf)) > staleAfter {
			stale = append(stale, p)
		}
	}
	slices.SortStableFunc(stale, func(x, y *Price) int { return strings.Compare(LastDay(x.AsOf), LastDay(y.AsOf)) })
	warnings := make([]Problem, len(stale))
	for i, p := range stale {
		warnings[i] = Problem{p.ID, p.Region, "is as of " + p.AsOf}
	}
	return warnings
}

// LastDay is the last day that a date may mean: a date that is known only to
// its year or month counts from the end of it.
func LastDay(date string) string {
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
