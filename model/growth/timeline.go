package growth

import (
	"math"

	"runwhere/checklist"
	"runwhere/model"
)

// daysPerMonth is that of a month of 730 hours, the convention of every bill.
const daysPerMonth = 730.0 / 24

// timelineDays are the days of the published timeline.
var timelineDays = []int{90, 180, 365, 730}

// TimelineDay is a day of the framework's start-up timeline with this
// scenario's numbers. Today is day 0.
type TimelineDay struct {
	Day             int
	Months          float64 // since today
	Volume          float64 // requests a month
	ServerlessUSD   float64 // a month, with people where they are included; +Inf where there is no figure
	KubernetesUSD   float64
	ServerlessStage string // what the way that starts serverless is at; "" where the guide says nothing
	KubernetesStage string // and the way that starts on a cluster
}

// When says how the evaluation of the timeline lies to the month in which
// Kubernetes becomes the cheaper one.
type When string

// The ways in which it can lie.
const (
	CrossedToday  When = "today"  // Kubernetes is the cheaper one already
	CrossedBefore When = "before" // the crossover comes before the evaluation begins
	CrossedDuring When = "during"
	CrossedAfter  When = "after"
	CrossedNever  When = "never"    // not in the months that were looked at
	NotCompared   When = "no-price" // one of the two has no figure today
)

// GrowthCrossover is the month in which Kubernetes becomes cheaper than
// serverless, beside the evaluation of the timeline.
type GrowthCrossover struct {
	When    When
	Month   int     // the first in which Kubernetes is the cheaper one, −1 for none
	Day     int     // on which that month begins
	Volume  float64 // requests a month in it
	Looked  int     // the last month that was looked at
	From    int     // day on which the evaluation begins
	To      int     // day on which it ends
	OverUSD float64 // what serverless costs beyond Kubernetes from Month until the evaluation begins
}

// stage is what a way of the timeline is at on a day, "" where the guide says
// nothing.
func stage(path string, day int) string {
	for _, s := range checklist.Timeline {
		if s.Path == path && day >= s.From && (day <= s.To || s.To == 0) {
			return s.Text
		}
	}
	return ""
}

// timeline puts the scenario's numbers into the published timeline.
func (o *Outlook) timeline(e *model.Evaluation) {
	k, s := &o.Lines[o.Line(checklist.Kubernetes)], &o.Lines[o.Line(checklist.Serverless)]
	for _, day := range timelineDays {
		months := float64(day) / daysPerMonth
		volume := o.VolumeAt(e.Volume(), months)
		o.Timeline = append(o.Timeline, TimelineDay{
			Day: day, Months: months, Volume: volume, ServerlessUSD: s.Cost(volume), KubernetesUSD: k.Cost(volume),
			ServerlessStage: stage(checklist.PathServerlessFirst, day), KubernetesStage: stage(checklist.PathKubernetesFirst, day),
		})
	}
	o.Crossover = o.crossover(e.Volume(), k, s)
}

// crossover looks for the month up to the horizon, or to the end of the
// timeline where that is later.
func (o *Outlook) crossover(today float64, k, s *OutlookLine) GrowthCrossover {
	last := timelineDays[len(timelineDays)-1]
	c := GrowthCrossover{When: CrossedNever, Month: -1, Looked: max(o.Horizon, int(math.Ceil(float64(last)/daysPerMonth)))}
	c.From, c.To = evaluation()
	if k.Ends == 0 || s.Ends == 0 {
		c.When = NotCompared
		return c
	}
	for m := range c.Looked + 1 {
		volume := o.VolumeAt(today, float64(m))
		if cheaper(k.Cost(volume), s.Cost(volume)) {
			c.Month, c.Volume, c.Day = m, volume, int(math.Ceil(float64(m)*daysPerMonth))
			break
		}
	}
	switch {
	case c.Month < 0:
		return c
	case c.Month == 0:
		c.When = CrossedToday
	case c.Day < c.From:
		c.When = CrossedBefore
	case c.Day <= c.To:
		c.When = CrossedDuring
	default:
		c.When = CrossedAfter
	}
	for m := c.Month; float64(m)*daysPerMonth < float64(c.From); m++ {
		volume := o.VolumeAt(today, float64(m))
		over := s.Cost(volume) - k.Cost(volume)
		if math.IsNaN(over) || math.IsInf(over, 0) {
			break // One of the two has ended: there is nothing to compare any more.
		}
		c.OverUSD += over
	}
	return c
}

// evaluation returns the days on which the second stage of the way that starts
// serverless begins and ends: the evaluation with known traffic.
func evaluation() (from, to int) {
	n := 0
	for _, s := range checklist.Timeline {
		if s.Path != checklist.PathServerlessFirst {
			continue
		}
		if n++; n == 2 {
			return s.From, s.To
		}
	}
	return 0, 0
}

// TrapMonth is a month of the framework's example of a bill that outgrows its
// reason, beside the serverless bill of this scenario.
type TrapMonth struct {
	Month           int
	PublishedUSD    float64
	PublishedFactor float64 // by which it has grown since the first of the months
	Volume          float64 // requests a month
	USD             float64 // this scenario's serverless bill, without people; +Inf where there is none
	Factor          float64 // NaN where a bill is missing or the first one is nothing
}

// trap puts this scenario's serverless bill beside the published one. Month 1
// is a month from today, as in the list of months.
func (o *Outlook) trap(e *model.Evaluation) {
	s := e.Platform(checklist.Serverless)
	line := &o.Lines[o.Line(checklist.Serverless)]
	first, bills := 0.0, checklist.GrowingBill
	for i, published := range bills {
		volume := o.VolumeAt(e.Volume(), float64(published.Month))
		t := TrapMonth{
			Month: published.Month, PublishedUSD: published.USD, PublishedFactor: published.USD / bills[0].USD,
			Volume: volume, USD: line.bill(volume), Factor: math.NaN(),
		}
		if i == 0 {
			first = t.USD
		}
		if s.Billed() && first > 0 && !math.IsInf(t.USD, 1) {
			t.Factor = t.USD / first
		}
		o.Trap = append(o.Trap, t)
	}
}
