package scenario

import (
	"math"
	"strconv"
	"strings"

	"runwhere/model/quantity"
)

// checkCorrelations finds correlations of what is no figure that can be a range,
// pairs that are there twice, and those that cannot hold together.
func (s *Scenario) checkCorrelations() []*quantity.InputError {
	var errs []*quantity.InputError
	known := map[string]int{} // the keys in their order
	seen := map[[2]int]bool{}
	var pairs []CorrelatedPair
	for i := range s.Correlate {
		c := &s.Correlate[i]
		key := "correlate[" + strconv.Itoa(i) + "]"
		if err := s.checkCorrelated(c.A, c.B); err != nil {
			err.Key = key
			errs = append(errs, err)
			continue
		}
		pair := CorrelatedPair{Rank: c.Rank, A: indexIn(known, c.A), B: indexIn(known, c.B)}
		ordered := [2]int{min(pair.A, pair.B), max(pair.A, pair.B)}
		if seen[ordered] {
			errs = append(errs, &quantity.InputError{Key: key, Value: c.A + ", " + c.B, Problem: "this pair is there already", Allowed: "each pair may be there once"})
			continue
		}
		seen[ordered] = true
		pairs = append(pairs, pair)
	}
	if len(errs) > 0 {
		return errs
	}
	if _, bad := CorrelationFactor(len(known), pairs); bad >= 0 {
		c := &s.Correlate[bad]
		errs = append(errs, &quantity.InputError{
			Key: "correlate[" + strconv.Itoa(bad) + "]", Value: strings.Join([]string{c.A, c.B, rankText(c.Rank)}, ", "),
			Problem: "cannot hold together with the other correlations",
			Allowed: "pairs that are left out are uncorrelated: give them as well, or a correlation nearer to 0",
		})
	}
	return errs
}

// indexIn returns the place of a key among those that are known, behind them for
// a new one.
func indexIn(known map[string]int, key string) int {
	i, there := known[key]
	if !there {
		i = len(known)
		known[key] = i
	}
	return i
}

// checkCorrelated returns what is wrong with the keys of a pair, nil where
// nothing is.
func (s *Scenario) checkCorrelated(a, b string) *quantity.InputError {
	for _, key := range []string{a, b} {
		f, at, err := Find(s, key)
		switch {
		case err != nil:
			return &quantity.InputError{Value: key, Problem: err.Problem, Allowed: err.Allowed}
		case !f.Kind.Numeric() || f.Exact:
			return &quantity.InputError{Value: key, Problem: "can be no range", Allowed: "correlated are figures that may be ranges"}
		case f.KeyAt(s, at) != key:
			return &quantity.InputError{Value: key, Problem: "not the key by name", Allowed: "write " + f.KeyAt(s, at)}
		}
	}
	if a == b {
		return &quantity.InputError{Value: a, Problem: "correlated with itself", Allowed: "a pair is of two figures"}
	}
	return nil
}

// CorrelatedPair is a correlation of two of some inputs, by their place.
type CorrelatedPair struct {
	A, B int
	Rank float64
}

// rounding is by how much a matrix of correlations may miss being one through
// the rounding of its entries: where figures move as one, a pivot is nothing but
// rounding.
const rounding = 1e-9

// CorrelationFactor returns the lower triangle L by which standard normal
// deviates z that do not depend on each other become L×z, deviates with the given
// rank correlations: a rank correlation ρ of two normal deviates is a correlation
// of 2 sin(πρ/6) (Pearson 1907). Where no n figures can have these correlations,
// L is nil and bad one of the pairs that cannot hold, else bad is −1.
func CorrelationFactor(n int, pairs []CorrelatedPair) (lower [][]float64, bad int) {
	lower = make([][]float64, n)
	for i := range lower {
		lower[i] = make([]float64, i+1)
		lower[i][i] = 1
	}
	for _, p := range pairs {
		lower[max(p.A, p.B)][min(p.A, p.B)] = 2 * math.Sin(math.Pi*p.Rank/6)
	}
	for i := range lower {
		for j := range i + 1 {
			rest := lower[i][j]
			for k := range j {
				rest -= lower[i][k] * lower[j][k]
			}
			switch {
			case j == i && rest < -rounding, j < i && lower[j][j] == 0 && math.Abs(rest) > math.Sqrt(rounding):
				return nil, strongest(pairs, i)
			case j == i && rest < rounding:
				lower[i][i] = 0
			case j == i:
				lower[i][i] = math.Sqrt(rest)
			case lower[j][j] == 0:
				lower[i][j] = 0
			default:
				lower[i][j] = rest / lower[j][j]
			}
		}
	}
	return lower, -1
}

// strongest is the pair of an input with one before it that asks for the most.
func strongest(pairs []CorrelatedPair, input int) int {
	found := 0
	most := -1.0
	for i, p := range pairs {
		if max(p.A, p.B) == input && math.Abs(p.Rank) > most {
			found, most = i, math.Abs(p.Rank)
		}
	}
	return found
}
