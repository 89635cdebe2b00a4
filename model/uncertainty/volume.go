package uncertainty

import (
	"math"

	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// sameRatio is how far the ratios of two ranges may differ to be the same
// range of different sizes: volumes are rounded to whole requests.
const sameRatio = 1e-3

// wholeVolume returns the volume of the whole system as one input where every
// component's volume is a range of the same ratio: that is what a range of the
// system's volume makes of several components. They are then drawn together,
// in today's proportions. Drawn one by one they would even out, and a total of
// 10M..80M would hardly leave its middle.
func wholeVolume(e *model.Evaluation) (UncertainInput, bool) {
	components := e.Scenario.Components
	if len(components) < 2 {
		return UncertainInput{}, false
	}
	total, ratio := quantity.Amount{}, 0.0
	shares := make(proportions, len(components))
	for i := range components {
		a := components[i].Requests.Or(quantity.Amount{})
		if a.Low <= 0 || !a.IsRange() {
			return UncertainInput{}, false
		}
		if i == 0 {
			ratio = a.High / a.Low
		}
		if math.Abs(a.High/a.Low-ratio) > sameRatio*ratio {
			return UncertainInput{}, false
		}
		total.Low += a.Low
		total.High += a.High
		shares[i] = a.Value()
	}
	sum := 0.0
	for _, point := range shares {
		sum += point
	}
	for i := range shares {
		shares[i] /= sum
	}
	whole, _ := scenario.FieldOf(paths.Requests)
	f := *whole
	f.Slot = shares
	return UncertainInput{
		Path: f.Path.String(), Label: "requests per month of all components", Kind: f.Kind, Range: total,
		field: &f, spread: spreadOf(&f, total), moves: movedBills{volume: true},
	}, true
}

// proportions is the slot of the volume of the whole system with the shares of
// the components, which no volume changes.
type proportions []float64

func (p proportions) Get(s *scenario.Scenario, at scenario.At) (scenario.Value, bool) {
	return scenario.VolumeSlot{}.Get(s, at)
}

func (p proportions) Set(s *scenario.Scenario, _ scenario.At, v scenario.Value) {
	for i := range s.Components {
		s.Components[i].Requests = scenario.Some(quantity.Exactly(v.Amount.Low * p[i]))
	}
}

func (p proportions) Clear(*scenario.Scenario, scenario.At) {} // There is always a volume.
