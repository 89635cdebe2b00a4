package tui

import (
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// document is where a scenario is kept. All moments of the history between two
// openings have the same one, so that each is saved to the file it belongs to.
type document struct {
	file     string // where it was opened from or last saved to; "" for none
	original []byte // what the file held then, whose comments saving keeps; nil for none
	saved    scenario.Scenario
	savedAt  int // how long the history was then
}

// newDocument is that of a scenario as it was read. A decision record is no
// file to save a scenario to.
func newDocument(s scenario.Scenario, file string, original []byte) *document {
	if scenariofile.IsRecord(original) {
		file, original = "", nil
	}
	return &document{file: file, original: original, saved: s}
}

// over is what the file may hold that saving writes over.
func (d *document) over() Over {
	if d.original == nil {
		return OverNothing()
	}
	return OverThese(d.original)
}

// Unsaved is a scenario that no file holds yet.
type Unsaved struct {
	File     string // of its document, "" for none
	Original []byte // what that held when it was read or saved, nil for none
	Scenario scenario.Scenario
	Changes  int // since then
}

// fileOf returns the file to save: that of its author with the changes worked
// in, or a new one where there is none.
func fileOf(original []byte, s scenario.Scenario) ([]byte, error) {
	if original == nil {
		data := scenariofile.Encode(s)
		return data, scenariofile.CheckReadBack(data, s)
	}
	return scenariofile.Update(original, s)
}
