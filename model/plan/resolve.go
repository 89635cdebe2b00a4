// Package plan makes a scenario ready to be billed: Resolve fills in what was left
// open, in the terms of the cost model, and an Asker bills one scenario after
// the other on platforms that are compiled once. Where components run, and what
// follows from it all, is not said here.
package plan

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
)

// Resolved is a scenario with every default filled in, in the terms of the
// cost model. What was assumed and not given is asked of Effective.
type Resolved struct {
	Name, Cloud, Region string
	Workload            costs.Workload
	Pins                []checklist.Option // by component, "" where free
	Triggers            []string           // by component: http, queue, …
	Kinds               []string           // of the platforms, those that stand for an option first
	Settings            costs.Settings
	IncludePeople       bool
	People              map[checklist.Option][]costs.PeopleLine
	Toolchain           float64 // USD a month for every platform beyond the first
	Implied             bool    // no component was given; the one there is stands for the whole system
}

// Kind returns the id of the platform that stands for an option.
func (r *Resolved) Kind(o checklist.Option) string {
	return r.Kinds[slices.Index(checklist.Placeable, o)]
}

// OptionKinds returns the ids of the platforms that stand for an option, in the order
// of checklist.Placeable.
func (r *Resolved) OptionKinds() []string { return r.Kinds[:len(checklist.Placeable)] }

// Resolve fills in the defaults. It returns an error where a value cannot be
// read.
func Resolve(s scenario.Scenario) (Resolved, error) { return ResolveWith(s, nil) }

// ResolveWith does the same with shapes of traffic that are worked out already.
func ResolveWith(s scenario.Scenario, known Shapes) (Resolved, error) {
	return ResolveSupposing(s, known, Supposed{Defaults: scenario.DefaultsOf(&s)})
}

// Supposed is what stands in for what a scenario leaves open, where values that
// nobody gave are supposed to be others than they are taken for.
type Supposed struct {
	Defaults  scenario.Scenario                      // of every fixed default, as scenario.DefaultsOf has them
	Component func(index int, c *scenario.Component) // fills in what a component leaves open and what follows from other values; nil for nothing
}

// ResolveSupposing does the same with other defaults. What is supposed stays
// assumed: no limit refuses a component by it.
func ResolveSupposing(s scenario.Scenario, known Shapes, supposed Supposed) (Resolved, error) {
	d := supposed.Defaults
	d.Components = slices.Clone(d.Components)
	d.Components[0].Requests = scenario.Some(s.UnstatedRequests(d.Components[0].Requests.Value))
	cloud := s.Cloud.Or(d.Cloud.Value)
	r := Resolved{
		Name: s.Name.Or(d.Name.Value), Cloud: cloud, Region: s.Region.Or(costs.DefaultRegion(cloud)),
		Kinds:         make([]string, 0, len(checklist.Placeable)+len(s.Compare)),
		IncludePeople: s.People.Include.Or(false),
		People:        ResolvePeople(&s),
		Toolchain:     s.People.Toolchain.Or(d.People.Toolchain.Value).Value(),
		Implied:       len(s.Components) == 0,
	}
	for _, o := range checklist.Placeable {
		r.Kinds = append(r.Kinds, s.Kind(o, cloud))
	}
	for _, kind := range s.Compare {
		if !slices.Contains(r.Kinds, kind) {
			r.Kinds = append(r.Kinds, kind)
		}
	}
	components := s.Components
	if r.Implied {
		components = []scenario.Component{s.ImpliedComponent(d.Components[0])}
	}
	r.Workload.Components = make([]costs.Component, 0, len(components))
	for i := range components {
		as := components[i]
		if supposed.Component != nil {
			supposed.Component(i, &as)
		}
		c, err := ResolveComponent(&as, &d.Components[0], &s, known)
		if err != nil {
			return r, err
		}
		c.Assumed = assumedOf(&components[i])
		r.Workload.Components = append(r.Workload.Components, c)
		r.Pins = append(r.Pins, c.Pin)
		r.Triggers = append(r.Triggers, components[i].Trigger.Or(d.Components[0].Trigger.Value))
	}
	r.Workload.Calls = resolveCalls(components, r.Workload.Components)
	r.audiences(components)
	if r.Implied {
		r.impliedTraits(&s)
	}
	r.Settings = costs.Settings{
		Site:  s.Site(),
		Cloud: r.Cloud, Region: r.Region, Anywhere: !s.Region.Given(),
		Regions:    map[string]string{pricebook.AWS: s.Regions.AWS.Or(""), pricebook.GCP: s.Regions.GCP.Or(""), pricebook.Azure: s.Regions.Azure.Or("")},
		Network:    s.Network.Or(d.Network.Value),
		Zones:      s.Zones.Or(d.Zones.Value).Value(),
		Endpoints:  s.Endpoints.Or(d.Endpoints.Value),
		Serverless: ResolveServerless(s.Serverless, d.Serverless),
		Wasm:       ResolveWasm(s.Wasm, d.Wasm),
	}
	var err error
	r.Settings.Kubernetes, err = ResolveKubernetes(s.Kubernetes, d.Kubernetes)
	r.Settings.Kubernetes.Kind = r.Kind(checklist.Kubernetes)
	r.Settings.Containers = ResolveContainers(s.ContainersSide(), d.Containers, &r.Settings.Kubernetes)
	return r, err
}

// autoscales are the settings of the pod autoscaler by their names.
var autoscales = map[string]costs.Autoscale{"hpa": costs.ScaleHPA, "keda": costs.ScaleKEDA, "none": costs.ScaleNone}

// Observed is what the components tell the architecture score. A volume or a
// duration that rests on a default tells nothing.
func (r *Resolved) Observed() checklist.Observed {
	o := checklist.Observed{Known: !r.Implied, Components: len(r.Workload.Components)}
	busy, given := 0.0, true
	for i := range r.Workload.Components {
		c := &r.Workload.Components[i]
		o.Requests += c.Requests
		busy += c.Requests * c.Duration
		given = given && !c.Assumed.Duration
		o.Stateful = o.Stateful || c.Traits.Stateful
		o.Persistent = o.Persistent || c.Traits.PersistentConnections
		o.GPU = o.GPU || c.Traits.GPU
		o.LongRunning = o.LongRunning || c.Traits.LongRunning || c.Duration > checklist.LongTask
		o.CustomNetworking = o.CustomNetworking || c.Traits.CustomNetworking
	}
	if o.Requests > 0 && given {
		o.MeanExecution = busy / o.Requests
	}
	return o
}
