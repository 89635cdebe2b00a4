package costs

import (
	"maps"
	"math"

	"runwhere/costs/pricebook"
)

// Asker is a kind of platform compiled for a workload, to be asked again and
// again what it costs while the numbers change. Its list of meters is that of
// Build, term by term, and stays; what the meters count is read off workload and
// settings anew, as far as they have changed. Where more than numbers has
// changed, or a number has come from nothing or gone to nothing, the list is made
// anew. There is no second way to price anything.
//
// An Asker is one goroutine's, and so is the platform that it returns.
type Asker struct {
	kind     Kind
	book     *pricebook.Book
	settings *Settings
	work     *Workload
	moves    Moves

	compiled *compiled
	was      Settings // structure of the settings that compiled was made for
	facts    []facts  // of its components
	goesOut  bool     // what they need of a private network, where that has a gateway only then
}

// Moves is what can change between two questions, beside the numbers of the
// components: nothing else is looked at.
type Moves struct {
	Weeks      bool // the shapes of the components' traffic
	Settings   bool
	Components bool // which there are, and what else they are than numbers
}

// Compile makes a kind of platform ready to be asked about a workload. It reads
// the components and the settings where they are, at every question.
func Compile(id string, b *pricebook.Book, s *Settings, w *Workload, moves Moves) *Asker {
	k, _ := KindOf(id)
	return &Asker{kind: k, book: b, settings: s, work: w, moves: moves}
}

// Ask returns the platform as workload and settings make it now. It is the same
// one at most calls, good until the next. Refusals and caveats name components
// and say nothing else, and notes may be those of another question: who wants
// words asks Build. The error is that of Build.
func (a *Asker) Ask() (*Platform, error) {
	if a.settings.Site.Own() {
		a.compiled = nil
		return a.kind.onOwnSite(a.book, a.settings, *a.work), nil
	}
	if a.compiled == nil || a.changed() {
		if err := a.compile(); err != nil {
			a.compiled = nil
			return nil, err
		}
	}
	if c := a.compiled.current(); c != nil {
		return c.read(), nil
	}
	return Build(a.kind.ID, a.book, a.settings, *a.work) // The type that auto chooses has no price as it is bought, which is the error.
}

// compile makes the list of meters.
func (a *Asker) compile() error {
	_, err := a.kind.somewhere(a.settings, func(region string) error {
		c, err := a.compiledFor(region, nodeTypes{})
		if err != nil {
			return err
		}
		a.compiled = c
		if nodes, auto := c.m.picked(); auto {
			c.variants = map[nodeTypes]*compiled{nodes: c}
			c.variant = func(nodes nodeTypes) *compiled {
				v, _ := a.compiledFor(region, nodes)
				return v
			}
		}
		return nil
	})
	a.remember()
	return err
}

// compiledFor makes the list in a region, with the instance types that auto is to
// have.
func (a *Asker) compiledFor(region string, nodes nodeTypes) (*compiled, error) {
	m := a.kind.metering(region, a.book, a.settings, *a.work)
	m.again, m.chosen = true, nodes
	p, err := m.kind.priced(m)
	if err != nil {
		return nil, err
	}
	return newCompiled(m, p, a.moves), nil
}

// structure reduces numbers to whether they are there: a meter comes or goes
// where one starts from nothing. What no meter can follow stays as it is.
func (s Settings) structure() Settings {
	k, f := &s.Kubernetes, &s.Serverless
	for _, number := range []*float64{
		&k.Nodes, &k.MinNodes, &k.Clusters, &k.TargetUtilization, &k.Packing, &k.NATGateways, &k.NodeVolume, &f.NATGateways,
		&f.ProvisionedConcurrency, &f.ColdStartRate, &f.SnapVersions, &f.Concurrency, &f.VCPU, &f.InstanceMemory, &f.MinInstances, &s.Wasm.Density,
	} {
		if *number != 0 {
			*number = 1
		}
	}
	if k.SpotShare > 0 && k.SpotShare < 1 {
		k.SpotShare = 0.5
	}
	return s
}

// facts is what a component is beside its numbers and its week.
type facts struct {
	name, runtime string
	source        string
	http          bool
	internal, job bool
	pin, pool     string
	traits        Traits
	assumed       Assumed
}

func (c *Component) facts() facts {
	return facts{c.Name, c.Runtime, c.Source, c.HTTP, c.Internal, c.Job, string(c.Pin), c.Pool, c.Traits, c.Assumed}
}

// remember notes what the list of meters was made for.
func (a *Asker) remember() {
	if a.compiled != nil {
		a.goesOut = a.compiled.m.goesOut()
	}
	if a.moves.Settings {
		a.was = a.settings.structure()
		a.was.Regions = maps.Clone(a.was.Regions)
	}
	if a.moves.Components {
		a.facts = a.facts[:0]
		for i := range a.work.Components {
			a.facts = append(a.facts, a.work.Components[i].facts())
		}
	}
}

// changed reports whether the list of meters has to be made anew.
func (a *Asker) changed() bool {
	if a.moves.Settings {
		now := a.settings.structure()
		if now.Cloud != a.was.Cloud || now.Region != a.was.Region || now.Anywhere != a.was.Anywhere || now.Network != a.was.Network || now.Endpoints != a.was.Endpoints || now.Site != a.was.Site ||
			now.Kubernetes != a.was.Kubernetes || now.Serverless != a.was.Serverless || now.Wasm != a.was.Wasm || !maps.Equal(now.Regions, a.was.Regions) {
			return true
		}
	}
	if m := a.compiled.m; m.storeBound && m.goesOut() != a.goesOut {
		return true
	}
	if !a.moves.Components {
		return false
	}
	components := a.work.Components
	if len(components) != len(a.facts) || len(components) > 0 && &components[0] != &a.compiled.m.work.Components[0] {
		return true
	}
	for i := range components {
		if components[i].facts() != a.facts[i] {
			return true
		}
	}
	return false
}

// compiled is a list of meters in one region and, where auto chooses, of one
// instance type a pool.
type compiled struct {
	m        *metering
	platform *Platform
	moves    Moves
	limits   []Limit                // that a component can break
	moving   []int                  // meters that count something that can change
	numbers  [][numberCount]float64 // by component, as the meters were last read
	changes  []int                  // by component: the numbers that are others than the meters were last read with, as bits
	shares   []float64              // as the meters were last read
	shapes   []Shape                // as the weeks were last read; nil where they stay
	settings Settings               // as the meters were last read

	// Where auto chooses an instance type: a list by each set of types that was ever
	// chosen, nil for one that has no price as it is bought. It is made when its
	// types are first chosen.
	variants map[nodeTypes]*compiled
	variant  func(nodeTypes) *compiled
}

func newCompiled(m *metering, p *Platform, moves Moves) *compiled {
	n := len(m.work.Components)
	c := &compiled{m: m, platform: p, moves: moves, numbers: make([][numberCount]float64, n), changes: make([]int, n), shares: make([]float64, n), settings: *m.settings}
	for i := range p.Meters {
		if p.Meters[i].moves() {
			c.moving = append(c.moving, i)
		}
	}
	for _, l := range m.limits {
		if l.broken != nil {
			c.limits = append(c.limits, l)
		}
	}
	if moves.Weeks {
		for i := range m.work.Components {
			c.shapes = append(c.shapes, m.work.Components[i].Shape)
		}
	}
	copy(c.shares, m.shares)
	c.changed() // The meters are read.
	return c
}

// picked returns the types that auto now chooses by pool, nil for a pool whose
// type somebody chose, and whether there is any.
func (m *metering) picked() (nodes nodeTypes, auto bool) {
	for i, p := range m.pools {
		if p.chooser != nil {
			nodes[i], auto = p.chooser.pick(m.work, m.density()), true
		}
	}
	return nodes, auto
}

// current is the list for the instance types that auto now chooses, nil where one
// has no price as it is bought.
func (c *compiled) current() *compiled {
	if c.variants == nil {
		return c
	}
	nodes, _ := c.m.picked()
	v, made := c.variants[nodes]
	if !made {
		v = c.variant(nodes)
		c.variants[nodes] = v
	}
	return v
}

// read reads workload and settings again with the meters as they are.
func (c *compiled) read() *Platform {
	p, w := c.platform, c.m.work
	w.sharesIn(c.m.shares)
	settings := c.moves.Settings && c.set()
	changed, reshaped := c.changed(), c.reshape()
	set := settings || reshaped // A part of the load under a commitment is read off the week.
	if set || changed != 0 {
		for _, i := range c.moving {
			c.reread(&p.Meters[i], set)
		}
	}
	for _, week := range c.m.weeks {
		if set || changed&feltShares != 0 || c.changes[week.of] != 0 {
			week.read(c.m.shares)
		}
	}
	if p.Fleet != nil && (set || reshaped || changed != 0) {
		for i, f := range p.Fleets {
			if reshaped {
				f.hours = groupHours(w, f.members, f.Autoscale != ScaleNone)
			}
			f.size(c.m.cluster(c.m.pools[i]), w, c.m.shares)
		}
		p.maxVolume = math.NaN() // Few questions are how much the fleet carries.
	}
	c.refuse()
	return p
}

// set reports whether any setting is another one than the meters were last read
// with. Those that are not numbers are the same: else the list was made anew.
func (c *compiled) set() bool {
	now := c.m.settings
	if now.Kubernetes == c.settings.Kubernetes && now.Serverless == c.settings.Serverless && now.Wasm == c.settings.Wasm {
		return false
	}
	c.settings.Kubernetes, c.settings.Serverless, c.settings.Wasm = now.Kubernetes, now.Serverless, now.Wasm
	return true
}

// reshape takes over the weeks that have changed, and reports whether any has.
func (c *compiled) reshape() bool {
	reshaped := false
	for i := range c.shapes {
		shape := &c.m.work.Components[i].Shape
		if c.shapes[i] == *shape {
			continue
		}
		c.shapes[i], reshaped = *shape, true
		c.changes[i] |= feltShape
		for _, week := range c.m.weeks {
			if week.of == i {
				week.reshape(shape)
			}
		}
	}
	return reshaped
}

// reread reads the terms of a meter as they are now. What a term counts is that
// of before where neither the settings nor a number of its component have changed.
func (c *compiled) reread(meter *Meter, set bool) {
	components := c.m.work.Components
	for _, terms := range meter.Dimensions {
		for i := range terms {
			t := &terms[i]
			switch {
			case t.source == nil:
			case !t.ofComponent():
				if set {
					t.counted = t.source.product(nil)
				}
			case set || c.changes[t.Index] != 0:
				t.counted = t.source.product(&components[t.Index])
			}
			if t.Base == PerRequest {
				t.Share = c.m.shares[t.Index]
			}
		}
	}
	meter.compile()
}

// refuse holds the components against the limits, without a word.
func (c *compiled) refuse() {
	p := c.platform
	p.Refusals, p.Caveats = p.Refusals[:0], p.Caveats[:0]
	for i := range c.m.work.Components {
		k := &c.m.work.Components[i]
		for l := range c.limits {
			limit := &c.limits[l]
			switch {
			case !limit.broken(k):
			case limit.assumed != nil && limit.assumed(k):
				p.Caveats = append(p.Caveats, Refusal{Component: k.Name})
			default:
				p.Refusals = append(p.Refusals, Refusal{Component: k.Name})
			}
		}
	}
}
