package report

import (
	"fmt"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/search"
)

// weights says which weights are not the program's, and how far the decision
// hangs on each of them.
func (m *markdown) weights(e *model.Evaluation, flips []search.WeightFlip) {
	m.heading(3, "Weights of the evidence")
	if changed := e.Scenario.Weights.Changed(); len(changed) > 0 {
		for _, c := range changed {
			m.line("- Changed: ", escape(c.Text()))
		}
		m.line()
	}
	if len(flips) == 0 {
		m.line("There is no choice between options that a weight could change.")
		return
	}
	m.line("The nearest weight of each line at which another option would be recommended, all others as they are.")
	m.line()
	rows := make([][]string, len(flips))
	for i, f := range flips {
		rows[i] = []string{"`" + f.ID + "`", quantity.FormatNumber(f.Weight), edge(f.Below, "and less"), edge(f.Above, "and more")}
	}
	m.table([]string{"line", ">weight now", ">below", ">above"}, rows)
}

func edge(e *search.WeightEdge, side string) string {
	if e == nil {
		return "-"
	}
	return fmt.Sprintf("%s %s: %s", quantity.FormatNumber(e.Weight), side, e.Becomes.Title())
}
