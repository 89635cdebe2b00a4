package file

import (
	"errors"
	"strings"

	"runwhere/model/scenario"
)

// CheckReadBack makes sure that a file which is about to be written holds a
// scenario: that Decode reads it, and reads every value as it is. Whatever
// writes a scenario asks before it writes.
func CheckReadBack(data []byte, s scenario.Scenario) error {
	back, err := Decode("", data)
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return errors.New("not written, as it would not be read back: " + first)
	}
	if !scenario.SameValues(&back, &s) {
		return errors.New("not written, as it would be read back as another scenario")
	}
	return nil
}
