package tui

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// count is a slider over whole numbers from 0: one a step.
func (p *sliderColumn) count(label, path string, v float64) slider {
	s := p.field(label, path, quantity.FormatNumber(v))
	s.step = func(by int) (scenario.Scenario, error) {
		next := math.Max(s.field.Min, v+float64(by))
		return s.set(quantity.FormatNumber(next))
	}
	return s
}

// orByDefault shows what is left to the platform in words.
func (s slider) orByDefault() slider {
	if s.value == "0" || s.value == "0%" {
		s.value, s.at = "its default", -1
	}
	return s
}

// field makes a slider of a field of the scenario, without its steps.
func (p *sliderColumn) field(label, path, value string) slider {
	f, ok := scenario.FieldOf(path)
	if !ok {
		return slider{label: label, value: value, at: -1, given: true}
	}
	at := scenario.At{Component: p.component}
	base := p.session.Scenario
	_, given := f.Value(&base, at)
	wide, _ := f.Amount(&base, at)
	if strings.HasPrefix(path, "components.") {
		base = p.session.Result.Explicit()
	}
	return slider{
		label: label, value: value, plain: value, about: about(f, standIn(f, &base, at)), given: given, at: -1, field: f, wide: wide,
		set: func(text string) (scenario.Scenario, error) {
			next := base.Clone()
			err := f.SetText(&next, at, text)
			if err != nil {
				err = named(err, p.called(label, f, &next), &next)
			}
			return next, err
		},
		clear: func() (scenario.Scenario, error) {
			next := base.Clone()
			f.Clear(&next, at)
			return next, nil
		},
	}
}

// called is what messages call a slider's value: its label, and where there
// are several components the name of the one that it changes.
func (p *sliderColumn) called(label string, f *scenario.Field, s *scenario.Scenario) string {
	if strings.HasPrefix(f.Path, "components.") && len(s.Components) > 1 && p.component < len(s.Components) {
		return s.Components[p.component].Name + ", " + label
	}
	return label
}

// about tells what a field means, what it allows and its default here.
func about(f *scenario.Field, standIn string) string {
	text := f.Doc
	if len(f.Choices) > 0 {
		text += "; one of " + strings.Join(f.Choices, ", ")
	} else if f.Kind.Numeric() {
		text += fmt.Sprintf("; %s to %s", quantity.FormatQuantity(f.Kind, f.Min), quantity.FormatQuantity(f.Kind, f.Max))
	}
	return text + "; default " + standIn + "; empty is the default"
}

// quantity is a slider over a quantity from lo to hi: twenty steps a decade.
func (p *sliderColumn) quantity(label, path string, v, lo, hi float64) slider {
	s := p.field(label, path, "")
	kind := s.field.Kind
	s.value, s.plain = quantity.FormatQuantity(kind, rounded(v)), quantity.FormatQuantity(kind, v)
	s.at = math.Log(v/lo) / math.Log(hi/lo)
	s.step = func(by int) (scenario.Scenario, error) {
		next := math.Max(lo, math.Min(hi, nextOfSeries(v, by)))
		if path == "requests_per_month" && len(p.session.Scenario.Components) > 0 {
			return s.set(quantity.FormatQuantity(kind, next)) // which keeps every component's own range
		}
		return s.move(next, func(end float64) float64 { return rounded(end * next / v) })
	}
	return s
}

// move sets the value to next. A range moves with its middle and stays one: how
// little is known of a figure does not change with what it is thought to be.
func (s *slider) move(next float64, end func(float64) float64) (scenario.Scenario, error) {
	to := quantity.Exactly(next)
	if s.wide.IsRange() {
		limit := func(v float64) float64 { return math.Max(s.field.Min, math.Min(s.field.Max, v)) }
		to = quantity.Amount{Low: limit(end(s.wide.Low)), High: limit(end(s.wide.High))}
	}
	return s.set(quantity.FormatAmount(s.field.Kind, to))
}

// share is a slider over a percentage: one point a step.
func (p *sliderColumn) share(label, path string, v float64) slider {
	s := p.field(label, path, "")
	s.value, s.plain, s.at = quantity.FormatRatio(rounded(v)), quantity.FormatRatio(v), v
	s.step = func(by int) (scenario.Scenario, error) {
		next := math.Max(5, math.Min(100, math.Round(v*100)+float64(by)))
		return s.move(next/100, func(end float64) float64 { return rounded(end + float64(by)/100) })
	}
	return s
}

// part is a slider over a part of the whole from nothing on, by its own step.
func (p *sliderColumn) part(label, path string, v, step float64) slider {
	s := p.field(label, path, "")
	s.value, s.plain, s.at = quantity.FormatRatio(rounded(v)), quantity.FormatRatio(v), v
	s.step = func(by int) (scenario.Scenario, error) {
		next := math.Max(0, math.Min(1, (math.Round(v/step)+float64(by))*step))
		if next < s.field.Min {
			return s.clear()
		}
		return s.set(quantity.FormatRatio(rounded(next)))
	}
	return s
}

// word is a slider over a list of words, which ends at the first and the last
// one; nil is the field's own list. Shift makes no sense in a short list and
// moves by one as well. A word that cannot be priced here, such as a commitment
// that nobody publishes, is passed over; where only such follow, the error says
// why.
func (p *sliderColumn) word(label, path, v string, words []string) slider {
	s := p.field(label, path, v)
	if words == nil {
		words = s.field.Choices
	}
	s.step = func(by int) (scenario.Scenario, error) {
		if len(words) < 2*coarse && (by > 1 || by < -1) {
			by /= coarse
		}
		at, onward, first := slices.Index(words, v), 1, error(nil)
		if by < 0 {
			onward = -1
		}
		for i := stay(at+by, len(words)); i != at && i >= 0 && i < len(words); i += onward {
			next, err := s.set(words[i])
			if err == nil {
				if _, err = model.Evaluate(next, p.session.Book); err == nil {
					return next, nil
				}
				err = inWords(err, &next)
			}
			if first == nil {
				first = err
			}
		}
		return p.session.Scenario, first
	}
	return s
}

// showing returns the slider with its value in other words.
func (s slider) showing(words map[string]string) slider {
	s.value = words[s.value]
	return s
}

// nextOfSeries moves along a series of twenty values a decade, each of two
// significant digits: 1, 1.1, 1.3, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3.2, ….
func nextOfSeries(v float64, by int) float64 {
	if v <= 0 {
		return 0
	}
	k := math.Log10(v) * 20
	if by > 0 {
		k = math.Floor(k + 1e-9)
	} else {
		k = math.Ceil(k - 1e-9)
	}
	next := seriesValue(k + float64(by))
	if by > 0 && next <= v {
		return seriesValue(k + float64(by) + 1)
	}
	if by < 0 && next >= v {
		return seriesValue(k + float64(by) - 1)
	}
	return next
}

func seriesValue(k float64) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(math.Pow(10, k/20), 'e', 1, 64), 64)
	return v
}

// rounded keeps four significant digits, for display only.
func rounded(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 3, 64), 64)
	return r
}

// round3 keeps three significant digits, for labels in the chart.
func round3(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'e', 2, 64), 64)
	return r
}
