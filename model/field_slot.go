package model

import "slices"

// amountSlot, textSlot and flagSlot keep a value in a Maybe. The function
// returns nil where there is no such component or call.
type (
	amountSlot func(s *Scenario, at At) *Maybe[Amount]
	textSlot   func(s *Scenario, at At) *Maybe[string]
	flagSlot   func(s *Scenario, at At) *Maybe[bool]
)

func (p amountSlot) get(s *Scenario, at At) (Value, bool) {
	m := p(s, at)
	return Value{Amount: read(m)}, m != nil && m.given
}
func (p amountSlot) set(s *Scenario, at At, v Value) { write(p(s, at), Some(v.Amount)) }
func (p amountSlot) clear(s *Scenario, at At)        { write(p(s, at), Maybe[Amount]{}) }

func (p textSlot) get(s *Scenario, at At) (Value, bool) {
	m := p(s, at)
	return Value{Word: read(m)}, m != nil && m.given
}
func (p textSlot) set(s *Scenario, at At, v Value) { write(p(s, at), Some(v.Word)) }
func (p textSlot) clear(s *Scenario, at At)        { write(p(s, at), Maybe[string]{}) }

func (p flagSlot) get(s *Scenario, at At) (Value, bool) {
	m := p(s, at)
	return Value{Word: flagWord(read(m))}, m != nil && m.given
}
func (p flagSlot) set(s *Scenario, at At, v Value) { write(p(s, at), Some(v.Word == "true")) }
func (p flagSlot) clear(s *Scenario, at At)        { write(p(s, at), Maybe[bool]{}) }

func read[T any](m *Maybe[T]) (v T) {
	if m != nil {
		v = m.value
	}
	return v
}

func write[T any](m *Maybe[T], v Maybe[T]) {
	if m != nil {
		*m = v
	}
}

func flagWord(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// listSlot keeps a list of words; the empty list is the list left out. Writes
// make a new list, so that copies of a scenario never share a changed one.
type listSlot func(s *Scenario, at At) *[]string

func (p listSlot) get(s *Scenario, at At) (Value, bool) {
	l := p(s, at)
	if l == nil || len(*l) == 0 {
		return Value{}, false
	}
	return Value{List: slices.Clone(*l)}, true
}

func (p listSlot) set(s *Scenario, at At, v Value) {
	if l := p(s, at); l != nil {
		*l = nil
		if len(v.List) > 0 {
			*l = slices.Clone(v.List)
		}
	}
}
func (p listSlot) clear(s *Scenario, at At) { p.set(s, at, Value{}) }

// nameSlot keeps the name of a component. Renaming it renames it in the calls
// of the others too.
type nameSlot struct{}

func (nameSlot) get(s *Scenario, at At) (Value, bool) {
	c := s.component(at)
	if c == nil || c.Name == "" {
		return Value{}, false
	}
	return Value{Word: c.Name}, true
}

func (nameSlot) set(s *Scenario, at At, v Value) {
	c := s.component(at)
	if c == nil {
		return
	}
	old := c.Name
	c.Name = v.Word
	if old == "" {
		return
	}
	for i := range s.Components {
		calls := slices.Clone(s.Components[i].Calls)
		for j := range calls {
			if calls[j].To == old {
				calls[j].To = v.Word
			}
		}
		s.Components[i].Calls = calls
	}
}
func (nameSlot) clear(*Scenario, At) {} // A component always has a name.

// targetSlot keeps the component that a call goes to.
type targetSlot struct{}

func (targetSlot) get(s *Scenario, at At) (Value, bool) {
	c := s.call(at)
	if c == nil || c.To == "" {
		return Value{}, false
	}
	return Value{Word: c.To}, true
}

func (targetSlot) set(s *Scenario, at At, v Value) {
	if c := s.call(at); c != nil {
		c.To = v.Word
	}
}
func (targetSlot) clear(*Scenario, At) {} // A call always goes somewhere.

// component returns the component at an index, nil when there is none.
func (s *Scenario) component(at At) *Component {
	if at.Component < 0 || at.Component >= len(s.Components) {
		return nil
	}
	return &s.Components[at.Component]
}

// call returns the call at an index, nil when there is none.
func (s *Scenario) call(at At) *Call {
	c := s.component(at)
	if c == nil || at.Call < 0 || at.Call >= len(c.Calls) {
		return nil
	}
	return &c.Calls[at.Call]
}

// Clone returns a copy that shares nothing with the original, so that either
// can be changed.
func (s Scenario) Clone() Scenario {
	s.Components = slices.Clone(s.Components)
	for i := range s.Components {
		c := &s.Components[i]
		c.Traits = slices.Clone(c.Traits)
		c.Calls = slices.Clone(c.Calls)
	}
	s.Compare = slices.Clone(s.Compare)
	return s
}
