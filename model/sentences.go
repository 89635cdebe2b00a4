package model

import (
	"fmt"
	"math"
	"strconv"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// Sentences says in words what the chart shows, so that nobody needs to see
// it: how Kubernetes and serverless compare, who is cheapest today, who is
// refused and where a fleet ends.
func (e *Evaluation) Sentences() []string {
	var said []string
	k, s := e.Platform(checklist.Kubernetes), e.Platform(checklist.Serverless)
	if k.Billed() && s.Billed() {
		said = append(said, e.crossoverSentences(k, s)...)
	}
	said = append(said, e.cheapestSentence())
	if text := e.mixSentence(); text != "" {
		said = append(said, text)
	}
	for _, p := range e.Platforms {
		switch {
		case !p.Feasible():
			r := p.Refusals[0]
			more := ""
			if n := len(p.Refusals) - 1; n > 0 {
				more = fmt.Sprintf(" (and %d more)", n)
			}
			said = append(said, fmt.Sprintf("%s is refused: %s %s%s.", p.Name, r.Component, r.Limit, more))
		case p.Partly():
			said = append(said, fmt.Sprintf("%s %s: it costs %s.", p.Name, p.Unbilled.Why, without(p, e.Volume())))
		case p.Unbilled != nil:
			said = append(said, fmt.Sprintf("%s %s.", p.Name, p.Unbilled.Why))
		case !math.IsInf(p.MaxVolume(), 1):
			said = append(said, e.namedSaturation(p)+".")
		case len(p.Caveats) > 0:
			said = append(said, fmt.Sprintf("%s is drawn as if %s fitted; by default it %s.", p.Name, p.Caveats[0].Component, p.Caveats[0].Limit))
		}
	}
	return said
}

// crossoverSentences compares two platforms over the range, then today.
func (e *Evaluation) crossoverSentences(a, b *costs.Platform) []string {
	c, name := e.Crossover(a, b), e.counted
	if c == nil {
		return nil
	}
	first, crosses := c.First()
	if !crosses {
		winner := c.AtHigh
		if winner == nil {
			winner = c.AtLow
		}
		if winner == nil {
			return []string{fmt.Sprintf("%s and %s cost the same up to %s requests a month.", name(a), name(b), quantity.FormatCount(HighestVolume))}
		}
		return []string{fmt.Sprintf("%s stays cheaper than %s from %s up to %s requests a month.", name(winner), name(other(winner, a, b)),
			quantity.FormatCount(LowestVolume), quantity.FormatCount(HighestVolume))}
	}
	crossings, until := c.Crossings, ""
	if loser := other(crossings[len(crossings)-1].Cheaper, a, b); crossings[len(crossings)-1].Volume > loser.MaxVolume() {
		// The last change is no matter of money: the cheaper one ends there.
		crossings, until = crossings[:len(crossings)-1], fmt.Sprintf(" up to %s, where %s saturates", quantity.ShortCount(loser.MaxVolume()), loser.Name)
		if len(crossings) == 0 {
			return []string{fmt.Sprintf("%s is cheaper than %s from %s requests a month%s.", name(loser), name(other(loser, a, b)), quantity.FormatCount(LowestVolume), until)}
		}
	}
	last := crossings[len(crossings)-1].Volume
	winner := crossings[len(crossings)-1].Cheaper
	loser := other(winner, a, b)
	if until == "" {
		until = " and stays so"
	}
	said := []string{fmt.Sprintf("%s is cheaper than %s from %s requests a month%s.", name(winner), name(loser), quantity.ShortCount(first), until)}
	if n := len(crossings); n > 1 {
		said = []string{fmt.Sprintf("Between %s and %s requests a month the cheaper one of %s and %s changes %s times; %s is cheaper from there%s.",
			quantity.ShortCount(first), quantity.ShortCount(last), name(a), name(b), Changes(c, n), name(winner), until)}
	}
	return append(said, e.youSentence(a, b, first, last))
}

// Changes counts n changes of a crossover in words: more than are listed where
// there are more.
func Changes(c *costs.Crossover, n int) string {
	if c.More {
		return fmt.Sprintf("more than %d", n)
	}
	return strconv.Itoa(n)
}

// youSentence says where today's volume lies and what the dearer one costs.
func (e *Evaluation) youSentence(a, b *costs.Platform, first, last float64) string {
	volume := e.Volume()
	where := fmt.Sprintf("You are at %s", quantity.ShortCount(volume))
	for _, p := range []*costs.Platform{a, b} {
		if volume > p.MaxVolume() {
			return fmt.Sprintf("%s, past the end of %s.", where, p.Name)
		}
	}
	switch {
	case volume >= last:
		where = fmt.Sprintf("You are %s× past it", Ratio(volume/last))
	case volume < first && volume > 0:
		where = fmt.Sprintf("You are %s× below it", Ratio(first/volume))
	}
	ca, cb := e.Curve(a).Cost(volume), e.Curve(b).Cost(volume)
	cheap, dear := a, b
	if cb < ca {
		cheap, dear, ca, cb = b, a, cb, ca
	}
	if math.IsInf(cb, 1) || ca <= 0 {
		return where + "."
	}
	if !e.Wholly(cheap) || !e.Wholly(dear) { // how many times as much is not known
		return fmt.Sprintf("%s: %s costs %s more than %s.", where, e.counted(dear), quantity.Money(cb-ca), e.counted(cheap))
	}
	if cb >= 3*ca {
		return fmt.Sprintf("%s: %s costs %s more than %s, %s× as much.", where, dear.Name, quantity.Money(cb-ca), cheap.Name, Ratio(cb/ca))
	}
	return fmt.Sprintf("%s: %s costs %s (%.0f %%) more than %s.", where, dear.Name, quantity.Money(cb-ca), (cb/ca-1)*100, cheap.Name)
}

// Wholly reports whether what is compared of a platform is all of it: people
// that are to be counted and that nobody gave are missing.
func (e *Evaluation) Wholly(p *costs.Platform) bool {
	return !e.Resolved.IncludePeople || e.PeopleKnown(p) != PeopleUnknown
}

// counted names a platform with what is compared of it.
func (e *Evaluation) counted(p *costs.Platform) string {
	if e.Wholly(p) {
		return p.Name
	}
	return p.Name + " without its people"
}

// Uncounted says which platforms are compared without the people that are to be
// counted, "" for none.
func (e *Evaluation) Uncounted() string {
	var names []string
	for _, p := range e.Platforms {
		if p.Billed() && !e.Wholly(p) {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Nobody gave the people of " + words.ListWords(names) + " (people.*): what is compared there is the bill alone."
}

func (e *Evaluation) cheapestSentence() string {
	p := e.Cheapest(e.Volume())
	if why := e.NoFigures(); why != "" && e.ownSites() {
		return "What this system costs is not known: " + why + "."
	}
	if p == nil && len(e.Undecided(math.Inf(1))) > 0 {
		return fmt.Sprintf("Which platform is the cheapest at %s requests a month is not known: none that can run this system has a total.", quantity.ShortCount(e.Volume()))
	}
	if p == nil {
		return fmt.Sprintf("No platform can run this system at %s requests a month.", quantity.ShortCount(e.Volume()))
	}
	usd, among := e.Curve(p).Cost(e.Volume()), ""
	if open := e.Undecided(usd); len(open) > 0 {
		among = " of those that have a total; " + namesOf(open) + " may cost less"
	}
	text := fmt.Sprintf("At %s requests a month %s is the cheapest%s: %s", quantity.ShortCount(e.Volume()), p.InWords(), among, quantity.Money(usd))
	if !e.Wholly(p) {
		text += " and its people, whom nobody gave"
	}
	return text + "."
}

// WhyNot says why a platform has no bill at a volume: a limit that a component
// breaks, a price that is not known, a fleet that is too small; "" where it has
// one.
func WhyNot(p *costs.Platform, volume float64) string {
	switch {
	case !p.Feasible():
		return p.Refusals[0].Component + " " + p.Refusals[0].Limit
	case p.Unbilled != nil:
		return p.Name + " " + p.Unbilled.Why
	case volume > p.MaxVolume():
		return Saturation(p)
	}
	return ""
}

// wayRound is what would give the platform a bill there, "" where it has one.
func wayRound(p *costs.Platform, volume float64) string {
	switch {
	case !p.Feasible():
		return p.Refusals[0].Workaround
	case p.Unbilled != nil:
		return p.Unbilled.Remedy
	case volume > p.MaxVolume():
		return "more nodes, or nodes: auto"
	}
	return ""
}

func other(winner, a, b *costs.Platform) *costs.Platform {
	if winner == a {
		return b
	}
	return a
}

// Ratio prints a factor with two significant digits.
func Ratio(v float64) string {
	switch {
	case v < 10:
		return fmt.Sprintf("%.1f", v)
	case v > mostTimes:
		return "over " + costs.Figure(mostTimes)
	}
	return costs.Figure(math.Round(v))
}
