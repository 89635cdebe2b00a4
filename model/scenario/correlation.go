package scenario

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// Correlation says that two figures hang together: where one is high in its
// range, the other is likely to be high too, or low where Rank is negative.
type Correlation struct {
	A, B string  // keys of --set
	Rank float64 // Spearman's rank correlation, −1 to 1
}

// MostCorrelations is the most pairs that are read.
const MostCorrelations = 100

// correlationWords is how many words of a list stand for one pair.
const correlationWords = 3

// correlationSlot keeps the correlations as a list of words, three a pair.
type correlationSlot struct{}

func (correlationSlot) Get(s *Scenario, _ At) (Value, bool) {
	var v Value
	for _, c := range s.Correlate {
		v.List = append(v.List, c.A, c.B, rankText(c.Rank))
	}
	return v, len(v.List) > 0
}

func (correlationSlot) Set(s *Scenario, _ At, v Value) {
	s.Correlate = v.Correlations()
}

func (correlationSlot) Clear(s *Scenario, _ At) { s.Correlate = nil }

// Correlations are the pairs that a value of the kind Pairs holds.
func (v *Value) Correlations() (list []Correlation) {
	for words := range slices.Chunk(v.List, correlationWords) {
		rank, _ := strconv.ParseFloat(words[2], 64) // ParseCorrelation has read it
		list = append(list, Correlation{words[0], words[1], rank})
	}
	return list
}

// rankText writes a rank correlation with all its digits.
func rankText(rank float64) string { return strconv.FormatFloat(rank, 'g', -1, 64) }

var correlationHelp = "write [KEY, KEY, RANK CORRELATION], such as [" + paths.ComponentDuration.Named("api") + ", " + paths.ComponentMemory.Named("api") + ", 0.7]"

// ParseCorrelation reads one pair: two keys and their rank correlation. The
// error has no key yet.
func ParseCorrelation(words []string) ([]string, *quantity.InputError) {
	if len(words) != correlationWords {
		return nil, &quantity.InputError{Value: strings.Join(words, ", "), Problem: "not two keys and a number", Allowed: correlationHelp}
	}
	a, b, figure := strings.TrimSpace(words[0]), strings.TrimSpace(words[1]), strings.TrimSpace(words[2])
	rank, err := strconv.ParseFloat(figure, 64)
	switch {
	case a == "" || b == "":
		return nil, &quantity.InputError{Value: strings.Join(words, ", "), Problem: "no key", Allowed: correlationHelp}
	case textProblem(a, true) != "" || textProblem(b, true) != "":
		return nil, &quantity.InputError{Value: strings.Join(words, ", "), Problem: "not a key", Allowed: correlationHelp}
	case err != nil || math.IsNaN(rank):
		return nil, &quantity.InputError{Value: figure, Problem: "not a number", Allowed: "allowed is a rank correlation from -1 to 1"}
	case rank < -1 || rank > 1:
		return nil, &quantity.InputError{Value: figure, Problem: "no rank correlation", Allowed: "allowed is -1 to 1"}
	}
	return []string{a, b, rankText(rank + 0)}, nil
}

// parseCorrelations reads pairs as --set has them, with or without brackets. A
// key may be in double quotes.
func parseCorrelations(text string) (Value, *quantity.InputError) {
	words, err := splitQuoted(text)
	if err != nil {
		return Value{}, err
	}
	v := Value{}
	if len(words) > MostCorrelations*correlationWords {
		return v, tooManyCorrelations(len(words) / correlationWords)
	}
	for pair := range slices.Chunk(words, correlationWords) {
		read, err := ParseCorrelation(pair)
		if err != nil {
			return Value{}, err
		}
		v.List = append(v.List, read...)
	}
	return v, nil
}

func tooManyCorrelations(n int) *quantity.InputError {
	return &quantity.InputError{Value: strconv.Itoa(n), Problem: "too many pairs", Allowed: "allowed are " + strconv.Itoa(MostCorrelations)}
}

// splitQuoted returns the words between commas and brackets, without the quotes
// of those that have some.
func splitQuoted(text string) ([]string, *quantity.InputError) {
	var words []string
	for rest := text; ; {
		rest = strings.TrimLeft(rest, " ,[]")
		if rest == "" {
			return words, nil
		}
		if rest[0] != '"' {
			end := strings.IndexAny(rest, ",]")
			if end < 0 {
				end = len(rest)
			}
			words, rest = append(words, strings.TrimSpace(rest[:end])), rest[end:]
			continue
		}
		quoted, err := strconv.QuotedPrefix(rest)
		if err != nil {
			return nil, &quantity.InputError{Value: text, Problem: "a quote without its end", Allowed: correlationHelp}
		}
		word, _ := strconv.Unquote(quoted)
		words, rest = append(words, word), rest[len(quoted):]
	}
}

// formatCorrelations writes pairs as a file has them.
func formatCorrelations(list []string) string {
	var pairs []string
	for words := range slices.Chunk(list, correlationWords) {
		pairs = append(pairs, "["+YamlText(words[0])+", "+YamlText(words[1])+", "+words[2]+"]")
	}
	return "[" + strings.Join(pairs, ", ") + "]"
}

// KeyAt returns the key by which --set knows a field's value, with the names of
// components: components.api.calls.pdf.payload.
func (f *Field) KeyAt(s *Scenario, at At) string {
	if !f.Path.In(paths.Component) || s.component(at) == nil {
		return f.Path.String()
	}
	key := f.Path.Named(s.component(at).Name)
	call := s.Call(at)
	if !f.Path.In(paths.Call) || call == nil {
		return key
	}
	target, nth := call.To, 0
	for _, c := range s.Components[at.Component].Calls[:at.Call+1] {
		if c.To == call.To {
			nth++
		}
	}
	if nth > 1 {
		target += "#" + strconv.Itoa(nth)
	}
	path, _ := f.Path.Below(paths.Call)
	return paths.Component.Named(s.component(at).Name) + ".calls." + target + "." + path
}

// renamed keeps the correlations those of the same figures while a change gives
// components or calls other names.
func (s *Scenario) renamed(change func()) {
	if len(s.Correlate) == 0 {
		change()
		return
	}
	type figure struct {
		field *Field
		at    At
	}
	find := func(key string) *figure {
		if f, at, err := Find(s, key); err == nil {
			return &figure{f, at}
		}
		return nil
	}
	figures := make([][2]*figure, len(s.Correlate))
	for i := range s.Correlate {
		figures[i] = [2]*figure{find(s.Correlate[i].A), find(s.Correlate[i].B)}
	}
	change()
	s.Correlate = slices.Clone(s.Correlate)
	for i, p := range figures {
		if p[0] != nil {
			s.Correlate[i].A = p[0].field.KeyAt(s, p[0].at)
		}
		if p[1] != nil {
			s.Correlate[i].B = p[1].field.KeyAt(s, p[1].at)
		}
	}
}

// ForgetCorrelations leaves out the correlations of figures that are no longer
// there, and returns how many those were.
func (s *Scenario) ForgetCorrelations() int {
	before := len(s.Correlate)
	s.Correlate = slices.DeleteFunc(slices.Clone(s.Correlate), func(c Correlation) bool {
		_, _, a := Find(s, c.A)
		_, _, b := Find(s, c.B)
		return a != nil || b != nil
	})
	if len(s.Correlate) == 0 {
		s.Correlate = nil
	}
	return before - len(s.Correlate)
}
