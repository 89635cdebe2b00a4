package quantity

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// longestQuantity is the longest text that is looked at as a quantity. It is
// far above every sensible figure and keeps hostile input cheap.
const longestQuantity = 80

// rangeMark separates the two ends of a range: 20M..80M.
const rangeMark = ".."

// ParseAmount reads a quantity or a range `low..high` of it, in the base unit
// of the kind. Each end carries its own unit. The error is an *InputError that
// holds the value, what is wrong with it and what is allowed.
func ParseAmount(kind Kind, text string) (Amount, error) {
	low, high, isRange := strings.Cut(text, rangeMark)
	if !isRange {
		v, err := ParseQuantity(kind, text)
		return Exactly(v), err
	}
	a := Amount{}
	var err error
	if a.Low, err = ParseQuantity(kind, low); err != nil {
		return Amount{}, inRange(err, text)
	}
	if a.High, err = ParseQuantity(kind, high); err != nil {
		return Amount{}, inRange(err, text)
	}
	if a.Low > a.High {
		return Amount{}, &InputError{
			Value: text, Problem: fmt.Sprintf("the low end %s is above the high end %s", FormatQuantity(kind, a.Low), FormatQuantity(kind, a.High)),
			Allowed: "low..high",
		}
	}
	return a, nil
}

// inRange shows the whole range in an error about one of its ends.
func inRange(err error, text string) error {
	var e *InputError
	if errors.As(err, &e) {
		e.Value = text
	}
	return err
}

// ParseQuantity reads a single quantity in the base unit of the kind. It is
// never negative, infinite or NaN. The error is an *InputError.
func ParseQuantity(kind Kind, text string) (float64, error) {
	m := kind.Measure()
	trimmed := strings.TrimSpace(text)
	fail := func(problem string) (float64, error) {
		return 0, &InputError{Value: text, Problem: problem, Allowed: "such as " + m.Example}
	}
	switch {
	case trimmed == "":
		return fail("no value")
	case len(trimmed) > longestQuantity:
		return fail("too long for a quantity")
	}
	if kind == USD {
		trimmed = strings.TrimPrefix(trimmed, "$")
	}
	if strings.HasPrefix(trimmed, "-") {
		return fail("negative")
	}
	digits, suffix := splitFigure(trimmed)
	decimal, ok := plainDecimal(digits)
	if !ok {
		return fail("not a number")
	}
	suffix = strings.TrimSpace(suffix)
	u, ok := m.find(suffix)
	switch {
	case ok:
	case suffix != "":
		return fail(fmt.Sprintf("unknown unit %q", suffix))
	default:
		// A bare zero is zero in every unit.
		if v, err := strconv.ParseFloat(decimal, 64); err == nil && v == 0 {
			return 0, nil
		}
		return fail("no unit")
	}
	v, ok := u.value(decimal)
	if !ok {
		return fail("too large")
	}
	return v, nil
}

// find returns the unit with this name.
func (m *measure) find(name string) (*unit, bool) {
	for i := range m.units {
		for _, n := range m.units[i].names {
			if n == name || m.foldCase && strings.EqualFold(n, name) {
				return &m.units[i], true
			}
		}
	}
	return nil, false
}

// value returns the quantity in the base unit of a decimal figure in this
// unit. It is false where the result is no finite number.
func (u *unit) value(decimal string) (float64, bool) {
	mantissa, exponent := decimal, 0
	if i := strings.IndexAny(decimal, "eE"); i >= 0 {
		var err error
		if exponent, err = strconv.Atoi(decimal[i+1:]); err != nil {
			return 0, false
		}
		mantissa = decimal[:i]
	}
	v, err := strconv.ParseFloat(mantissa+"e"+strconv.Itoa(exponent+u.shift), 64)
	if err != nil {
		return 0, false
	}
	v *= u.factor
	return v, v-v == 0 // An infinite product is no number.
}

// splitFigure splits a quantity into its figure and its unit.
func splitFigure(s string) (figure, unit string) {
	i := 0
	for i < len(s) && (IsDigit(s[i]) || s[i] == '.' || s[i] == ',' || s[i] == '_') {
		i++
	}
	// An exponent belongs to the figure only if digits follow.
	if i > 0 && i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		start := j
		for j < len(s) && IsDigit(s[j]) {
			j++
		}
		if j > start {
			i = j
		}
	}
	return s[:i], s[i:]
}

// plainDecimal removes thousands separators and checks the figure's form:
// commas are between groups of three, underscores between any two digits.
func plainDecimal(s string) (string, bool) {
	whole, rest := s, ""
	if i := strings.IndexAny(s, ".eE"); i >= 0 {
		whole, rest = s[:i], s[i:]
	}
	if whole == "" || strings.ContainsAny(rest, ",_") || strings.Count(rest, ".") > 1 || strings.HasSuffix(rest, ".") {
		return "", false
	}
	if strings.HasPrefix(rest, ".e") || strings.HasPrefix(rest, ".E") {
		return "", false
	}
	if strings.Contains(whole, ",") && !groupedByThree(whole) {
		return "", false
	}
	if whole[0] == '_' || whole[len(whole)-1] == '_' || strings.Contains(whole, "__") {
		return "", false
	}
	return strings.NewReplacer(",", "", "_", "").Replace(whole) + rest, true
}

func groupedByThree(s string) bool {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if strings.Contains(g, "_") || len(g) > 3 || len(g) == 0 || i > 0 && len(g) != 3 {
			return false
		}
	}
	return true
}

// IsDigit reports whether a byte is a digit of ASCII.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }
