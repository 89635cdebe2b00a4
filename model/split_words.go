package model

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// mostMoves is how many moves of components a sentence lists.
const mostMoves = 6

// SplitSentences says in words what the cheapest placement saves and costs,
// and what is beside it: the runner-up too, unless it is nil.
func (e *Evaluation) SplitSentences(r *RunnerUp) []string {
	s := &e.Split
	if !s.Feasible || math.IsInf(s.USD, 1) || len(s.Placements) == 0 {
		return nil
	}
	said := []string{words.Capital(e.SinglesText(s)) + ".", e.SavingSentence(s)}
	if tax := e.TaxSentence(s); tax != "" {
		said = append(said, tax)
	}
	for _, what := range UnknownOfCalls(s) {
		said = append(said, "Not in it, as its price is not known: "+what+".")
	}
	if r != nil {
		said = append(said, r.sentence())
	}
	if len(s.Placements) > 1 {
		said = append(said, e.Pattern().Sentence(s))
	}
	return said
}

// Proof says how sure it is that no placement is cheaper.
func Proof(s *split.Split) string {
	text := "proven cheapest"
	switch {
	case s.Held:
		text = "the placement of before, the cheapest is being searched"
	case !s.Optimal:
		text = "the best found; a better one could save at most " + Percent(s.Gap())
	}
	if n := s.Pinned(); n > 0 {
		text += " with " + words.Plural(n, "pin")
	}
	return text
}

// SavingSentence holds a placement against the best single platform, and says
// whether what it saves pays for the further toolchains.
func (e *Evaluation) SavingSentence(s *split.Split) string {
	single, alone := s.Single()
	further := len(s.ByOption) - 1
	switch {
	case !s.Mixed() && single == s.Placements[0].Option:
		return "All of it is on " + e.Platform(single).Name + ", the cheapest single platform: nothing is split and nothing is paid for splitting."
	case single == "":
		return "No single platform takes all of it, so running on several is no choice; way round: what each refusal says."
	}
	name, saved := e.Platform(single).Name, alone-s.USD
	counts := e.Resolved.IncludePeople && further > 0
	switch {
	case saved < quantity.Cent:
		text := fmt.Sprintf("It costs %s a month more than all of it on %s (%s)", quantity.Money(math.Max(0, -saved)), name, quantity.Money(alone))
		if counts {
			text += ", with " + Toolchains(further) + " counted"
		}
		return text + ": one platform is cheaper."
	case further == 0:
		return fmt.Sprintf("It saves %s a month against all of it on %s.", quantity.Money(saved), name)
	}
	text := fmt.Sprintf("The split saves %s a month (%s) against all of it on %s, %s: ", quantity.Money(saved), Percent(saved/alone), name, quantity.Money(alone))
	switch toolchain := Toolchains(further); {
	case counts:
		return text + "it pays for " + toolchain + ", which the total counts."
	case saved < s.ToolchainUSD:
		return text + fmt.Sprintf("that does not pay for %s, %s.", toolchain, quantity.Money(s.ToolchainUSD))
	default:
		return text + fmt.Sprintf("that pays for %s, %s, and leaves %s.", toolchain, quantity.Money(s.ToolchainUSD), quantity.Money(saved-s.ToolchainUSD))
	}
}

// Toolchains names the people of the platforms beyond the first.
func Toolchains(further int) string {
	if further == 1 {
		return "the second toolchain"
	}
	return fmt.Sprintf("%d further toolchains", further)
}

// TaxSentence says what a placement costs for being on several platforms, part
// by part; "" where it is on one.
func (e *Evaluation) TaxSentence(s *split.Split) string {
	further := len(s.ByOption) - 1
	if further < 1 {
		return ""
	}
	tax := e.Tax(s)
	calls := "calls " + quantity.Money(tax.GlueUSD)
	if len(e.Resolved.Workload.Calls) == 0 {
		calls = "calls unknown (none are described)"
	}
	if len(UnknownOfCalls(s)) > 0 {
		calls += " without what has no known price"
	}
	counted := "not in the total, " + paths.PeopleInclude.String() + " counts it"
	if e.Resolved.IncludePeople {
		counted = "in the total, " + paths.PeopleInclude.String() + " leaves it out"
	}
	assumed := "assumed"
	if _, given := e.Scenario.People.Toolchain.Get(); given {
		assumed = "given"
	}
	parts := []string{calls, fmt.Sprintf("%s %s (%s; %s)", Toolchains(further), quantity.Money(tax.ToolchainUSD), assumed, counted)}
	for _, f := range tax.Floors {
		parts = append(parts, "floor of "+f.Platform.Name+" "+quantity.Money(f.USD))
	}
	return fmt.Sprintf("Hybrid tax %s: %s.", quantity.Money(tax.USD()), strings.Join(parts, ", "))
}

// SinglesText is what all components on each platform would cost.
func (e *Evaluation) SinglesText(s *split.Split) string {
	var parts []string
	for _, o := range checklist.Placeable {
		usd, asked := s.Alternatives[o]
		if !asked {
			continue
		}
		platform := e.Platform(o)
		text := "all on " + platform.Name
		switch {
		case e.NoFigure(o) != "":
			text = "all on " + o.Title() + " without a price"
		case math.IsInf(usd, 0) || math.IsNaN(usd):
			text += " impossible"
		default:
			text += " " + quantity.Money(usd)
			if !e.Wholly(platform) {
				text += " + people"
			}
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " · ")
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
	if r.More < quantity.Cent {
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

// Sentence holds the framework's pattern against the cheapest placement.
func (p *PatternSplit) Sentence(best *split.Split) string {
	total := len(p.Rules)
	text := fmt.Sprintf("The framework's pattern agrees with the optimum on %d of %s", p.Shared(), words.Plural(total, "component"))
	switch {
	case p.Follows():
		text = fmt.Sprintf("The optimum is the framework's pattern: they place %s likewise", words.Plural(total, "component"))
	case math.IsInf(p.More, 1):
		text += ", and it cannot run"
	case p.More < quantity.Cent:
		text += ", and costs the same"
	default:
		text += fmt.Sprintf(", and costs %s a month more: %s instead of %s", quantity.Money(p.More), quantity.Money(p.Split.USD), quantity.Money(best.USD))
	}
	return text + "."
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
