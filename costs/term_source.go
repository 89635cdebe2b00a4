package costs

// perRequest makes one term for each component that counts, from the factors
// that the meter reads off it. Terms that come to nothing are left out.
func (m *metering) perRequest(counts func(*Component) bool, factors ...reading) []Term {
	return m.perComponent(PerRequest, counts, factors...)
}

// perComponent makes such terms of another base. Factors of all terms lie in one
// piece: a system has hundreds of components, and a search tries hundreds of
// scenarios.
func (m *metering) perComponent(base Base, counts func(*Component) bool, factors ...reading) []Term {
	var terms []Term
	var room []Factor
	source := &termSource{counts, factors}
	for i := range m.work.Components {
		c := &m.work.Components[i]
		counted := counts(c)
		if !counted && !m.again {
			continue
		}
		if room == nil {
			left := len(m.work.Components) - i
			terms, room = make([]Term, 0, left), make([]Factor, 0, left*max(1, len(factors)))
		}
		t := Term{Base: base, Component: c.Name, Index: i, source: source}
		if base == PerRequest {
			t.Share = m.shares[i]
		}
		from := len(room)
		if counted {
			for _, f := range factors {
				room = append(room, f(c))
			}
		} else {
			room = append(room, Factor{}) // zero
		}
		t.Factors = room[from:len(room):len(room)]
		if m.again || t.product() > 0 {
			terms = append(terms, t)
		} else {
			room = room[:from]
		}
	}
	return terms
}

// reading reads a factor off a component, or off the settings: then it is given
// none where the term is no component's. What it reads is read again whenever
// the platform is asked anew, so nothing that can change is worked out before.
type reading = func(*Component) Factor

// as is the reading of a factor that never changes.
func as(f Factor) reading { return func(*Component) Factor { return f } }

// ofComponent reports whether the term is a component's own.
func (t *Term) ofComponent() bool {
	return t.Base == PerRequest || t.Base == PerUnit || t.Base == PerComponent
}

// termSource is how a term is read: whether it counts, and its factors.
type termSource struct {
	counts  func(*Component) bool
	factors []reading
}

// readOff returns the term with its factors as they are now, and how they are
// read.
func (t Term) readOff(c *Component, factors []reading) Term {
	t.source = &termSource{always, factors}
	t.Factors = make([]Factor, len(factors))
	for i, read := range factors {
		t.Factors[i] = read(c)
	}
	return t
}

// product is the product of the factors as the component now has them, 0 where
// it does not count.
func (s *termSource) product(c *Component) float64 {
	if !s.counts(c) {
		return 0
	}
	v := 1.0
	for _, f := range s.factors {
		v *= f(c).Value
	}
	return v
}
