package model

import (
	"fmt"
	"slices"
	"sync"

	"runwhere/checklist"
)

// Weights are how many points a scenario gives to lines of the ledger, by the
// place of the line in WeightIDs; what is left out has the program's weight.
// They are part of the scenario, and not a setting of one command, so that a
// decision record is worked out again with the weights that made it.
type Weights [weightCount]Maybe[Amount]

// weightCount is the ten questions, the skills, the follow-ups, the six factors
// that no question asks and the five lines that neither stands behind. A test holds it.
const weightCount = 35

// mostWeight is far beyond what one line can sensibly count.
const mostWeight = 100

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
		if _, ok := factorWeights[f.ID]; ok {
			ids = append(ids, f.ID)
		}
	}
	return append(ids, keyScore, keyMixed, keyAssumed, keyWasmRuntime, keyWasmCaveat)
})

// defaultWeight is the program's weight of a line.
func defaultWeight(id string) weight {
	for _, table := range []map[string]weight{questionWeights, followUpWeights, factorWeights, otherWeights} {
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
	return defaultWeight(id).Points
}

// with returns a copy in which one line has another weight.
func (w Weights) with(id string, points float64) Weights {
	if i := slices.Index(WeightIDs(), id); i >= 0 {
		w[i] = Some(Exactly(points))
	}
	return w
}

// weight is what a line of the ledger counts in this evaluation.
func (e *Evaluation) weight(id string) float64 { return e.Scenario.Weights.Of(id) }

// smallTeamMost is what a small team, no platform team and low volume count
// together: as one fact, so no more than the heaviest of the three where one
// was given a higher weight than the cap.
func (e *Evaluation) smallTeamMost() float64 {
	return max(smallTeamCap, e.weight(checklist.KeyEngineers), e.weight(checklist.KeyPlatformTeam), e.weight(checklist.KeyRequests))
}

// WeightChange is a weight that is not the program's.
type WeightChange struct {
	ID       string
	From, To float64 // the program's and the scenario's
}

// Text says the change: `priority 3 instead of 1.5`.
func (c *WeightChange) Text() string {
	return fmt.Sprintf("%s %s instead of %s", c.ID, FormatNumber(c.To), FormatNumber(c.From))
}

// Changed lists the weights that are not the program's.
func (w *Weights) Changed() []WeightChange {
	var list []WeightChange
	for _, id := range WeightIDs() {
		if from, to := defaultWeight(id).Points, w.Of(id); from != to {
			list = append(list, WeightChange{id, from, to})
		}
	}
	return list
}

// weightFields makes a field of each weight.
func weightFields() []*Field {
	var table []*Field
	for i, id := range WeightIDs() {
		points := FormatNumber(defaultWeight(id).Points)
		table = append(table, &Field{
			Path: "weights." + id, Kind: Number, Max: mostWeight, Exact: true, Follows: points, Example: points,
			Doc:  "points that the line counts in the verdict's evidence",
			slot: amountSlot(func(s *Scenario, _ At) *Maybe[Amount] { return &s.Weights[i] }),
		})
	}
	return table
}

// DecodeWeights reads a file of weights, one `id: points` a line, into a
// scenario. The errors are those of Decode.
func DecodeWeights(file string, data []byte, s *Scenario) error {
	const allowed = "a file of weights holds lines such as `priority: 3`"
	root, err := parseFile(data)
	if err != nil {
		err.File = file
		if err.Allowed == emptyFile {
			err.Allowed = allowed
		}
		if err.Problem == notScenario {
			err.Problem = "not a file of weights"
		}
		return err
	}
	d := newDecoder()
	d.s = *s
	d.mapping(root, layout().child("weights"), At{}, "")
	if failed := d.failed(file); failed != nil {
		return failed
	}
	*s = d.s
	return nil
}
