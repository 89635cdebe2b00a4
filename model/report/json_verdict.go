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

// contradictionsJSON lists what the scenario says against itself.
func contradictionsJSON(contradictions []model.Contradiction) []object {
	list := make([]object, len(contradictions))
	for i, c := range contradictions {
		list[i] = object{{"id", c.ID}, {"first", c.First}, {"second", c.Second}, {"check", c.Check}}
	}
	return list
}
