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
	work     *Workload
	moves    Moves

	compiled *compiled
	was      Settings // structure of the settings that compiled was made for
	facts    []facts  // of its components
	calls    []Call   // between them
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
	if a.compiled != nil {
		a.compiled.m.work.Calls = a.work.Calls
	}
	if a.compiled == nil || a.changed() {
		if err := a.compile(); err != nil {
			a.compiled = nil
			return nil, err
		}
	}
	if c := a.compiled.current(); c != nil {
		c.m.work.Calls = a.work.Calls
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
	p, err := m.kind.billed(m)
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
	callsStore    bool
	pin, pool     string
	traits        Traits
	assumed       Assumed
}

func (c *Component) facts() facts {
	return facts{c.Name, c.Runtime, c.Source, c.HTTP, c.Internal, c.Job, c.CallsStore, string(c.Pin), c.Pool, c.Traits, c.Assumed}
}

// remember notes what the list of meters was made for.
func (a *Asker) remember() {
	if a.compiled != nil {
		a.goesOut = a.compiled.m.goesOut()
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
			now.Kubernetes != a.was.Kubernetes || now.Serverless != a.was.Serverless || now.Wasm != a.was.Wasm || !maps.Equal(now.Regions, a.was.Regions) {
			return true
		}
	}
	if m := a.compiled.m; m.storeBound && m.goesOut() != a.goesOut {
		return true
	}
	if !slices.EqualFunc(a.calls, a.work.Calls, sameWay) {
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
