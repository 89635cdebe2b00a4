package model

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model/plan"
	"runwhere/model/split"
)

// mixOf bills a placement on several platforms at every volume, each component
// where it is: what the pools say at today's volume, from the same meters. Its
// people are those of the platforms that it uses and of the further toolchains.
func (e *Evaluation) mixOf(s *split.Split) *costs.Platform {
	var parts []*costs.Platform
	var people []costs.PeopleLine
	for _, o := range s.Sides() {
		part := e.PartOn(s, checklist.Placeable[o])
		parts = append(parts, part)
		for _, line := range part.People {
			line.ID, line.Label = string(part.Option)+"."+line.ID, part.Name+": "+line.Label
			people = append(people, line)
		}
	}
	if glue := e.Solver().Glue; glue != nil {
		if across := glue.Across(split.Indices(s.Options())); across != nil {
			parts = append(parts, across)
		}
	}
	mix := costs.NewMix(parts)
	if s.ToolchainUSD > 0 {
		people = append(people, e.toolchainLine(s))
	}
	mix.People = people
	for _, what := range UnknownOfCalls(s) {
		mix.Notes = append(mix.Notes, "not in it, as its price is not known: "+what)
	}
	return mix
}

// toolchainLine is what the platforms beyond the first take of people.
func (e *Evaluation) toolchainLine(s *split.Split) costs.PeopleLine {
	line := costs.PeopleLine{
		ID: "second_toolchain", Label: words.Plural(len(s.ByOption)-1, "further toolchain"), USD: s.ToolchainUSD,
		Source: "assumed: the guide's figures for monitoring, CI/CD upkeep and training once more",
	}
	if e.Scenario.People.Toolchain.Given() {
		line.Source = plan.GivenPeople
	}
	return line
}

// addMix adds the curve of the best mix where the split is one that runs.
func (e *Evaluation) addMix() {
	if e.Split.Feasible && e.Split.Mixed() && !math.IsInf(e.Split.USD, 1) {
		e.Mix = e.mixOf(&e.Split)
		curve := costs.Curve{Platform: e.Mix}
		if e.Resolved.IncludePeople {
			curve.Fixed = e.Mix.PeopleUSD()
		}
		e.Curves = append(e.Curves, curve)
	}
	e.contending = e.contenders()
}

// Billable lists what has a bill of its own: the platforms, and the best mix
// last where there is one.
func (e *Evaluation) Billable() []*costs.Platform {
	if e.Mix == nil {
		return e.Platforms
	}
	return append(append([]*costs.Platform{}, e.Platforms...), e.Mix)
}

// Barred says why the whole system may not be on a platform that could carry
// it, "" where it may: a pin keeps a component off it. Such a platform is drawn,
// and never called the cheapest.
func (e *Evaluation) Barred(p *costs.Platform) string {
	if p.Option == checklist.Hybrid {
		return ""
	}
	return e.PinnedElsewhere(p.Option)
}

// contenders are the curves that can be called the cheapest; of the others it is
// noted that they are barred.
func (e *Evaluation) contenders() []costs.Curve {
	list := make([]costs.Curve, 0, len(e.Curves))
	e.barred = make([]bool, len(e.Curves))
	for i, c := range e.Curves {
		if e.barred[i] = e.Barred(c.Platform) != ""; !e.barred[i] {
			list = append(list, c)
		}
	}
	return list
}

// Cheapest is what costs the least at a volume: a platform or the best mix, nil
// where nothing can run the system. Every place that calls something the
// cheapest asks here or reads Envelope, which is the same at every volume.
func (e *Evaluation) Cheapest(volume float64) *costs.Platform {
	return costs.Cheapest(e.contending, volume)
}

// CheapestBetween is Cheapest for a volume between two at which it is known what
// each of Curves costs, by its index. Costs never fall with the volume: what costs
// more at the lower one than another at the higher one is not the cheapest in
// between, and nothing is billed where that leaves one.
func (e *Evaluation) CheapestBetween(volume float64, known func(curve int) (lower, higher float64)) *costs.Platform {
	most, open := math.Inf(1), 0
	var left costs.Curve
	for i := range e.Curves {
		if e.barred[i] {
			continue
		}
		if _, higher := known(i); higher < most {
			most = higher
		}
	}
	most *= 1 + 1e-9 // of costs that are all but equal one may fall by a last bit
	for i := range e.Curves {
		if e.barred[i] {
			continue
		}
		if lower, _ := known(i); lower <= most {
			left = e.Curves[i]
			open++
		}
	}
	if open == 1 && !math.IsInf(most, 1) {
		return left.Platform
	}
	return e.Cheapest(volume)
}

// mixSentence says of what the best mix consists, "" where there is none.
func (e *Evaluation) mixSentence() string {
	if e.Mix == nil {
		return ""
	}
	var list []string
	for _, o := range e.Split.Sides() {
		list = append(list, fmt.Sprintf("%d on %s", len(e.Split.Of(checklist.Placeable[o])), e.Platforms[o].Name))
	}
	return "The best mix is today's cheapest placement at every volume: " + words.ListWords(list) + "."
}

// HybridMix is the platform of the mix that the option hybrid stands for.
func (e *Evaluation) HybridMix() *costs.Platform {
	if e.Mix != nil {
		return e.Mix
	}
	return e.mixOf(e.MixedSplit())
}
