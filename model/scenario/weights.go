package scenario

import (
	"fmt"
	"slices"
	"sync"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// Weights are how many points a scenario gives to lines of the ledger, by the
// place of the line in WeightIDs; what is left out has the program's weight.
// They are part of the scenario, and not a setting of one command, so that a
// decision record is worked out again with the weights that made it.
type Weights [WeightCount]Maybe[quantity.Amount]

// WeightCount is the ten questions, the skills, the follow-ups, the six factors
// that no question asks and the five lines that neither is behind. A test holds it.
const WeightCount = 35

// MostWeight is far beyond what one line can sensibly count.
const MostWeight = 100

// WeightIDs lists the ids of all weights: the questions in their order, then
// the other lines of the ledger.
var WeightIDs = sync.OnceValue(func() []string {
	var ids []string
	for _, q := range checklist.Questions {
		ids = append(ids, q.ID)
	}
	ids = append(ids, checklist.KeySkills)
	for _, q := range checklist.FollowUps {
		ids = append(ids, q.ID)
	}
	for _, f := range checklist.ArchitectureFactors {
		if _, ok := FactorWeights[f.ID]; ok {
			ids = append(ids, f.ID)
		}
	}
	return append(ids, KeyScore, KeyMixed, KeyAssumed, KeyWasmRuntime, KeyWasmCaveat)
})

// DefaultWeight is the program's weight of a line.
func DefaultWeight(id string) weight {
	for _, table := range []map[string]weight{QuestionWeights, FollowUpWeights, FactorWeights, OtherWeights} {
		if w, ok := table[id]; ok {
			return w
		}
	}
	return weight{}
}

// Of returns the points of a line: the scenario's, else the program's.
func (w *Weights) Of(id string) float64 {
	if i := slices.Index(WeightIDs(), id); i >= 0 {
		if given, ok := w[i].Get(); ok {
			return given.Value()
		}
	}
	return DefaultWeight(id).Points
}

// With returns a copy in which one line has another weight.
func (w Weights) With(id string, points float64) Weights {
	if i := slices.Index(WeightIDs(), id); i >= 0 {
		w[i] = Some(quantity.Exactly(points))
	}
	return w
}

// WeightChange is a weight that is not the program's.
type WeightChange struct {
	ID       string
	From, To float64 // the program's and the scenario's
}

// Text says the change: `priority 3 instead of 1.5`.
func (c *WeightChange) Text() string {
	return fmt.Sprintf("%s %s instead of %s", c.ID, quantity.FormatNumber(c.To), quantity.FormatNumber(c.From))
}

// Changed lists the weights that are not the program's.
func (w *Weights) Changed() []WeightChange {
	var list []WeightChange
	for _, id := range WeightIDs() {
		if from, to := DefaultWeight(id).Points, w.Of(id); from != to {
			list = append(list, WeightChange{id, from, to})
		}
	}
	return list
}

// weightFields makes a field of each weight.
func weightFields() []*Field {
	var table []*Field
	for i, id := range WeightIDs() {
		points := quantity.FormatNumber(DefaultWeight(id).Points)
		table = append(table, &Field{
			Path: paths.Weights.Dot(id), Kind: quantity.Number, Max: MostWeight, Exact: true, Follows: points, Example: points,
			Doc:  "points that the line counts in the verdict's evidence",
			Slot: amountSlot(func(s *Scenario, _ At) *Maybe[quantity.Amount] { return &s.Weights[i] }),
		})
	}
	return table
}
