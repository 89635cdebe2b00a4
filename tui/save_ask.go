package tui

import (
	"fmt"
	"path/filepath"
	"strings"

	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/session"
)

// mostDifferences is how many differences a question lists.
const mostDifferences = 6

// differs says how what is in a file differs from what would be written.
func differs(found *session.FoundError, theirs scenario.Scenario, err error, ours scenario.Scenario) string {
	switch {
	case found.Missing:
		return "Another program deleted or moved it."
	case found.Err != nil:
		return "It cannot be compared: " + found.Err.Error() + "."
	case scenariofile.IsRecord(found.Data):
		return "It is a decision record, which holds more than a scenario."
	case err != nil:
		first, _, _ := strings.Cut(err.Error(), "\n")
		return "It does not hold a scenario that can be read: " + first + "."
	}
	all := scenario.Differences(&ours, &theirs)
	if len(all) == 0 {
		return "It says the same as yours; only comments or layout differ."
	}
	lines := []string{"What differs, yours first:"}
	for i, d := range all {
		if i == mostDifferences-1 && len(all) > mostDifferences {
			lines = append(lines, fmt.Sprintf("and %d more", len(all)-i))
			break
		}
		lines = append(lines, differenceText(d))
	}
	return strings.Join(lines, "\n")
}

// differenceText writes a difference between the scenario and the file.
func differenceText(d scenario.Difference) string {
	switch {
	case d.Only && d.A != "":
		return d.Key + ": in yours only"
	case d.Only:
		return d.Key + ": in the file only"
	}
	leftOut := func(text string) string {
		if text == "" {
			return "left out"
		}
		return text
	}
	return d.Key + ": " + leftOut(d.A) + ", in the file " + leftOut(d.B)
}

// otherName proposes a name beside a file's own: orders-2.yaml, orders-3.yaml.
func otherName(file string) string {
	ext := filepath.Ext(file)
	stem := strings.TrimSuffix(file, ext)
	n := 1
	if at := strings.LastIndexByte(stem, '-'); at > 0 {
		if _, err := fmt.Sscanf(stem[at:], "-%d", &n); err == nil && fmt.Sprintf("-%d", n) == stem[at:] && n > 0 {
			stem = stem[:at]
		} else {
			n = 1
		}
	}
	return fmt.Sprintf("%s-%d%s", stem, n+1, ext)
}
