package model

import (
	"math"
	"testing"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// points of the four options in the order of checklist.Options: Kubernetes,
// serverless, Wasm, hybrid.
type points [5]float64

// allFactors answers every factor that a file may give: yes to these, no to
// the others.
func allFactors(yes ...string) checklist.Factors {
	var f checklist.Factors
	for _, factor := range checklist.ArchitectureFactors {
		if factor.InFile {
			f = f.With(factor.ID, checklist.Given(false))
		}
	}
	for _, id := range yes {
		f = f.With(id, checklist.Given(true))
	}
	return f
}

// TestLedgersByHand holds whole ledgers against weights added up by hand from
// the table of weights and the published factors.
func TestLedgersByHand(t *testing.T) {
	t.Parallel()
	startup := scenariotest.Answered("engineers", "under-5", "platform_team", "no", "requests_per_month", "under-30M",
		"traffic", "spiky", "priority", "ship-fast", "portability", "not-important", "skills", "product")
	platform := scenariotest.Answered("engineers", "over-15", "platform_team", "yes", "traffic", "steady", "persistent_connections", "yes",
		"longest_task", "over-15m", "portability", "critical", "requests_per_month", "30M-or-more", "gpu", "yes",
		"compliance", "strict", "priority", "full-control", "skills", "devops")
	balanced := scenariotest.Answered("engineers", "5-to-15", "priority", "both", "skills", "mix", "compliance", "standard",
		"gpu", "no", "persistent_connections", "no", "longest_task", "up-to-15m", "traffic", "batch")
	certain := scenario.Scenario{
		Components: []scenario.Component{scenariotest.Small()},
		Factors:    allFactors("stateful_services", "multi_cloud", "on_premise", "platform_engineer", "budget_predictability"),
	}
	open := scenariotest.Answered("platform_team", "no", "traffic", "batch")
	open.Components = []scenario.Component{scenariotest.Small()}
	open.Components[0].Requests = scenario.Some(quantity.Exactly(60e6))
	open.Components[0].Traits = []string{"stateful", "custom-networking"}
	differing := scenariotest.Answered("platform_team", "yes", "traffic", "event-driven")
	differing.Factors = checklist.Factors{}.With("stateful_services", checklist.Given(true))
	closed := scenariotest.Answered("portability", "critical")
	closed.Components, closed.Factors = []scenario.Component{scenariotest.Small()}, allFactors()

	for name, c := range map[string]struct {
		scenario scenario.Scenario
		ledger   map[string]points
	}{
		// Open factors may add up to 39, and none is known: no points. Workers
		// ask for their own runtime, and 256 MiB are only assumed to fit.
		"nothing answered": {scenario.Scenario{}, map[string]points{
			"architecture_score": {}, "wasm_runtime": {3: -2.5},
		}},
		// The three faces of a small team count 1 and not 2: the second has half
		// of its point left and the third nothing. That portability does not
		// matter is a third of a reason. Such a team has nobody for a second
		// toolchain. Two noes leave the score at 0 with other factors open.
		"a startup": {startup, map[string]points{
			"engineers": {1: 0.5, 2: 0.5}, "platform_team": {1: 0.5, 2: 0.5}, "requests_per_month": {}, "mixed_needs": {4: -1},
			"traffic": {1: 0.5, 2: 1.5}, "priority": {1: 0.75, 2: 1.5}, "portability": {2: 0.5}, "skills": {1: 0.25, 2: 0.5},
			"architecture_score": {}, "wasm_runtime": {3: -2.5},
		}},
		// Connections 3, GPU 5, long tasks 2, a platform engineer 3 and
		// compliance 2 are 15, the top of the middle band, with more still open:
		// a third of a point for Kubernetes. Nobody has said whether a gateway
		// could hold the connections or the long work be cut.
		"a platform company": {platform, map[string]points{
			"engineers": {0: 0.5}, "platform_team": {0: 1}, "traffic": {0: 1.5, 1: 0.75}, "persistent_connections": {0: 1, 1: 1},
			"longest_task": {0: 1.5, 1: 1.5}, "portability": {0: 1.5, 1: 0.75, 3: 1.5}, "gpu": {0: 2, 1: 1}, "compliance": {0: 0.5, 1: 0.25},
			"priority": {0: 1.5, 1: 0.5}, "skills": {0: 0.5}, "architecture_score": {0: 1.0 / 3, 1: 1.0 / 6}, "assumed_way_round": {2: -2, 3: -1},
			"wasm_runtime": {3: -2.5},
		}},
		// Answers that lean to either are no evidence. Both speed and control is
		// no preference: a third for hybrid and for Wasm.
		"a bit of everything": {balanced, map[string]points{
			"priority": {1: 0.25, 3: 0.5, 4: 0.5}, "skills": {1: 0.25, 4: 0.5}, "architecture_score": {}, "wasm_runtime": {3: -2.5},
		}},
		// State 3, clouds 4, premises 5, engineer 3 and budget 2 are 17, and the
		// components answer the rest: Kubernetes for certain. Each factor counts
		// for itself too, the engineer as the open question on a platform team;
		// state speaks against isolates. The Wasm runtime is one's own.
		"a certain score": {certain, map[string]points{
			"stateful_services": {0: 1, 1: -0.5, 3: -1}, "multi_cloud": {0: 2, 1: 0.5}, "on_premise": {0: 3}, "platform_team": {0: 1}, "budget_predictability": {0: 1, 1: 1},
			"architecture_score": {0: 1, 1: 0.5}, "wasm_runtime": {3: -2.5},
		}},
		// State 3, networking 3 and 60M requests 3 are 9. Open: services 2,
		// clouds 4, premises 5, compliance 2, budget 2, in all up to 24.
		"an open score": {open, map[string]points{
			"platform_team": {1: 0.75, 2: 1}, "architecture_score": {0: 1.0 / 3, 1: 1.0 / 6}, "wasm_runtime": {3: -2.5},
		}},
		// Nothing holds and nothing is open: a score of 0 is certain then.
		"a score of nothing": {closed, map[string]points{
			"portability": {0: 1.5, 1: 0.75, 3: 1.5}, "architecture_score": {2: 1}, "wasm_runtime": {3: -2.5},
		}},
		// State beside a load that comes and goes, and a team for two platforms.
		"needs that differ": {differing, map[string]points{
			"platform_team": {0: 1}, "traffic": {1: 0.25, 2: 1.5}, "mixed_needs": {4: 2}, "stateful_services": {0: 1, 1: -0.5, 3: -1},
			"architecture_score": {2: 1.0 / 3}, "wasm_runtime": {3: -2.5},
		}},
	} {
		got := map[string]points{}
		for _, line := range evaluate(t, c.scenario).Verdict.Ledger {
			if _, twice := got[line.ID]; twice {
				t.Errorf("%s: %s is there twice", name, line.ID)
			}
			var p points
			for o, option := range checklist.Options {
				p[o] = line.Points[option]
			}
			got[line.ID] = p
			if line.Why == "" || line.Answer == "" || line.Question == "" {
				t.Errorf("%s: a line explains nothing: %+v", name, line)
			}
		}
		for id, want := range c.ledger {
			if have, there := got[id]; !there || have != want {
				t.Errorf("%s: %s gives %v (there: %v), want %v", name, id, have, there, want)
			}
			delete(got, id)
		}
		for id, p := range got {
			t.Errorf("%s: %s gives %v and should not be there", name, id, p)
		}
	}
}

func TestScoreSaysItsRange(t *testing.T) {
	t.Parallel()
	// 9 to 24 as in "an open score" above.
	s := scenariotest.Answered("platform_team", "no", "traffic", "batch")
	s.Components = []scenario.Component{scenariotest.Small()}
	s.Components[0].Requests = scenario.Some(quantity.Exactly(60e6))
	s.Components[0].Traits = []string{"stateful", "custom-networking"}
	for _, line := range evaluate(t, s).Verdict.Ledger {
		if line.ID == "architecture_score" {
			if line.Answer != "9 to 24 of 39" || line.Why != "open factors could still make it kubernetes" {
				t.Errorf("the range reads %q, %q", line.Answer, line.Why)
			}
		}
	}
}

// TestScenarioBByHand follows one verdict from prices to confidence. EKS costs
// 3 × 730 × 0.17 + 73 + 730 × 0.0225 = $461.725, Lambda 10 + 416.6675 + 175 +
// 25 + 32.85 + 12.15 = $671.6675; steady traffic is 1.5 points for Kubernetes
// and the only evidence, of which containers have half of it: they lead, as the tasks
// of a steady load cost less than either. One part is no hybrid.
func TestScenarioBByHand(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	e := evaluate(t, s)
	v, tasks := e.Verdict, e.Platform(checklist.Containers).Cost(50e6)
	want := []struct {
		option   checklist.Option
		usd      float64
		points   float64
		possible bool
	}{
		{checklist.Containers, tasks, 0.75, true},
		{checklist.Kubernetes, 461.725, 1.5 - 1.5*math.Log2(461.725/tasks), true}, // over $100 count in full
		{checklist.Serverless, 671.6675, -1.5 * math.Log2(671.6675/tasks), true},
	}
	for i, w := range want {
		r := v.Ranking[i]
		if r.Option != w.option || r.Feasible != w.possible || math.Abs(r.MonthlyUSD-w.usd) > 0.01 || math.Abs(r.Points-w.points) > 1e-3 {
			t.Errorf("place %d is %+v, want %+v", i+1, r, w)
		}
	}
	if e.RankOf(checklist.Hybrid).Feasible {
		t.Errorf("hybrid is not among the impossible: %+v", v.Ranking)
	}
	// Six of the eight open questions could give another option more than they give
	// containers: 0.5 by the size of the team, 1 by a platform team, 1.5 − 0.75 by
	// portability, 2 − 1 by GPUs, 0.5 − 0.25 by compliance and 1.5 − 0.5 by the wish
	// for control: 4.5. Connections and length give Kubernetes no more than them.
	margin := v.Ranking[0].Points - v.Ranking[1].Points
	if want := 1 / (1 + math.Exp((4.5-1.5-margin)/3)); math.Abs(v.Confidence-want) > 5e-4 {
		t.Errorf("confidence %v, want %v", v.Confidence, want)
	}
}
