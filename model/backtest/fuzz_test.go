package backtest

import (
	"os"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"runwhere/costs/pricebook"
)

// FuzzCases reads files of cases and compares a few of them: whatever cannot be
// read is an error that names the file, and what can is compared in words.
func FuzzCases(f *testing.F) {
	for _, name := range []string{"public.yaml", "imagined.yaml"} {
		data, err := os.ReadFile("../../testdata/cases/" + name)
		if err != nil {
			f.Fatal(err)
		}
		var cases []yaml.Node
		if err := yaml.Unmarshal(data, &cases); err != nil {
			f.Fatal(err)
		}
		for i := 0; i < len(cases); i += 9 {
			one, err := yaml.Marshal(cases[i : i+1])
			if err != nil {
				f.Fatal(err)
			}
			f.Add(one)
		}
	}
	f.Add([]byte("- {id: a, accept: [hybrid], checklist: {engineers: 15+, gpu: Unclear, platform_team: true}}\n"))
	f.Add([]byte("- {id: a, label: wasm, year: 2023, from: {a: 1}, stated_reason: [x], workload: {requests_per_month: ~20M}}\n"))
	f.Add([]byte("- &a {id: a, accept: [hybrid]}\n- *a\n"))
	f.Add([]byte("- {id: a, accept: [serverless], components: [{name: a, duration: 1s}], architecture: {microservices: ~40+}}\n"))
	book, err := pricebook.Embedded()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		cases, err := Parse("cases.yaml", data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "cases.yaml: ") {
				t.Fatalf("the error does not name the file: %v", err)
			}
			return
		}
		if len(cases) > 3 || len(data) > 20<<10 {
			return
		}
		result, err := Run(cases, book)
		if err != nil {
			return // A case cannot be billed.
		}
		if text := string(result.Text()); !strings.Contains(text, "cases") || strings.Contains(text, "NaN") || len(result.Cases) != len(cases) {
			t.Fatalf("%d of %d cases:\n%s", len(result.Cases), len(cases), text)
		}
	})
}
