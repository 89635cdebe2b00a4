package report

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/guide"
	"runwhere/model/search"
	"runwhere/model/study"
)

// Text returns an evaluation and what was found out about it as plain text for a
// terminal of 80 columns.
func Text(e *model.Evaluation, found *study.Findings) []byte {
	p := &page{}
	r := &e.Resolved
	p.text("", fmt.Sprintf("%s · %s %s · %s requests a month · prices of %s", r.Name, r.Cloud, r.Region, volume(e.Volume()), e.Book.Version()))
	textVerdict(p, e, found)
	textOwnership(p, e)
	p.line()
	for _, s := range append(e.Sentences(), e.ComparedSentences()...) {
		p.text("- ", s)
	}
	textPlatforms(p, e)
	textBills(p, e)
	textCrossovers(p, e)
	textSplit(p, e, found)
	textConstraints(p, e)
	textFlips(p, e, found.Flips)
	textEvidence(p, e)
	textAdvice(p, e)
	textUncertainty(p, found.Uncertainty)
	starts := guide.ColdStartsOf(e)
	textColdStarts(p, &starts)
	textComparison(p, guide.Comparison(e))
	textGrowth(p, e, found.Horizon)
	textSettings(p, e)
	p.line()
	for _, file := range e.PrivateRates() {
		p.text("", "* a private rate of "+file+", not a list price")
	}
	oldest := e.OldestPrice()
	if oldest == nil {
		return p.bytes()
	}
	p.text("", fmt.Sprintf("Oldest price used: %s (%s). The formats md and json have the formula, source and date of every line.", oldest.Text(), oldest.ID))
	return p.bytes()
}

func textVerdict(p *page, e *model.Evaluation, found *study.Findings) {
	v := &e.Verdict
	if v.Recommendation == "" {
		p.heading("Verdict: " + model.NoOption + " as it is described")
	} else {
		p.heading(fmt.Sprintf("Verdict: %s, confidence %.0f %%", v.Recommendation.Title(), v.Confidence*100))
	}
	for _, reason := range e.Reasons() {
		p.text("  - ", reason)
	}
	if v.Counter != "" {
		p.text("  Against it: ", v.Counter)
	}
	for _, d := range v.Disagreements {
		p.text("  Instruments disagree: ", d)
	}
	for _, c := range v.Contradictions {
		p.text("  Contradiction: ", c.Text())
	}
	for _, c := range e.Scenario.Weights.Changed() {
		p.text("  Changed weight: ", c.Text())
	}
	for _, m := range found.Mistakes {
		p.text("  Mistake: ", m.Text())
	}
	open := search.OpenWith(e, found.FollowUps)
	p.text("  ", open.Sentence())
	for _, q := range open.All() {
		p.text("  - ", q.Text)
	}
}

// textPlatforms shows the bill, the layer of people and tools, and both totals
// of every platform; which of the two totals is compared is said below.
func textPlatforms(p *page, e *model.Evaluation) {
	p.heading(left("At "+volume(e.Volume())+" requests a month", 32) + right("bill", 15) + right("people", 15) + right("with people", 18))
	for _, platform := range e.Billable() {
		name := fmt.Sprintf("  %c %s", platform.Letter, platform.Name)
		if why := whyNot(e, platform); why != "" {
			p.text(name+"  ", "no bill: "+why)
			continue
		}
		usd := platform.Cost(e.Volume())
		p.row(name, 32, right(money(usd), 15), right(people(platform), 15), right(withPeople(e, platform, usd), 18))
	}
	compared := "The bill alone is compared; people.include: true adds people and tools to every total."
	if e.Resolved.IncludePeople {
		compared = strings.TrimSuffix("The total with people and tools is compared; people.include: false leaves them out. "+e.Uncounted(), " ")
	}
	p.text("  ", compared)
}

func textBills(p *page, e *model.Evaluation) {
	for _, platform := range e.Billable() {
		if whyNot(e, platform) != "" {
			continue
		}
		bill := platform.Bill(e.Volume())
		where := ""
		if platform.Region != e.Resolved.Region && platform.Region != pricebook.Global {
			where = " in " + platform.Region
		}
		p.heading(left("Bill of "+platform.InWords()+where, 36) + right("quantity", 26) + right("USD a month", 18))
		for _, l := range bill.Lines {
			label := l.Label
			if l.Private != "" {
				label = "* " + label
			}
			p.row("  "+label, 36, right(costs.Figure(l.Quantity)+" "+l.Unit, 26), right(money(l.USD), 18))
		}
		p.line(left("  total", 62), right(money(bill.USD), 18))
		for _, note := range platform.Notes {
			p.text("  Note: ", note+".")
		}
	}
}

// textCrossovers tells every pair of platforms apart.
func textCrossovers(p *page, e *model.Evaluation) {
	p.heading("Crossovers, in requests a month")
	for i := range e.Crossovers() {
		p.text("  - ", crossover(&e.Crossovers()[i]))
	}
}

// crossover says in one sentence how two platforms compare over the range of
// volumes.
func crossover(c *costs.Crossover) string {
	first, ok := c.First()
	bounds := fmt.Sprintf("from %s to %s", volume(model.LowestVolume), volume(model.HighestVolume))
	switch {
	case !ok && c.AtLow == nil:
		return noneCheaper(c, bounds)
	case !ok:
		other := c.A
		if other == c.AtLow {
			other = c.B
		}
		switch {
		case other.Unpriced != nil:
			return fmt.Sprintf("%s and %s: %s %s", c.AtLow.InWords(), other.InWords(), other.InWords(), other.Unpriced.Why)
		case !other.Feasible():
			return fmt.Sprintf("%s and %s: %s cannot run the system", c.AtLow.InWords(), other.InWords(), other.InWords())
		}
		return fmt.Sprintf("%s and %s: %s is cheaper throughout, %s", c.AtLow.InWords(), other.InWords(), c.AtLow.InWords(), bounds)
	}
	last := c.Crossings[len(c.Crossings)-1]
	text := fmt.Sprintf("%s and %s: %s is cheaper from %s on", c.A.InWords(), c.B.InWords(), last.Cheaper.InWords(), volume(last.Volume))
	if n := len(c.Crossings); n > 1 {
		text += fmt.Sprintf("; contested from %s on, where the cheaper one changes %s times", volume(first), model.Changes(c, n))
	}
	return text
}

// noneCheaper says why neither of two platforms is cheaper at any volume.
func noneCheaper(c *costs.Crossover, bounds string) string {
	a, b := model.WhyNot(c.A, model.LowestVolume), model.WhyNot(c.B, model.LowestVolume)
	switch {
	case a == "" || b == "":
		return fmt.Sprintf("%s and %s: neither is cheaper, %s", c.A.InWords(), c.B.InWords(), bounds)
	case c.A.Feasible() || c.B.Feasible():
		return fmt.Sprintf("neither %s nor %s has a bill: %s; %s", c.A.InWords(), c.B.InWords(), a, b)
	case a == b:
		return fmt.Sprintf("neither %s nor %s can run it: %s", c.A.InWords(), c.B.InWords(), a)
	}
	return fmt.Sprintf("neither %s nor %s can run it: %s; %s", c.A.InWords(), c.B.InWords(), a, b)
}

// textSettings shows what the figures rest on. Fields about which nothing is
// known and nothing assumed are left out, people's lines are in the totals.
func textSettings(p *page, e *model.Evaluation) {
	p.heading("Inputs (* assumed, not given)")
	for _, s := range Settings(e) {
		if !s.Known || strings.HasPrefix(s.Field.Path, "people.") && !s.Given {
			continue
		}
		mark := " "
		if s.Assumed() {
			mark = "*"
		}
		if first := "  " + mark + " " + s.Path(); displaywidth.String(first) < 50 {
			p.text(left(first, 50), s.Text())
		} else {
			p.text("  ", mark+" "+s.Path())
			p.text(left("", 50), s.Text())
		}
	}
}
