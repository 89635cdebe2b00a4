package model

import (
	"fmt"
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// Ledger lists every answer and derived fact that gives points. Unanswered
// gives none: it is a range, and never a "no".
func (e *Evaluation) Ledger() []Evidence {
	lines := e.questionEvidence()
	if f := e.Team.Skills; f.Answered() {
		line := lean("team", checklist.KeySkills, "Team skills", f.Answer, f.Leans, e.Weight(checklist.KeySkills), "such a team is said to fit: "+f.Text)
		e.forContainers(&line, e.Said(checklist.KeySkills))
		lines = append(lines, line)
	}
	lines = append(lines, e.followUpEvidence()...)
	lines = append(lines, e.mixedEvidence()...)
	lines = append(lines, e.factorEvidence()...)
	lines = append(lines, e.scoreEvidence())
	lines = append(lines, e.assumedEvidence()...)
	return append(lines, e.wasmEvidence()...)
}

// lean is a line that gives the same points to each option it leans to.
func lean(instrument, id, question, answer string, to []checklist.Option, points float64, why string) Evidence {
	line := Evidence{Instrument: instrument, ID: id, Question: question, Answer: answer, Why: why, Points: map[checklist.Option]float64{}}
	for _, o := range to {
		line.Points[o] += points
	}
	return line
}

// forContainers adds what an answer gives containers without a cluster, of which
// the guide's leans say nothing.
func (e *Evaluation) forContainers(line *Evidence, answer string) {
	if points := scenario.ContainerPoints(line.ID, answer, e.Weight(line.ID)); points != 0 {
		line.Points[checklist.Containers] = points
	}
}

// questionEvidence weighs the ten questions. What makes a team small is asked
// three times over, so those three leans to serverless count together at most
// as smallTeamMost.
func (e *Evaluation) questionEvidence() []Evidence {
	var lines []Evidence
	small, most, smallHere := 0.0, e.smallTeamMost(), 0.0
	for _, row := range e.Leans.Rows {
		if len(row.Leans) == 0 && scenario.ContainerPoints(row.ID, row.Answer, 1) == 0 {
			continue
		}
		q, _ := checklist.QuestionByID(row.ID)
		choice, _ := q.Choice(row.Answer)
		w := scenario.QuestionWeights[row.ID]
		points, why := e.Weight(row.ID), w.Why
		if s, ok := scenario.WeakAnswers[row.Answer]; ok {
			points, why = s.Share*points, s.Why
		}
		line := lean("checklist", row.ID, q.Text, choice.Label, row.Leans, points, why)
		e.forContainers(&line, row.Answer)
		if why := e.overruled(row.ID); why != "" {
			line.Points, line.Why = map[checklist.Option]float64{}, why
		}
		switch row.ID {
		case checklist.KeyEngineers, checklist.KeyPlatformTeam, checklist.KeyRequests:
			if points := line.Points[checklist.Serverless]; points > 0 {
				left := math.Max(0, math.Min(points, most-small))
				if left < points {
					line.Why = "a small team, no platform team and a low volume are one fact; together they count " + quantity.FormatNumber(most)
				}
				line.Points[checklist.Serverless] = left
				small += left
			}
			if points := line.Points[checklist.Containers]; points > 0 {
				line.Points[checklist.Containers] = math.Min(points, scenario.SmallTeamContainers-smallHere)
				smallHere += line.Points[checklist.Containers]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// scoreEvidence is the architecture score: strong where no open factor can
// change its band, weak where one could. A score in the framework's middle band
// speaks for Kubernetes: hybrid is a split between parts and no middle score.
func (e *Evaluation) scoreEvidence() Evidence {
	answer, to := fmt.Sprintf("%d of %d", e.Score.Low, checklist.MaxScore), []checklist.Option{e.Score.Band}
	if e.Score.Band == checklist.Hybrid {
		to[0] = checklist.Kubernetes
	}
	if e.Score.Band == e.Score.HighBand {
		return withContainers(lean("architecture", scenario.KeyScore, "Architecture score", answer, to, e.Weight(scenario.KeyScore),
			"no open factor can change the band"))
	}
	answer = fmt.Sprintf("%d to %d of %d", e.Score.Low, e.Score.High, checklist.MaxScore)
	line := lean("architecture", scenario.KeyScore, "Architecture score", answer, to, uncertainShare*e.Weight(scenario.KeyScore),
		fmt.Sprintf("open factors could still make it %s", e.Score.HighBand))
	if e.Score.Low == 0 { // nothing speaks yet
		line.Points = map[checklist.Option]float64{}
		line.Why = "no factor is known to hold; open ones could still make it " + string(e.Score.HighBand)
	}
	return withContainers(line)
}

// withContainers gives containers without a cluster their part of what a score
// says for Kubernetes.
func withContainers(line Evidence) Evidence {
	if points := line.Points[checklist.Kubernetes]; points > 0 {
		line.Points[checklist.Containers] = scenario.ContainerScore * points
	}
	return line
}

// fitsWasm reports whether something that was said asks for isolates: code of
// others, an answer close to users or on small devices. Without it Wasm is a
// new runtime that is only cheap, and its price takes nothing from the others.
func (e *Evaluation) fitsWasm() bool {
	where := e.Said(checklist.KeyPlacement)
	return e.Said(checklist.KeyUntrusted) == checklist.Yes || where == checklist.Edge || where == checklist.Devices
}

// portableWithoutProcess is the framework's own case for Wasm: portability and
// both speed and control, where no state needs a process that stays.
func (e *Evaluation) portableWithoutProcess() bool {
	return e.Said(checklist.KeyPortability) == checklist.Critical && e.Said(checklist.KeyPriority) == checklist.Both &&
		e.Scenario.Factors.Get(checklist.FactorStateful).State() == checklist.No && !e.ownSites()
}

// rewritePays reports whether Wasm saves so much against the best other option,
// at a volume that is known, that the code can be written anew for it.
func (e *Evaluation) rewritePays() bool {
	if len(e.otherVolumes()) > 0 {
		return false
	}
	wasm, others := math.Inf(1), math.Inf(1)
	for i, option := range checklist.Placeable {
		usd := e.bill(i, e.Volume())
		if option != checklist.Wasm && e.Platforms[i].Partly() {
			usd = e.Platforms[i].AtLeast(e.Volume())
		}
		if option == checklist.Wasm {
			wasm = usd
		} else {
			others = math.Min(others, usd)
		}
	}
	return !math.IsInf(others, 1) && others-wasm >= rewriteUSD
}

// wasmEvidence is what the isolates ask of a team and of its components.
func (e *Evaluation) wasmEvidence() []Evidence {
	var lines []Evidence
	wasm := []checklist.Option{checklist.Wasm}
	p := e.Platform(checklist.Wasm)
	if !e.fitsWasm() && !e.portableWithoutProcess() && !e.rewritePays() {
		lines = append(lines, lean("platform", scenario.KeyWasmRuntime, "Another runtime", p.Name, wasm, -e.Weight(scenario.KeyWasmRuntime), scenario.NewRuntimeWhy))
	}
	if len(p.Caveats) > 0 {
		c := p.Caveats[0]
		lines = append(lines, lean("platform", scenario.KeyWasmCaveat, "Assumed to fit "+p.Name, c.Component, wasm, -e.Weight(scenario.KeyWasmCaveat),
			"a default "+strings.TrimSpace(c.Limit)+"; nobody has said that it does"))
	}
	return lines
}

// evidence adds a ledger up.
func evidence(lines []Evidence) map[checklist.Option]float64 {
	sum := map[checklist.Option]float64{}
	for _, l := range lines {
		for o, points := range l.Points {
			sum[o] += points
		}
	}
	return sum
}
