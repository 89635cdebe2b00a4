package model

import (
	"maps"
	"math"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model/scenario"
	"runwhere/model/scenario/scenariotest"
)

// TestWhereItHasToRun: on a site of one's own no provider's platform is
// possible, none has a price and none is the cheapest; what is possible has no
// figure, which is unknown and never 0. In a region and at the edge each has its
// bill.
func TestWhereItHasToRun(t *testing.T) {
	t.Parallel()
	const billed, unbilled, refused = "billed", "unpriced", "refused"
	regional := map[string]string{"eks": billed, "eks-fargate": billed, "gke": billed, "aks": billed, "lambda": billed, "cloud-run": billed, "container-apps": billed, "cloudflare-workers": billed, "wasmcloud": billed, "spinkube": billed}
	own := map[string]string{"eks": refused, "eks-fargate": refused, "gke": refused, "aks": refused, "lambda": refused, "cloud-run": refused, "container-apps": refused, "cloudflare-workers": refused, "wasmcloud": unbilled, "spinkube": unbilled}
	device := maps.Clone(own)
	device["spinkube"] = refused
	placements := map[string]map[string]string{"region": regional, "edge": regional, "on-premises": own, "devices": device}
	asked := 0
	for _, q := range checklist.FollowUps {
		if q.ID == checklist.KeyPlacement {
			asked = len(q.Choices)
		}
	}
	if asked != len(placements) {
		t.Fatalf("the question has %d answers, and %d are looked at", asked, len(placements))
	}
	for placement, platforms := range placements {
		e := evaluate(t, scenariotest.Answered("placement", placement, "parts", "alike"))
		for _, p := range e.EveryPlatform() {
			want, known := platforms[p.ID]
			if !known {
				continue
			}
			is := billed
			switch {
			case !p.Feasible():
				is = refused
			case p.Unbilled != nil:
				is = unbilled
			}
			if is != want || math.IsInf(p.Cost(e.Volume()), 1) != (want != billed) {
				t.Errorf("%s: %s is %s at %v, want %s", placement, p.Name, is, p.Cost(e.Volume()), want)
			}
			if want == refused && is == refused && (p.Refusals[0].Workaround == "" || p.Refusals[0].Source == "") {
				t.Errorf("%s: %s has no way round or no source: %+v", placement, p.Name, p.Refusals[0])
			}
		}
		ownSite := placement == "on-premises" || placement == "devices"
		if cheapest := e.Cheapest(e.Volume()); (cheapest == nil) != ownSite {
			t.Errorf("%s: the cheapest is %v", placement, cheapest)
		}
		said := strings.Join(e.Sentences(), " ")
		if ownSite == strings.Contains(said, "cheap") || ownSite != strings.Contains(said, "What this system costs is not known: ") {
			t.Errorf("%s: %s", placement, said)
		}
		for _, r := range e.Verdict.Ranking {
			if ownSite && (!math.IsInf(r.MonthlyUSD, 1) || r.Feasible != (e.NoFigure(r.Option) != "")) {
				t.Errorf("%s: %s at %v, no figure because %q", placement, r.Option, r.MonthlyUSD, e.NoFigure(r.Option))
			}
		}
	}
}

// TestPinAgainstTheSite: an answer never makes an error of a pin; the verdict
// says that nothing is possible, and why.
func TestPinAgainstTheSite(t *testing.T) {
	t.Parallel()
	s := scenariotest.Answered("placement", "on-premises")
	s.Components = []scenario.Component{{Name: "api", Pin: scenario.Some("serverless")}}
	if e := evaluate(t, s); e.Verdict.Recommendation != "" || !strings.Contains(strings.Join(e.Reasons(), " "), "Lambda runs only in its provider's data centres") {
		t.Errorf("%s: %q", e.Verdict.Recommendation, e.Reasons())
	}
}

// TestOptionsByPlacement: devices hold no cluster, a provider's functions and its
// network are where the provider is, and a Wasm runtime of one's own goes
// anywhere. Each that is ruled out says why and the way round.
func TestOptionsByPlacement(t *testing.T) {
	t.Parallel()
	onPremise := scenariotest.Answered("parts", "alike")
	onPremise.Factors = checklist.Factors{}.With(checklist.FactorOnPremise, checklist.Given(true))
	inRegion := scenariotest.Answered("placement", "region", "parts", "alike")
	inRegion.Factors = onPremise.Factors
	hosted := scenariotest.Answered("placement", "devices", "parts", "alike")
	hosted.Wasm.Kind = scenario.Some("cloudflare-workers")
	for name, c := range map[string]struct {
		scenario scenario.Scenario
		possible [4]bool // Kubernetes, containers, serverless, Wasm
	}{
		"nothing said":          {scenariotest.Answered("parts", "alike"), [4]bool{true, true, true, true}},
		"devices":               {scenariotest.Answered("placement", "devices", "parts", "alike"), [4]bool{false, false, false, true}},
		"devices, hosted Wasm":  {hosted, [4]bool{false, false, false, false}},
		"own data centre":       {scenariotest.Answered("placement", "on-premises", "parts", "alike"), [4]bool{true, false, false, true}},
		"the factor alone":      {onPremise, [4]bool{true, false, false, true}},
		"the question is first": {inRegion, [4]bool{true, true, true, true}},
		"edge":                  {scenariotest.Answered("placement", "edge", "parts", "alike"), [4]bool{true, true, true, true}},
	} {
		e := evaluate(t, c.scenario)
		for k, option := range checklist.Placeable {
			r := rankedAs(e, option)
			if r.Feasible != c.possible[k] || !r.Feasible && (!strings.Contains(r.Why, "has to run ") || !strings.Contains(r.Why, "; way round: ")) {
				t.Errorf("%s: %s possible %v, %q", name, option, r.Feasible, r.Why)
			}
		}
	}
	// One's own runtime has no limit of Workers: connections that stay and work
	// without an end run on a device.
	e := evaluate(t, scenariotest.Answered("placement", "devices", "persistent_connections", "yes", "terminates", "process", "longest_task", "over-15m", "divisible", "no"))
	if e.Verdict.Recommendation != checklist.Wasm || e.Resolved.Kinds[3] != "wasmcloud" {
		t.Errorf("%s on %s", e.Verdict.Recommendation, e.Resolved.Kinds[3])
	}
}
