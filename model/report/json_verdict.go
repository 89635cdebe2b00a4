package report

import "runwhere/model"

// voicesJSON lists what each instrument says by itself.
func voicesJSON(voices []model.Voice) []object {
	list := make([]object, len(voices))
	for i, v := range voices {
		list[i] = object{{"instrument", v.Instrument}, {"option", v.Option}, {"detail", v.Detail}}
	}
	return list
}
