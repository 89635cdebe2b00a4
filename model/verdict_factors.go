package model

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// Said is the choice that answers a question, "" where it is open.
func (e *Evaluation) Said(question string) string { return e.Scenario.Answers.Get(question).Choice() }

// holds reports whether a factor was said outright to hold, or the question
// that asks the same was answered so. The answer comes first.
func (e *Evaluation) holds(factor string) bool { return e.Scenario.Holds(factor) }

// factorEvidence weighs what was said outright about the architecture: each
// factor that no question asks, and the others where their question is open.
// The score adds them up by the framework's points; these lines ask what each
// of them means for a platform.
func (e *Evaluation) factorEvidence() []Evidence {
	var lines []Evidence
	kubernetes := []checklist.Option{checklist.Kubernetes}
	for _, f := range checklist.ArchitectureFactors {
		v := e.Scenario.Factors.Get(f.ID)
		if v.State() != checklist.Yes {
			continue
		}
		id := f.ID
		if same, ok := scenario.SameAsQuestion[id]; ok {
			if id = same.Question; e.Said(id) != "" {
				continue
			}
		}
		answer := "Yes"
		if n, ok := v.Number(); ok {
			answer = quantity.FormatNumber(n)
		}
		line := lean("architecture", id, f.Label, answer, kubernetes, e.Weight(id), scenario.DefaultWeight(id).Why)
		e.forContainers(&line, checklist.Yes)
		if id == checklist.FactorStateful {
			line.Points[checklist.Wasm] = -e.Weight(id) // an isolate may be evicted between two requests
		}
		lines = append(lines, line)
	}
	return lines
}

// burstyLoads are the patterns that leave capacity idle between them.
var burstyLoads = []string{checklist.Spiky, checklist.EventDriven, checklist.Unpredictable}

// mixedEvidence is what a system says that needs both a process that stays and
// capacity that comes and goes, while its parts are not described: those needs
// are hardly one part's. A team too small for two platforms gets no points.
func (e *Evaluation) mixedEvidence() []Evidence {
	if !e.mayDiffer() {
		return nil
	}
	if e.tooFewForTwo() {
		return []Evidence{lean("platform", scenario.KeyMixed, "A second toolchain", "a small team, or nobody who keeps platforms",
			[]checklist.Option{checklist.Hybrid}, -e.Weight(scenario.KeyMixed)/2, "two ways to deploy, watch and repair take people")}
	}
	if e.Said(checklist.KeyParts) != "" {
		return nil
	}
	stays := e.stays()
	q, _ := checklist.QuestionByID(checklist.KeyTraffic)
	load, _ := q.Choice(e.Said(checklist.KeyTraffic))
	if len(stays) == 0 || !slices.Contains(burstyLoads, load.ID) {
		return nil
	}
	return []Evidence{lean("follow-up", scenario.KeyMixed, "Needs that differ", fmt.Sprintf("%s, and a load that is %s",
		words.ListWords(stays), strings.ToLower(load.Label)), []checklist.Option{checklist.Hybrid}, e.Weight(scenario.KeyMixed), scenario.DefaultWeight(scenario.KeyMixed).Why)}
}

// tooFewForTwo reports whether the team is said to be too small for a second
// toolchain, or to have nobody who keeps one.
func (e *Evaluation) tooFewForTwo() bool {
	return e.Said(checklist.KeyEngineers) == checklist.Under5 || e.Said(checklist.KeyPlatformTeam) == checklist.No
}

// stays lists what asks for a process that stays and is no question's: an
// answer that speaks for Kubernetes alone must not lower its place by speaking
// louder for a hybrid.
func (e *Evaluation) stays() []string {
	var list []string
	if e.holds(checklist.FactorStateful) {
		list = append(list, "state beside the code")
	}
	if e.ownSites() && e.Said(checklist.KeyPlacement) == "" {
		list = append(list, "a site of one's own")
	}
	return list
}

// assumedEvidence is what is taken for granted where a system that is not
// described breaks a limit of functions and the way round it is an open
// question: the limit binds only if the answer says so.
func (e *Evaluation) assumedEvidence() []Evidence {
	var lines []Evidence
	assume := func(what string, to ...checklist.Option) {
		lines = append(lines, lean("platform", scenario.KeyAssumed, "Way round a limit, assumed", what, to, -e.Weight(scenario.KeyAssumed), scenario.DefaultWeight(scenario.KeyAssumed).Why))
	}
	if !e.Resolved.Implied {
		return nil
	}
	connections := e.holds(checklist.FactorPersistent) && e.Said(checklist.KeyTerminates) == ""
	long := e.holds(checklist.FactorLongRunning) && e.Said(checklist.KeyDivisible) == ""
	switch {
	case connections && long:
		assume("a gateway holds the connections, and long work can be cut into pieces", checklist.Serverless, checklist.Serverless, checklist.Wasm)
	case connections:
		assume("a gateway holds the connections", checklist.Serverless)
	case long:
		assume("long work can be cut into pieces", checklist.Serverless, checklist.Wasm)
	}
	return lines
}
