package file

import (
	"bytes"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
)

// TestAgreedIsReadWrittenAndSet: agreements are a list of mappings in either style, or
// --set, and are saved as they were.
func TestAgreedIsReadWrittenAndSet(t *testing.T) {
	t.Parallel()
	const line = `agreed: [{match: aws.*, percent: 9, source: EDP, as_of: 2026-10-01}, {match: "*", percent: 2.5, region: eu-west-1, source: "a, {b}"}]`
	want := []pricebook.Agreed{
		{Match: "aws.*", Percent: 9, Source: "EDP", AsOf: "2026-10-01"},
		{Match: "*", Percent: 2.5, Region: "eu-west-1", Source: "a, {b}"},
	}
	s, err := Decode("x.yaml", []byte("runwhere: 1\n"+line+"\n"))
	if err != nil || len(s.Agreed) != 2 || s.Agreed[0] != want[0] || s.Agreed[1] != want[1] {
		t.Fatalf("%+v, %v", s.Agreed, err)
	}
	if !bytes.Contains(Encode(s), []byte(line+"\n")) {
		t.Errorf("saved as\n%s", Encode(s))
	}
	block, err := Decode("x.yaml", []byte("runwhere: 1\nagreed:\n  - match: aws.*\n    percent: 9%\n    source: EDP\n    as_of: 2026-10-01\n"))
	if err != nil || len(block.Agreed) != 1 || block.Agreed[0] != want[0] {
		t.Errorf("%+v, %v", block.Agreed, err)
	}
	_, text, _ := strings.Cut(line, ": ")
	set, err := scenario.Set(scenario.Scenario{}, "agreed="+text)
	if err != nil || len(set.Agreed) != 2 || set.Agreed[1] != want[1] {
		t.Errorf("%+v, %v", set.Agreed, err)
	}
}

// TestBadAgreements: each error names the line, the key, the value and what is allowed.
func TestBadAgreements(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"agreed: 9":                                     "x.yaml:2: agreed: 9: not a list; allowed is a list such as [{match: aws.*",
		"agreed: [9]":                                   "x.yaml:2: agreed[0]: 9: not a mapping; allowed is a list",
		"agreed: [{match: aws.*}]":                      "x.yaml:2: agreed[0]: percent is missing; allowed is a list",
		"agreed: [{percent: 5}]":                        "x.yaml:2: agreed[0]: match is missing; allowed is a list",
		"agreed: [{match: aws.*, percent: 101}]":        "x.yaml:2: agreed[0].percent: 101: above the maximum; allowed is 0.0001 to 100",
		"agreed: [{match: aws.*, percent: 5..9}]":       "x.yaml:2: agreed[0].percent: 5..9: ",
		"agreed: [{match: aws.*, percent: 5, to: x}]":   "x.yaml:2: agreed[0].to: x: unknown key of an agreement; known are match, percent, region, source, as_of",
		"agreed: [{match: a, percent: 5, as_of: soon}]": "x.yaml:2: agreed[0].as_of: soon: not a date; allowed is YYYY, YYYY-MM or YYYY-MM-DD",
		"agreed: [{match: a, match: b, percent: 5}]":    "x.yaml:2: agreed[0].match: given twice",
	} {
		if _, err := Decode("x.yaml", []byte("runwhere: 1\n"+text+"\n")); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}
