package model

import (
	"testing"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// decoded reads the body of a scenario file and evaluates it.
func decoded(t testing.TB, body string) *Evaluation {
	t.Helper()
	s, err := scenariofile.Decode("test.yaml", []byte("runwhere: 1\n"+body))
	if err != nil {
		t.Fatal(err)
	}
	return evaluate(t, s)
}

func evaluate(t interface{ Fatal(...any) }, s scenario.Scenario) *Evaluation {
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	e, err := Evaluate(s, b)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
