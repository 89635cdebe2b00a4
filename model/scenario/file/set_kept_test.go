package file

import (
	"bytes"
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

func TestSetChangesOneValue(t *testing.T) {
	t.Parallel()
	for assignment, key := range map[string]string{
		"components.orders-api.duration=800ms":               "duration: 800ms",
		"components.v2.pdf.pod.memory=1GiB":                  "memory: 1024MiB",
		"components.orders-api.calls.v2.pdf.per_request=0.2": "{to: v2.pdf, per_request: 0.2}",
		"components.orders-api.traits=gpu,stateful":          "traits: [gpu, stateful]",
		"components.orders-api.traits=[gpu]":                 "traits: [gpu]",
		"components.orders-api.traits= [ gpu, stateful ] ":   "traits: [gpu, stateful]",
		"platforms.compare=[gke,aks]":                        "compare: [gke, aks]",
		"components[1].memory=512MiB":                        "memory: 512MiB",
		"components[0].calls[0].per_request=0.3":             "{to: v2.pdf, per_request: 0.3}",
		"components[0].calls.v2.pdf.per_request=0.4":         "{to: v2.pdf, per_request: 0.4}",
		"platforms.serverless.front_door=none":               "front_door: none",
		"platforms.kubernetes.nodes=3":                       "nodes: 3",
		"checklist.traffic=steady":                           "traffic: steady",
		"architecture.needs_multi_cloud=true":                "multi_cloud: true",
		"people.kubernetes.platform_engineer=$15k":           "platform_engineer: 15000",
		" name =a=b": `name: "a=b"`,
	} {
		before := twoComponents()
		s, err := scenario.Set(before, assignment)
		if err != nil || !bytes.Contains(Encode(s), []byte(key+"\n")) {
			t.Errorf("%s: %v\n%s", assignment, err, Encode(s))
		}
		if want := twoComponents(); !bytes.Equal(Encode(before), Encode(want)) {
			t.Errorf("%s changes the scenario that it was given", assignment)
		}
	}
}

func TestSetRenamesInCallsToo(t *testing.T) {
	t.Parallel()
	s, err := scenario.Set(twoComponents(), "components.v2.pdf.name=documents")
	if err != nil || s.Components[1].Name != "documents" || s.Components[0].Calls[0].To != "documents" {
		t.Errorf("%v\n%s", err, Encode(s))
	}
}

func TestSetScalesTheWholeSystem(t *testing.T) {
	t.Parallel()
	s, err := scenario.Set(twoComponents(), "requests_per_month=10M")
	if err != nil || s.Components[0].Requests.Value != quantity.Exactly(7.5e6) || s.Components[1].Requests.Value != quantity.Exactly(2.5e6) {
		t.Errorf("%v\n%s", err, Encode(s))
	}
	if s.RequestTotal.Given() {
		t.Error("an answer appears that nobody gave")
	}
	// The answer follows where there is one, here over the edge of its band.
	s, _ = scenario.Set(s, "checklist.requests_per_month=10M")
	if s, _ = scenario.Set(s, "requests_per_month=40M"); s.RequestTotal.Value != quantity.Exactly(40e6) || s.Answers.Get("requests_per_month").Choice() != "30M-or-more" {
		t.Errorf("the answer stays behind:\n%s", Encode(s))
	}
	if s, _ = scenario.Set(scenario.Scenario{}, "requests_per_month=5M"); s.RequestTotal.Value != quantity.Exactly(5e6) {
		t.Errorf("without components:\n%s", Encode(s))
	}
	ranged := twoComponents()
	ranged.Components[1].Requests = scenario.Some(quantity.Amount{Low: 5e6, High: 20e6}) // Its median is 10M.
	if s, _ = scenario.Set(ranged, "requests_per_month=20M"); s.Components[1].Requests.Value != (quantity.Amount{Low: 2.5e6, High: 10e6}) || s.Components[0].Requests.Value != quantity.Exactly(15e6) {
		t.Errorf("a component's range:\n%s", Encode(s))
	}
	if s, _ = scenario.Set(twoComponents(), "requests_per_month=20M..80M"); s.Components[0].Requests.Value != (quantity.Amount{Low: 15e6, High: 60e6}) {
		t.Errorf("a total that is a range:\n%s", Encode(s))
	}
}

func TestScaledSharesAddUpToTheTotal(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := scenario.Scenario{}
		for i := range rapid.IntRange(1, 9).Draw(t, "components") {
			c := scenario.Component{Name: string(rune('a' + i))}
			if rapid.IntRange(0, 3).Draw(t, "given") > 0 {
				c.Requests = scenario.Some(quantity.Exactly(rapid.SampledFrom([]float64{0, 1, 7, 1e3, 3e6, 9e12}).Draw(t, "requests")))
			}
			s.Components = append(s.Components, c)
		}
		total := math.Floor(rapid.Float64Range(0, 1e13).Draw(t, "total"))
		if rapid.Bool().Draw(t, "few") {
			total = float64(rapid.IntRange(0, 12).Draw(t, "fewer than components"))
		}
		s, err := scenario.Set(s, "requests_per_month="+quantity.FormatCount(total))
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for _, c := range s.Components {
			if c.Requests.Value.Low < 0 || c.Requests.Value.IsRange() {
				t.Fatalf("%v", c.Requests)
			}
			sum += c.Requests.Value.Low
		}
		if sum != total {
			t.Fatalf("%v adds up to %v\n%s", total, sum, Encode(s))
		}
		if _, err := Decode("s.yaml", Encode(s)); err != nil {
			t.Fatal(err)
		}
	})
}
