package uncertainty

import (
	"fmt"
	"math"
	"strconv"

	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/scenario"
)

// Correlated is a correlation of the scenario, and why it says nothing about the
// draws where that is so.
type Correlated struct {
	scenario.Correlation
	Why string // "" where it is drawn
}

// dependence is how the deviates of the correlated inputs are made from
// independent ones: a Gaussian copula, which leaves every input its own
// distribution. It is empty where nothing is correlated.
type dependence struct {
	inputs []int       // in the order of lower
	lower  [][]float64 // of scenario.CorrelationFactor
}

// dependenceOf says how the inputs hang together, and which of the scenario's
// correlations say nothing: those of figures that are not drawn. What is left is
// a part of correlations that hold together, and so holds.
func dependenceOf(e *model.Evaluation, inputs []UncertainInput) (d dependence, all []Correlated) {
	positions := map[int]int{} // by input
	position := func(input int) int {
		if _, known := positions[input]; !known {
			positions[input] = len(d.inputs)
			d.inputs = append(d.inputs, input)
		}
		return positions[input]
	}
	var pairs []scenario.CorrelatedPair
	for _, c := range e.Scenario.Correlate {
		a, b := inputOf(inputs, c.A), inputOf(inputs, c.B)
		said := Correlated{Correlation: c}
		switch {
		case a < 0:
			said.Why = notDrawn(e, inputs, c.A)
		case b < 0:
			said.Why = notDrawn(e, inputs, c.B)
		default:
			pairs = append(pairs, scenario.CorrelatedPair{A: position(a), B: position(b), Rank: c.Rank})
		}
		all = append(all, said)
	}
	d.lower, _ = scenario.CorrelationFactor(len(d.inputs), pairs)
	return d, all
}

func inputOf(inputs []UncertainInput, key string) int {
	for i := range inputs {
		if inputs[i].Path == key {
			return i
		}
	}
	return -1
}

// notDrawn says why a figure of a correlation is not drawn.
func notDrawn(e *model.Evaluation, inputs []UncertainInput, key string) string {
	f, at, err := scenario.Find(&e.Scenario, key)
	if err != nil {
		return key + " is not there"
	}
	if a, given := f.Amount(&e.Scenario, at); !given || !a.IsRange() {
		return key + " is no range"
	}
	if f.Path == paths.Requests || f.Path == paths.ComponentRequests {
		for i := range inputs {
			if p := inputs[i].field.Path; p == paths.Requests || p == paths.ComponentRequests || inputs[i].moves.volume {
				return key + " is drawn as " + inputs[i].Path
			}
		}
	}
	return key + " moves no bill"
}

// mix makes the deviates of correlated inputs, columns of draws, from
// independent ones. A row of the triangle takes those of the inputs up to its
// own alone, so from the last row on nothing is overwritten that is needed.
func (d *dependence) mix(columns [][]float64) {
	for i := len(d.inputs) - 1; i >= 0; i-- {
		row, own := d.lower[i], columns[d.inputs[i]]
		for k := range own {
			own[k] *= row[i]
		}
		for j, weight := range row[:i] {
			if weight == 0 {
				continue
			}
			for k, v := range columns[d.inputs[j]] {
				own[k] += weight * v
			}
		}
	}
}

// below is the part of all standard normal deviates that are below z.
func below(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

// CorrelationSentences says which inputs were drawn together, and which
// correlations say nothing and why.
func (o *Odds) CorrelationSentences() []string {
	var said, drawn []string
	for _, c := range o.Correlated {
		if c.Why == "" {
			drawn = append(drawn, fmt.Sprintf("%s with %s %s", c.A, c.B, strconv.FormatFloat(c.Rank, 'g', -1, 64)))
		}
	}
	if len(drawn) > 0 {
		said = append(said, "Drawn with rank correlations: "+words.ListWords(drawn)+".")
	}
	for _, c := range o.Correlated {
		if c.Why != "" {
			said = append(said, fmt.Sprintf("The correlation of %s with %s says nothing: %s.", c.A, c.B, c.Why))
		}
	}
	return said
}
