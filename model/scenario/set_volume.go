package scenario

import (
	"math"

	"runwhere/checklist"
	"runwhere/model/quantity"
)

// VolumeSlot is the volume of the whole system: the sum of its components, or
// what the checklist says where none is described.
type VolumeSlot struct{}

func (VolumeSlot) Get(s *Scenario, at At) (Value, bool) {
	if len(s.Components) == 0 {
		v, ok := answerSlot(checklist.KeyRequests).Get(s, at)
		return v, ok && v.Word == ""
	}
	total, given := quantity.Amount{}, s.SharesTotal()
	for i, a := range componentRequests(s) {
		total.Low += a.Low
		total.High += a.High
		given = given || s.Components[i].Requests.Given()
	}
	return Value{Amount: total}, given
}

// Set scales every component in today's proportions. The checklist's answer
// follows where it was given as a figure or band, so that the two never
// contradict each other; where no component has requests of its own it is all
// that changes, since they share it out.
func (VolumeSlot) Set(s *Scenario, at At, v Value) {
	answer := answerSlot(checklist.KeyRequests)
	own, _ := s.ownRequests()
	if len(s.Components) > 0 {
		scaled := s.Clone() // in today's proportions, before the answer moves
		scale(&scaled, v.Amount)
		if _, answered := answer.Get(s, at); !answered || own > 0 {
			s.Components = scaled.Components
		}
	}
	if _, answered := answer.Get(s, at); answered || len(s.Components) == 0 {
		answer.Set(s, at, v)
	}
}

func (VolumeSlot) Clear(*Scenario, At) {} // There is always a volume.

// componentRequests returns the requests of each component, its part of the
// total or the default where they are left out.
func componentRequests(s *Scenario) []quantity.Amount {
	def := s.UnstatedRequests(Defaults().Components[0].Requests.Value)
	amounts := make([]quantity.Amount, len(s.Components))
	for i := range s.Components {
		amounts[i] = s.Components[i].Requests.Or(def)
	}
	return amounts
}

// scale gives the components a new total. An exact total keeps the components'
// ranges in proportion; a total that is a range makes a range of each. Volumes
// are rounded to whole requests, and the largest component takes up what that
// leaves over.
func scale(s *Scenario, total quantity.Amount) {
	amounts := componentRequests(s)
	largest, points, sum := 0, make([]float64, len(amounts)), 0.0
	for i, a := range amounts {
		points[i] = a.Value()
		sum += points[i]
		if points[i] > points[largest] {
			largest = i
		}
	}
	left := total
	for i, a := range amounts {
		share := 1 / float64(len(amounts))
		spreadLow, spreadHigh := 1.0, 1.0
		if sum > 0 {
			share = points[i] / sum
		}
		if !total.IsRange() && points[i] > 0 {
			spreadLow, spreadHigh = a.Low/points[i], a.High/points[i]
		}
		scaled := quantity.Amount{Low: math.Round(total.Low * share * spreadLow), High: math.Round(total.High * share * spreadHigh)}
		scaled.High = math.Min(math.Max(scaled.Low, scaled.High), MostRequests)
		scaled.Low = math.Min(scaled.Low, scaled.High)
		amounts[i] = scaled
		left.Low -= scaled.Low
		left.High -= scaled.High
	}
	// Only exact shares add up to the total; ranges are no sums.
	switch l := amounts[largest]; {
	case anyRange(s):
	case l.Low+left.Low >= 0 && l.High+left.High >= l.Low+left.Low:
		amounts[largest] = quantity.Amount{Low: l.Low + left.Low, High: l.High + left.High}
	case !total.IsRange():
		takeBack(amounts, -left.Low)
	}
	for i := range amounts {
		s.Components[i].Requests = Some(amounts[i])
	}
}

// takeBack takes requests from the components one after the other: so many
// shares of so few requests were rounded up that the largest cannot give them
// all.
func takeBack(amounts []quantity.Amount, requests float64) {
	for i := range amounts {
		taken := math.Min(requests, amounts[i].Low)
		amounts[i] = quantity.Exactly(amounts[i].Low - taken)
		requests -= taken
	}
}

func anyRange(s *Scenario) bool {
	for i := range s.Components {
		if r, ok := s.Components[i].Requests.Get(); ok && r.IsRange() {
			return true
		}
	}
	return false
}
