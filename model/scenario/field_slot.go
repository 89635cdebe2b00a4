package scenario

import (
	"slices"

	"runwhere/model/quantity"
)

// amountSlot, textSlot and flagSlot keep a value in a Maybe. The function
// returns nil where there is no such component or call.
type (
	amountSlot func(s *Scenario, at At) *Maybe[quantity.Amount]
	textSlot   func(s *Scenario, at At) *Maybe[string]
	flagSlot   func(s *Scenario, at At) *Maybe[bool]
)

func (p amountSlot) Get(s *Scenario, at At) (Value, bool) {
	m := p(s, at)
	return Value{Amount: read(m)}, m != nil && m.given
}

func (p amountSlot) Set(s *Scenario, at At, v Value) { write(p(s, at), Some(v.Amount)) }

func (p amountSlot) Clear(s *Scenario, at At) { write(p(s, at), Maybe[quantity.Amount]{}) }

func (p textSlot) Get(s *Scenario, at At) (Value, bool) {
	m := p(s, at)
	return Value{Word: read(m)}, m != nil && m.given
}

func (p textSlot) Set(s *Scenario, at At, v Value) { write(p(s, at), Some(v.Word)) }

func (p textSlot) Clear(s *Scenario, at At) { write(p(s, at), Maybe[string]{}) }

func (p flagSlot) Get(s *Scenario, at At) (Value, bool) {
	m := p(s, at)
	return Value{Word: FlagWord(read(m))}, m != nil && m.given
}

func (p flagSlot) Set(s *Scenario, at At, v Value) { write(p(s, at), Some(v.Word == "true")) }

func (p flagSlot) Clear(s *Scenario, at At) { write(p(s, at), Maybe[bool]{}) }

// autoWord is the word for a figure that is left to the program, and autoOnly the
// choice of it beside figures.
const autoWord = "auto"

var autoOnly = []string{autoWord}

// autoSlot keeps a figure that may also be auto, as 0.
func autoSlot(p amountSlot) slot { return orAuto{p} }

type orAuto struct{ amountSlot }

func (p orAuto) Get(s *Scenario, at At) (Value, bool) {
	v, given := p.amountSlot.Get(s, at)
	if given && v.Amount == (quantity.Amount{}) {
		v.Word = autoWord
	}
	return v, given
}

func (p orAuto) Set(s *Scenario, at At, v Value) {
	if v.Word == autoWord {
		v = Value{}
	}
	p.amountSlot.Set(s, at, v)
}

func read[T any](m *Maybe[T]) (v T) {
	if m != nil {
		v = m.Value
	}
	return v
}

func write[T any](m *Maybe[T], v Maybe[T]) {
	if m != nil {
		*m = v
	}
}

// FlagWord is a flag as a file has it: true or false.
func FlagWord(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// listSlot keeps a list of words; the empty list is the list left out. Writes
// make a new list, so that copies of a scenario never share a changed one.
type listSlot func(s *Scenario, at At) *[]string

func (p listSlot) Get(s *Scenario, at At) (Value, bool) {
	l := p(s, at)
	if l == nil || len(*l) == 0 {
		return Value{}, false
	}
	return Value{List: slices.Clone(*l)}, true
}

func (p listSlot) Set(s *Scenario, at At, v Value) {
	if l := p(s, at); l != nil {
		*l = nil
		if len(v.List) > 0 {
			*l = slices.Clone(v.List)
		}
	}
}

func (p listSlot) Clear(s *Scenario, at At) { p.Set(s, at, Value{}) }

// nameSlot keeps the name of a component. Renaming it renames it in the calls
// of the others and in correlations too.
type nameSlot struct{}

func (nameSlot) Get(s *Scenario, at At) (Value, bool) {
	c := s.component(at)
	if c == nil || c.Name == "" {
		return Value{}, false
	}
	return Value{Word: c.Name}, true
}

func (nameSlot) Set(s *Scenario, at At, v Value) {
	c := s.component(at)
	if c == nil {
		return
	}
	if c.Name == "" {
		c.Name = v.Word
		return
	}
	s.renamed(func() { s.rename(c, v.Word) })
}

// rename gives a component another name, in the calls to it too.
func (s *Scenario) rename(c *Component, name string) {
	old := c.Name
	c.Name = name
	for i := range s.Components {
		calls := slices.Clone(s.Components[i].Calls)
		for j := range calls {
			if calls[j].To == old {
				calls[j].To = name
			}
		}
		s.Components[i].Calls = calls
	}
}

func (nameSlot) Clear(*Scenario, At) {} // A component always has a name.

// targetSlot keeps the component that a call goes to.
type targetSlot struct{}

func (targetSlot) Get(s *Scenario, at At) (Value, bool) {
	c := s.Call(at)
	if c == nil || c.To == "" {
		return Value{}, false
	}
	return Value{Word: c.To}, true
}

func (targetSlot) Set(s *Scenario, at At, v Value) {
	c := s.Call(at)
	switch {
	case c == nil:
	case c.To == "":
		c.To = v.Word
	default:
		s.renamed(func() { c.To = v.Word })
	}
}

func (targetSlot) Clear(*Scenario, At) {} // A call always goes somewhere.

// component returns the component at an index, nil when there is none.
func (s *Scenario) component(at At) *Component {
	if at.Component < 0 || at.Component >= len(s.Components) {
		return nil
	}
	return &s.Components[at.Component]
}

// Call returns the call at an index, nil when there is none.
func (s *Scenario) Call(at At) *Call {
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
	s.Compare, s.Correlate = slices.Clone(s.Compare), slices.Clone(s.Correlate)
	return s
}
