package scenario

import (
	"math"

	"runwhere/checklist"
	"runwhere/model/quantity"
)

// assumedOver30M stands for "30M or more" until an exact figure is given: the
// volume of the framework's Scenario B.
const assumedOver30M = 50e6

// statedTotal returns the requests a month that the checklist gives the whole
// system, as a figure or range, and whether it does. An answer that is only a
// band gives none.
func (s *Scenario) statedTotal() (quantity.Amount, bool) {
	v, ok := answerSlot(checklist.KeyRequests).Get(s, At{})
	return v.Amount, ok && v.Word == ""
}

// SharesTotal reports whether some component has no requests of its own and so
// takes a part of what the checklist gives the whole system.
func (s *Scenario) SharesTotal() bool {
	_, stated := s.statedTotal()
	own, _ := s.ownRequests()
	return stated && own < len(s.Components)
}

// ownRequests returns how many components have requests of their own, and what
// these add up to.
func (s *Scenario) ownRequests() (components int, sum quantity.Amount) {
	for i := range s.Components {
		if r, given := s.Components[i].Requests.Get(); given {
			components++
			sum.Low += r.Low
			sum.High += r.High
		}
	}
	return components, sum
}

// UnstatedRequests returns the requests of every component that has none of its
// own, the implied one among them. A total that is given is never dropped: what
// the others leave of it is shared out evenly. Where they leave nothing these
// components have none, and the contradiction is said (see contradictionRules).
// Without a total it is the default.
func (s *Scenario) UnstatedRequests(def quantity.Amount) quantity.Amount {
	own, sum := s.ownRequests()
	total, stated := s.statedTotal()
	switch {
	case stated:
	case s.Answers.Get(checklist.KeyRequests).Choice() == checklist.Over30M && sum.High < assumedOver30M:
		total = quantity.Exactly(assumedOver30M)
	default:
		return def
	}
	without := float64(max(1, len(s.Components)-own))
	low, high := math.Max(0, total.Low-sum.Low)/without, math.Max(0, total.High-sum.High)/without
	return quantity.Amount{Low: math.Min(low, high), High: math.Max(low, high)}
}

// ImpliedComponent stands for the whole system where none was described: the
// checklist's volume and default numbers.
func (s *Scenario) ImpliedComponent(d Component) Component {
	c := Component{Name: d.Name}
	if v, ok := (VolumeSlot{}).Get(s, At{}); ok {
		c.Requests = Some(v.Amount)
	}
	return c
}
