package merge

import (
	"math"
	"slices"

	"runwhere/checklist"
)

// MergeDispute is a field about which files differ, with the verdict on the
// merged scenario under each of the values.
type MergeDispute struct {
	Field    *MergeField
	Tried    bool           // false where the bound on evaluations was reached
	Outcomes []MergeOutcome // by Field.Values; nil where it was not tried
	Changes  bool           // whether the recommendation differs between the values
	USD      float64        // between the lowest and the highest bill of the cheapest option, a month
	Points   float64        // the most that the points of an option differ by
}

// judge evaluates the merged scenario under each value of each dispute and
// puts the disputes in order.
func (m *Merged) judge() {
	for _, f := range m.Fields {
		if f.State != MergeDisputed {
			continue
		}
		d := &MergeDispute{Field: f}
		if d.Tried = m.spend(len(f.Values)); d.Tried {
			for i := range f.Values {
				d.Outcomes = append(d.Outcomes, m.outcome(f.with(m.Scenario, &f.Values[i])))
			}
			d.weigh()
		}
		m.Disputes = append(m.Disputes, d)
	}
	slices.SortStableFunc(m.Disputes, byWeight)
}

// spend takes evaluations from what may still be made; false where that is
// not enough.
func (m *Merged) spend(evaluations int) bool {
	if m.budget < evaluations {
		m.budget = 0
		return false
	}
	m.budget -= evaluations
	return true
}

// weigh tells how much hangs on the dispute. Values under which nothing has a
// price say nothing about it.
func (d *MergeDispute) weigh() {
	d.Changes = differ(d.Outcomes)
	low, high := math.Inf(1), math.Inf(-1)
	for i := range d.Outcomes {
		if usd := d.Outcomes[i].USD; !math.IsInf(usd, 1) {
			low, high = min(low, usd), max(high, usd)
		}
	}
	d.USD = max(0, high-low)
	for _, option := range checklist.Options {
		d.Points = max(d.Points, pointsSpread(d.Outcomes, option))
	}
}

// pointsSpread is how far the points of an option are apart over the outcomes
// in which it can run the system.
func pointsSpread(outcomes []MergeOutcome, option checklist.Option) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for i := range outcomes {
		if points, ok := outcomes[i].points[option]; ok {
			low, high = min(low, points), max(high, points)
		}
	}
	return max(0, high-low)
}
