package tui

import (
	"encoding/json"
	"strings"
	"testing"

	"runwhere/model/report"
)

// TestAnUnknownTotalIsUnknownEverywhere: nobody gave the people of Lambda in this
// scenario, so its total with them is unknown in the lab, its bill, the verdict
// and every report, while that of the cluster has its figure.
func TestAnUnknownTotalIsUnknownEverywhere(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "scenario-a"), Start: Lab}, 120, 40)
	e := a.ctx.session.Result
	found := sure(e.Findings(t.Context()))
	lab := plain(a)
	press(a, "t")
	tax := plain(a)
	drain(a, a.show(Verdict))
	press(a, "n")
	for name, shown := range map[string]string{
		"lab": lab, "lab with people": tax, "verdict": plain(a),
		"text": string(report.Text(e.Evaluation, found)), "markdown": string(report.Markdown(e.Evaluation, found, report.Record{})),
	} {
		if !strings.Contains(shown, "unknown") {
			t.Errorf("%s does not say that it is unknown:\n%s", name, shown)
		}
	}
	jsonPeople(t, sure(report.JSON(e.Evaluation, found)))
}

// jsonPeople fails where a figure of people is known for another option than
// Kubernetes, or is not known there.
func jsonPeople(t *testing.T, data []byte) {
	t.Helper()
	type option struct {
		Option    string
		Total     *float64 `json:"with_people_usd"`
		People    *float64 `json:"people_usd"`
		PeopleNow *float64 `json:"people_monthly_usd"`
	}
	var document struct {
		Platforms []option
		Verdict   struct {
			Ranking   []option
			Ownership struct{ Options []option }
		}
		Growth struct{ Cumulative struct{ Lines []option } }
	}
	if err := json.Unmarshal(data, &document); err != nil {
		t.Fatal(err)
	}
	for name, list := range map[string][]option{
		"platforms": document.Platforms, "ranking": document.Verdict.Ranking,
		"ownership": document.Verdict.Ownership.Options, "growth": document.Growth.Cumulative.Lines,
	} {
		if len(list) < 3 {
			t.Errorf("json: %s has %d options", name, len(list))
		}
		for _, o := range list {
			if known := o.Total != nil || o.People != nil || o.PeopleNow != nil; known != (o.Option == "kubernetes") {
				t.Errorf("json: %s of %s: a figure with people is known: %v", name, o.Option, known)
			}
		}
	}
}
