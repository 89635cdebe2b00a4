package model

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestStatedVolumeIsNeverDropped: a total that the checklist gives is what is
// billed, whichever components have requests of their own.
func TestStatedVolumeIsNeverDropped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		what, body string
		requests   []float64
	}{
		{"none has its own", "checklist: {requests_per_month: 3B}\ncomponents: [{name: a}, {name: b}]", []float64{1.5e9, 1.5e9}},
		{"one component", "checklist: {requests_per_month: 3B}\ncomponents: [{name: a}]", []float64{3e9}},
		{"no component", "checklist: {requests_per_month: 3B}", []float64{3e9}},
		{"one has its own", "checklist: {requests_per_month: 3B}\ncomponents: [{name: a, requests_per_month: 1B}, {name: b}, {name: c}]", []float64{1e9, 1e9, 1e9}},
		{"its own is all of it", "checklist: {requests_per_month: 3B}\ncomponents: [{name: a, requests_per_month: 3B}, {name: b}]", []float64{3e9, 0}},
		{"its own is more", "checklist: {requests_per_month: 3B}\ncomponents: [{name: a, requests_per_month: 4B}, {name: b}]", []float64{4e9, 0}},
		{"all have their own", "checklist: {requests_per_month: 3B}\ncomponents: [{name: a, requests_per_month: 50M}]", []float64{50e6}},
		{"a band", "checklist: {requests_per_month: 30M-or-more}\ncomponents: [{name: a, requests_per_month: 10M}, {name: b}, {name: c}]", []float64{10e6, 20e6, 20e6}},
		{"a band that holds already", "checklist: {requests_per_month: 30M-or-more}\ncomponents: [{name: a, requests_per_month: 60M}, {name: b}]", []float64{60e6, 1e6}},
		{"nothing", "components: [{name: a, requests_per_month: 60M}, {name: b}]", []float64{60e6, 1e6}},
	} {
		e := decoded(t, c.body+"\n")
		for i, want := range c.requests {
			if got := e.Resolved.Workload.Components[i].Requests; got != want {
				t.Errorf("%s: component %d has %v requests, want %v", c.what, i, got, want)
			}
		}
		v, given := scenario.VolumeSlot{}.Get(&e.Scenario, scenario.At{})
		if given && v.Amount.Value() != e.Volume() {
			t.Errorf("%s: the volume is %v, priced is %v", c.what, v.Amount, e.Volume())
		}
	}
}

// TestVolumesThatDifferAreSaid: where the components' own requests leave a
// stated total no room the two are told apart; where they agree nothing is said.
func TestVolumesThatDifferAreSaid(t *testing.T) {
	t.Parallel()
	for body, want := range map[string]string{
		"checklist: {requests_per_month: 3B}\ncomponents: [{name: a, requests_per_month: 50M}]":            "add up to 50M",
		"checklist: {requests_per_month: 3M}\ncomponents: [{name: a, requests_per_month: 50M}]":            "add up to 50M",
		"checklist: {requests_per_month: 3M}\ncomponents: [{name: a, requests_per_month: 4M}, {name: b}]":  "add up to 4M, which leaves nothing",
		"checklist: {requests_per_month: 35M}\ncomponents: [{name: a, requests_per_month: 34.2M}]":         "",
		"checklist: {requests_per_month: 3B}\ncomponents: [{name: a, requests_per_month: 50M}, {name: b}]": "",
		"checklist: {requests_per_month: 20M..80M}\ncomponents: [{name: a, requests_per_month: 60M}]":      "",
		"checklist: {requests_per_month: 3B}\ncomponents: [{name: a}, {name: b}]":                          "",
		"components: [{name: a, requests_per_month: 50M}]":                                                 "",
	} {
		said := ""
		for _, c := range scenario.Contradictions(decoded(t, body+"\n").Scenario) {
			said += c.Second + "\n"
		}
		if want == "" && strings.Contains(said, "add up") || !strings.Contains(said, want) {
			t.Errorf("%s:\n%s is said, want %q", body, said, want)
		}
	}
}

// TestAnyVolumeIsTheBilledOne: whatever total is set, in the checklist or for the
// whole system, and whichever components have requests of their own, the total
// is billed unless the components say more.
func TestAnyVolumeIsTheBilledOne(t *testing.T) {
	t.Parallel()
	book := scenariotest.PriceBook(t)
	rapid.Check(t, func(t *rapid.T) {
		s, own, without := scenario.Scenario{}, 0.0, false
		for i := range rapid.IntRange(1, 5).Draw(t, "components") {
			c := scenario.Component{Name: string(rune('a' + i))}
			if rapid.Bool().Draw(t, "its own") {
				requests := float64(rapid.IntRange(0, 1e7).Draw(t, "requests"))
				own += requests
				c.Requests = scenario.Some(quantity.Exactly(requests))
			} else {
				without = true
			}
			s.Components = append(s.Components, c)
		}
		total := float64(rapid.IntRange(1, 1e8).Draw(t, "total"))
		s, err := scenario.Set(s, fmt.Sprintf("checklist.requests_per_month=%.0f", total))
		if err != nil {
			t.Fatal(err)
		}
		want := own
		if without {
			want = math.Max(own, total)
		}
		for range 2 {
			e, err := Unplaced(s, book)
			if err != nil {
				t.Fatal(err)
			}
			if got := e.Volume(); math.Abs(got-want) > 1e-9*want {
				t.Fatalf("%v is priced, want %v\n%s", got, want, scenariofile.Encode(s))
			}
			want = float64(rapid.IntRange(1, 1e8).Draw(t, "whole"))
			if s, err = scenario.Set(s, fmt.Sprintf("requests_per_month=%.0f", want)); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestSharedTotalStaysOne: the system's volume moves the answer alone where the
// components only share it out, so that a file keeps saying so.
func TestSharedTotalStaysOne(t *testing.T) {
	t.Parallel()
	s := decoded(t, "checklist: {requests_per_month: 3B}\ncomponents: [{name: a}, {name: b}]\n").Scenario
	s, err := scenario.Set(s, "requests_per_month=10M")
	if err != nil || s.Components[0].Requests.Given() || s.RequestTotal.Value != quantity.Exactly(10e6) || s.Answers.Get(checklist.KeyRequests).Choice() != checklist.Under30M {
		t.Errorf("%v\n%s", err, scenariofile.Encode(s))
	}
}
