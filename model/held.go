package model

import (
	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// Hold works a scenario out with the placement of one before instead of a search:
// what can be shown at once of a system whose placement takes longer to find than
// somebody waits at a key. A component that may not stay where it was, or that is
// new, is on the first option that takes it. The split says that it is held; what
// the scenario comes to is said by Evaluate alone. The error is that of Evaluate.
func Hold(s scenario.Scenario, book *pricebook.Book, before *Evaluation) (*Evaluation, error) {
	e, err := decide(s, book, func(e *Evaluation) (split.Split, error) { return e.hold(before) })
	if err != nil {
		return nil, err
	}
	return e.onDemand(), nil
}

// Searched reports whether the placement of so many components takes a search that
// nobody waits for at a key.
func Searched(components int) bool { return components > split.ProvenComponents }

// hold bills the placement of an evaluation before. Calls that cannot cost
// anything else are billed as they were.
func (e *Evaluation) hold(before *Evaluation) (split.Split, error) {
	e.glue = before.glue
	p, err := e.solver()
	if err != nil {
		return split.Split{}, err
	}
	was := make(map[string]int, len(before.Split.Placements))
	for i := range before.Split.Placements {
		was[before.Split.Placements[i].Component] = before.Split.Placements[i].Place
	}
	at := make([]int, len(e.Resolved.Workload.Components))
	for i := range at {
		place, known := was[e.Resolved.Workload.Components[i].Name]
		if !known {
			place = -1
		}
		at[i] = place
	}
	sums := p.Tally(p.Admitted(at))
	held := sums.Outline()
	held.Held = true
	sums.Explain(&held)
	e.Mixed = p.Mixed(&held)
	return held, nil
}
