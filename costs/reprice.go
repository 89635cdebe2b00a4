package costs

// Repricer prices the workload of one platform again and again while its
// numbers change: it keeps the list of meters, and reads off the components
// what the meters count anew. Nothing is explained and nothing is allocated. The
// meters are those of Build, term by term; only the text around them is missing.
type Repricer struct {
	m        *metering
	platform *Platform
	moving   []int   // the meters that count anything of a component
	limits   []Limit // that a component can break
	reshaped bool
}

// refused stands for whatever refusal a changed workload meets.
var refused = []Refusal{{}}

// NewRepricer returns a repricer of a kind of platform, nil for one that has to
// be built anew for every workload: one that bills levels, or whose prices are
// not all known in its own region. It reads the workload's components and the
// settings where they are, at every Reprice. What may change is
//
//   - the numbers of components, with reshaped their weeks too, not their number,
//     triggers and runtimes;
//   - of the settings the least nodes, the nodes of a fixed fleet, the target
//     utilization and the density.
func NewRepricer(id string, b *Book, s *Settings, w Workload, reshaped bool) *Repricer {
	k, ok := KindOf(id)
	if !ok {
		return nil
	}
	region, _ := s.RegionOf(k.host(s).Provider)
	m := k.metering(region, b, s, w)
	m.again = true
	p, err := k.priced(m)
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
			r.moving = append(r.moving, i)
		}
	}
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
// the next one.
func (r *Repricer) Reprice() *Platform {
	p, w := r.platform, r.m.work
	w.sharesIn(r.m.shares)
	for _, i := range r.moving {
		r.m.reread(&p.Meters[i])
	}
	if f := p.Fleet; f != nil {
		if r.reshaped {
			f.hours = groupHours(w, f.Autoscale != ScaleNone)
		}
		f.size(r.m.cluster(f.Node, f.Commitment), w, r.m.shares)
		p.maxVolume = f.saturation()
	}
	p.Refusals = nil
	if refuses(w, r.limits) {
		p.Refusals = refused
	}
	return p
}

// reread takes the terms of a meter off the components as they are now.
func (m *metering) reread(meter *Meter) {
	for _, terms := range meter.Dimensions {
		for i := range terms {
			t := &terms[i]
			if t.source == nil {
				continue
			}
			t.read(&m.work.Components[t.Index])
			if t.Base == PerRequest {
				t.Share = m.shares[t.Index]
			}
		}
	}
	meter.compile()
}
