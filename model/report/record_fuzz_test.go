package report_test

import (
	"bytes"
	"strings"
	"testing"

	"runwhere/model"
	"runwhere/model/report"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// FuzzRecord writes the decision record of any small scenario, and of whatever a
// record was edited into, and reads it back: it holds the same scenario.
func FuzzRecord(f *testing.F) {
	for _, name := range []string{"scenario-a", "scenario-b", "saas-api"} {
		e := preset(f, name)
		f.Add(scenariofile.Encode(e.Scenario), "a chart\n")
		f.Add(report.Markdown(e, quick(f, e), report.Record{Date: "2026-11-25", Chart: "a chart\n"}), "")
	}
	f.Add([]byte("runwhere: 1\nname: \"``` ```yaml "+scenariofile.RecordMark+" ---\"\n"), "```\n---\n")
	f.Add([]byte("runwhere: 1\nname: \"| *a* `b` [c](d) <e> \\\\\"\ncomponents: [{name: \"a|b`c\", calls: [{to: \"#\"}]}, {name: \"#\"}]\n"), "")
	f.Add([]byte("runwhere: 1\nplatforms: {compare: [gke, cloud-run]}\nweights: {priority: 7}\n"), "")
	b := book(f)
	f.Fuzz(func(t *testing.T, data []byte, chart string) {
		s, err := scenariofile.Decode("f", data)
		if err != nil || len(s.Components) > 3 || len(data) > 100<<10 || strings.Contains(chart, "```") {
			return
		}
		e, err := model.Evaluate(s, b)
		if err != nil {
			return // It cannot be billed.
		}
		record := report.Markdown(e, quick(t, e), report.Record{Date: "2026-11-25", Chart: chart})
		if !scenariofile.IsRecord(record) {
			t.Fatalf("no record:\n%s", record)
		}
		for _, text := range [][]byte{record, bytes.ReplaceAll(record, []byte("\n"), []byte("\r\n"))} {
			back, err := scenariofile.Decode("decision.md", text)
			if err != nil || !scenariotest.Same(back, s) {
				t.Fatalf("%v: comes back as\n%s\nfrom\n%s", err, scenariofile.Encode(back), text)
			}
		}
	})
}
