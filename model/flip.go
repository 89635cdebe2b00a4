package model

import (
	"sync"

	"runwhere/checklist"
	"runwhere/costs"
)

// Flips finds, for the volume, the duration and the memory, the nearest value
// below and above today's at which the recommendation changes. Each value has
// three significant digits, really flips, and the next such value towards
// today's does not. A change that is undone within an eighth of a decade may be passed
// over. Inputs that flip nothing within their limits are left out.
//
// Where the recommendation rests on a value that was assumed, and stating that
// very value changes it, that alone is the flip of the input: ToValue equals
// FromValue.
func Flips(s Scenario, book *costs.Book) ([]Flip, error) {
	e, err := price(s, book)
	if err != nil || e.Verdict.Recommendation == "" {
		return nil, err
	}
	inputs := flipInputs(e)
	found := make([]*Flip, 2*len(inputs)) // below and above, input by input
	var searches sync.WaitGroup
	for i := range found {
		searches.Go(func() {
			f := flipSearch{flipInput: inputs[i/2], book: book, now: e.Verdict.Recommendation}
			found[i] = f.nearest(2*(i%2) - 1)
		})
	}
	searches.Wait()
	var flips []Flip
	for _, f := range found {
		if f != nil {
			flips = append(flips, *f)
		}
	}
	return flips, nil
}

// flipInput is one input that the search may change.
type flipInput struct {
	path, label string
	kind        Kind
	value       float64 // today
	low, high   float64 // of the search
	unstated    string  // what today's value is as long as nobody states it
	stated      string  // what it is once somebody does
	with        func(v float64) Scenario
}

func flipInputs(e *Evaluation) []flipInput {
	explicit := e.Explicit()
	components := e.Resolved.Workload.Components
	label := func(what string) string {
		if len(components) > 1 {
			return "mean " + what + " (all components in proportion)"
		}
		return what
	}
	duration, memory := 0.0, 0.0
	for i, share := range e.Resolved.Workload.Shares() {
		duration += share * components[i].Duration
		memory += share * components[i].Memory
	}
	path := "components.*."
	if len(components) == 1 {
		path = "components." + components[0].Name + "."
	}
	unstated, stated := " as assumed", " as given"
	volumeUnstated, volumeStated := unstated, stated
	if !e.Resolved.Implied { // the checklist's answer may contradict the components
		volumeUnstated, volumeStated = " in the components", " in the checklist too"
	}
	return []flipInput{
		{"requests_per_month", "requests a month", Count, e.Volume(), 1e3, 1e12, volumeUnstated, volumeStated, func(v float64) Scenario {
			next := e.Scenario.Clone()
			volumeSlot{}.set(&next, At{}, Value{Amount: Exactly(v)})
			return next
		}},
		{path + "duration", label("duration"), Duration, duration, 1e-3, 3600, unstated, stated, func(v float64) Scenario {
			next := explicit.Clone()
			for i := range next.Components {
				next.Components[i].Duration = Some(Exactly(proportion(components[i].Duration, v, duration)))
			}
			return next
		}},
		{path + "memory", label("memory"), Memory, memory, 16, 32768, unstated, stated, func(v float64) Scenario {
			next := explicit.Clone()
			for i := range next.Components {
				next.Components[i].Memory = Some(Exactly(proportion(components[i].Memory, v, memory)))
			}
			return next
		}},
	}
}

// proportion scales one component's figure as the mean goes to v. Today's
// mean gives back today's figure to the last bit: a limit may lie right on it.
func proportion(figure, v, mean float64) float64 {
	switch mean {
	case figure:
		return v
	case v:
		return figure
	}
	return figure * v / mean
}

type flipSearch struct {
	flipInput
	book *costs.Book
	now  checklist.Option
}

// nearest is the flip on one side of today's value; nil where there is none.
func (f *flipSearch) nearest(direction int) *Flip {
	if f.value <= 0 {
		return nil
	}
	if becomes := recommend(f.with(f.value), f.book); becomes != f.now {
		if direction < 0 {
			return nil // it is one flip and not two
		}
		text := FormatQuantity(f.kind, digits(indexOfDigits(f.value)))
		return &Flip{
			Input: f.path, Label: f.label, FromValue: f.value, ToValue: f.value,
			From: text + f.unstated, To: text + f.stated, Becomes: becomes,
		}
	}
	search := nearestSearch{f.value, f.low, f.high, func(v float64) bool { return recommend(f.with(v), f.book) != f.now }}
	v, found := search.toward(direction)
	if !found {
		return nil
	}
	from, to := FormatQuantity(f.kind, digits(indexOfDigits(f.value))), FormatQuantity(f.kind, v)
	if from == to { // today's value is right beside the one that flips
		from = FormatQuantity(f.kind, f.value)
	}
	return &Flip{Input: f.path, Label: f.label, FromValue: f.value, ToValue: v, From: from, To: to, Becomes: recommend(f.with(v), f.book)}
}
