package plan

import (
	"runwhere/costs"
	"runwhere/costs/pricebook"
)

// Asker bills scenarios that differ little, one after the other, on platforms
// that are compiled once. It is one goroutine's; what it returns is good until
// it is asked again.
type Asker struct {
	book     *pricebook.Book
	settings costs.Settings
	work     costs.Workload
	kinds    []string
	askers   []*costs.Asker // by kind
}

// NewAsker makes an asker that nobody has asked yet.
func NewAsker(b *pricebook.Book) *Asker { return &Asker{book: b} }

// Curves returns what Resolved.curves does. Its platforms say nothing in words.
func (a *Asker) Curves(r *Resolved) ([]costs.Curve, error) {
	a.settings = r.Settings
	a.work.Calls, a.work.System = r.Workload.Calls, r.Workload.System
	if len(a.work.Components) == len(r.Workload.Components) {
		copy(a.work.Components, r.Workload.Components)
	} else {
		a.work.Components = append([]costs.Component{}, r.Workload.Components...)
	}
	curves := make([]costs.Curve, len(r.Kinds))
	for i, kind := range r.Kinds {
		if i == len(a.kinds) {
			a.kinds, a.askers = append(a.kinds, ""), append(a.askers, nil)
		}
		if a.kinds[i] != kind {
			a.kinds[i] = kind
			a.askers[i] = costs.Compile(kind, a.book, &a.settings, &a.work, costs.Moves{Weeks: true, Settings: true, Components: true})
		}
		p, err := a.askers[i].Ask()
		if err != nil {
			return nil, err
		}
		p.People = r.PeopleOf(p)
		curves[i] = costs.Curve{Platform: p, Fixed: r.Fixed(p)}
	}
	return curves, nil
}
