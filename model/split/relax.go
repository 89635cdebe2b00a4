package split

import (
	"math"
	"slices"

	"runwhere/costs"
)

// relaxation bounds from below what any placement within a set of open options
// costs (Lagrangian decomposition). Each component is paid for once, at a price
// of its own, and each option takes for itself the components that are worth
// more than they cost there; what a call costs is shared between its two ends by
// messages. Whatever prices and messages are, the sum is a lower bound; they are
// moved to where the options take each component about once and the ends of each
// call agree.
//
//	Σ paid + Σ over options min over S of (cost of S − Σ of S paid − messages) + Σ over calls min (cost − messages of both ends)
type relaxation struct {
	*Solver
	set      []int    // the options that may be used
	use      use      // which of them are
	may      [][]bool // by option, component: whether it may be there
	choosing []int    // the components that may be anywhere
	runs     []bool   // by component: whether it may be anywhere
	stairs   []*costs.Staircase
	paid     []float64
	messages [][2][MostPlaces]float64 // by call, for its two ends
	added    [][MostPlaces]float64    // by component: the messages of its calls
	bounds   [MostPlaces][]*placeBound

	increments [MostPlaces][]float64 // by component: the least that it adds to what is there
	free       []float64             // by call: the least it costs beyond its messages
	figures    int                   // that one look at the bound takes
	worth      [MostPlaces]float64   // by option: what it costs beyond what is paid for what it takes, its part of the toolchains included; set by options
}

// How many figures are looked at for a component on an option apart from its
// hours, and for a call with its two ends on any options.
const optionFigures, edgeFigures = 6, 12

// relax prepares the relaxation of what is decided of the options; nil where some
// component has no place then. An option that a component has no other than is
// used.
func (s *splitSearch) relax(u *use) *relaxation {
	n := len(s.Allowed)
	var set []int
	for o := range s.Pools {
		if u[o] != unused {
			set = append(set, o)
		}
	}
	r := &relaxation{
		Solver: s.Solver, set: set, stairs: s.stairs, may: make([][]bool, len(s.Pools)), runs: make([]bool, n),
		paid: make([]float64, n), added: make([][MostPlaces]float64, n),
	}
	for _, o := range set {
		r.may[o] = make([]bool, n)
	}
	for i, allowed := range s.Allowed {
		places, only := 0, 0
		for _, o := range set {
			if r.may[o][i] = allowed[o]; allowed[o] {
				places, only = places+1, o
			}
		}
		if places == 1 {
			u[only] = used
		}
		switch {
		case places > 0:
			r.choosing, r.runs[i] = append(r.choosing, i), true
		case slices.Contains(allowed, true):
			return nil
		}
	}
	r.messages = make([][2][MostPlaces]float64, len(s.edges))
	r.free = make([]float64, len(s.edges))
	for _, o := range set {
		r.increments[o] = s.Pools[o].Increments()
		for _, m := range s.minorants[o] {
			if s.stairs[o] == nil {
				r.bounds[o] = append(r.bounds[o], newPlaceBound(o, n, m, nil, 0))
				continue
			}
			for resource := range s.stairs[o].Needs {
				r.bounds[o] = append(r.bounds[o], newPlaceBound(o, n, m, s.stairs[o], resource))
			}
		}
		r.figures += optionFigures * n
		if s.stairs[o] != nil {
			r.figures += n * len(s.stairs[o].Weights)
		}
	}
	r.figures += edgeFigures * len(s.edges)
	r.use = *u
	return r
}

// reprice makes the bounds follow prices and messages.
func (r *relaxation) reprice() {
	for _, o := range r.set {
		for _, b := range r.bounds[o] {
			b.value(r.paid, r.added, r.may[o])
		}
	}
	for k := range r.edges {
		r.free[k], _, _ = r.least(k)
	}
}

// least is the least that a call costs beyond its messages, and where its ends
// are then.
func (r *relaxation) least(k int) (usd float64, from, to int) {
	e, m := &r.edges[k], &r.messages[k]
	usd = math.Inf(1)
	for _, a := range r.set {
		if !r.may[a][e.from] {
			continue
		}
		for _, b := range r.set {
			if v := e.usd[a][b] - m[0][a] - m[1][b]; v < usd && r.may[b][e.to] {
				usd, from, to = v, a, b
			}
		}
	}
	if math.IsInf(usd, 1) {
		return 0, -1, -1 // one of its ends runs nowhere
	}
	return usd, from, to
}

// narrow keeps the highest bound of every option: which resource is short hardly
// changes further down.
func (r *relaxation) narrow(p *partial) {
	r.options(p)
	for _, o := range r.set {
		r.bounds[o] = r.bounds[o][:1]
	}
}

// options is what the options cost beyond what is paid for the components they
// take, nothing where that is more than nothing and they need not be used. Each
// has a bound for each way to see it, of which the highest counts; it comes first
// from then on.
func (r *relaxation) options(p *partial) float64 {
	usd := 0.0
	for _, o := range r.set {
		bounds, most := r.bounds[o], math.Inf(-1)
		for k, b := range bounds {
			if v := b.of(p.placed, p.usedBy(b)); v > most {
				most = v
				bounds[0], bounds[k] = b, bounds[0]
			}
		}
		r.worth[o] = most + r.toolchain
		if r.takes(o) {
			usd += r.worth[o]
		}
	}
	return usd
}

// takes reports whether the bound uses an option.
func (r *relaxation) takes(o int) bool { return r.use[o] == used || r.worth[o] < 0 }

// of is the bound of a partial placement. The first option takes no further
// toolchain.
func (r *relaxation) of(p *partial) float64 {
	usd := p.calls + r.pending(p) - r.toolchain
	for _, i := range r.choosing {
		if p.placed[i] == open {
			usd += r.paid[i]
		}
	}
	return usd + r.options(p)
}

// pending is the least that the calls of open components to placed ones cost.
func (r *relaxation) pending(p *partial) float64 {
	if len(r.edges) == 0 {
		return 0
	}
	usd := 0.0
	for _, i := range r.choosing {
		if p.placed[i] != open || len(r.edgesOf[i]) == 0 {
			continue
		}
		least := math.Inf(1)
		for _, o := range r.set {
			if r.may[o][i] {
				least = math.Min(least, p.toPlaced[i][o])
			}
		}
		usd += least
	}
	return usd
}

// estimate is about what component i costs where that is least: with the meters'
// lower or higher bound, off the nodes where it can be, or anywhere.
func (r *relaxation) estimate(i, way int) float64 {
	least, onNodes := math.Inf(1), math.Inf(1)
	for _, o := range r.set {
		if !r.may[o][i] {
			continue
		}
		minorants := r.minorants[o]
		m := minorants[min(max(way, lower), len(minorants)-1)]
		if r.bounds[o][0].stairs == nil {
			least = math.Min(least, m.Slopes[i])
			continue
		}
		onNodes = math.Min(onNodes, m.Slopes[i]+r.bounds[o][0].room[i])
	}
	if way == anywhere || math.IsInf(least, 1) {
		least = math.Min(least, onNodes)
	}
	return least
}
