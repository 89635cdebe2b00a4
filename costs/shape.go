package costs

import (
	"math"
	"slices"
)

// Shape is how a component's traffic is spread over a week: 168 hourly
// weights (UTC, Monday first) with mean 1, and the burst within an hour.
type Shape struct {
	Name    string
	Weights [HoursPerWeek]float64
	Burst   float64 // the busiest minute over the mean of its hour, at least 1
}

// MeasuredWeek is the name of a shape that was measured.
const MeasuredWeek = "measured week"

// measuredBurst is the burst of a measured week where nobody gives one: hourly
// figures do not show it. That of steady traffic; an assumption.
const measuredBurst = 1.2

// Measured returns the shape of a measured week: 168 figures of which none is
// negative and not all are 0, brought to mean 1.
func Measured(week []float64) Shape {
	s, sum := Shape{Name: MeasuredWeek, Burst: measuredBurst}, 0.0
	for _, figure := range week {
		sum += figure
	}
	for h := range s.Weights {
		s.Weights[h] = week[h] / sum * HoursPerWeek
	}
	return s
}

// PeakToMean returns the busiest hour over the mean hour.
func (s *Shape) PeakToMean() float64 { return slices.Max(s.Weights[:]) }

// MaxPeakToMean is the highest peak-to-mean that WithPeak can give a shape:
// all traffic in the hours that now hold its peak.
func (s *Shape) MaxPeakToMean() float64 {
	peak, n := s.PeakToMean(), 0
	for _, w := range s.Weights {
		if w == peak {
			n++
		}
	}
	return HoursPerWeek / float64(n)
}

// WithPeak returns the shape with its busiest hour at peak times the mean.
// Each weight is raised to one common power and the mean brought back to 1,
// so busy hours stay busy, no weight turns negative and the order of the
// hours is kept. peak is clamped to [1, MaxPeakToMean].
func (s Shape) WithPeak(peak float64) Shape {
	if peak <= 1 {
		for h := range s.Weights {
			s.Weights[h] = 1
		}
		return s
	}
	top := s.PeakToMean()
	if top == 1 || peak == top {
		return s
	}
	peak = math.Min(peak, s.MaxPeakToMean())
	lo, hi, week := 0.0, 1.0, s.week()
	for peakOf(week, hi) < peak && hi < 1024 {
		lo, hi = hi, hi*2
	}
	for range 60 {
		mid := (lo + hi) / 2
		if peakOf(week, mid) < peak {
			lo = mid
		} else {
			hi = mid
		}
	}
	return *s.raised(hi)
}

// peakOf returns the busiest hour over the mean of a week, the busiest hours
// first, whose weights are raised to the power a. There are few distinct
// weights, and raising is what finding the power takes its time for.
func peakOf(week []weekShare, a float64) float64 {
	sum := 0.0
	for i := range week {
		sum += week[i].hours * math.Pow(week[i].weight/week[0].weight, a)
	}
	return HoursPerWeek / sum
}

// raised returns the shape with each weight to the power a, mean 1 again.
// The weights are taken relative to the peak so that no power overflows.
func (s Shape) raised(a float64) *Shape {
	week, sum := s.week(), 0.0
	powers := make([]float64, len(week))
	for i := range week {
		powers[i] = math.Pow(week[i].weight/week[0].weight, a)
	}
	for h, w := range s.Weights {
		i := 0
		for week[i].weight != w {
			i++
		}
		s.Weights[h] = powers[i]
		sum += powers[i]
	}
	for h := range s.Weights {
		s.Weights[h] *= HoursPerWeek / sum
	}
	return &s
}
