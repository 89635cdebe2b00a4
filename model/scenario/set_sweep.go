package scenario

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// The number of values of a sweep: what it is if left out, and the most.
const (
	sweepDefault = 100
	SweepMost    = 100000
)

// Sweep is a series of values for one key.
type Sweep struct {
	Key      string
	From, To float64 // in the base unit of the key's field, both included
	N        int     // how many values, at least 2
	Log      bool    // whether the values are evenly spaced in their logarithm

	kind  quantity.Kind
	whole bool
}

// ParseSweep reads `key=from..to/count`, such as
// requests_per_month=10K..1B/1000. The count may be left out (100). Values are
// spaced logarithmically, ratios and series that begin at zero evenly. The
// error is an *InputError.
func ParseSweep(text string) (Sweep, error) {
	const form = "write KEY=FROM..TO/COUNT, such as requests_per_month=10K..1B/1000"
	key, value, ok := strings.Cut(text, "=")
	if !ok {
		return Sweep{}, &quantity.InputError{Value: text, Problem: "not a sweep", Allowed: form}
	}
	key = strings.TrimSpace(key)
	f, ferr := sweepField(key)
	if ferr != nil {
		return Sweep{}, ferr
	}
	ends, count, counted := strings.Cut(value, "/")
	n := sweepDefault
	if counted {
		var err error
		if n, err = strconv.Atoi(strings.TrimSpace(count)); err != nil || n < 2 || n > SweepMost {
			return Sweep{}, &quantity.InputError{Key: key, Value: value, Problem: "the count is not right", Allowed: "allowed is 2 to " + quantity.FormatNumber(SweepMost) + "; " + form}
		}
	}
	a, err := quantity.ParseAmount(f.Kind, strings.TrimSpace(ends))
	if err == nil && a.Low == a.High {
		err = &quantity.InputError{Problem: "not a range", Allowed: form}
	}
	if err == nil {
		if bad := f.CheckAmount(a); bad != nil {
			err = bad
		}
	}
	var e *quantity.InputError
	if errors.As(err, &e) {
		e.Key, e.Value = key, value
		return Sweep{}, e
	}
	return Sweep{Key: key, From: a.Low, To: a.High, N: n, Log: a.Low > 0 && f.Kind != quantity.Ratio, kind: f.Kind, whole: f.Whole}, nil
}

// sweepField returns the numeric field of a key. The name of a component may be
// anything here: no scenario is known yet.
func sweepField(key string) (*Field, *quantity.InputError) {
	var numeric []string
	for _, f := range FieldTable() {
		if !f.Kind.Numeric() || f.Path.In(paths.Call) || f.Exact {
			continue
		}
		suffix, inComponent := strings.CutPrefix(f.Path.String(), paths.Component.String())
		rest, ok := strings.CutPrefix(key, "components")
		ok = ok && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "["))
		if f.Path.String() == key || inComponent && ok && strings.HasSuffix(rest, suffix) && len(rest) > len(suffix)+1 {
			return f, nil
		}
		numeric = append(numeric, f.Path.Named("NAME"))
	}
	return nil, &quantity.InputError{Key: key, Problem: "no key with a figure", Allowed: quantity.DidYouMean(nearestPath(key, numeric), "sweep a figure such as requests_per_month or "+paths.ComponentDuration.Named("NAME"))}
}

// Values returns the series. It begins and ends exactly at From and To and
// grows strictly; of whole numbers there may be fewer than N.
func (s Sweep) Values() []float64 {
	n := min(max(s.N, 2), SweepMost)
	values := make([]float64, 0, n)
	for i := range n {
		t := float64(i) / float64(n-1)
		v := s.From + (s.To-s.From)*t
		if s.Log {
			v = s.From * math.Pow(s.To/s.From, t)
		}
		v = words.Significant(v, seriesDigits)
		if s.whole {
			v = math.Round(v)
		}
		values = append(values, math.Min(math.Max(v, s.From), s.To))
	}
	values[0], values[n-1] = s.From, s.To
	return slices.Compact(values)
}

// seriesDigits are those that a value of a series has, so that it meets the round
// figures that it passes: 10K, 100K, 1M.
const seriesDigits = 12

// At returns the scenario with the key at one value of the series. The error is
// an *InputError.
func (s Sweep) At(sc Scenario, v float64) (Scenario, error) {
	return Set(sc, s.Key+"="+quantity.FormatQuantity(s.kind, v))
}
