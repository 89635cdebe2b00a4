package json

import (
	"math"

	"runwhere/model"
)

// Parity returns what each platform charges for each kind of thing: USD a month,
// and the meters of its bill.
func Parity(e *model.Evaluation) ([]byte, error) {
	return indented(object{{"scenario", e.Resolved.Name}, {"volume", number(e.Volume())}, {"network", e.Resolved.Settings.Network}, {"parity", parityJSON(e)}})
}

// parityJSON lists the kinds of things; all but people add up to a platform's
// bill. A platform that cannot run the system has no figures there.
func parityJSON(e *model.Evaluation) []object {
	platforms := e.ParityPlatforms()
	return each(e.Parity(e.Volume()), func(r *model.ParityRow) object {
		cells := []object{}
		for i, p := range platforms {
			c := &r.Cells[i]
			usd := any(number(c.USD))
			if math.IsInf(p.Cost(e.Volume()), 1) && r.ID != model.ParityPeople {
				usd = nil
			}
			cells = append(cells, object{{"platform", p.ID}, {"usd", usd}, {"meters", texts(c.Meters)}})
		}
		return object{{"id", r.ID}, {"label", r.Label}, {"cells", cells}}
	})
}
