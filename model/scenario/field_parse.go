package scenario

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"runwhere/model/quantity"
)

// longestText is the longest name in characters.
const longestText = 200

// Parse reads a value from its text. The error has no key yet.
func (f *Field) Parse(text string) (Value, *quantity.InputError) {
	if f.Kind == quantity.Choices {
		words := withoutBrackets(text)
		if words == "" {
			return Value{}, nil
		}
		return f.ParseList(strings.Split(words, ","))
	}
	if f.Kind == quantity.Week {
		return parseWeek(text)
	}
	if f.Kind == quantity.Pairs {
		return parseCorrelations(text)
	}
	if f.Kind == quantity.Pools {
		return parsePools(text)
	}
	if f.Kind == quantity.Agreed {
		return parseAgreed(text)
	}
	trimmed := strings.TrimSpace(text)
	fail := func(problem string) (Value, *quantity.InputError) {
		return Value{}, &quantity.InputError{Value: text, Problem: problem, Allowed: f.Allowed()}
	}
	switch {
	case trimmed == "":
		return fail("no value")
	case slices.Contains(f.Choices, trimmed), slices.Contains(f.Older, trimmed):
		return Value{Word: trimmed}, nil
	case f.Kind.Numeric():
		a, err := quantity.ParseAmount(f.Kind, trimmed)
		if err == nil {
			if err := f.CheckAmount(a); err != nil {
				err.Value = text
				return Value{}, err
			}
			return Value{Amount: a}, nil
		}
		return Value{}, f.explain(err, text)
	case f.Kind == quantity.Flag:
		word, ok := map[string]string{"true": "true", "yes": "true", "false": "false", "no": "false"}[strings.ToLower(trimmed)]
		if !ok {
			return fail("not true or false")
		}
		return Value{Word: word}, nil
	case f.Kind == quantity.Text:
		if problem := textProblem(text, f.Naming); problem != "" {
			return fail(problem)
		}
		return Value{Word: text}, nil
	case f.OrWhole && quantity.IsDigit(trimmed[0]):
		a, err := quantity.ParseAmount(quantity.Number, trimmed)
		switch {
		case err == nil && a.IsRange():
			return fail("a range, but a number of machines is chosen and not unknown: auto lets the nodes follow the ranges of other figures, and --set compares numbers")
		case err == nil && (a.Low < f.Min || a.Low > f.Max || a.Low != math.Trunc(a.Low)):
			return fail("not a whole number in the range")
		case err == nil:
			return Value{Word: strconv.FormatFloat(a.Low, 'f', -1, 64)}, nil
		}
	}
	_, err := fail("unknown")
	err.Allowed = quantity.DidYouMean(f.suggest(trimmed), err.Allowed)
	return Value{}, err
}

// withoutBrackets takes away the brackets in which a file writes a list, so
// that its text can be copied into --set.
func withoutBrackets(text string) string {
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "["); ok {
		if inner, ok = strings.CutSuffix(inner, "]"); ok {
			return strings.TrimSpace(inner)
		}
	}
	return text
}

// suggest returns the word that is likely meant by an unknown one.
func (f *Field) suggest(word string) string {
	if side := sideOf(word); side != "" && slices.Contains(f.Choices, side) {
		return side
	}
	return quantity.Closest(word, f.Choices)
}

// explain turns the error of a quantity into one that knows the field's bounds.
func (f *Field) explain(err error, text string) *quantity.InputError {
	var e *quantity.InputError
	if !errors.As(err, &e) {
		return &quantity.InputError{Value: text, Problem: err.Error(), Allowed: f.Allowed()}
	}
	e.Value, e.Allowed = text, f.Allowed()
	if len(f.Choices) > 0 {
		e.Allowed = quantity.DidYouMean(quantity.Closest(text, f.Choices), e.Allowed)
	}
	return e
}

// ParseList reads the words of a list; each may be there once.
func (f *Field) ParseList(words []string) (Value, *quantity.InputError) {
	v := Value{}
	for _, w := range words {
		w = strings.TrimSpace(w)
		problem, meant := "", ""
		switch {
		case w == "":
			problem = "an empty word"
		case !slices.Contains(f.Choices, w):
			problem, meant = "unknown", quantity.Closest(w, f.Choices)
		case slices.Contains(v.List, w):
			problem = "given twice"
		}
		if problem != "" {
			return Value{}, &quantity.InputError{Value: w, Problem: problem, Allowed: quantity.DidYouMean(meant, f.Allowed())}
		}
		v.List = append(v.List, w)
	}
	return v, nil
}

// CheckAmount checks the bounds of a numeric field. The error has no key yet.
func (f *Field) CheckAmount(a quantity.Amount) *quantity.InputError {
	problem := ""
	switch {
	case math.IsNaN(a.Low) || math.IsNaN(a.High) || a.Low > a.High:
		problem = "not a number or a range"
	case a.Low < f.Min:
		problem = "below the minimum"
	case a.High > f.Max:
		problem = "above the maximum"
	case TooSmall(f.Kind, a.Low) || TooSmall(f.Kind, a.High):
		problem = "too small; use 0, or " + quantity.FormatQuantity(f.Kind, quantity.Smallest[f.Kind]) + " and more"
	case f.Exact && a.IsRange():
		problem = "a range"
	case f.Whole && (a.Low != math.Trunc(a.Low) || a.High != math.Trunc(a.High)):
		problem = "not a whole number"
	default:
		return nil
	}
	return &quantity.InputError{Value: quantity.FormatAmount(f.Kind, a), Problem: problem, Allowed: f.Allowed()}
}

// Least is the least value of a numeric field that is not 0, in the base unit.
func (f *Field) Least() float64 {
	if f.Whole {
		return max(f.Min, 1)
	}
	return max(f.Min, quantity.Smallest[f.Kind])
}

// TooSmall reports whether a quantity is not 0 and means nothing.
func TooSmall(kind quantity.Kind, v float64) bool { return v > 0 && v < quantity.Smallest[kind] }

// Allowed says in words which values the field takes.
func (f *Field) Allowed() string {
	words := strings.Join(f.Choices, ", ")
	bounds := func(kind quantity.Kind) string {
		return fmt.Sprintf("%s to %s", quantity.FormatQuantity(kind, f.Min), quantity.FormatQuantity(kind, f.Max))
	}
	switch {
	case f.Kind.Numeric():
		figures := "allowed is " + bounds(f.Kind) + ", such as " + f.Kind.Measure().Example + ", or a range low..high"
		if f.Whole {
			figures = "allowed is a whole number from " + bounds(f.Kind)
		}
		if len(f.Choices) > 0 {
			figures += ", or " + words
		}
		return figures
	case f.OrWhole:
		return "allowed is " + words + " or a whole number from " + bounds(quantity.Number)
	case f.Kind == quantity.Flag:
		return "allowed is true or false"
	case f.Kind == quantity.Choices:
		return "allowed is a list of " + words
	case f.Kind == quantity.Week:
		return weekHelp
	case f.Kind == quantity.Pools:
		return poolsHelp
	case f.Kind == quantity.Agreed:
		return agreedHelp
	case f.Kind == quantity.Pairs:
		return "allowed is a list of pairs: [[key, key, rank correlation], …]"
	case f.Kind == quantity.Choice:
		return "allowed is " + words
	case f.Naming:
		return fmt.Sprintf("allowed is a name of up to %d printable characters without =", longestText)
	default:
		return fmt.Sprintf("allowed is text of up to %d printable characters", longestText)
	}
}

// textProblem says what is wrong with a text, "" if nothing is.
func textProblem(text string, naming bool) string {
	if utf8.RuneCountInString(text) > longestText {
		return "too long"
	}
	for _, r := range text {
		// Only printable text may reach a terminal; an = would end a key of --set.
		if r == utf8.RuneError || !unicode.IsPrint(r) || naming && r == '=' {
			return fmt.Sprintf("holds the character %q", r)
		}
	}
	if strings.TrimSpace(text) != text {
		return "begins or ends with a space"
	}
	return ""
}
