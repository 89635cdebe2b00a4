package growth

import (
	"fmt"
	"math"
	"strings"

	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
)

// mostChanges is how many changes of the cheapest a sentence lists.
const mostChanges = 4

// Sentences says in words what the months show: how the volume grows, who is
// the cheapest when, and who costs the least in total.
func (o *Outlook) Sentences() []string {
	said := []string{o.volumeSentence()}
	said = append(said, o.cheapestSentences()...)
	if text := o.totalSentence(); text != "" {
		said = append(said, text)
	}
	if o.Uncounted != "" {
		said = append(said, o.Uncounted)
	}
	for i := range o.Lines {
		if l := &o.Lines[i]; l.Ends > 0 {
			said = append(said, fmt.Sprintf("%s has no figure from month %d on: %s.", l.Name, l.Ends, l.Why))
		}
	}
	return said
}

// Flat reports whether every month is like today.
func (o *Outlook) Flat() bool { return o.Volumes[o.Horizon] == o.Volumes[0] }

func (o *Outlook) volumeSentence() string {
	if o.Flat() {
		return fmt.Sprintf("No growth: all months from today to month %d have %s requests a month, and every line is flat.", o.Horizon, quantity.ShortCount(o.Volumes[0]))
	}
	return fmt.Sprintf("At %s a month the volume grows from %s requests a month today to %s in month %d.",
		quantity.FormatRatio(o.Rate), quantity.ShortCount(o.Volumes[0]), quantity.ShortCount(o.Volumes[o.Horizon]), o.Horizon)
}

// Named is the name of a line in a sentence, "nothing" for −1.
func (o *Outlook) Named(i int) string {
	switch {
	case i < 0:
		return "nothing"
	case o.Lines[i].Platform == nil:
		return "the best mix"
	}
	return o.Lines[i].Name
}

func (o *Outlook) cheapestSentences() []string {
	first := o.Cheapest[0]
	if o.NoFigure != "" {
		return []string{"No option has a figure in any month: " + o.NoFigure + "."}
	}
	if first < 0 && len(o.Changes) == 0 {
		return []string{words.Capital(model.NoOption) + " in any month."}
	}
	lead := fmt.Sprintf("%s is the cheapest today", words.Capital(o.Named(first)))
	if first < 0 {
		lead = words.Capital(model.NoOption) + " today"
	} else {
		lead += ": " + quantity.Money(o.Lines[first].Costs[0])
	}
	if n := len(o.Changes); n == 0 {
		return []string{lead + ", and stays so in every month."}
	} else if n > mostChanges {
		last := o.Changes[n-1]
		return []string{fmt.Sprintf("%s. The cheapest changes %d times from month %d on; from month %d (%s requests a month) on it is %s.",
			lead, n, o.Changes[0].Month, last.Month, quantity.ShortCount(last.Volume), o.Named(last.To))}
	}
	said := []string{lead + "."}
	for _, c := range o.Changes {
		if c.To < 0 {
			said = append(said, fmt.Sprintf("From month %d (%s requests a month) on nothing has a figure.", c.Month, quantity.ShortCount(c.Volume)))
			continue
		}
		text := fmt.Sprintf("From month %d (%s requests a month) on it is %s: %s", c.Month, quantity.ShortCount(c.Volume), o.Named(c.To), quantity.Money(o.Lines[c.To].Costs[c.Month]))
		if c.From >= 0 && !math.IsInf(o.Lines[c.From].Costs[c.Month], 1) {
			text += fmt.Sprintf(" instead of %s", quantity.Money(o.Lines[c.From].Costs[c.Month]))
		}
		said = append(said, text+".")
	}
	return said
}

// totalSentence names the least total and the next one.
func (o *Outlook) totalSentence() string {
	if o.Least < 0 {
		return "No line has a figure in every month, so there is no least total."
	}
	text := fmt.Sprintf("Over all months %s costs the least: %s", o.Named(o.Least), quantity.Money(o.Lines[o.Least].Total))
	next := -1
	for i := range o.Lines {
		l := &o.Lines[i]
		if i != o.Least && !l.Barred && !math.IsInf(l.Total, 1) && (next < 0 || l.Total < o.Lines[next].Total) {
			next = i
		}
	}
	if next >= 0 {
		text += fmt.Sprintf("; %s is next with %s more", o.Named(next), quantity.Money(o.More(&o.Lines[next])))
	}
	return text + "."
}

// Words says how the evaluation of the timeline lies to the crossover.
func (c *GrowthCrossover) Words(kubernetes, serverless string) string {
	stage := fmt.Sprintf("the evaluation (day %d to %d)", c.From, c.To)
	where := fmt.Sprintf("%s becomes cheaper than %s in month %d (day %d, %s requests a month)", kubernetes, serverless, c.Month, c.Day, quantity.ShortCount(c.Volume))
	over := ""
	if c.OverUSD > 0 {
		over = fmt.Sprintf("; until it begins %s costs %s more", serverless, quantity.Money(c.OverUSD))
	}
	switch c.When {
	case NotCompared:
		return fmt.Sprintf("%s and %s do not both have a figure today, so there is no crossover to compare with %s.", kubernetes, serverless, stage)
	case CrossedNever:
		return fmt.Sprintf("%s does not become cheaper than %s up to month %d: %s comes before any crossover.", kubernetes, serverless, c.Looked, stage)
	case CrossedToday:
		return fmt.Sprintf("%s is cheaper than %s today: %s comes after the crossover%s.", kubernetes, serverless, stage, over)
	case CrossedBefore:
		return fmt.Sprintf("%s: %s comes after it%s.", where, stage, over)
	case CrossedDuring:
		return fmt.Sprintf("%s, within %s.", where, stage)
	}
	return fmt.Sprintf("%s: %s comes before it.", where, stage)
}

// TrapWords compares how this scenario's bill and the published one grow.
func (o *Outlook) TrapWords(serverless string) string {
	first, last := &o.Trap[0], &o.Trap[len(o.Trap)-1]
	months := float64(last.Month - first.Month)
	published := fmt.Sprintf("The guide's bill grows %s× from month %d to %d, %.0f %% a month", model.Ratio(last.PublishedFactor),
		first.Month, last.Month, (math.Pow(last.PublishedFactor, 1/months)-1)*100)
	if math.IsNaN(last.Factor) {
		return published + "; this scenario's has no figure to compare."
	}
	return fmt.Sprintf("%s; this scenario's on %s grows %s×.", published, serverless, model.Ratio(last.Factor))
}

// Words says whether another split is the best one at the horizon.
func (h *HorizonSplit) Words() string {
	at := fmt.Sprintf("At %s requests a month, in month %d,", quantity.ShortCount(h.Volume), h.Month)
	switch {
	case math.IsInf(h.BestUSD, 1):
		return at + " no placement of the components has a price."
	case len(h.Moves) == 0 && !h.Optimal:
		return fmt.Sprintf("%s no placement was found that costs less than today's: %s.", at, quantity.Money(h.BestUSD))
	case len(h.Moves) == 0:
		return fmt.Sprintf("%s today's placement is still the cheapest: %s.", at, quantity.Money(h.BestUSD))
	}
	cheapest := "another placement is the cheapest"
	if !h.Optimal {
		cheapest = "another placement is the cheapest that was found"
	}
	var parts []string
	for i, m := range h.Moves {
		if i == 4 && len(h.Moves) > 5 {
			parts = append(parts, fmt.Sprintf("%d more", len(h.Moves)-4))
			break
		}
		parts = append(parts, fmt.Sprintf("%s from %s to %s", m.Component, m.From, m.To))
	}
	kept := quantity.Money(h.KeptUSD)
	if math.IsInf(h.KeptUSD, 1) {
		kept = "no price at all"
	}
	return fmt.Sprintf("%s %s: %s, %s instead of %s.", at, cheapest, strings.Join(parts, ", "), quantity.Money(h.BestUSD), kept)
}
