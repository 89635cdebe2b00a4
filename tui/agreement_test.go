package tui

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"runwhere/model/report"
	reportjson "runwhere/model/report/json"
	"runwhere/tui/kit"
)

// TestAnUnknownTotalIsUnknownEverywhere: nobody gave the people of Lambda in this
// scenario, so its total with them is unknown in the lab, its bill, the verdict
// and every report, while that of the cluster has its figure.
func TestAnUnknownTotalIsUnknownEverywhere(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "scenario-a"), Start: kit.Lab}, 120, 40)
	e := a.ctx.Session.Result
	found := sure(e.Findings(t.Context()))
	lab := plain(a)
	press(a, "t")
	tax := plain(a)
	drain(a, a.show(kit.Verdict))
	press(a, "n")
	for name, shown := range map[string]string{
		"lab": lab, "lab with people": tax, "verdict": plain(a),
		"text": string(report.Text(e.Evaluation, found)), "markdown": string(report.Markdown(e.Evaluation, found, report.Record{})),
	} {
		if !strings.Contains(shown, "unknown") {
			t.Errorf("%s does not say that it is unknown:\n%s", name, shown)
		}
	}
	jsonPeople(t, sure(reportjson.Evaluation(e.Evaluation, found)))
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

// TestNoFactorOfAnUnknownTotal: with people counted in the lab's table has no
// factor where a total is unknown, and the split says what its totals lack.
func TestNoFactorOfAnUnknownTotal(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Scenario: preset(t, "scenario-a"), Start: kit.Lab}, 120, 40)
	factor := regexp.MustCompile(`(?m)(\$16,\d+|unknown) +[\d.]+×`)
	if !factor.MatchString(plain(a)) {
		t.Fatalf("no factor at all:\n%s", plain(a))
	}
	press(a, "t")
	if found := factor.FindString(plain(a)); found != "" {
		t.Errorf("a factor of an unknown total: %s", found)
	}
	drain(a, a.show(kit.Split))
	shows(t, a, " + people")
}

// TestTheScoreSaysTheSameEverywhere: where the score may be in several bands, the
// lab and the checklist name the same ones.
func TestTheScoreSaysTheSameEverywhere(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Start: kit.Checklist}, 120, 40)
	shows(t, a, "says serverless or hybrid or kubernetes")
	drain(a, a.show(kit.Lab))
	shows(t, a, "score 0–39 · serverless to kubernetes")
}

// TestTheMarginIsThatOfTheRanking: the lead in points is the difference of the
// points that the ranking prints.
func TestTheMarginIsThatOfTheRanking(t *testing.T) {
	t.Parallel()
	a := newApp(t, Config{Start: kit.Checklist}, 120, 40)
	press(a, "2", "2", "4", "1", "2", "2", "2", "2", "1", "2")
	press(a, "1", "right", "right", "1", "1", "1") // three factors of the score
	drain(a, a.show(kit.Verdict))
	v := &a.ctx.Session.Result.Verdict
	var first, second float64
	if _, err := fmt.Sscanf(fmt.Sprintf("%.1f %.1f", v.Ranking[0].Points, v.Rival().Points), "%f %f", &first, &second); err != nil {
		t.Fatal(err)
	}
	shows(t, a, fmt.Sprintf("%.1f points ahead of %s", first-second, v.Rival().Option.Title()))
}
