package pricebook

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/costs/paths"
)

// UnknownPriceError says which price a region lacks and which regions have it.
type UnknownPriceError struct {
	ID      string
	Region  string
	Regions []string // that have the price; nil when the id itself is unknown
	Near    []string // known ids that are spelt alike, the nearest first
	Holds   string   // "from 2026-12-01": when the price holds, where it is only the day that it lacks
	Day     string   // the day that was asked for, where Holds is given
}

func (e *UnknownPriceError) Error() string {
	switch {
	case e.Holds != "":
		return fmt.Sprintf("price %s holds %s, not on %s", e.ID, e.Holds, e.Day)
	case len(e.Regions) > 0:
		return fmt.Sprintf("price %s is unknown in region %s; known in %s", e.ID, OrNone(e.Region), SomeOf(e.Regions))
	default:
		return fmt.Sprintf("price %s is unknown%s", OrNone(e.ID), didYouMean(e.Near))
	}
}

// Discount returns the setting that replaces the price with a discount of the
// scenario's own on the price on demand, none where there is none. It tells
// capacity that is bought under a commitment or on spot from everything else.
func (e *UnknownPriceError) Discount() paths.Path {
	switch {
	case strings.Contains(e.ID, ".savings-") || strings.Contains(e.ID, ".flex-cud"):
		return paths.KubernetesDiscount
	case strings.Contains(e.ID, ".spot."):
		return paths.KubernetesSpotDiscount
	}
	return paths.Path{}
}

// UnknownInstanceError says which instance type a region lacks, and which
// regions have it or which known types are spelt alike.
type UnknownInstanceError struct {
	Type    string // AutoNode where the region has no type at all
	Region  string
	Regions []string // that have the type; nil when the type itself is unknown
	Near    []string // known types that are spelt alike, the nearest first
}

func (e *UnknownInstanceError) Error() string {
	if e.Type == AutoNode {
		return fmt.Sprintf("no instance type is priced in region %s; some are in %s", OrNone(e.Region), SomeOf(e.Regions))
	}
	if len(e.Regions) > 0 {
		return fmt.Sprintf("the price of instance type %s is unknown in region %s; known in %s", e.Type, OrNone(e.Region), SomeOf(e.Regions))
	}
	return fmt.Sprintf("instance type %s is unknown%s", OrNone(e.Type), didYouMean(e.Near))
}

// DayError is a day that is not a date.
type DayError struct{ Day string }

func (e *DayError) Error() string {
	return fmt.Sprintf("%q is not a date; a date is YYYY-MM-DD", e.Day)
}

func (b *Book) unknownPrice(id, region string) error {
	e := &UnknownPriceError{ID: id, Region: region}
	for _, p := range b.PricesOf(id) {
		switch {
		case p.holds(b.on):
			if !slices.Contains(e.Regions, p.Region) {
				e.Regions = append(e.Regions, p.Region)
			}
		case p.Region == region || p.Region == Global:
			e.Holds, e.Day = p.Validity(), b.on
		}
	}
	if e.Regions == nil && e.Holds == "" {
		e.Near = nearest(id, b.IDs())
	}
	return e
}

func (b *Book) unknownInstance(instance, region string) error {
	e := &UnknownInstanceError{Type: instance, Region: region}
	for _, x := range b.list.machines(instance) {
		e.Regions = append(e.Regions, x.Hour.Region)
	}
	if e.Regions == nil {
		e.Near = nearest(instance, b.InstanceTypes())
	}
	return e
}

// Validity tells the days on which a price begins and ends to hold, "" where it
// does neither.
func (p *Price) Validity() string {
	var parts []string
	if p.ValidFrom != "" {
		parts = append(parts, "from "+p.ValidFrom)
	}
	if p.ValidTo != "" {
		parts = append(parts, "to "+p.ValidTo)
	}
	return strings.Join(parts, " ")
}

func didYouMean(near []string) string {
	if len(near) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(near, " or ") + "?"
}

// OrNone prints a list, or that there is none.
func OrNone(s string) string {
	if s == "" {
		return `""`
	}
	return s
}

func Join(words []string) string { return strings.Join(words, ", ") }

// Up to mostNamed regions are named in full, of more the first few.
const mostNamed, fewNamed = 12, 6

// SomeOf lists regions as a sentence has room for them.
func SomeOf(regions []string) string {
	if len(regions) <= mostNamed {
		return Join(regions)
	}
	return fmt.Sprintf("%d regions, such as %s", len(regions), Join(regions[:fewNamed]))
}
