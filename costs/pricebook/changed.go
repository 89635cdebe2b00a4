package pricebook

// changed is a list whose prices are told as a function of them, which leaves
// alone what a price is called, where, since and until when it holds, and its date.
type changed struct {
	below  list
	price  func(*Price) *Price
	source func(string) string // of the sizes of machines; nil leaves them alone

	prices    memo[*Price, *Price]
	instances memo[*Instance, *Instance]
}

func (l *changed) one(p *Price) *Price {
	return l.prices.get(p, func() *Price { return l.price(p) })
}

func (l *changed) all(prices []*Price) []*Price {
	all := make([]*Price, len(prices))
	for i, p := range prices {
		all[i] = l.one(p)
	}
	return all
}

func (l *changed) oneMachine(x *Instance) *Instance {
	if x == nil {
		return nil
	}
	return l.instances.get(x, func() *Instance {
		machine := *x
		machine.Hour = l.one(x.Hour)
		if l.source != nil {
			machine.Source = l.source(x.Source)
		}
		return &machine
	})
}

func (l *changed) allMachines(instances []*Instance) []*Instance {
	all := make([]*Instance, len(instances))
	for i, x := range instances {
		all[i] = l.oneMachine(x)
	}
	return all
}

func (l *changed) ids() []string                    { return l.below.ids() }
func (l *changed) of(id string) []*Price            { return l.all(l.below.of(id)) }
func (l *changed) find(id, region string) []*Price  { return l.all(l.below.find(id, region)) }
func (l *changed) regions(provider string) []string { return l.below.regions(provider) }
func (l *changed) walk(visit func(listed))          { l.below.walk(visit) }
func (l *changed) summary() summary                 { return l.below.summary() }
func (l *changed) types() []string                  { return l.below.types() }

func (l *changed) size(name string) *Instance { return l.oneMachine(l.below.size(name)) }
func (l *changed) machine(name, region string) *Instance {
	return l.oneMachine(l.below.machine(name, region))
}
func (l *changed) machines(name string) []*Instance   { return l.allMachines(l.below.machines(name)) }
func (l *changed) in(region string) []*Instance       { return l.allMachines(l.below.in(region)) }
func (l *changed) unbeaten(region string) []*Instance { return l.allMachines(l.below.unbeaten(region)) }
