package uncertainty

import (
	"math"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// deviate95 is the standard normal deviate below which 95 % of draws lie: the
// two ends of a range are the 5th and the 95th percentile, so that 90 % lie
// between them.
const deviate95 = 1.6448536269514722

// normalQuantile returns the standard normal deviate below which a part p of
// all draws lies, 0 < p < 1.
func normalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// spread is the distribution that a range of one field stands for:
//
//   - log-normal for what is positive: median √(low × high), which is also the
//     point value that every other figure rests on, and
//     σ = ln(high ÷ low) ÷ (2 × 1.6449);
//   - logit-normal for a share between 0 and 100 %: no draw leaves that range.
//     Its median lies where the odds are the geometric mean of the two ends'
//     odds, a little above the point value √(low × high);
//   - uniform from end to end where a range begins at zero or a share ends at
//     100 %, where no logarithm exists. The ends then bound every draw, and the
//     median is the midpoint, which is the point value of a range from zero.
//
// Draws that a field does not allow become its nearest allowed value, and
// those of whole numbers are rounded.
type spread struct {
	of        quantity.Amount
	scale     spreadScale
	min, max  float64 // what the field allows
	least     float64 // of what is not 0
	whole     bool
	mu, sigma float64 // of the normal deviate on the scale
}

// spreadScale is the scale on which a range is symmetric.
type spreadScale int

const (
	logScale spreadScale = iota
	logitScale
	linearScale
)

// spreadOf returns the distribution of a range of the field.
func spreadOf(f *scenario.Field, a quantity.Amount) spread {
	s := spread{of: a, min: f.Min, max: f.Max, least: quantity.Smallest[f.Kind], whole: f.Whole}
	share := f.Kind == quantity.Ratio && f.Max <= 1
	switch {
	case a.Low <= 0 || share && a.High >= 1:
		s.scale = linearScale
		return s
	case share:
		s.scale = logitScale
	}
	low, high := s.up(a.Low), s.up(a.High)
	s.mu, s.sigma = (low+high)/2, (high-low)/(2*deviate95)
	return s
}

// up takes a value to the scale on which the deviate is normal.
func (s *spread) up(v float64) float64 {
	if s.scale == logitScale {
		return math.Log(v) - math.Log1p(-v)
	}
	return math.Log(v)
}

// quantile returns the value below which a part p of all draws lies, 0 < p < 1.
func (s *spread) quantile(p float64) float64 {
	if s.scale == linearScale {
		return s.allowed(s.of.Low + (s.of.High-s.of.Low)*p)
	}
	return s.at(normalQuantile(p))
}

// at returns the value that a standard normal deviate stands for.
func (s *spread) at(z float64) float64 {
	switch s.scale {
	case linearScale:
		return s.quantile(below(z))
	case logitScale:
		return s.allowed(1 / (1 + math.Exp(-(s.mu + s.sigma*z))))
	}
	return s.allowed(math.Exp(s.mu + s.sigma*z))
}

// allowed is the value of the field that a draw stands for.
func (s *spread) allowed(v float64) float64 {
	if s.whole {
		v = math.Round(v)
	}
	if v > 0 {
		v = math.Max(v, s.least)
	}
	return math.Min(math.Max(v, s.min), s.max)
}
