package slider

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Count is a slider over whole numbers from 0: one a step.
func (p *Column) Count(label string, path paths.Path, v float64) Slider {
	s := p.Field(label, path, quantity.FormatNumber(v))
	s.Step = func(by int) (scenario.Scenario, error) {
		next := math.Max(s.Field.Min, v+float64(by))
		return s.Set(quantity.FormatNumber(next))
	}
	return s
}

// OrByDefault shows what is left to the platform in words.
func (s Slider) OrByDefault() Slider {
	if s.Value == "0" || s.Value == "0%" {
		s.Value, s.At = "its default", -1
	}
	return s
}

// Field makes a slider of a field of the scenario, without its steps.
func (p *Column) Field(label string, path paths.Path, value string) Slider {
	f, ok := scenario.FieldOf(path)
	if !ok {
		return Slider{Label: label, Value: value, At: -1, Given: true}
	}
	at := scenario.At{Component: p.Component}
	now, of := p.Session.Scenario, p.Session.Result
	_, given := f.Value(&now, at)
	wide, _ := f.Amount(&now, at)
	base := func() scenario.Scenario {
		if path.In(paths.Components) {
			return of.Explicit()
		}
		return now
	}
	return Slider{
		Label: label, Value: value, Plain: value, Given: given, At: -1, Field: f, wide: wide,
		About: func() string {
			s := base()
			return about(f, kit.Placeholder(f, &s, at)) + kit.SourceOfValue(f, &now, at)
		},
		Set: func(text string) (scenario.Scenario, error) {
			s := base()
			next := s.Clone()
			err := f.SetText(&next, at, text)
			if err != nil {
				err = session.Named(err, p.called(label, f, &next), &next)
			}
			return next, err
		},
		Clear: func() (scenario.Scenario, error) {
			s := base()
			next := s.Clone()
			f.Clear(&next, at)
			return next, nil
		},
	}
}

// called is what messages call a slider's value: its label, and where there
// are several components the name of the one that it changes.
func (p *Column) called(label string, f *scenario.Field, s *scenario.Scenario) string {
	if f.Path.In(paths.Components) && len(s.Components) > 1 && p.Component < len(s.Components) {
		return s.Components[p.Component].Name + ", " + label
	}
	return label
}

// about tells what a field means, what it allows and its default here.
func about(f *scenario.Field, placeholder string) string {
	text := f.Doc
	if len(f.Choices) > 0 {
		text += "; one of " + strings.Join(f.Choices, ", ")
	} else if f.Kind.Numeric() {
		text += fmt.Sprintf("; %s to %s", quantity.FormatQuantity(f.Kind, f.Min), quantity.FormatQuantity(f.Kind, f.Max))
	}
	return text + "; default " + placeholder + "; empty is the default"
}

// Quantity is a slider over a quantity from lo to hi: twenty steps a decade.
func (p *Column) Quantity(label string, path paths.Path, v, lo, hi float64) Slider {
	s := p.Field(label, path, "")
	kind := s.Field.Kind
	s.Value, s.Plain = quantity.FormatQuantity(kind, Rounded(v)), quantity.FormatQuantity(kind, v)
	s.At = math.Log(v/lo) / math.Log(hi/lo)
	s.Step = func(by int) (scenario.Scenario, error) {
		next := math.Max(lo, math.Min(hi, NextOfSeries(v, by)))
		if path == paths.Requests && len(p.Session.Scenario.Components) > 0 {
			return s.Set(quantity.FormatQuantity(kind, next)) // which keeps every component's own range
		}
		return s.move(next, func(end float64) float64 { return Rounded(end * next / v) })
	}
	return s
}

// move sets the value to next. A range moves with its middle and stays one: how
// little is known of a figure does not change with what it is thought to be.
func (s *Slider) move(next float64, end func(float64) float64) (scenario.Scenario, error) {
	to := quantity.Exactly(next)
	if s.wide.IsRange() {
		limit := func(v float64) float64 { return math.Max(s.Field.Min, math.Min(s.Field.Max, v)) }
		to = quantity.Amount{Low: limit(end(s.wide.Low)), High: limit(end(s.wide.High))}
	}
	return s.Set(quantity.FormatAmount(s.Field.Kind, to))
}

// Share is a slider over a percentage: one point a step.
func (p *Column) Share(label string, path paths.Path, v float64) Slider {
	s := p.Field(label, path, "")
	s.Value, s.Plain, s.At = quantity.FormatRatio(Rounded(v)), quantity.FormatRatio(v), v
	s.Step = func(by int) (scenario.Scenario, error) {
		next := math.Max(5, math.Min(100, math.Round(v*100)+float64(by)))
		return s.move(next/100, func(end float64) float64 { return Rounded(end + float64(by)/100) })
	}
	return s
}

// Part is a slider over a part of the whole from nothing on, by its own step.
func (p *Column) Part(label string, path paths.Path, v, step float64) Slider {
	s := p.Field(label, path, "")
	s.Value, s.Plain, s.At = quantity.FormatRatio(Rounded(v)), quantity.FormatRatio(v), v
	s.Step = func(by int) (scenario.Scenario, error) {
		next := math.Max(0, math.Min(1, (math.Round(v/step)+float64(by))*step))
		if next < s.Field.Min {
			return s.Clear()
		}
		return s.Set(quantity.FormatRatio(Rounded(next)))
	}
	return s
}

// Word is a slider over a list of words, which ends at the first and the last
// one; nil is the field's own list. Shift makes no sense in a short list and
// moves by one as well. A word that cannot be billed here, such as a commitment
// that nobody publishes, is passed over; where only such follow, the error says
// why.
func (p *Column) Word(label string, path paths.Path, v string, words []string) Slider {
	s := p.Field(label, path, v)
	if words == nil {
		words = s.Field.Choices
	}
	s.Step = func(by int) (scenario.Scenario, error) {
		if len(words) < 2*coarse && (by > 1 || by < -1) {
			by /= coarse
		}
		at, onward, first := slices.Index(words, v), 1, error(nil)
		if by < 0 {
			onward = -1
		}
		for i := keys.Stay(at+by, len(words)); i != at && i >= 0 && i < len(words); i += onward {
			next, err := s.Set(words[i])
			if err == nil {
				if _, err = model.Unplaced(next, p.Session.Book); err == nil {
					return next, nil
				}
				err = session.InWords(err, &next)
			}
			if first == nil {
				first = err
			}
		}
		return p.Session.Scenario, first
	}
	return s
}

// Showing returns the slider with its value in other words.
func (s Slider) Showing(words map[string]string) Slider {
	s.Value = words[s.Value]
	return s
}

// NextOfSeries moves along a series of twenty values a decade, each of two
// significant digits: 1, 1.1, 1.3, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3.2, ….
func NextOfSeries(v float64, by int) float64 {
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

func seriesValue(k float64) float64 { return words.Significant(math.Pow(10, k/20), 2) }

// Rounded keeps four significant digits, for display only.
func Rounded(v float64) float64 { return words.Significant(v, 4) }
