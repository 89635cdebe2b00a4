package costs

import (
	"fmt"

	"runwhere/costs/pricebook"
)

// Patterns lists the six traffic patterns of the framework, the calmest first.
var Patterns = []string{"steady", "real-time", "event-driven", "batch", "unpredictable", "spiky"}

// PatternError names a traffic pattern that does not exist.
type PatternError struct{ Name string }

func (e *PatternError) Error() string {
	return fmt.Sprintf("traffic pattern %s is unknown; known are %s", pricebook.OrNone(e.Name), pricebook.Join(Patterns))
}

// Pattern returns the preset shape of a traffic pattern:
//
//	pattern        busiest hour    busiest minute
//	               over the mean   over its hour
//	steady         1.6             1.2
//	real-time      2.2             1.3
//	event-driven   3               2
//	batch          4               1
//	unpredictable  5               2
//	spiky          8               2
//
// The mean of the 168 weights is 1. The figures are this program's
// assumptions, to be replaced by a measured shape or by WithPeak; the
// framework names the patterns without figures. They have been held against a
// real trace: four functions (three queues, a timer) over the 1,440 minutes of
// one day, from the Azure Functions 2019 trace (CC-BY) as excerpted in
// vhive-serverless/invitro, data/traces/example/invocations.csv at a1df629445
// (2026-08-13). Each is called 5 times a minute for 225 to 230 minutes and not
// at all for the rest of the day: the busiest hour is 6.3 to 6.4 times the
// mean of the day, and the busiest minute no busier than that hour. That is
// the form of batch, burst 1 included, with a window of 3¾ hours where the
// preset runs over 7; and the busiest minute, which is what is sized for, is
// 6.3 to 6.4 times the mean where event-driven has 3 × 2 = 6. Four functions
// on one day, cut short (the durations of the same excerpt count up to 50
// times as many calls), bear the presets out but are too few to move them: all
// six are kept.
//
// The error is a *PatternError.
func Pattern(name string) (Shape, error) {
	for i := range patterns {
		if patterns[i].name == name {
			return patterns[i].shape(), nil
		}
	}
	return Shape{}, &PatternError{name}
}

// pattern is a week as it is drawn: a digit an hour, 0 for the quietest and 9
// for the busiest. Digits keep the distinct weights few, which sizing groups
// by; the peak gives them their scale.
type pattern struct {
	name        string
	peak, burst float64
	days        [7]string // Monday first, 24 hours UTC each
}

// shape scales the digits so that 9 becomes the peak and the mean 1: a weight
// is base + step × digit. Every drawing has a mean of at most 9 / peak, so that
// its base is not negative.
func (p *pattern) shape() Shape {
	s := Shape{Name: p.name, Burst: p.burst}
	sum := 0
	for _, day := range p.days {
		for h := range day {
			sum += int(day[h] - '0')
		}
	}
	const busiest = 9
	step := (p.peak - 1) / (busiest - float64(sum)/HoursPerWeek)
	for d, day := range p.days {
		for h := range day {
			s.Weights[d*24+h] = p.peak - step*float64(busiest-int(day[h]-'0'))
		}
	}
	return s
}

var patterns = [...]pattern{
	{
		// People of one continent at work: up in the morning, highest after
		// noon, never quite asleep; weekends lower.
		name: "steady", peak: 1.6, burst: 1.2,
		days: [7]string{
			"321111234567899987766554",
			"321111234567899987766554",
			"321111234567899987766554",
			"321111234567899987766554",
			"321111234567899987766554",
			"321111122345566665555443",
			"321111122345566665555443",
		},
	},
	{
		// Chat, games, live data: the evening is the peak, later and higher at
		// the weekend.
		name: "real-time", peak: 2.2, burst: 1.3,
		days: [7]string{
			"321000011122333334568986",
			"321000011122333334568986",
			"321000011122333334568986",
			"321000011122333334568986",
			"321000011122333334568998",
			"642100011233444445678999",
			"642100011233444445678986",
		},
	},
	{
		// Uploads, orders, webhooks: clumps when offices begin and when they
		// come back from lunch, little at night and at the weekend.
		name: "event-driven", peak: 3, burst: 2,
		days: [7]string{
			"000000137996455432111000",
			"000000137996455432111000",
			"000000137996455432111000",
			"000000137996455432111000",
			"000000137996455432111000",
			"000000011111111111000000",
			"000000011111111111000000",
		},
	},
	{
		// Reports and pipelines: a window every night, full from the first
		// minute, and next to nothing by day.
		name: "batch", peak: 4, burst: 1,
		days: [7]string{
			"799875300000000000000000",
			"799875300000000000000000",
			"799875300000000000000000",
			"799875300000000000000000",
			"799875300000000000000000",
			"799875300000000000000000",
			"799875300000000000000000",
		},
	},
	{
		// A low day and night with surges that keep no calendar: another hour,
		// length and height each time.
		name: "unpredictable", peak: 5, burst: 2,
		days: [7]string{
			"000011111111111112584210",
			"000001111111111111111000",
			"000003961111111111111000",
			"000001111111111111132000",
			"137521111111111111111000",
			"000001111111479521111000",
			"000001111111111111118630",
		},
	},
	{
		// A quiet base and a few campaign hours a week, each with a ramp and a
		// tail.
		name: "spiky", peak: 8, burst: 2,
		days: [7]string{
			"000000001111111111110000",
			"000000001111111115992100",
			"000000001111111111110000",
			"000000001149921111110000",
			"000000001111111111110000",
			"000000000001114992100000",
			"000000000000000000000000",
		},
	},
}
