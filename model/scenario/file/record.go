package file

import (
	"bytes"
	"strings"
)

// RecordMark is before the block of a decision record in Markdown that
// holds its scenario.
const RecordMark = "<!-- runwhere: scenario -->"

// recordedScenario returns the scenario in a decision record; data that is none is
// returned as it is. Every line before the scenario becomes an empty one, so
// that errors name the lines of the record.
func recordedScenario(data []byte) []byte {
	if bytes.Contains(data, []byte(RecordMark+"\r\n")) {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	at := bytes.Index(data, []byte("\n"+RecordMark+"\n"))
	if at < 0 {
		return data
	}
	start := at + len(RecordMark) + 2
	opening, rest, ok := bytes.Cut(data[start:], []byte("\n"))
	fence := strings.TrimSuffix(strings.TrimRight(string(opening), " \r"), "yaml")
	if !ok || len(fence) < 3 || strings.Trim(fence, "`") != "" {
		return data
	}
	block, _, closed := bytes.Cut(rest, []byte("\n"+fence+"\n"))
	if !closed {
		if !bytes.HasSuffix(rest, []byte("\n"+fence)) {
			return data
		}
		block = bytes.TrimSuffix(rest, []byte("\n"+fence))
	}
	before := bytes.Count(data[:len(data)-len(rest)], []byte("\n"))
	return append(bytes.Repeat([]byte("\n"), before), append(block, '\n')...)
}

// IsRecord reports whether data is a decision record that holds its scenario.
// Saving a scenario must not replace it.
func IsRecord(data []byte) bool { return !bytes.Equal(recordedScenario(data), data) }
