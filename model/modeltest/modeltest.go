package modeltest

import (
	"testing"

	"runwhere/checklist"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// Recommendation is what a full evaluation recommends, "" where it fails.
func Recommendation(s scenario.Scenario, b *pricebook.Book) checklist.Option {
	e, err := model.Decide(s, b)
	if err != nil {
		return ""
	}
	return e.Verdict.Recommendation
}

// Decoded reads the body of a scenario file and evaluates it.
func Decoded(t testing.TB, body string) *model.Evaluation {
	t.Helper()
	s, err := scenariofile.Decode("test.yaml", []byte("runwhere: 1\n"+body))
	if err != nil {
		t.Fatal(err)
	}
	return Evaluate(t, s)
}

// Evaluate evaluates a scenario with the embedded prices.
func Evaluate(t interface{ Fatal(...any) }, s scenario.Scenario) *model.Evaluation {
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	e, err := model.Evaluate(s, b)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
