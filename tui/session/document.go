package session

import (
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// Document is where a scenario is kept. All moments of the history between two
// openings have the same one, so that each is saved to the file it belongs to.
type Document struct {
	File     string // where it was opened from or last saved to; "" for none
	Original []byte // what the file held then, whose comments saving keeps; nil for none
	Saved    scenario.Scenario
	savedAt  int // how long the history was then
}

// newDocument is that of a scenario as it was read. A decision record is no
// file to save a scenario to.
func newDocument(s scenario.Scenario, file string, original []byte) *Document {
	if scenariofile.IsRecord(original) {
		file, original = "", nil
	}
	return &Document{File: file, Original: original, Saved: s}
}

// Over is what the file may hold that saving writes over.
func (d *Document) Over() Over {
	if d.Original == nil {
		return OverNothing()
	}
	return OverThese(d.Original)
}

// FileOf returns the file to save: that of its author with the changes worked
// in, or a new one where there is none.
func FileOf(original []byte, s scenario.Scenario) ([]byte, error) {
	if original == nil {
		data := scenariofile.Encode(s)
		return data, scenariofile.CheckReadBack(data, s)
	}
	return scenariofile.Update(original, s)
}
