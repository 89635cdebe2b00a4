package costs

import (
	"maps"
	"slices"

	"runwhere/costs/pricebook"
)

// Asker is a kind of platform compiled for a workload, to be asked again and
// again what it costs while the numbers change. Its list of meters is that of
// Build, term by term, and stays; what the meters count is read off workload and
// settings anew, as far as they have changed. Where more than numbers has
// changed, or a number has come from nothing or gone to nothing, the list is made
// anew. There is no second way to bill anything.
//
// An Asker is one goroutine's, and so is the platform that it returns.
type Asker struct {
	kind     Kind
	book     *pricebook.Book
	settings *Settings
	given    *Workload
	work     *Workload // the given one, or own
	own      Workload  // the given one with what is set for its components on the option
	moves    Moves

	places  []*asked // the region of the kind, then those that may stand in for it as far as anybody asked for them
	was     Settings // structure of the settings that they were made for
	facts   []facts  // of its components
	calls   []Call   // between them
	outward outward  // what they need of a private network, where that has it only then
}

// asked is the list of meters of one region.
type asked struct {
	*compiled
	err error // of a list that cannot be made
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
	return &Asker{kind: k, book: b, settings: s, given: w, work: w, moves: moves}
}

// look takes up the workload as it is now. A copy with what is set for components on
// the option stays where it is, for the meters that read it.
func (a *Asker) look() {
	a.work = a.given
	if now := a.given.on(a.kind.Option, a.own.Components); len(now.Components) > 0 && &now.Components[0] != &a.given.Components[0] {
		a.own = now
		a.work = &a.own
	}
}

// Ask returns the platform as workload and settings make it now. It is the same
// one at most calls, good until the next. Refusals and caveats name components
// and say nothing else, and notes may be those of another question: who wants
// words asks Build. The error is that of Build.
func (a *Asker) Ask() (*Platform, error) {
	a.look()
	if a.settings.Site.Own() {
		a.places = nil
		return a.kind.onOwnSite(a.book, a.settings, *a.work), nil
	}
	for _, p := range a.places {
		if p.err == nil {
			p.m.work.Calls, p.m.work.System = a.work.Calls, a.work.System
		}
	}
	if a.places == nil || a.changed() {
		a.places = nil
	}
	region, _ := a.settings.RegionOf(a.kind.host(a.settings).Provider)
	home, err := a.at(0, region)
	if err == nil && !home.Partly() {
		return home, nil
	}
	for i, near := range a.settings.standIns(a.book, a.kind.host(a.settings).Provider) {
		if p, wrong := a.at(i+1, near.ID); wrong == nil && !p.Partly() {
			return p, nil
		}
	}
	if nowhere(err) {
		return a.kind.bare(err, a.book, a.settings, *a.work), nil
	}
	return home, err
}

// at is the platform in one of its regions. The type that auto chooses may have no
// price as it is bought: the error is then that of Build.
func (a *Asker) at(i int, region string) (*Platform, error) {
	if i == len(a.places) {
		c, err := a.compiledFor(region, nodeTypes{})
		if err == nil {
			if nodes, auto := c.m.picked(); auto {
				c.variants = map[nodeTypes]*compiled{nodes: c}
				c.variant = func(nodes nodeTypes) *compiled {
					v, _ := a.compiledFor(region, nodes)
					return v
				}
			}
		}
		a.places = append(a.places, &asked{c, err})
		if i == 0 {
			a.remember()
		}
	}
	if err := a.places[i].err; err != nil {
		return nil, err
	}
	if c := a.places[i].current(); c != nil {
		c.m.work.Calls, c.m.work.System = a.work.Calls, a.work.System
		return c.read(), nil
	}
	return a.kind.in(region, a.book, a.settings, *a.work)
}

// compiledFor makes the list in a region, with the instance types that auto is to
// have.
func (a *Asker) compiledFor(region string, nodes nodeTypes) (*compiled, error) {
	m := a.kind.metering(region, a.book, a.settings, *a.work)
	m.again, m.chosen = true, nodes
	p, err := m.kind.billed(m)
	if err != nil {
		return nil, err
	}
	return newCompiled(m, p, a.moves), nil
}

// structure reduces numbers to whether they are there: a meter comes or goes
// where one starts from nothing. What no meter can follow stays as it is.
func (s Settings) structure() Settings {
	k, f, c := &s.Kubernetes, &s.Serverless, &s.Containers
	disk := float64(diskSize(k.NodeVolume)) // another size of Azure's disks has another price
	for _, number := range []*float64{
		&k.Nodes, &k.MinNodes, &k.Clusters, &k.TargetUtilization, &k.Packing, &k.NATGateways, &f.NATGateways,
		&f.ProvisionedConcurrency, &f.ColdStartRate, &f.SnapVersions, &f.Concurrency, &f.VCPU, &f.InstanceMemory, &f.MinInstances, &s.Wasm.Density,
		&c.NATGateways, &c.ColdStartRate, &c.Concurrency, &c.VCPU, &c.MinInstances, &c.TargetUtilization,
	} {
		if *number != 0 {
			*number = 1
		}
	}
	k.NodeVolume = disk
	if k.SpotShare > 0 && k.SpotShare < 1 {
		k.SpotShare = 0.5
	}
	if c.SpotShare > 0 && c.SpotShare < 1 {
		c.SpotShare = 0.5
	}
	return s
}

// facts is what a component is beside its numbers and its week.
type facts struct {
	name, runtime string
	source        string
	http          bool
	internal, job bool
	callsStore    bool
	pin, pool     string
	traits        Traits
	assumed       Assumed
	own           Own
}

func (c *Component) facts() facts {
	return facts{c.Name, c.Runtime, c.Source, c.HTTP, c.Internal, c.Job, c.CallsStore, string(c.Pin), c.Pool, c.Traits, c.Assumed, c.Own}
}

// metering is the list of the region of the kind, nil where there is none.
func (a *Asker) metering() *metering {
	if len(a.places) == 0 || a.places[0].err != nil {
		return nil
	}
	return a.places[0].m
}

// remember notes what the list of meters was made for.
func (a *Asker) remember() {
	if m := a.metering(); m != nil {
		a.outward = m.outward()
	}
	a.calls = append(a.calls[:0], a.work.Calls...)
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

// sameWay reports whether two calls differ in nothing but numbers.
func sameWay(a, b Call) bool { return a.From == b.From && a.To == b.To && a.Via == b.Via }

// changed reports whether the list of meters has to be made anew.
func (a *Asker) changed() bool {
	if a.moves.Settings {
		now := a.settings.structure()
		if now.Cloud != a.was.Cloud || now.Region != a.was.Region || now.Anywhere != a.was.Anywhere || now.Network != a.was.Network || now.Endpoints != a.was.Endpoints || now.Zones != a.was.Zones || now.Site != a.was.Site ||
			now.Kubernetes != a.was.Kubernetes || now.Containers != a.was.Containers || now.Serverless != a.was.Serverless || now.Wasm != a.was.Wasm || !maps.Equal(now.Regions, a.was.Regions) {
			return true
		}
	}
	m := a.metering()
	if m == nil || m.storeBound && m.outward() != a.outward {
		return true
	}
	if !slices.EqualFunc(a.calls, a.work.Calls, sameWay) {
		return true
	}
	if !a.moves.Components {
		return false
	}
	components := a.work.Components
	if len(components) != len(a.facts) || len(components) > 0 && &components[0] != &m.work.Components[0] {
		return true
	}
	for i := range components {
		if components[i].facts() != a.facts[i] {
			return true
		}
	}
	return false
}
