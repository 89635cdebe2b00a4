package pricebook

import (
	"fmt"
	"strconv"
)

// Problem is something that a price book must not contain.
type Problem struct {
	ID     string // of the price, or the instance type
	Region string // "" where it is the id in all regions
	What   string // "has no source"
}

func (p Problem) String() string {
	if p.Region == "" {
		return p.ID + " " + p.What
	}
	return fmt.Sprintf("%s in %s %s", p.ID, p.Region, p.What)
}

// Verify returns what is wrong with the book, nil when nothing is: a price
// without source, date, unit or tiers, tiers that leave out a quantity or do
// not ascend, a figure that cannot be a price, two prices for the same id,
// region and day, an instance that offers more than it has, an id that is used
// by platforms and unknown, and one that is neither used nor for quotes. The
// warnings are prices as of more than 180 days before today, the oldest first;
// today is YYYY-MM-DD.
func (b *Book) Verify(today string, used []string) (problems, warnings []Problem) {
	problems = append(b.unsound(), b.usage(used)...)
	if !fullDate(today) {
		return append(problems, Problem{ID: "today", What: fmt.Sprintf("is %q, which is not a date", today)}), nil
	}
	return problems, b.old(today)
}

// unsound returns what is wrong with single prices and instances.
func (b *Book) unsound() []Problem {
	var problems []Problem
	prices := b.Prices()
	for i, p := range prices {
		note := func(format string, args ...any) {
			problems = append(problems, Problem{p.ID, p.Region, fmt.Sprintf(format, args...)})
		}
		p.verify(p.collectedBy(b.collected), note)
		for j := i - 1; j >= 0 && prices[j].ID == p.ID && prices[j].Region == p.Region; j-- {
			if overlap(prices[j], p) {
				note("has two prices for the same day")
			}
		}
	}
	for _, x := range b.machines() {
		x.verify(x.Hour.collectedBy(b.collected), func(format string, args ...any) {
			problems = append(problems, Problem{x.Type, x.Hour.Region, fmt.Sprintf(format, args...)})
		})
	}
	return problems
}

// collectedBy is the day after which a price cannot be dated. An overlay was
// held against the day of its own file when it was read.
func (p *Price) collectedBy(collected string) string {
	if p.Private != "" {
		return "9999-12-31"
	}
	return collected
}

func (p *Price) verify(collected string, note func(string, ...any)) {
	for _, field := range []struct{ name, value string }{
		{"id", p.ID}, {"provider", p.Provider}, {"region", p.Region}, {"unit", p.Unit}, {"source", p.Source},
	} {
		if field.value == "" {
			note("has no %s", field.name)
		}
	}
	verifyDate(p.AsOf, collected, note)
	p.verifyAmounts(note)
	for _, day := range []string{p.ValidFrom, p.ValidTo} {
		if day != "" && !fullDate(day) {
			note("holds from or to %q, which is not a date", day)
		}
	}
	if p.ValidTo != "" && p.ValidTo < p.ValidFrom {
		note("ends on %s, before it begins on %s", p.ValidTo, p.ValidFrom)
	}
	if p.Use != "" && p.Use != ForQuotes {
		note("is for %q; known is %s", p.Use, ForQuotes)
	}
}

// verifyAmounts checks the figures of a price, and that its tiers ascend.
func (p *Price) verifyAmounts(note func(string, ...any)) {
	if !isQuantity(p.Free) {
		note("has a free amount of %v", p.Free)
	}
	if !isQuantity(p.Lot) {
		note("is billed in lots of %v", p.Lot)
	}
	if len(p.Tiers) == 0 {
		note("has no tiers")
	}
	for i, t := range p.Tiers {
		switch {
		case i == 0 && t.From != 0:
			note("has a first tier from %v, which must be 0", t.From)
		case i > 0 && !(t.From > p.Tiers[i-1].From) || !isQuantity(t.From):
			note("has a tier from %v after one from %v", t.From, p.Tiers[max(i, 1)-1].From)
		}
		if !isUSD(t.USD) {
			note("costs %v", t.USD)
		}
	}
}

// The bounds of one machine: vCPU, GPUs and pods, and its memory.
const (
	mostOfMachine  = 10000
	mostMachineMiB = 1 << 30
)

func (x *Instance) verify(collected string, note func(string, ...any)) {
	if x.Arch != "amd64" && x.Arch != "arm64" {
		note("has architecture %q; known are amd64, arm64", x.Arch)
	}
	if x.Source == "" {
		note("has no source of its sizes")
	}
	verifyDate(x.AsOf, collected, note)
	for _, size := range []struct {
		name               string
		allocatable, whole float64
		most               float64
	}{
		{"vCPU", x.AllocatableCPU, x.VCPU, mostOfMachine},
		{"MiB", x.AllocatableMemory, x.MemoryMiB, mostMachineMiB},
	} {
		if !(size.allocatable > 0) || !(size.allocatable <= size.whole) || size.whole > size.most {
			note("offers %v of %v %s", size.allocatable, size.whole, size.name)
		}
	}
	if !(x.MaxPods >= 1) || x.MaxPods > mostOfMachine || x.GPU < 0 || x.GPU > mostOfMachine {
		note("takes %v pods and has %d GPUs", x.MaxPods, x.GPU)
	}
	if x.Hour.Tiers[0].USD == 0 {
		note("costs nothing")
	}
}

// firstYear is when the first price of a cloud can be from.
const firstYear = "2000"

func verifyDate(asOf, collected string, note func(string, ...any)) {
	switch {
	case asOf == "":
		note("has no date")
	case !IsDate(asOf):
		note("is dated %q, which is not a date", asOf)
	case asOf < firstYear:
		note("is dated %s, and no cloud had a price before %s", asOf, firstYear)
	case asOf > collected:
		note("is dated %s, after the book was collected on %s", asOf, collected)
	}
}

// The bounds of what is sold: a unit that costs more or less, or an amount beyond
// it, is a slip of the pen, and its bill would be no figure that can be read.
const (
	leastUSD     = 1e-15
	mostUSD      = 1e9
	mostQuantity = 1e18
)

// isUSD reports whether a figure can be a price a unit.
func isUSD(v float64) bool { return v == 0 || v >= leastUSD && v <= mostUSD }

// isQuantity reports whether a figure can be a quantity of a meter.
func isQuantity(v float64) bool { return v >= 0 && v <= mostQuantity }

// overlap reports whether two prices hold on the same day.
func overlap(a, b *Price) bool {
	return (a.ValidTo == "" || b.ValidFrom <= a.ValidTo) && (b.ValidTo == "" || a.ValidFrom <= b.ValidTo)
}

// IsDate reports whether s is YYYY, YYYY-MM or YYYY-MM-DD: a source may be
// known only to its year or month.
func IsDate(s string) bool {
	switch len(s) {
	case 4:
		return fullDate(s + "-01-01")
	case 7:
		return fullDate(s + "-01")
	default:
		return fullDate(s)
	}
}

// fullDate reports whether s is a day of the calendar, YYYY-MM-DD.
func fullDate(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	var parts [3]int
	for i, digits := range []string{s[:4], s[5:7], s[8:]} {
		v, err := strconv.ParseUint(digits, 10, 16)
		if err != nil {
			return false
		}
		parts[i] = int(v)
	}
	year, month, day := parts[0], parts[1], parts[2]
	days := 31
	switch month {
	case 4, 6, 9, 11:
		days = 30
	case 2:
		days = 28
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			days = 29
		}
	}
	return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days
}
