package json

import "runwhere/model"

// Parity returns what each platform charges for each kind of thing: USD a month,
// and the meters of its bill.
func Parity(e *model.Evaluation) ([]byte, error) {
	platforms := e.ParityPlatforms()
	rows := each(e.Parity(), func(r *model.ParityRow) object {
		var cells []object
		for i := range r.Cells {
			cells = append(cells, object{{"platform", platforms[i].ID}, {"usd", number(r.Cells[i].USD)}, {"meters", r.Cells[i].Meters}})
		}
		return object{{"id", r.ID}, {"label", r.Label}, {"cells", cells}}
	})
	return indented(object{{"scenario", e.Resolved.Name}, {"volume", number(e.Volume())}, {"network", e.Resolved.Settings.Network}, {"parity", rows}})
}
