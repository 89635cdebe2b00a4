package model

import (
	"strings"
	"testing"

	"runwhere/checklist"
)

// TestWhereItHasToRun: devices hold no cluster, a provider's functions and its
// network are where the provider is, and a Wasm runtime of one's own goes
// anywhere. Each that is ruled out says why and the way round.
func TestWhereItHasToRun(t *testing.T) {
	t.Parallel()
	onPremise := answered("parts", "alike")
	onPremise.Factors = checklist.Factors{}.With(checklist.FactorOnPremise, checklist.Given(true))
	inRegion := answered("placement", "region", "parts", "alike")
	inRegion.Factors = onPremise.Factors
	hosted := answered("placement", "devices", "parts", "alike")
	hosted.Wasm.Kind = Some("cloudflare-workers")
	for name, c := range map[string]struct {
		scenario Scenario
		possible [3]bool // Kubernetes, serverless, Wasm
	}{
		"nothing said":          {answered("parts", "alike"), [3]bool{true, true, true}},
		"devices":               {answered("placement", "devices", "parts", "alike"), [3]bool{false, false, true}},
		"devices, hosted Wasm":  {hosted, [3]bool{false, false, false}},
		"own data centre":       {answered("placement", "on-premises", "parts", "alike"), [3]bool{true, false, true}},
		"the factor alone":      {onPremise, [3]bool{true, false, true}},
		"the question is first": {inRegion, [3]bool{true, true, true}},
		"edge":                  {answered("placement", "edge", "parts", "alike"), [3]bool{true, true, true}},
	} {
		e := evaluate(t, c.scenario)
		for k, option := range []checklist.Option{checklist.Kubernetes, checklist.Serverless, checklist.Wasm} {
			r := rankedAs(e, option)
			if r.Feasible != c.possible[k] || !r.Feasible && (!strings.HasPrefix(r.Why, "it has to run") || !strings.Contains(r.Why, "; way round: ")) {
				t.Errorf("%s: %s possible %v, %q", name, option, r.Feasible, r.Why)
			}
		}
	}
	// One's own runtime has no limit of Workers: connections that stay and work
	// without an end run on a device.
	e := evaluate(t, answered("placement", "devices", "persistent_connections", "yes", "terminates", "process", "longest_task", "over-15m", "divisible", "no"))
	if e.Verdict.Recommendation != checklist.Wasm || e.Resolved.Kinds[2] != "wasmcloud" {
		t.Errorf("%s on %s", e.Verdict.Recommendation, e.Resolved.Kinds[2])
	}
}
