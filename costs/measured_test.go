package costs

import (
	"math"
	"testing"
)

// TestMeasuredWeekByHand: a machine that is asked twice as often on Monday as in
// all other hours: mean (24 × 2 + 144) ÷ 168 = 8/7, so Monday is 1.75.
func TestMeasuredWeekByHand(t *testing.T) {
	t.Parallel()
	week := make([]float64, HoursPerWeek)
	for h := range week {
		if week[h] = 100; h < 24 {
			week[h] = 200
		}
	}
	s := Measured(week)
	if math.Abs(s.Weights[0]-1.75) > 1e-12 || math.Abs(s.Weights[24]-0.875) > 1e-12 || s.Burst != 1.2 || math.Abs(s.PeakToMean()-1.75) > 1e-12 {
		t.Errorf("%v, %v, burst %v", s.Weights[0], s.Weights[24], s.Burst)
	}
	if raised := s.WithPeak(3); math.Abs(raised.PeakToMean()-3) > 1e-6 {
		t.Errorf("raised to %v", raised.PeakToMean())
	}
}
