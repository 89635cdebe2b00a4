package growth

import (
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/scenario"
)

// Outlook is how the costs of a system develop while its volume grows: month
// by month from today, which is month 0, up to and including the horizon. The
// whole system scales in today's proportions. A list by month has Horizon + 1
// elements; a cost that there is not is +Inf and never 0.
type Outlook struct {
	Rate         float64 // growth a month, compound: 0.08 is 8 %
	Horizon      int     // months ahead
	MigrationUSD float64 // once, to move to another platform
	People       bool    // whether Costs and totals include people and tools
	Uncounted    string  // whose people are missing in what is compared, a sentence; "" for nobody's
	NoFigure     string  // why no option has a figure although one is possible, "" elsewhere

	Volumes  []float64     // requests a month, by month
	Lines    []OutlookLine // the platforms in their order, the hybrid last
	Cheapest []int         // by month the line that costs the least, −1 where none has a figure
	Least    int           // the line with the least total, −1 where none has one

	Changes    []CheapestChange
	Migrations []Migration
	Timeline   []TimelineDay
	Crossover  GrowthCrossover
	Trap       []TrapMonth
}

// OutlookLine is one way to run the system, over the months.
type OutlookLine struct {
	ID       string // of the platform, or hybrid
	Option   checklist.Option
	Name     string
	Letter   rune
	Platform *costs.Platform // nil for the hybrid
	Chosen   bool            // for its option; false for a platform that is only compared

	PeopleUSD float64   // a month, whatever the scenario includes
	Bills     []float64 // USD a month by month, without people; +Inf where there is none
	Costs     []float64 // what is compared: Bills, with people where the scenario includes them
	BillTotal float64   // USD of all months, +Inf where one has no figure
	Total     float64   // of Costs likewise
	Ends      int       // the first month without a figure, −1 where every month has one
	Why       string    // why a month has no figure, or why the whole system cannot be run so; "" where neither
	Barred    bool      // shown, but no choice: a pin keeps a component off it, or one platform costs less than the mix

	billed *costs.Platform // whose bill it has: Platform or the best mix, nil where it has none
	fixed  float64         // USD a month of people, where they are included
	most   float64         // the volume beyond which nothing is billed
}

// bill is the USD a month at a volume without people, +Inf where there is none.
func (l *OutlookLine) bill(volume float64) float64 {
	if l.billed == nil || volume > l.most {
		return math.Inf(1)
	}
	return l.billed.Cost(volume)
}

// Cost is what the line costs a month at a volume, with people where the
// scenario includes them; +Inf where it has no figure there.
func (l *OutlookLine) Cost(volume float64) float64 { return l.bill(volume) + l.fixed }

// Choice reports whether the whole system could be run so today.
func (l *OutlookLine) Choice() bool { return !l.Barred && l.Ends != 0 }

// Of works out the months up to the horizon. What it does not do is search
// for the best split of the horizon, which HorizonSplit does.
func Of(e *model.Evaluation) Outlook {
	o := months(e)
	o.Lines = outlookLines(e)
	for i := range o.Lines {
		o.fill(&o.Lines[i])
	}
	o.findCheapest()
	o.migrations(e)
	o.timeline(e)
	o.trap(e)
	return o
}

// months is an outlook with the volume of every month and nothing else.
func months(e *model.Evaluation) Outlook {
	d, g := scenario.Defaults().Growth, e.Scenario.Growth
	o := Outlook{
		Rate:         g.Monthly.Or(d.Monthly.Value).Value(),
		Horizon:      int(math.Round(g.HorizonMonths.Or(d.HorizonMonths.Value).Value())),
		MigrationUSD: g.MigrationCost.Or(d.MigrationCost.Value).Value(),
		People:       e.Resolved.IncludePeople,
		Uncounted:    e.Uncounted(),
		NoFigure:     e.NoFigures(),
	}
	for m := range o.Horizon + 1 {
		o.Volumes = append(o.Volumes, o.VolumeAt(e.Volume(), float64(m)))
	}
	return o
}

// VolumeAt is the volume after so many months, which need not be whole.
func (o *Outlook) VolumeAt(today, months float64) float64 {
	if today == 0 {
		return 0
	}
	return today * math.Pow(1+o.Rate, months)
}

// fill reads a line at every month and adds it up.
func (o *Outlook) fill(l *OutlookLine) {
	n := len(o.Volumes)
	room := make([]float64, 2*n)
	l.Bills, l.Costs, l.Ends = room[:n:n], room[n:], -1
	for m, volume := range o.Volumes {
		bill := math.Inf(1)
		switch {
		case l.Ends >= 0: // Volumes never fall, so what has ended stays so.
		case m > 0 && volume == o.Volumes[m-1]:
			bill = l.Bills[m-1]
		default:
			bill = l.bill(volume)
		}
		if math.IsInf(bill, 1) && l.Ends < 0 {
			l.Ends = m
		}
		l.Bills[m], l.Costs[m] = bill, bill+l.fixed
		l.BillTotal += bill
		l.Total += bill + l.fixed
	}
	if l.Ends >= 0 && l.Why == "" {
		l.Why = l.ended(o.Volumes[l.Ends])
	}
}

// CheapestChange is a month in which another line becomes the cheapest.
type CheapestChange struct {
	Month    int
	Volume   float64 // requests a month in that month
	From, To int     // lines, −1 for none
}

// findCheapest says which line costs the least in each month, where that
// changes, and which line costs the least in total. Among equals the one that
// was the cheapest keeps the title: a tie is no change.
func (o *Outlook) findCheapest() {
	last := -1
	for m := range o.Volumes {
		best := -1
		if last >= 0 && !math.IsInf(o.Lines[last].Costs[m], 1) {
			best = last
		}
		for i := range o.Lines {
			l := &o.Lines[i]
			if !l.Barred && !math.IsInf(l.Costs[m], 1) && (best < 0 || cheaper(l.Costs[m], o.Lines[best].Costs[m])) {
				best = i
			}
		}
		if m > 0 && best != last {
			o.Changes = append(o.Changes, CheapestChange{m, o.Volumes[m], last, best})
		}
		o.Cheapest = append(o.Cheapest, best)
		last = best
	}
	o.Least = -1
	for i := range o.Lines {
		l := &o.Lines[i]
		if !l.Barred && !math.IsInf(l.Total, 1) && (o.Least < 0 || cheaper(l.Total, o.Lines[o.Least].Total)) {
			o.Least = i
		}
	}
}

// cheaper reports whether a is less than b by more than a rounding error.
func cheaper(a, b float64) bool { return a < b-1e-9*math.Max(math.Abs(a), math.Abs(b)) }

// More is what a line costs over the horizon beyond the least total, +Inf
// where it has no total.
func (o *Outlook) More(l *OutlookLine) float64 {
	if o.Least < 0 {
		return math.Inf(1)
	}
	return l.Total - o.Lines[o.Least].Total
}

// Line returns the line that stands for an option, −1 where there is none.
func (o *Outlook) Line(option checklist.Option) int {
	for i := range o.Lines {
		if o.Lines[i].Chosen && o.Lines[i].Option == option {
			return i
		}
	}
	return -1
}
