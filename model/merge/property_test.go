package merge

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// drawBilled draws scenarios of one decision that can be billed: each is
// another draw, so that components, figures and words differ.
func drawBilled(t *rapid.T, n int) []scenario.Scenario {
	var all []scenario.Scenario
	for range n {
		s := scenariotest.DrawScenario(t, 3)
		for _, q := range checklist.Questions {
			if k := rapid.IntRange(-1, len(q.Choices)-1).Draw(t, q.ID); k >= 0 {
				s.Answers = s.Answers.With(q.ID, checklist.Choose(q.Choices[k].ID))
			}
		}
		if len(s.Components) > 1 && rapid.Bool().Draw(t, "call") {
			s.Components[0].Calls = []scenario.Call{{To: "b", PerRequest: scenario.Some(quantity.Exactly(float64(rapid.IntRange(1, 3).Draw(t, "calls"))))}}
		}
		all = append(all, s)
	}
	return all
}

func mustMerge(t *rapid.T, scenarios ...scenario.Scenario) *Merged {
	m, err := mergeScenarios(scenarios)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMergingWithACopyChangesNothing(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawBilled(t, 1)[0]
		m := mustMerge(t, s, s.Clone())
		if len(m.Disputes) > 0 || m.Together != nil || !m.Settled() || m.Count(MergeAgreed) != len(m.Fields) || len(m.Misfits) > 0 {
			t.Fatalf("%+v", m)
		}
		if !bytes.Equal(scenariofile.Encode(m.Scenario), scenariofile.Encode(s)) {
			t.Fatalf("%s\nis not\n%s", scenariofile.Encode(m.Scenario), scenariofile.Encode(s))
		}
		if !reflect.DeepEqual(m.Outcome, m.Own[0]) {
			t.Fatalf("%+v is not %+v", m.Outcome, m.Own[0])
		}
	})
}

// TestTheOrderOfFilesDoesNotMatter merges the same files in every order.
func TestTheOrderOfFilesDoesNotMatter(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawBilled(t, 3)
		m := mustMerge(t, s...)
		turned := mustMerge(t, s[2], s[0], s[1])
		if !bytes.Equal(scenariofile.Encode(m.Scenario), scenariofile.Encode(turned.Scenario)) {
			t.Fatalf("%s\nis not\n%s", scenariofile.Encode(m.Scenario), scenariofile.Encode(turned.Scenario))
		}
		if !reflect.DeepEqual(m.Outcome, turned.Outcome) || !slices.Equal(findings(m), findings(turned)) {
			t.Fatalf("%q\nis not\n%q", findings(m), findings(turned))
		}
	})
}

// findings are what a merge finds, without the names of the files.
func findings(m *Merged) []string {
	var list []string
	for _, f := range m.Fields {
		list = append(list, f.Key+string(f.State)+f.Merged)
	}
	for _, d := range m.Disputes {
		text := d.Field.Key + quantity.FormatNumber(d.USD) + quantity.FormatNumber(d.Points) + scenario.FlagWord(d.Changes)
		for i := range d.Outcomes {
			text += d.Field.Values[i].Text + string(d.Outcomes[i].Recommendation)
		}
		list = append(list, text)
	}
	if m.Together != nil {
		list = append(list, quantity.FormatNumber(float64(m.Together.Tried))+scenario.FlagWord(m.Together.LeftOut))
		for _, d := range m.Together.Pair {
			list = append(list, d.Field.Key)
		}
	}
	return list
}

// TestADisputeIsWhatSetMakesOfIt reads the merged file back, sets every value
// that was said with the text of --set and recommends anew.
func TestADisputeIsWhatSetMakesOfIt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := mustMerge(t, drawBilled(t, rapid.IntRange(2, 3).Draw(t, "files"))...)
		data, err := EncodeMerged(m)
		if err != nil {
			t.Fatal(err)
		}
		s, err := scenariofile.Decode("merged.yaml", data)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range m.Disputes {
			var seen []checklist.Option
			for i, v := range d.Field.Values {
				next, err := scenario.Set(s, d.Field.Key+"="+v.Text)
				if err != nil {
					t.Fatal(err)
				}
				becomes := modeltest.Recommendation(next, m.Book)
				if d.Outcomes[i].Unbilled == "" && becomes != d.Outcomes[i].Recommendation {
					t.Fatalf("%s=%s recommends %s, not %s", d.Field.Key, v.Text, becomes, d.Outcomes[i].Recommendation)
				}
				if !slices.Contains(seen, becomes) {
					seen = append(seen, becomes)
				}
			}
			if d.Changes != (len(seen) > 1) {
				t.Fatalf("%s changes the verdict: %v; recommended are %v", d.Field.Key, d.Changes, seen)
			}
		}
	})
}

// TestTheMergedFileIsStable reads and writes the merged file again.
func TestTheMergedFileIsStable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := mustMerge(t, drawBilled(t, 2)...)
		data, err := EncodeMerged(m)
		if err != nil {
			t.Fatal(err)
		}
		s, err := scenariofile.Decode("merged.yaml", data)
		if err != nil || !scenariotest.Same(s, m.Scenario) {
			t.Fatalf("%v\n%s", err, data)
		}
		if again, err := scenariofile.Update(data, s); err != nil || !bytes.Equal(again, data) {
			t.Fatalf("saved again it is\n%s\nand was\n%s", again, data)
		}
		if _, err := model.Evaluate(s, m.Book); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzMerge merges pairs of small files, with every kind of field that a file
// can give.
func FuzzMerge(f *testing.F) {
	f.Add("region: us-east-1\n", "cloud: gcp\nregion: us-central1\n")
	f.Add("components: [{name: a, requests_per_month: 1M..5M, calls: [{to: b}]}, {name: b}]\n", "components: [{name: b, calls: [{to: a, payload: 1MiB}]}, {name: a, pin: wasm}]\n")
	f.Add("platforms: {kubernetes: {nodes: 3, kind: gke}, compare: [eks]}\n", "platforms: {kubernetes: {nodes: peak, purchase: spot}, compare: [eks, aks]}\n")
	f.Add("checklist: {engineers: 3, requests_per_month: 5M}\nname: \"a: b # c\"\n", "checklist: {engineers: over-15, requests_per_month: 30M-or-more}\nname: yes\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		var scenarios []scenario.Scenario
		for _, body := range []string{a, b} {
			s, err := scenariofile.Decode("f", []byte("runwhere: 1\n"+body))
			if err != nil || len(s.Components) > 8 || len(body) > 2000 {
				return
			}
			scenarios = append(scenarios, s)
		}
		m, err := mergeScenarios(scenarios)
		if err != nil {
			return // One of them cannot be billed by itself.
		}
		data, err := EncodeMerged(m)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		s, err := scenariofile.Decode("merged", data)
		if err != nil || !scenariotest.Same(s, m.Scenario) {
			t.Fatalf("%v\n%s", err, data)
		}
		if _, err := model.Decide(s, m.Book); (err == nil) != (m.Outcome.Unbilled == "") {
			t.Fatalf("%v, and merging said %q", err, m.Outcome.Unbilled)
		}
		if strings.TrimSpace(m.Agreement()) == "" || strings.TrimSpace(m.SettleFirst()) == "" {
			t.Fatal("no words")
		}
	})
}
