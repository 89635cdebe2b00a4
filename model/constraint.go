package model

import (
	"strings"

	"runwhere/costs"
	"runwhere/costs/paths"
)

// Constraint is a limit that keeps components off a platform, or would where
// an assumed value holds.
type Constraint struct {
	Platform     *costs.Platform
	Components   []string // those that break it with this very figure; none where it is the platform's own
	Limit        string   // as a predicate of a component, or a sentence about the platform
	WayRound     string
	Source, AsOf string
	Assumed      bool       // only an assumed value breaks it: the platform is not ruled out
	confirm      paths.Path // that value
}

// ConfirmKey is the key of the assumed value that breaks the limit: of one
// component by its name, "" where nothing assumed does.
func (c *Constraint) ConfirmKey() string {
	if len(c.Components) == 1 && c.confirm.In(paths.Component) {
		return c.confirm.Named(c.Components[0])
	}
	return c.confirm.String()
}

// Text says who is kept off and why.
func (c *Constraint) Text() string {
	if len(c.Components) == 0 {
		return c.Platform.Name + " " + c.Limit
	}
	if len(c.Components) > 1 {
		return strings.Join(c.Components, ", ") + ": each " + c.Limit
	}
	return c.Components[0] + " " + c.Limit
}

// Constraints lists, platform by platform, the limits that components break,
// equal ones together, then those that only an assumed value breaks, a price
// that is missing and a fleet that is too small; after them the pins.
func (e *Evaluation) Constraints() []Constraint {
	var list []Constraint
	for _, p := range e.Platforms {
		list = append(list, limitsBroken(p, p.Refusals, false)...)
		list = append(list, limitsBroken(p, p.Caveats, true)...)
		if u := p.Unbilled; u != nil {
			list = append(list, Constraint{Platform: p, Limit: u.Why, WayRound: u.Remedy, Source: u.Source, AsOf: u.AsOf})
		}
		if p.Billed() && e.Volume() > p.MaxVolume() {
			list = append(list, Constraint{
				Platform: p, Limit: "cannot carry today's volume: " + Saturation(p), WayRound: wayRound(p, e.Volume()),
				Source: p.Fleet.Node.Source, AsOf: p.Fleet.Node.AsOf,
			})
		}
	}
	return append(list, e.pinned()...)
}

// pinned are the pins, which keep a component off all platforms but one.
func (e *Evaluation) pinned() []Constraint {
	var list []Constraint
	for i, pin := range e.Resolved.Pins {
		if pin != "" {
			list = append(list, Constraint{
				Platform: e.Platform(pin), Components: []string{e.Resolved.Workload.Components[i].Name},
				Limit: "is pinned to " + string(pin), WayRound: "leave the pin out", Source: "the scenario",
			})
		}
	}
	return list
}

func limitsBroken(p *costs.Platform, refusals []costs.Refusal, assumed bool) []Constraint {
	var list []Constraint
next:
	for _, r := range refusals {
		for i := range list {
			if c := &list[i]; c.Limit == r.Limit && c.WayRound == r.Workaround && c.Source == r.Source {
				c.Components = append(c.Components, r.Component)
				continue next
			}
		}
		list = append(list, Constraint{p, []string{r.Component}, r.Limit, r.Workaround, r.Source, r.AsOf, assumed, r.Confirm})
	}
	return list
}
