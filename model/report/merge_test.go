package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/merge"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	scenariofile "runwhere/model/scenario/file"
)

// mergeOf merges the bodies of files with these labels.
func mergeOf(t *testing.T, files ...[2]string) *merge.Merged {
	t.Helper()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var inputs []merge.MergeFile
	for _, f := range files {
		s, err := scenariofile.Decode(f[0], []byte("runwhere: 1\n"+f[1]))
		if err != nil {
			t.Fatal(err)
		}
		e, err := model.Evaluate(s, book)
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, merge.MergeFile{Label: f[0], Evaluation: e})
	}
	m, err := merge.Merge(inputs, book)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// merges are what is hard to lay out: long names, many files, a pair, nothing
// in common, nothing said at all.
func merges(t *testing.T) map[string]*merge.Merged {
	long := strings.Repeat("very-long-name-", 12)
	answers := func(list string) string {
		return "components: [{name: api, requests_per_month: 50M, duration: 200ms, memory: 256MiB, function_memory: 256MiB, measured_at: 256MiB, isolate_memory: 256MiB}]\nplatforms: {containers: {min_instances: 1000}}\nchecklist: {" + list + "}\n"
	}
	return map[string]*merge.Merged{
		"nothing": mergeOf(t, [2]string{"a.yaml", ""}, [2]string{"b.yaml", ""}),
		"long": mergeOf(
			t, [2]string{long + "1.yaml", "components: [{name: " + long + ", memory: 1GiB}]\n"},
			[2]string{long + "2.yaml", "components: [{name: " + long + ", memory: 2GiB}, {name: 日本}]\n"},
		),
		"five": mergeOf(
			t, [2]string{"a.yaml", "region: us-east-1\n"}, [2]string{"b.yaml", "region: eu-west-1\n"}, [2]string{"c.yaml", "cloud: gcp\n"},
			[2]string{"d.yaml", "checklist: {engineers: 3..9}\n"}, [2]string{"e.yaml", "name: \"a | b*c\"\n"},
		),
		"pair": mergeOf(
			t, [2]string{"a.yaml", answers("priority: full-control, portability: critical")},
			[2]string{"b.yaml", answers("priority: ship-fast, portability: not-important")},
		),
	}
}

func TestMergedTextFits(t *testing.T) {
	t.Parallel()
	for name, m := range merges(t) {
		for line := range strings.Lines(string(report.Render(report.Merged(m), report.TextFormat))) {
			line = strings.TrimSuffix(line, "\n")
			if displaywidth.String(line) > 80 || strings.TrimRight(line, " ") != line {
				t.Errorf("%s: %d cells: %q", name, displaywidth.String(line), line)
			}
		}
	}
	if text := string(report.Render(report.Merged(merges(t)["pair"]), report.TextFormat)); !strings.Contains(text, "These change the verdict together: checklist.priority and checklist.portability\n") {
		t.Errorf("%s", text)
	}
}

// TestMergedMarkdownHasWholeTables counts the cells of every row.
func TestMergedMarkdownHasWholeTables(t *testing.T) {
	t.Parallel()
	for name, m := range merges(t) {
		cells := 0
		for line := range strings.Lines(string(report.Render(report.Merged(m), report.MarkdownFormat))) {
			if !strings.HasPrefix(line, "| ") {
				cells = 0
				continue
			}
			n := strings.Count(strings.ReplaceAll(line, `\|`, ""), "|")
			if cells == 0 {
				cells = n
			}
			if n != cells {
				t.Errorf("%s: a row of %d cells in a table of %d: %s", name, n, cells, line)
			}
		}
	}
}

// TestMergedJSONHasStableKeys compares the order of the outer keys, which is
// that of the command's help.
func TestMergedJSONHasStableKeys(t *testing.T) {
	t.Parallel()
	for name, m := range merges(t) {
		data, err := reportjson.Merged(m)
		if err != nil {
			t.Fatal(err)
		}
		var doc struct {
			Files, Components, Fields, Disputes []map[string]any
			Summary, Merged                     map[string]any
			Together                            *map[string]any
		}
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Files) != len(m.Labels) || len(doc.Fields) != len(m.Fields) || len(doc.Disputes) != len(m.Disputes) || (doc.Together != nil) != (m.Together != nil) {
			t.Errorf("%s: %s", name, data)
		}
		var keys []string
		for line := range strings.Lines(string(data)) {
			if key, ok := strings.CutPrefix(line, "  \""); ok {
				keys = append(keys, key[:strings.IndexByte(key, '"')])
			}
		}
		if got := strings.Join(keys, " "); got != "prices files components summary fields merged disputes together" {
			t.Errorf("%s: the keys are %s", name, got)
		}
	}
}
