package kit

import (
	"fmt"
	"strings"

	"github.com/dustin/go-humanize"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/ask"
	"runwhere/tui/session"
)

// FormField is a field of the scenario as a form asks for it: what it means,
// its limits and its default all come from the field table, and what is typed
// is checked by it.
func FormField(f *scenario.Field, base *scenario.Scenario, at scenario.At) ask.Field {
	text, _ := f.Text(base, at)
	field := ask.Field{
		Key: f.Path.String(), Title: FieldTitle(f), Description: f.Doc, Value: text,
		Placeholder: ByDefault(f, base, at),
		Validate: func(text string) error {
			next := base.Clone()
			return WithoutKey(f.SetText(&next, at, text))
		},
	}
	switch f.Kind {
	case quantity.Choice:
		field.Kind, field.Options = ask.KindChoice, choicesOf(f)
	case quantity.Choices:
		field.Kind, field.Options, field.Value = ask.KindMulti, choicesOf(f), ""
		value, _ := f.Value(base, at)
		field.Values = value.List
	case quantity.Flag:
		field.Kind = ask.KindConfirm
	case quantity.Text, quantity.Week, quantity.Pairs, quantity.Pools, quantity.Agreed:
		field.Description += "; " + f.Allowed()
	default:
		field.Description, field.Limit = field.Description+"; "+f.Allowed(), ask.NumberLimit
		field.Live = func(text string) string {
			next := base.Clone()
			if f.SetText(&next, at, text) != nil {
				return ""
			}
			return EchoOf(f, &next, at)
		}
	}
	field.Description += SourceOfValue(f, base, at)
	return field
}

// SourceOfValue says where a value was given, as the end of the line that says
// what it means; "" for one that nobody gave, or somebody in this session.
func SourceOfValue(f *scenario.Field, s *scenario.Scenario, at scenario.At) string {
	if source := f.Source(s, at); source.Given() && source.Kind != scenario.Answered {
		return "; " + source.Text()
	}
	return ""
}

func choicesOf(f *scenario.Field) []ask.Choice {
	words := f.Choices
	choices := make([]ask.Choice, len(words))
	for i, word := range words {
		choices[i] = ask.Choice{ID: word, Label: word, Note: f.Meaning(word)}
	}
	return choices
}

// FieldTitle is the name of a field in words: "cpu time", "pod memory".
func FieldTitle(f *scenario.Field) string {
	key, ok := f.Path.Below(paths.Component)
	if !ok {
		key = f.Path.String()
	}
	return session.KeyLabel(key)
}

// EchoOf says how a figure was understood, in plain digits and base units:
// "= 50,000,000 a month, 19 a second on average".
func EchoOf(f *scenario.Field, s *scenario.Scenario, at scenario.At) string {
	a, ok := f.Amount(s, at)
	if !ok {
		text, _ := f.Text(s, at)
		return "= " + text
	}
	unit := map[quantity.Kind]string{quantity.Duration: " s", quantity.Memory: " MiB", quantity.Size: " KiB", quantity.Volume: " GiB"}[f.Kind]
	text := "= " + humanize.Commaf(a.Low)
	if a.IsRange() {
		text += " to " + humanize.Commaf(a.High) + unit + ", counted as " + humanize.Commaf(words.Significant(a.Value(), 3))
	}
	text += unit
	if f.Key() == paths.Requests.Key() {
		text += fmt.Sprintf(" a month, %s a second on average", humanize.Commaf(words.Significant(a.Value()/costs.SecondsPerMonth, 3)))
	}
	return text
}

// SetField changes a field to what a form returned; what was left out there is
// left out in the scenario.
func SetField(f *scenario.Field, s *scenario.Scenario, at scenario.At, values ask.Values) error {
	text := values.One[f.Path.String()]
	if f.Kind == quantity.Choices {
		text = strings.Join(values.Many[f.Path.String()], ",")
	}
	if before, _ := f.Text(s, at); before == text {
		return nil
	}
	if text == "" {
		f.Clear(s, at)
		return nil
	}
	if err := f.SetText(s, at, text); err != nil {
		return session.InWords(err, s)
	}
	return nil
}
