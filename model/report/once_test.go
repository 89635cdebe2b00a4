package report_test

import (
	"strings"
	"testing"

	"runwhere/model/report"
	scenariofile "runwhere/model/scenario/file"
)

// A finding is put into words once: whatever the text report has as an item stands
// in the record too, word for word. What would change the verdict is a table there.
func TestTextAndRecordUseTheSameWords(t *testing.T) {
	t.Parallel()
	for _, p := range scenariofile.Presets() {
		name := p.Name
		e := preset(t, name)
		found := quick(t, e)
		record := strings.NewReplacer(`\`, "", "`", "", "&lt;", "<").Replace(string(report.Markdown(e, found, report.Record{})))
		said := 0
		for section, items := range itemsOf(string(report.Text(e, found))) {
			if section == "What would change the verdict" {
				continue
			}
			for _, item := range items {
				said++
				if !strings.Contains(record, "\n- "+item+"\n") {
					t.Errorf("%s: %s: the record does not have: %s", name, section, item)
				}
			}
		}
		if said < 15 {
			t.Errorf("%s: only %d items", name, said)
		}
	}
}

// itemsOf takes the items of a text report apart by section, each on one line.
func itemsOf(text string) map[string][]string {
	items := map[string][]string{}
	section, indent := "", ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		words := strings.TrimLeft(line, " ")
		lead := line[:len(line)-len(words)]
		switch list := items[section]; {
		case strings.HasPrefix(words, "- "):
			items[section], indent = append(list, words[2:]), lead+"  "
		case indent != "" && lead == indent && len(list) > 0:
			list[len(list)-1] += " " + words
		case line != "" && lead == "":
			section, indent = line, ""
		default:
			indent = ""
		}
	}
	return items
}
