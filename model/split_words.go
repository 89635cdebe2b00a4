package model

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// mostMoves is how many moves of components a sentence lists.
const mostMoves = 6

// SplitSentences says in words what the cheapest placement saves and costs,
// how sure that is, and what is beside it: the runner-up too, unless it is
// nil.
func (e *Evaluation) SplitSentences(r *RunnerUp) []string {
	s := &e.Split
	if !s.Feasible || math.IsInf(s.USD, 1) || len(s.Placements) == 0 {
		return nil
	}
	said := []string{e.proofSentence(s), e.SavingSentence(s)}
	said = append(said, e.TaxSentences(s)...)
	if r != nil {
		said = append(said, r.sentence())
	}
	if len(s.Placements) > 1 {
		said = append(said, e.Pattern().Sentences()...)
	}
	return said
}

// proofSentence says whether a cheaper placement can exist.
func (e *Evaluation) proofSentence(s *split.Split) string {
	pinned := ""
	if slices.ContainsFunc(s.Placements, func(c split.Placement) bool { return c.Pinned }) {
		pinned = " with these pins"
	}
	switch {
	case s.Held:
		return fmt.Sprintf("%s a month is what the placement of before costs now; the cheapest one is being searched.", quantity.Money(s.USD))
	case s.Optimal:
		return fmt.Sprintf("No other placement%s costs less than %s a month: that is proven.", pinned, quantity.Money(s.USD))
	}
	return fmt.Sprintf("%s a month is the best placement that was found%s; a better one could save %s of it at most.", quantity.Money(s.USD), pinned, Percent(s.Gap()))
}

// SavingSentence holds a placement against the best single platform.
func (e *Evaluation) SavingSentence(s *split.Split) string {
	single, least := s.Single()
	switch {
	case single == "":
		return "No single platform can run all of it."
	case !s.Mixed():
		return fmt.Sprintf("One platform runs all of it: %s.", e.Platform(s.Placements[0].Option).Name)
	}
	name, saved := e.Platform(single).Name, least-s.USD
	if saved < 0 {
		return fmt.Sprintf("All of it on %s costs %s a month, %s less than this split.", name, quantity.Money(least), quantity.Money(-saved))
	}
	return fmt.Sprintf("All of it on %s costs %s a month: the split saves %s (%s).", name, quantity.Money(least), quantity.Money(saved), Percent(saved/least))
}

// TaxSentences says what a split costs for being one: the calls across, and
// whether what it saves pays for the people of a second platform.
func (e *Evaluation) TaxSentences(s *split.Split) []string {
	if !s.Mixed() {
		return nil
	}
	var said []string
	switch n := len(s.Glue); {
	case n > 0:
		said = append(said, fmt.Sprintf("%s between the sides cost %s a month of it.", words.Plural(n, "kind")+" of calls", quantity.Money(s.GlueUSD)))
	case len(e.Resolved.Workload.Calls) == 0:
		said = append(said, "No calls between components are described, so none is priced: components.*.calls names them.")
	}
	for _, what := range UnknownOfCalls(s) {
		said = append(said, "Not in it, as its price is not known: "+what+".")
	}
	further := len(s.ByOption) - 1
	counted := "the totals leave them out"
	if e.Resolved.IncludePeople {
		counted = "they are in the total"
	}
	said = append(said, fmt.Sprintf("People and tools for %s cost %s a month (%s each, "+paths.PeopleSecondToolchain.String()+"; %s).",
		words.Plural(further, "further toolchain"), quantity.Money(s.ToolchainUSD), quantity.Money(e.Resolved.Toolchain), counted))
	if saved := saved(s); !e.Resolved.IncludePeople && !math.IsInf(saved, 1) && saved > 0 {
		pays := "pays for them"
		if saved < s.ToolchainUSD {
			pays = "does not pay for them"
		}
		said = append(said, fmt.Sprintf("What the split saves, %s, %s.", quantity.Money(saved), pays))
	}
	return said
}

// saved is what a split costs less than the best single platform, +Inf where
// none can run all of it.
func saved(s *split.Split) float64 {
	_, least := s.Single()
	return least - s.USD
}

// UnknownOfCalls lists what calls across have no known price for, each once.
func UnknownOfCalls(s *split.Split) []string {
	var list []string
	for i := range s.Glue {
		for _, what := range s.Glue[i].Unknown {
			if !slices.Contains(list, what) {
				list = append(list, what)
			}
		}
	}
	return list
}

func (r *RunnerUp) sentence() string {
	more := quantity.Money(r.More) + " a month more"
	if r.More < 0.005 {
		more = "the same"
	}
	text := fmt.Sprintf("The runner-up costs %s: %s.", more, movesInWords(r.Moves))
	if !r.Optimal {
		text += " That is the best that was found."
	}
	return text
}

// movesInWords lists where components go.
func movesInWords(moves []split.Move) string {
	var parts []string
	for i, m := range moves {
		if i == mostMoves {
			parts = append(parts, fmt.Sprintf("%d more", len(moves)-mostMoves))
			break
		}
		parts = append(parts, fmt.Sprintf("%s on %s instead of %s", m.Component, m.To, m.From))
	}
	return strings.Join(parts, ", ")
}

// Sentences holds the framework's pattern against the cheapest placement.
func (p *PatternSplit) Sentences() []string {
	total := len(p.Rules)
	if p.Follows() {
		return []string{fmt.Sprintf("The guide's pattern of a core and an edge places %s likewise.", words.Plural(total, "component"))}
	}
	said := fmt.Sprintf("The guide's pattern of a core and an edge agrees on %d of %s", p.Shared(), words.Plural(total, "component"))
	switch {
	case math.IsInf(p.More, 1):
		said += "; it has no price here"
	case p.More < 0.005:
		said += " and costs the same"
	default:
		said += fmt.Sprintf(" and costs %s a month more", quantity.Money(p.More))
	}
	return []string{said + "."}
}

// Sentences says which component moves at which volume.
func (s *SplitByVolume) Sentences() []string {
	if len(s.Spans) == 0 {
		return []string{"Nothing moves: the system has no requests to grow."}
	}
	var said []string
	switch {
	case len(s.Moves) > 0:
	case s.Spans[0][0].Option == "":
		return []string{"Nothing moves: no placement has a price at any volume."}
	default:
		said = append(said, fmt.Sprintf("From %s to %s requests a month every component stays where it is.", quantity.ShortCount(LowestVolume), quantity.ShortCount(HighestVolume)))
	}
	for i := 0; i < len(s.Moves); {
		j := i
		var moves []split.Move
		for ; j < len(s.Moves) && s.Moves[j].Volume == s.Moves[i].Volume; j++ {
			moves = append(moves, split.Move{Component: s.Moves[j].Component, From: s.Moves[j].From, To: s.Moves[j].To})
		}
		said = append(said, fmt.Sprintf("From %s requests a month: %s.", quantity.ShortCount(s.Moves[i].Volume), movesInWords(moves)))
		i = j
	}
	if !s.Optimal {
		said = append(said, "Not all of these placements are proven to be the cheapest: they are the best that were found.")
	}
	if s.Step > volumeStep && len(s.Moves) > 0 {
		said = append(said, fmt.Sprintf("Looked at %d volumes; a move may come up to %.1f× earlier.", roughLooks, s.Step))
	}
	return said
}
