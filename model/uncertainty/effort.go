package uncertainty

import (
	"runwhere/checklist"
	"runwhere/costs"
)

// What a draw looks at, in figures: of a component on an option whose meters are
// read anew, on one that bills levels besides, of one whose scenario is resolved
// anew, and of a week that is raised to a peak.
const (
	askedFigures    = 30
	levelFigures    = 120
	resolvedFigures = 600
	weekFigures     = 8000
)

// keptBeside is how many values are kept of a draw besides those of its inputs:
// the cost of each option and of the split, and the order of the draws.
const keptBeside = checklist.PlaceableCount + 2

// drawEffort is about how many figures are looked at for a draw, in which every
// week is another one.
func (m *drawModel) drawEffort() int { return m.effort() + weekFigures*len(m.parts.weeks) }

// axisEffort is about how many more there are of a draw that is read along the
// axis.
func (m *drawModel) axisEffort() int {
	figures := 0
	for _, c := range m.curves {
		figures += reportAxis.volumes * c.Platform.Effort()
	}
	return figures
}

// effort is about how many figures are looked at to bill the options for
// values of the inputs whose weeks stay.
func (m *drawModel) effort() int {
	n := len(m.resolved.Workload.Components)
	figures := len(m.inputs)
	for o, c := range m.curves {
		switch {
		case !m.moves.options[o]:
		case m.parts.everything:
			figures += resolvedFigures * n
		case len(c.Platform.Levels) > 0:
			figures += levelFigures * n
		case c.Platform.Fleet != nil && len(m.parts.weeks) > 0:
			figures += (askedFigures + costs.HoursPerWeek) * n
		default:
			figures += askedFigures * n
		}
	}
	return figures
}
