package growth

import (
	"fmt"
	"math"

	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// Moves says in words when a migration pays.
func (o *Outlook) Moves(m *Migration) string {
	lead := fmt.Sprintf("%s to %s: ", words.Capital(o.Named(m.From)), o.Named(m.To))
	to := &o.Lines[m.To]
	switch {
	case m.Stuck():
		return lead + "neither carries every month."
	case m.Month < 0 && to.Ends > 0:
		return lead + fmt.Sprintf("never, it has no figure from month %d on.", to.Ends)
	case m.Month < 0:
		return lead + "never, " + o.whyNever(m) + "."
	case math.IsInf(m.StayUSD, 1):
		return lead + fmt.Sprintf("best in month %d, and in month %d at the latest: staying has no figure from then on. All months and the move cost %s.",
			m.Month, m.MustBy, quantity.Money(m.BestUSD))
	}
	text := lead + "best at once"
	if m.Month > 0 {
		text = lead + fmt.Sprintf("best in month %d", m.Month)
	}
	return text + fmt.Sprintf(", which saves %s over the horizon and has paid for itself %s.", quantity.Money(m.SavedUSD), o.paid(m))
}

// paid says when a migration has paid for itself.
func (o *Outlook) paid(m *Migration) string {
	switch {
	case m.Payback < 0:
		return "when staying ends"
	case o.MigrationUSD == 0:
		return "from the start, as it is free"
	}
	return fmt.Sprintf("by the end of month %d", m.Payback)
}

// whyNever says why staying is no dearer than any move.
func (o *Outlook) whyNever(m *Migration) string {
	gain, most := 0.0, 0.0 // what is saved from a month to the horizon, and from the best one
	for i := len(o.Volumes) - 1; i >= 0; i-- {
		gain += o.Lines[m.From].Costs[i] - o.Lines[m.To].Costs[i]
		most = math.Max(most, gain)
	}
	if most < 0.005 {
		return "no month to move would save anything"
	}
	return fmt.Sprintf("it saves at most %s by month %d, and moving costs %s", quantity.Money(most), o.Horizon, quantity.Money(o.MigrationUSD))
}
