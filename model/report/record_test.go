package report_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestRecordHoldsItsScenario: what Decode reads out of a decision record is
// the scenario of the evaluation, for every preset and for a name that does all
// it can to end the block early; with the line ends of Windows too.
func TestRecordHoldsItsScenario(t *testing.T) {
	t.Parallel()
	var scenarios []scenario.Scenario
	for _, p := range scenariofile.Presets() {
		s, err := scenariofile.Preset(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		scenarios = append(scenarios, s)
	}
	hostile, err := scenariofile.Decode("h", []byte("runwhere: 1\nname: \"``` ```yaml "+scenariofile.RecordMark+" ---\"\ngrowth: {monthly: 3%}\nplatforms: {compare: [cloud-run]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range append(scenarios, hostile) {
		e, err := model.Evaluate(s, book(t))
		if err != nil {
			t.Fatal(err)
		}
		record := report.Markdown(e, withoutFlips(t, e), report.Record{Date: "2026-11-25", Chart: "a chart\n"})
		for _, data := range [][]byte{record, []byte(strings.ReplaceAll(string(record), "\n", "\r\n"))} {
			if !scenariofile.IsRecord(data) {
				t.Fatalf("%s is no record", e.Resolved.Name)
			}
			back, err := scenariofile.Decode("decision.md", data)
			if err != nil {
				t.Fatalf("%s: %v", e.Resolved.Name, err)
			}
			if !scenariotest.Same(back, s) {
				t.Errorf("%s comes back as %+v", e.Resolved.Name, back)
			}
			if _, err := scenariofile.Update(data, s); err == nil {
				t.Errorf("%s: a scenario would be written over its record", e.Resolved.Name)
			}
		}
	}
}

// TestRecordErrorsNameItsLines: an error in the block names the line of the
// record and not of the block.
func TestRecordErrorsNameItsLines(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "growth: {monthly: 3%}")
	record := string(report.Markdown(e, withoutFlips(t, e), report.Record{}))
	spoilt := strings.Replace(record, "monthly: 3%", "monthly: never", 1)
	line := strings.Count(spoilt[:strings.Index(spoilt, "monthly: never")], "\n") + 1
	_, err := scenariofile.Decode("decision.md", []byte(spoilt))
	var input *quantity.InputError
	if err == nil || !errors.As(err, &input) || input.Line != line {
		t.Errorf("%v, want line %d", err, line)
	}
	for name, cut := range map[string]string{
		"without a fence": strings.Replace(record, "```yaml", "yaml", 1),
		"without an end":  record[:strings.LastIndex(record, "```")],
	} {
		if _, err := scenariofile.Decode("decision.md", []byte(cut)); err == nil {
			t.Errorf("%s it is read", name)
		}
	}
}

func TestRecordSections(t *testing.T) {
	t.Parallel()
	e := contest(t)
	found := findings(t, e)
	md := string(report.Markdown(e, found, report.Record{Date: "2026-11-25", Chart: "the chart\n"}))
	at := 0
	for _, want := range []string{
		"---\nstatus: proposed\ndate: 2026-11-25\n---\n# Where to run ", ": Kubernetes\n", "## Context and problem statement", "## Decision drivers",
		"- Cost of ownership: the monthly bill at 50M", "## Considered options", "```text\nthe chart\n```", "## Decision outcome",
		"## Consequences", "### Cost of ownership", "## Constraints", "## When to look again", "- requests a month falls to 20.1M (50M today): Serverless",
		"## What no bill shows", "| **total** | **$21,500.00** | **$16,961.73** |", "## Assumptions", "| **default** |", "## Evidence",
		"### Points line by line", "**Kubernetes**, ", "## What would change the verdict", "### Month by month", "### The guide's cost trap beside Lambda",
		"## The scenario", scenariofile.RecordMark,
	} {
		i := strings.Index(md[at:], want)
		if i < 0 {
			t.Fatalf("%q is missing, or out of order", want)
		}
		at += i
	}
	if strings.Contains(string(report.Markdown(e, withoutFlips(t, e), report.Record{})), "date:") {
		t.Error("a record without a date has one")
	}
}

// TestAdviceInEveryFormat: figures worked out by hand are in the text and in
// the JSON: 50M requests of Scenario B, one service with eight files.
func TestAdviceInEveryFormat(t *testing.T) {
	t.Parallel()
	e := contest(t)
	found := findings(t, e)
	text := string(report.Text(e, found))
	for _, want := range []string{
		"Cost of ownership, USD a month", "  Kubernetes                           $462      $16,962", "  Serverless                           $672      unknown",
		"1 service, none stateful: at least 8 YAML\n", "  total                                                $21,500           $16,962",
		"Traps of a hybrid\n  None applies: ", "Constraints\n  Workers: ", "When to look again",
		"CPU time: 178ms instead of 150ms makes it Serverless", "Evidence: the points of each option",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	data, err := reportjson.Evaluation(e, found)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Verdict struct {
			Ranking []struct {
				Option string
				Points float64
			}
			Waterfalls []struct {
				Option string
				Total  float64
				Steps  []struct {
					Points, Before, After float64
					Why, Source           string
				}
			}
			Ownership struct {
				Options []struct {
					Option         string
					MonthlyUSD     *float64 `json:"monthly_usd"`
					WithPeopleUSD  *float64 `json:"with_people_usd"`
					HorizonUSD     *float64 `json:"horizon_usd"`
					HorizonPeopled *float64 `json:"horizon_with_people_usd"`
				}
			}
			Constraints []struct {
				Platform, Limit, Source string
				WayRound                string `json:"way_round"`
			}
			Revisit []struct {
				Input string
				At    float64
			}
		}
		Advice struct {
			Manifests map[string]json.RawMessage
			HiddenTax struct{ USD *float64 }   `json:"hidden_tax"`
			Traps     []struct{ Applies bool } `json:"hybrid_traps"`
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	v := &got.Verdict
	for i, w := range v.Waterfalls {
		if w.Option != v.Ranking[i].Option || math.Abs(w.Total-v.Ranking[i].Points) > 1e-9 || (w.Total != 0) != (len(w.Steps) > 0) {
			t.Errorf("%+v beside %+v", w, v.Ranking[i])
		}
	}
	own := v.Ownership.Options
	if len(own) != 5 || own[0].Option != "kubernetes" || math.Abs(*own[0].WithPeopleUSD-*own[0].MonthlyUSD-16500) > 1e-6 || own[1].WithPeopleUSD != nil {
		t.Errorf("%+v", own)
	}
	if len(v.Constraints) != 1 || v.Constraints[0].WayRound == "" || len(v.Revisit) == 0 || len(got.Advice.Traps) != 4 || math.Abs(*got.Advice.HiddenTax.USD-16961.725) > 1e-6 {
		t.Errorf("%+v, %+v", v.Constraints, got.Advice)
	}
}

func book(t testing.TB) *pricebook.Book {
	t.Helper()
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// contest is Scenario B as the guide has it, between EKS and Lambda alone.
func contest(t testing.TB) *model.Evaluation {
	t.Helper()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(scenariotest.ContainersKept(s), book(t))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func preset(t testing.TB, name string) *model.Evaluation {
	t.Helper()
	s, err := scenariofile.Preset(name)
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(s, book(t))
	if err != nil {
		t.Fatal(err)
	}
	return e
}
