package costs

import (
	"math"

	"runwhere/costs/pricebook"
)

// Repricer prices the workload of one platform again and again while its
// numbers change: it keeps the list of meters, and reads off the components
// what the meters count anew. Nothing is explained and nothing is allocated. The
// meters are those of Build, term by term; only the text around them is missing.
type Repricer struct {
	m        *metering
	platform *Platform
	moving   []movingMeter
	numbers  [][numberCount]float64 // by component, as the meters were last read
	changes  []int                  // by component: the numbers that are others than the meters were last read with, as bits
	shares   []float64              // as the meters were last read
	limits   []Limit                // that a component can break
	reshaped bool

	// Where auto chooses the instance type: a repricer by each type that was
	// ever chosen, nil for one that has no price as it is bought. It is made when
	// its type is first chosen, from what made this one.
	variants map[*pricebook.Instance]*Repricer
	variant  func(*pricebook.Instance) *Repricer
}

// refused stands for whatever refusal a changed workload meets.
var refused = []Refusal{{}}

// NewRepricer returns a repricer of a kind of platform, nil for one that has to
// be built anew for every workload: one that bills levels, whose prices are
// not all known in its own region, or that has none as it is on a site of one's
// own. It reads the workload's components and the
// settings where they are, at every Reprice. What may change is
//
//   - the numbers of components, with reshaped their weeks too, not their number,
//     triggers and runtimes;
//   - of the settings the least nodes, the nodes of a fixed fleet, the target
//     utilization and the density.
func NewRepricer(id string, b *pricebook.Book, s *Settings, w Workload, reshaped bool) *Repricer {
	k, ok := KindOf(id)
	if !ok || s.Site.Own() {
		return nil
	}
	region, _ := s.RegionOf(k.host(s).Provider)
	with := func(node *pricebook.Instance) *Repricer {
		m := k.metering(region, b, s, w)
		m.again, m.chosen = true, node
		return m.repricer(reshaped)
	}
	r := with(nil)
	if r != nil && r.m.chooser != nil {
		r.variants, r.variant = map[*pricebook.Instance]*Repricer{r.platform.Fleet.Node: r}, with
	}
	return r
}

// repricer makes the repricer of a list of meters, nil where it has to be built
// anew for every workload.
func (m *metering) repricer(reshaped bool) *Repricer {
	p, err := m.kind.priced(m)
	if err != nil || len(p.Levels) > 0 {
		return nil
	}
	r := &Repricer{m: m, platform: p, reshaped: reshaped}
	for i := range p.Meters {
		moves, known := p.Meters[i].moves()
		if !known {
			return nil
		}
		if moves {
			r.moving = append(r.moving, movingMeter{index: i})
		}
	}
	r.feel()
	for _, l := range m.limits {
		if l.broken != nil {
			r.limits = append(r.limits, l)
		}
	}
	return r
}

// moves reports whether any term is read off a component, and whether for all
// of a component's it is known how.
func (m *Meter) moves() (moves, known bool) {
	known = true
	for _, terms := range m.Dimensions {
		for i := range terms {
			switch t := &terms[i]; {
			case t.source != nil:
				moves = true
			case t.Base == PerRequest, t.Base == PerUnit, t.Base == PerComponent:
				known = false
			}
		}
	}
	return moves, known
}

// Reprice reads the workload and the settings again and returns the platform as
// they make it. It is the same platform at every call, good for its costs until
// the next one; nil where the instance type that auto now chooses has no price
// as it is bought.
func (r *Repricer) Reprice() *Platform {
	if r.variants == nil {
		return r.reprice()
	}
	node := r.m.chooser.pick(r.m.work, r.m.density())
	v, made := r.variants[node]
	if !made {
		v = r.variant(node)
		r.variants[node] = v
	}
	if v == nil {
		return nil
	}
	return v.reprice()
}

// reprice reads workload and settings again with the meters as they are.
func (r *Repricer) reprice() *Platform {
	p, w := r.platform, r.m.work
	w.sharesIn(r.m.shares)
	changed := r.changed()
	for i := range r.moving {
		if moving := &r.moving[i]; moving.feels&changed != 0 {
			r.reread(moving)
		}
	}
	if f := p.Fleet; f != nil {
		if r.reshaped {
			f.hours = groupHours(w, f.Autoscale != ScaleNone)
		}
		f.size(r.m.cluster(f.Node, f.Commitment), w, r.m.shares)
		p.maxVolume = math.NaN() // Few draws ask how much the fleet carries.
	}
	p.Refusals = nil
	if refuses(w, r.limits) {
		p.Refusals = refused
	}
	return p
}

// reread takes the terms of a meter off the components as they are now. What a
// term counts is that of before where its component has not changed in a number
// that the meter feels.
func (r *Repricer) reread(moving *movingMeter) {
	meter, components := &r.platform.Meters[moving.index], r.m.work.Components
	for _, terms := range meter.Dimensions {
		for i := range terms {
			t := &terms[i]
			if t.source != nil && r.changes[t.Index]&moving.feels != 0 {
				t.counted = t.source.product(&components[t.Index])
			}
			if t.Base == PerRequest {
				t.Share = r.m.shares[t.Index]
			}
		}
	}
	meter.compile()
}
