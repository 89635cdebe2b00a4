package search

import (
	"cmp"
	"context"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// Assumption is a value that nobody gave, and what it does to the decision over
// what it may plausibly be.
type Assumption struct {
	Path    string // the key of --set: components.api.duration; a star stands for several components that leave it out
	Label   string // what an architect calls it: "duration"
	Scope   string // whose it is where there are several: "3 components", "api", "Kubernetes"
	Value   string // as it stands in today: "200ms"
	Ends    []End  // low and high; none of a word, which has no range
	Moves   float64
	Decides bool // whether another option is the cheapest, or leads, at an end

	Field      *scenario.Field
	Components []int // that leave it out; nil for a setting of a platform
}

// End is one end of what a value may be.
type End struct {
	Value    float64 // in the base unit, or in parts where the field's range is
	Text     string
	Cheapest checklist.Option // "" where nothing has a bill
	Leads    checklist.Option // "" where nothing is possible
	Gap      float64          // of the two that are the cheapest today, what the second costs more in USD a month; NaN where neither has a bill
}

// Changes reports whether the end makes another option the cheapest or the leading
// one, and which: the leading one where it is another.
func (n *End) changes(today *model.Supposed) (checklist.Option, bool) {
	if n.Leads != today.Leads {
		return n.Leads, true
	}
	return n.Cheapest, n.Cheapest != today.Cheapest
}

// RestingOn is what a decision rests on.
type RestingOn struct {
	Cheapest, Second checklist.Option // today; Second "" where only one option has a bill
	Gap              float64          // what the second costs more today, or what the only one costs, in USD a month
	Assumptions      []Assumption     // those that decide first, then by how far they move the gap; words last
}

// Deciding lists the assumptions that decide.
func (r *RestingOn) Deciding() []Assumption {
	n := 0
	for n < len(r.Assumptions) && r.Assumptions[n].Decides {
		n++
	}
	return r.Assumptions[:n]
}

// Becomes is the option that an end makes the winner, and whether it is another
// than today's.
func (r *RestingOn) Becomes(n *End, leads checklist.Option) (checklist.Option, bool) {
	return n.changes(&model.Supposed{Leads: leads, Cheapest: r.Cheapest})
}

// leastMoved is from which USD a month on an assumption moves anything.
const leastMoved = 0.005

// RestsOn moves each value that nobody gave to both ends of what it may be, with
// all others as they stand in, and tells what that does to who is the cheapest,
// to who leads and to what lies between the two that are the cheapest today. What
// several components leave out moves together, since it is one default. A limit
// that only an assumed value breaks refuses nothing at either end. Values that
// move nothing are left out, but for the volume, of which nothing is known at all.
// The error is the context's.
func RestsOn(ctx context.Context, e *model.Evaluation) (*RestingOn, error) {
	like := nearby(e)
	today, err := like.Suppose(like.Base.Resolved, split.NewEffort(ctx, split.FlipWork))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	out := &RestingOn{Gap: math.NaN()}
	if err != nil {
		return out, nil
	}
	out.Cheapest, out.Second, out.Gap = pair(&today)
	all := assumptions(e)
	model.SideBySide(2*len(all), func(i int) { out.try(ctx, like, &all[i/2], i%2) })
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i := range all {
		if a := all[i].tried(); out.weigh(&a, &today) || a.Field.Path == paths.ComponentRequests {
			out.Assumptions = append(out.Assumptions, a)
		}
	}
	slices.SortStableFunc(out.Assumptions, func(a, b Assumption) int {
		if a.Decides != b.Decides {
			return map[bool]int{true: -1, false: 1}[a.Decides]
		}
		return cmp.Compare(b.Moves, a.Moves)
	})
	out.Assumptions = append(out.Assumptions, assumedWords(e)...)
	return out, nil
}

// try works out one end of an assumption.
func (r *RestingOn) try(ctx context.Context, like *model.Nearby, a *supposition, end int) {
	n := &a.Ends[end]
	n.Gap = math.NaN()
	resolved, err := a.resolve(n.Value, end)
	if err != nil {
		return // what cannot be is no end
	}
	there, err := like.Suppose(resolved, split.NewEffort(ctx, split.FlipWork))
	if err != nil {
		return
	}
	n.Cheapest, n.Leads, n.Gap = there.Cheapest, there.Leads, r.gap(&there)
	a.known[end] = true
}

// weigh says what an assumption moves, and reports whether that is anything.
func (r *RestingOn) weigh(a *Assumption, today *model.Supposed) bool {
	low, high := r.Gap, r.Gap
	for i := range a.Ends {
		n := &a.Ends[i]
		_, changes := n.changes(today)
		a.Decides = a.Decides || changes
		low, high = math.Min(low, n.Gap), math.Max(high, n.Gap)
	}
	if a.Moves = high - low; math.IsNaN(a.Moves) {
		a.Moves = 0
	}
	return a.Decides || a.Moves >= leastMoved
}

// pair are the two options that cost the least, and by how much the second costs
// more; of one alone what it costs.
func pair(s *model.Supposed) (a, b checklist.Option, gap float64) {
	order := slices.Clone(checklist.Options)
	slices.SortStableFunc(order, func(x, y checklist.Option) int { return cmp.Compare(s.USD[x], s.USD[y]) })
	a, b = order[0], order[1]
	switch {
	case math.IsInf(s.USD[a], 1):
		return "", "", math.NaN()
	case math.IsInf(s.USD[b], 1):
		return a, "", s.USD[a]
	}
	return a, b, s.USD[b] - s.USD[a]
}

// gap is what lies between today's two at other values.
func (r *RestingOn) gap(s *model.Supposed) float64 {
	if r.Second == "" {
		return s.USD[r.Cheapest]
	}
	return s.USD[r.Second] - s.USD[r.Cheapest]
}
