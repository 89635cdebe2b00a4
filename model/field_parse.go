package model

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestText is the longest name in characters.
const longestText = 200

// parse reads a value from its text. The error has no key yet.
func (f *Field) parse(text string) (Value, *InputError) {
	if f.Kind == Choices {
		words := withoutBrackets(text)
		if words == "" {
			return Value{}, nil
		}
		return f.parseList(strings.Split(words, ","))
	}
	trimmed := strings.TrimSpace(text)
	fail := func(problem string) (Value, *InputError) {
		return Value{}, &InputError{Value: text, Problem: problem, Allowed: f.Allowed()}
	}
	switch {
	case trimmed == "":
		return fail("no value")
	case slices.Contains(f.Choices, trimmed):
		return Value{Word: trimmed}, nil
	case f.Kind.Numeric():
		a, err := ParseAmount(f.Kind, trimmed)
		if err == nil {
			if err := f.checkAmount(a); err != nil {
				err.Value = text
				return Value{}, err
			}
			return Value{Amount: a}, nil
		}
		return Value{}, f.explain(err, text)
	case f.Kind == Flag:
		word, ok := map[string]string{"true": "true", "yes": "true", "false": "false", "no": "false"}[strings.ToLower(trimmed)]
		if !ok {
			return fail("not true or false")
		}
		return Value{Word: word}, nil
	case f.Kind == Text:
		if problem := textProblem(text, f.naming); problem != "" {
			return fail(problem)
		}
		return Value{Word: text}, nil
	case f.orWhole && isDigit(trimmed[0]):
		a, err := ParseAmount(Number, trimmed)
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
	err.Allowed = didYouMean(f.suggest(trimmed), err.Allowed)
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
	return nearest(word, f.Choices)
}

// explain turns the error of a quantity into one that knows the field's bounds.
func (f *Field) explain(err error, text string) *InputError {
	var e *InputError
	if !errors.As(err, &e) {
		return &InputError{Value: text, Problem: err.Error(), Allowed: f.Allowed()}
	}
	e.Value, e.Allowed = text, f.Allowed()
	if len(f.Choices) > 0 {
		e.Allowed = didYouMean(nearest(text, f.Choices), e.Allowed)
	}
	return e
}

// parseList reads the words of a list; each may be there once.
func (f *Field) parseList(words []string) (Value, *InputError) {
	v := Value{}
	for _, w := range words {
		w = strings.TrimSpace(w)
		problem, meant := "", ""
		switch {
		case w == "":
			problem = "an empty word"
		case !slices.Contains(f.Choices, w):
			problem, meant = "unknown", nearest(w, f.Choices)
		case slices.Contains(v.List, w):
			problem = "given twice"
		}
		if problem != "" {
			return Value{}, &InputError{Value: w, Problem: problem, Allowed: didYouMean(meant, f.Allowed())}
		}
		v.List = append(v.List, w)
	}
	return v, nil
}

// checkAmount checks the bounds of a numeric field. The error has no key yet.
func (f *Field) checkAmount(a Amount) *InputError {
	problem := ""
	switch {
	case math.IsNaN(a.Low) || math.IsNaN(a.High) || a.Low > a.High:
		problem = "not a number or a range"
	case a.Low < f.Min:
		problem = "below the minimum"
	case a.High > f.Max:
		problem = "above the maximum"
	case tooSmall(f.Kind, a.Low) || tooSmall(f.Kind, a.High):
		problem = "too small; use 0, or " + FormatQuantity(f.Kind, smallest[f.Kind]) + " and more"
	case f.Exact && a.IsRange():
		problem = "a range"
	case f.Whole && (a.Low != math.Trunc(a.Low) || a.High != math.Trunc(a.High)):
		problem = "not a whole number"
	default:
		return nil
	}
	return &InputError{Value: FormatAmount(f.Kind, a), Problem: problem, Allowed: f.Allowed()}
}

// Least is the least value of a numeric field that is not 0, in the base unit.
func (f *Field) Least() float64 {
	if f.Whole {
		return max(f.Min, 1)
	}
	return max(f.Min, smallest[f.Kind])
}

// tooSmall reports whether a quantity is not 0 and means nothing.
func tooSmall(kind Kind, v float64) bool { return v > 0 && v < smallest[kind] }

// Allowed says in words which values the field takes.
func (f *Field) Allowed() string {
	words := strings.Join(f.Choices, ", ")
	bounds := func(kind Kind) string {
		return fmt.Sprintf("%s to %s", FormatQuantity(kind, f.Min), FormatQuantity(kind, f.Max))
	}
	switch {
	case f.Kind.Numeric():
		figures := "allowed is " + bounds(f.Kind) + ", such as " + f.Kind.measure().example + ", or a range low..high"
		if f.Whole {
			figures = "allowed is a whole number from " + bounds(f.Kind)
		}
		if len(f.Choices) > 0 {
			figures += ", or " + words
		}
		return figures
	case f.orWhole:
		return "allowed is " + words + " or a whole number from " + bounds(Number)
	case f.Kind == Flag:
		return "allowed is true or false"
	case f.Kind == Choices:
		return "allowed is a list of " + words
	case f.Kind == Choice:
		return "allowed is " + words
	case f.naming:
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
