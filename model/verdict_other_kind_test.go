package model

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// serverlessReason is the reason against serverless, "" where there is none.
func serverlessReason(e *Evaluation) string {
	for _, r := range e.Reasons() {
		if strings.HasPrefix(r, "Not serverless: ") {
			return r
		}
	}
	return ""
}

// TestAnotherKindIsNamed: Lambda stops after 15 minutes, other functions run for
// longer, and of the kinds that do the cheapest is named with what it costs. A limit of all
// kinds, a pin and a fleet that is too small leave nothing to name.
func TestAnotherKindIsNamed(t *testing.T) {
	t.Parallel()
	holding := scenario.Scenario{Components: []scenario.Component{{
		Name: "export", Requests: scenario.Some(quantity.Exactly(20e3)), Duration: scenario.Some(quantity.Exactly(1200)), Trigger: scenario.Some("queue"),
	}}}
	e := evaluate(t, holding)
	all := e.EveryPlatform()
	all = slices.DeleteFunc(all, func(p *costs.Platform) bool { return p.Option != checklist.Serverless || WhyNot(p, 20e3) != "" })
	slices.SortFunc(all, func(a, b *costs.Platform) int { return cmp.Compare(a.Cost(20e3), b.Cost(20e3)) })
	if len(all) == 0 || !slices.ContainsFunc(all, func(p *costs.Platform) bool { return p.ID == "cloud-run-functions" }) {
		t.Fatal("Cloud Run runs for an hour")
	}
	if r, want := serverlessReason(e), " "+all[0].Name+" could: "+quantity.Money(all[0].Cost(20e3))+" a month."; !strings.HasSuffix(r, want) {
		t.Errorf("%q does not end with %q", r, want)
	}

	pinned := holding.Clone()
	pinned.Components[0].Pin = scenario.Some("kubernetes")
	if r := serverlessReason(evaluate(t, pinned)); r == "" || strings.Contains(r, "could") {
		t.Errorf("pinned to Kubernetes: %q", r)
	}
	stateful := holding.Clone()
	stateful.Components[0].Traits = []string{"stateful"} // no serverless platform keeps state
	if r := serverlessReason(evaluate(t, stateful)); r == "" || strings.Contains(r, "could") {
		t.Errorf("stateful: %q", r)
	}
	small, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	scenario.VolumeSlot{}.Set(&small, scenario.At{}, scenario.Value{Amount: quantity.Exactly(1e9)})
	if p := evaluate(t, small).otherKind(checklist.Kubernetes); p != nil {
		t.Errorf("a fleet of three is no limit of EKS, yet %s is named", p.Name)
	}
}
