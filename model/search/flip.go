package search

import (
	"context"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/split"
)

// Flips finds, for each figure on which the recommendation may hang, the
// nearest value below and above today's at which it changes, and then the other
// answers that change it, question by question. Each value has
// three significant digits, really flips, and the next such value towards
// today's does not. A change that is undone within an eighth of a decade may be passed
// over, of more than wideComponents within a quarter. Inputs that flip nothing within their limits are left out; from nothing
// a search begins at the least value within them.
//
// Where the recommendation rests on a value that was assumed, and stating that
// very value changes it, that alone is the flip of the input: ToValue equals
// FromValue. Where nothing is possible the flips are what makes something so.
func Flips(ctx context.Context, e *model.Evaluation) ([]model.Flip, error) {
	now, like := e.Verdict.Recommendation, nearby(e)
	inputs := flipInputs(e, like, split.NewEffort(ctx, split.FlipWork))
	found := make([]*model.Flip, 2*len(inputs)+1) // below and above, input by input, then the people
	model.SideBySide(len(found), func(i int) {
		work := split.NewEffort(ctx, split.FlipWork)
		if i == len(found)-1 {
			found[i] = peopleFlip(like, e.Scenario, now, work)
			return
		}
		f := flipSearch{flipInput: inputs[i/2], Nearby: like, work: work, now: now, open: map[float64]bool{}}
		found[i] = f.nearest(2*(i%2) - 1)
	})
	var flips []model.Flip
	for _, f := range found {
		if f != nil {
			flips = append(flips, *f)
		}
	}
	flips = append(flips, answerFlips(ctx, e.Scenario, like, now)...)
	return flips, ctx.Err()
}

// FlipInputs names the figures that Flips searches, as a sentence lists them.
const FlipInputs = "requests, duration, memory, CPU time, response, logs, target utilization, people and growth"

// flipSearch looks for the flips of one input.
type flipSearch struct {
	flipInput
	*model.Nearby
	work *split.Effort
	now  checklist.Option
	open map[float64]bool // the values that were tried and whose placement is not proven
	last *model.Try       // the last value that was worked out, nil for none
}

func (f *flipSearch) at(v float64) checklist.Option {
	try := f.Try(f.with(v), nil, f.work)
	f.open[v], f.last = !try.Proven, &try
	return try.Recommended
}

// alike is at unless a value changes so little since the last one that was worked
// out that it need not be.
func (f *flipSearch) alike(v float64) (changed, alike bool) {
	try := f.Try(f.with(v), f.last, f.work)
	if try.Alike {
		return false, true
	}
	f.open[v], f.last = !try.Proven, &try
	return try.Recommended != f.now, false
}

// before is the value next to v towards today's.
func (f *flipSearch) before(v float64) float64 {
	if k := indexOfDigits(v); v > f.value {
		return digits(k - 1)
	} else if v < f.value {
		return digits(k + 1)
	}
	return v
}

// unproven reports whether a flip at a value rests on placements that are not
// proven: of the value itself or of the one before it. What the search left open
// is looked at once more, with work of its own.
func (f *flipSearch) unproven(v float64) bool {
	for _, decisive := range []float64{v, f.before(v)} {
		if !f.open[decisive] {
			continue
		}
		work := split.NewEffort(f.work.Ctx, split.DecisiveWork*split.ShareWork)
		option, proven := f.Recommend(f.with(decisive), work)
		if !proven || (option == f.now) != (decisive != v) {
			return true
		}
	}
	return false
}

// nearest is the flip on one side of today's value; nil where there is none.
func (f *flipSearch) nearest(direction int) *model.Flip {
	switch {
	case f.high < f.low, f.value <= 0 && direction < 0:
		return nil
	case f.value <= 0:
		return f.fromZero()
	}
	if becomes := f.at(f.value); becomes != f.now {
		if direction < 0 {
			return nil // it is one flip and not two
		}
		text := f.text(digits(indexOfDigits(f.value)))
		label, from, to := f.label, text+f.unstated, text+f.stated
		if f.restated != nil {
			label, from, to = f.restated(text)
		}
		return &model.Flip{Input: f.path, Label: label, FromValue: f.value, ToValue: f.value, From: from, To: to, Becomes: becomes, Unproven: f.unproven(f.value)}
	}
	search := f.from(f.value)
	v, found := search.toward(direction)
	if !found {
		return nil
	}
	return f.flip(v)
}

// wideComponents is up to how many components a search looks at every eighth of a
// decade: a larger system takes tens of milliseconds at each value.
const wideComponents = 100

// from is the search that begins at a value.
func (f *flipSearch) from(value float64) nearestSearch {
	return nearestSearch{
		value: value, low: f.low, high: f.high, changes: func(v float64) bool { return f.at(v) != f.now }, alike: f.alike,
		wide: len(f.Base.Resolved.Workload.Components) > wideComponents,
	}
}

// fromZero searches upward from nothing, which has no values of three digits
// around it: from the least value of the search.
func (f *flipSearch) fromZero() *model.Flip {
	search := f.from(f.low)
	if search.changes(f.low) {
		return f.flip(f.low)
	}
	if v, found := search.toward(1); found {
		return f.flip(v)
	}
	return nil
}

func (f *flipSearch) flip(v float64) *model.Flip {
	from, to := f.text(0), f.text(v)
	if f.value > 0 {
		from = f.text(digits(indexOfDigits(f.value)))
	}
	if from == to { // today's value is right beside the one that flips
		from = f.text(f.value)
	}
	return &model.Flip{Input: f.path, Label: f.label, FromValue: f.value, ToValue: v, From: from, To: to, Becomes: f.at(v), Unproven: f.unproven(v)}
}
