package model

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// PatternSplit is the placement of the framework's hybrid pattern, to be held
// against the cheapest one.
type PatternSplit struct {
	Split       split.Split
	More        float64          // USD a month more than the cheapest; +Inf where it cannot run
	Rules       []string         // by component, the rule that places it
	Differences []PatternDiffers // where the cheapest placement differs, in the order of the file
	Exceptions  []PatternImpeded // what the pattern's side refuses or a pin keeps away from it
}

// PatternDiffers is a component that the cheapest placement puts elsewhere.
type PatternDiffers struct {
	Component     string
	Pattern, Best checklist.Option
	Rule          string  // by which the pattern places it
	Moving        float64 // USD a month by which its own move from the cheapest placement to the pattern's changes the total
	Why           string  // one line
}

// PatternImpeded is a component that cannot be where the pattern wants it.
type PatternImpeded struct {
	Component     string
	Pattern, Kept checklist.Option
	Why           string // one line
}

// Pattern places the system as the framework's hybrid pattern does. Pins hold,
// and a component that its side refuses stays where the cheapest placement has
// it.
func (e *Evaluation) Pattern() *PatternSplit { return e.pattern() }

func (e *Evaluation) findPattern() *PatternSplit {
	pattern := &PatternSplit{}
	best := e.Split.Options()
	options := make([]checklist.Option, len(best))
	for i := range e.Split.Placements {
		c := &e.Split.Placements[i]
		wanted, rule := checklist.PatternSide(e.seenByPattern(i))
		options[i] = wanted
		pattern.Rules = append(pattern.Rules, rule)
		if why := impeded(c, wanted); why != "" {
			options[i] = best[i]
			pattern.Exceptions = append(pattern.Exceptions, PatternImpeded{c.Component, wanted, best[i], fmt.Sprintf("%s: the pattern puts it on %s (%s); %s", c.Component, wanted, rule, why)})
			continue
		}
		if wanted != best[i] {
			pattern.Differences = append(pattern.Differences, PatternDiffers{
				Component: c.Component, Pattern: wanted, Best: best[i], Rule: rule, Moving: c.Moving[wanted], Why: differs(c, wanted, rule),
			})
		}
	}
	pattern.Split = e.Place(options)
	pattern.More = math.Max(0, pattern.Split.USD-e.Split.USD)
	if math.IsInf(pattern.Split.USD, 1) {
		pattern.More = math.Inf(1)
	}
	return pattern
}

// seenByPattern is what the pattern looks at in component i.
func (e *Evaluation) seenByPattern(i int) checklist.PatternTraits {
	c := &e.Resolved.Workload.Components[i]
	return checklist.PatternTraits{
		Name: c.Name, Stateful: c.Traits.Stateful, PersistentConns: c.Traits.PersistentConnections,
		LongTask: c.Traits.LongRunning || math.Max(c.Duration, c.Traits.LongestTask) > checklist.LongTask,
		Traffic:  c.Shape.Name,
	}
}

// impeded says why a component cannot go to an option, "" where it can.
func impeded(c *split.Placement, option checklist.Option) string {
	if c.Pinned && c.Option != option {
		return "it is pinned to " + string(c.Option)
	}
	if r, refused := c.Refusals[option]; refused {
		return "it " + r.Limit + "; way round: " + r.Workaround
	}
	return ""
}

// differs explains in one line why the cheapest placement is not the
// pattern's.
func differs(c *split.Placement, wanted checklist.Option, rule string) string {
	text := fmt.Sprintf("%s: the pattern says %s (%s)", c.Component, wanted, rule)
	here, there := c.Adds[c.Option], c.Adds[wanted]
	if c.Option == "" || math.IsInf(here, 0) || math.IsNaN(here) || math.IsInf(there, 0) || math.IsNaN(there) {
		return text + "; it has no price there"
	}
	text += fmt.Sprintf("; on %s it adds %s a month instead of %s", c.Option, quantity.Money(here), quantity.Money(there))
	if c.Option == checklist.Kubernetes && here < worthAdding {
		text += ", as it fits into nodes that are paid for anyway"
	}
	if glue := c.Glue[wanted] - c.Glue[c.Option]; glue > worthAdding {
		text += fmt.Sprintf(", %s of that for calls across", quantity.Money(glue))
	}
	return text
}

// worthAdding is the least USD a month that a reason speaks of.
const worthAdding = 0.01

// Follows reports whether the cheapest placement is the pattern's.
func (p *PatternSplit) Follows() bool { return len(p.Differences) == 0 && len(p.Exceptions) == 0 }

// Shared returns how many components are where the pattern wants them.
func (p *PatternSplit) Shared() int {
	return len(p.Rules) - len(p.Differences) - len(p.Exceptions)
}
