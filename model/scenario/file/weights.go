package file

import (
	"runwhere/model/scenario"
)

// DecodeWeights reads a file of weights, one `id: points` a line, into a
// scenario. The errors are those of Decode.
func DecodeWeights(file string, data []byte, s *scenario.Scenario) error {
	const allowed = "a file of weights holds lines such as `priority: 3`"
	root, err := parseFile(data)
	if err != nil {
		err.File = file
		if err.Allowed == emptyFile {
			err.Allowed = allowed
		}
		if err.Problem == notScenario {
			err.Problem = "not a file of weights"
		}
		return err
	}
	d := newDecoder(scenario.Source{Kind: scenario.FromFile, File: file})
	d.s = *s
	d.mapping(root, scenario.Layout().Child("weights"), scenario.At{}, "")
	if failed := d.failed(file); failed != nil {
		return failed
	}
	*s = d.s
	return nil
}
