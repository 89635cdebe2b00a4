package costs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// replicas is the appetite of one component: how many pods or instances of it
// run in an hour with a given load.
//
// A component that scales to zero is up for hold seconds after each request
// and for the request itself. Requests that arrive independently of each other
// (a Poisson process) find it up with probability 1 − exp(−rate × hold), and so
// it counts for that part of the hour.
type replicas struct {
	perRate float64 // replicas that one request a second needs in the busiest minute
	rate    float64 // requests a second in the mean hour that one request a month makes
	minimum float64
	hold    float64 // s that it stays up after a request; only where minimum is 0
	parts   bool    // whether a part of the hour counts as such: pods that come and go with each run
	paused  bool    // whether there is none in an hour without load, whatever the minimum
}

// needed returns the replicas in an hour with this many requests a second.
func (r *replicas) needed(rate float64) float64 {
	if r.parts {
		return rate * r.perRate
	}
	if r.paused && rate == 0 {
		return 0
	}
	n := whole(rate * r.perRate)
	if n < r.minimum {
		n = r.minimum
	}
	if r.minimum == 0 && r.hold > 0 {
		return max(1, n) * up(rate, r.hold)
	}
	return n
}

// up is the part of the time in which at least one of the last hold seconds
// brought a request.
func up(rate, hold float64) float64 { return -math.Expm1(-rate * hold) }

// weekly is a quantity of one component hour by hour through the week.
type weekly struct {
	replicas
	shares []weekShare

	of       int // the component
	appetite func() replicas
	scaled   bool
	running  float64 // hours of the week in which there are any; 0 is all of them
}

// week spreads the appetite of component i over its week. A component that
// nothing scales runs all week as in its busiest hour. Like a reading, appetite
// is asked again whenever the platform is.
func (m *metering) week(i int, appetite func() replicas, scaled bool) *weekly {
	week := &weekly{of: i, appetite: appetite, scaled: scaled}
	week.reshape(&m.work.Components[i].Shape)
	week.read(m.shares)
	m.weeks = append(m.weeks, week)
	return week
}

// reshape takes over the hours of the component's week.
func (w *weekly) reshape(s *Shape) {
	if w.scaled {
		w.shares = s.weekIn(w.shares[:0])
		w.pause()
		return
	}
	w.shares = append(w.shares[:0], weekShare{HoursPerWeek, s.PeakToMean()})
}

// pause leaves the hours with the most load in which something runs: what comes
// in the others waits for them.
func (w *weekly) pause() {
	if w.running == 0 || w.running >= HoursPerWeek {
		return
	}
	left, load := w.running, 0.0
	for i := range w.shares {
		s := &w.shares[i]
		s.hours = min(s.hours, left)
		left -= s.hours
		load += s.hours * s.weight
	}
	w.shares = slices.DeleteFunc(w.shares, func(s weekShare) bool { return s.hours == 0 })
	for i := range w.shares {
		w.shares[i].weight *= HoursPerWeek / load
	}
	w.shares = append(w.shares, weekShare{HoursPerWeek - w.running, 0})
}

// read takes over the appetite as it is now.
func (w *weekly) read(shares []float64) {
	w.replicas = w.appetite()
	w.rate = shares[w.of] / SecondsPerMonth
}

func sortShares(shares []weekShare) {
	slices.SortFunc(shares, func(a, b weekShare) int { return cmp.Compare(b.weight, a.weight) })
}

// mean returns the mean of a function of the rate over the week.
func (w *weekly) mean(q float64, of func(rate float64) float64) float64 {
	sum := 0.0
	for _, s := range w.shares {
		sum += s.hours * of(q*w.rate*s.weight)
	}
	return sum / HoursPerWeek
}

// counts returns the replicas of the week: their mean, and how they divide
// into committed and flexible ones at a commitment that costs ratio of the
// price on demand.
func (w *weekly) counts(q, ratio float64) nodeCounts {
	if ratio == 0 {
		mean := 0.0
		for _, s := range w.shares {
			mean += s.hours * w.needed(q*w.rate*s.weight)
		}
		mean /= HoursPerWeek
		return nodeCounts{AllNodes: mean, FlexibleNodes: mean}
	}
	var b buyer
	for _, s := range w.shares {
		b.add(s.hours, w.needed(q*w.rate*s.weight))
	}
	return b.counts(ratio, nil)
}

// peak returns the replicas of the busiest hour.
func (w *weekly) peak(q float64) float64 { return w.needed(q * w.rate * w.shares[0].weight) }

// about tells how many replicas there are and when.
func (w *weekly) about(name, unit string) func(q float64) string {
	return func(q float64) string {
		lowest := w.needed(q * w.rate * w.shares[len(w.shares)-1].weight)
		return fmt.Sprintf("%s: %s in the busiest hour, %s in the quietest, %s in the mean of the week",
			name, Counted(w.peak(q), unit), Figure(lowest), Figure(w.counts(q, 0)[AllNodes]))
	}
}

// buyer buys capacity for a week of hours. Each unit of it is bought the
// cheaper way: under a commitment, which is paid for in every hour, where it
// runs in more than the commitment's part of the hours, else on demand. That
// way no commitment goes to waste, and the sum never falls as the load grows.
type buyer struct {
	n            int
	hours, units [HoursPerWeek]float64
}

func (b *buyer) add(hours, units float64) {
	if b.n > 0 && b.units[b.n-1] == units {
		b.hours[b.n-1] += hours
		return
	}
	b.hours[b.n], b.units[b.n] = hours, units
	b.n++
}

// counts returns the mean, and the division at a commitment that costs ratio of the
// price on demand, 0 for none. What is not committed counts at what it costs of the
// full price, where the provider gives a discount for what runs long.
func (b *buyer) counts(ratio float64, sustained *sustainedUse) nodeCounts {
	var c nodeCounts
	for i := range b.n {
		c[AllNodes] += b.hours[i] * b.units[i]
	}
	c[AllNodes] /= HoursPerWeek
	b.sort()
	hours := 0.0
	for i := range b.n {
		if hours += b.hours[i]; ratio > 0 && hours > sustained.breakEven(ratio)*HoursPerWeek {
			c[CommittedNodes] = b.units[i]
			break
		}
	}
	if sustained != nil {
		c[FlexibleNodes] = b.sustained(c[CommittedNodes], sustained)
		return c
	}
	flexible := 0.0
	for i := range b.n {
		flexible += b.hours[i] * max(0, b.units[i]-c[CommittedNodes])
	}
	c[FlexibleNodes] = flexible / HoursPerWeek
	return c
}

// sustained adds up the units above those that are committed, each for the part of
// the hours in which it runs. The most units come first.
func (b *buyer) sustained(committed float64, of *sustainedUse) float64 {
	sum, hours := 0.0, 0.0
	for i := range b.n {
		hours += b.hours[i]
		next := 0.0
		if i+1 < b.n {
			next = b.units[i+1]
		}
		if units := b.units[i] - max(committed, next); units > 0 {
			sum += units * of.costs(hours/HoursPerWeek)
		}
	}
	return sum
}

// sort puts the most units first. There are few groups, and most are in order.
func (b *buyer) sort() {
	for i := 1; i < b.n; i++ {
		for j := i; j > 0 && b.units[j] > b.units[j-1]; j-- {
			b.units[j], b.units[j-1] = b.units[j-1], b.units[j]
			b.hours[j], b.hours[j-1] = b.hours[j-1], b.hours[j]
		}
	}
}
