package split

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs"
)

// Between is what crosses between two options of a placement, in both
// directions together.
type Between struct {
	A, B    checklist.Option // in the order of checklist.Placeable
	Edges   int              // calls from one component to another
	Calls   float64          // a month
	GiB     float64          // a month that are charged: what is charged in both directions counts twice
	USD     float64          // a month, without what has no known price
	Events  float64          // USD a month of it for events of a bus
	Gateway float64          // USD a month of it for requests of a gateway
	Data    float64          // USD a month of it for data
	Unknown bool             // whether something has no known price
}

// Between adds up the calls across for every two options that have any, in the
// order of checklist.Placeable.
func (s *Split) Between() []Between {
	var list []Between
	for a := range checklist.Placeable {
		for b := a + 1; b < len(checklist.Placeable); b++ {
			if sum := s.between(checklist.Placeable[a], checklist.Placeable[b]); sum.Edges > 0 {
				list = append(list, sum)
			}
		}
	}
	return list
}

func (s *Split) between(a, b checklist.Option) Between {
	sum := Between{A: a, B: b}
	for i := range s.Glue {
		g := &s.Glue[i]
		if (g.FromOption != a || g.ToOption != b) && (g.FromOption != b || g.ToOption != a) {
			continue
		}
		sum.Edges++
		sum.Calls += g.Calls
		sum.USD += g.USD
		sum.Unknown = sum.Unknown || len(g.Unknown) > 0
		for k := range g.Lines {
			sum.add(&g.Lines[k])
		}
	}
	return sum
}

// add puts a line of glue to what it is paid for.
func (b *Between) add(l *costs.Line) {
	switch l.Meter {
	case "events":
		b.Events += l.USD
	case "gateway":
		b.Gateway += l.USD
	default:
		b.Data += l.USD
		b.GiB += l.Quantity
	}
}

// GlueOf returns the indices of the calls across from and to a component.
func (s *Split) GlueOf(component string) []int {
	var list []int
	for i := range s.Glue {
		if s.Glue[i].From == component || s.Glue[i].To == component {
			list = append(list, i)
		}
	}
	return list
}

// Pinned returns how many components are pinned.
func (s *Split) Pinned() int {
	n := 0
	for i := range s.Placements {
		if s.Placements[i].Pinned {
			n++
		}
	}
	return n
}

// Single returns the option on which all components together cost the least
// and what they cost there in USD a month; "" where none takes all of them.
func (s *Split) Single() (option checklist.Option, usd float64) {
	usd = math.Inf(1)
	for _, o := range checklist.Placeable {
		if here, ok := s.Alternatives[o]; ok && here < usd {
			option, usd = o, here
		}
	}
	return option, usd
}
