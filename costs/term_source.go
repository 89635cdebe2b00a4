package costs

// perRequest makes one term for each component that counts, from the factors
// that the meter reads off it. Terms that come to nothing are left out.
func (m *metering) perRequest(counts func(*Component) bool, factors ...func(*Component) Factor) []Term {
	return m.perComponent(PerRequest, counts, factors...)
}

// perComponent makes such terms of another base.
func (m *metering) perComponent(base Base, counts func(*Component) bool, factors ...func(*Component) Factor) []Term {
	var terms []Term
	for i := range m.work.Components {
		c := &m.work.Components[i]
		t := Term{Base: base, Component: c.Name, Index: i, source: &termSource{counts, factors}}
		if base == PerRequest {
			t.Share = m.shares[i]
		}
		if counts(c) {
			t.Factors = make([]Factor, 0, len(factors))
			for _, f := range factors {
				t.Factors = append(t.Factors, f(c))
			}
		} else {
			t.Factors = []Factor{{}} // zero
		}
		if m.again || t.product() > 0 {
			terms = append(terms, t)
		}
	}
	return terms
}

// termSource is how a term is read off a component: whether it counts, and its
// factors.
type termSource struct {
	counts  func(*Component) bool
	factors []func(*Component) Factor
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
