package model

import (
	"math"

	"runwhere/costs"
)

// Flips finds, for the volume, the duration and the memory, the nearest value
// below and above today's at which the recommendation changes. Each value has
// three significant digits, really flips, and the next such value towards
// today's does not. Inputs that flip nothing within their limits are left out.
func Flips(s Scenario, book *costs.Book) ([]Flip, error) {
	e, err := price(s, book)
	if err != nil || e.Verdict.Recommendation == "" {
		return nil, err
	}
	var flips []Flip
	for _, input := range flipInputs(e) {
		f := flipSearch{flipInput: input, book: book, now: e}
		for _, direction := range []int{-1, 1} {
			if flip, ok := f.nearest(direction); ok {
				flips = append(flips, flip)
			}
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
	return []flipInput{
		{"requests_per_month", "requests a month", Count, e.Volume(), 1e3, 1e12, func(v float64) Scenario {
			next := e.Scenario.Clone()
			volumeSlot{}.set(&next, At{}, Value{Amount: Exactly(v)})
			return next
		}},
		{path + "duration", label("duration"), Duration, duration, 1e-3, 3600, func(v float64) Scenario {
			next := explicit.Clone()
			for i := range next.Components {
				next.Components[i].Duration = Some(Exactly(proportion(components[i].Duration, v, duration)))
			}
			return next
		}},
		{path + "memory", label("memory"), Memory, memory, 16, 32768, func(v float64) Scenario {
			next := explicit.Clone()
			for i := range next.Components {
				next.Components[i].Memory = Some(Exactly(proportion(components[i].Memory, v, memory)))
			}
			return next
		}},
	}
}

// proportion scales one component's figure as the mean goes to v.
func proportion(figure, v, mean float64) float64 {
	if figure == mean {
		return v
	}
	return figure * v / mean
}

type flipSearch struct {
	flipInput
	book *costs.Book
	now  *Evaluation
}

// flipStride is how many values of three significant digits the search skips
// at first: an eighth of a decade or so.
const flipStride = 112

// nearest walks away from today's value until the recommendation changes, then
// closes in on the first value at which it does.
func (f *flipSearch) nearest(direction int) (Flip, bool) {
	if f.value <= 0 {
		return Flip{}, false
	}
	same := indexOfDigits(f.value)
	if direction > 0 && digits(same) > f.value || direction < 0 && digits(same) < f.value {
		same -= direction // begin on the near side of today's value
	}
	for {
		next := same + direction*flipStride
		if v := digits(next); v < f.low || v > f.high {
			return Flip{}, false
		}
		if f.flips(next) {
			return f.closeIn(same, next), true
		}
		same = next
	}
}

func (f *flipSearch) closeIn(same, flipped int) Flip {
	for flipped-same > 1 || same-flipped > 1 {
		if mid := (same + flipped) / 2; f.flips(mid) {
			flipped = mid
		} else {
			same = mid
		}
	}
	v := digits(flipped)
	return Flip{
		Input: f.path, Label: f.label, FromValue: f.value, ToValue: v,
		From: FormatQuantity(f.kind, digits(indexOfDigits(f.value))), To: FormatQuantity(f.kind, v),
		Becomes: f.verdict(flipped).Recommendation,
	}
}

func (f *flipSearch) flips(index int) bool {
	return f.verdict(index).Recommendation != f.now.Verdict.Recommendation
}

// verdict asks what would be recommended. A value that cannot be priced (a
// pinned component that its platform then refuses) leaves nothing possible.
func (f *flipSearch) verdict(index int) Verdict {
	e, err := price(f.with(digits(index)), f.book)
	if err != nil {
		return Verdict{}
	}
	return e.Verdict
}

// digits returns the k-th value of three significant digits: 1.00 is 0, 1.01
// is 1, 9.99 is 899, 10.0 is 900.
func digits(k int) float64 {
	decade := int(math.Floor(float64(k) / 900))
	mantissa := float64(100 + k - 900*decade)
	if decade >= 2 {
		return mantissa * math.Pow10(decade-2)
	}
	return mantissa / math.Pow10(2-decade)
}

// indexOfDigits returns the index of the value nearest to v.
func indexOfDigits(v float64) int {
	decade := int(math.Floor(math.Log10(v)))
	return 900*decade + int(math.Round(v/math.Pow10(decade)*100)) - 100
}
