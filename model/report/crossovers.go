package report

import (
	"fmt"

	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/report/doc"
)

// crossovers tells every pair of platforms apart.
func crossovers(d *doc.Doc, e *model.Evaluation) {
	d.Heading(3, "Crossovers, in requests a month")
	for i := range e.Crossovers() {
		d.Item(crossover(&e.Crossovers()[i]))
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
		case other.Unbilled != nil:
			return fmt.Sprintf("%s and %s: %s %s", c.AtLow.InWords(), other.InWords(), other.InWords(), other.Unbilled.Why)
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
