package growth

import (
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/model"
)

// Migration is the move from one line to another: when it pays best, what it
// saves against staying, and when it has paid for itself.
type Migration struct {
	From, To int
	// Month is the best month to move: everything before it is billed by From,
	// it and everything after by To. −1 says never: staying costs no more.
	Month    int
	StayUSD  float64 // of all months without a move; +Inf where From ends
	NowUSD   float64 // of all months and the migration, when moving at once; +Inf where To ends
	BestUSD  float64 // when moving in Month; StayUSD for never
	SavedUSD float64 // StayUSD − BestUSD; +Inf where staying is not possible, 0 for never
	// Payback is the month in which the savings since the move have made up for
	// its cost; −1 where there is no move, or staying was no choice by then.
	Payback int
	// MustBy is the last month in which the move is still possible, −1 where
	// From carries every month.
	MustBy int
}

// migrations compares the moves that matter: from what is the cheapest today
// and from the recommendation, to every other option that could run the system
// and to whatever is the cheapest some time.
func (o *Outlook) migrations(e *model.Evaluation) {
	var from []int
	add := func(list []int, i int) []int {
		if i >= 0 && o.Lines[i].Choice() && !slices.Contains(list, i) {
			list = append(list, i)
		}
		return list
	}
	from = add(from, o.Cheapest[0])
	from = add(from, o.Line(e.Verdict.Recommendation))
	var to []int
	for _, option := range checklist.Options {
		to = add(to, o.Line(option))
	}
	for _, c := range o.Changes {
		to = add(to, c.To)
	}
	to = add(to, o.Least)
	for _, f := range from {
		for _, t := range to {
			if f != t {
				o.Migrations = append(o.Migrations, o.migration(f, t))
			}
		}
	}
}

// migration finds the best month by adding up what every month would cost:
// what was paid before it, the migration, and what is left to pay after it.
func (o *Outlook) migration(from, to int) Migration {
	a, b := o.Lines[from].Costs, o.Lines[to].Costs
	m := Migration{From: from, To: to, Month: -1, Payback: -1, MustBy: o.Lines[from].Ends, StayUSD: o.Lines[from].Total}
	m.BestUSD = m.StayUSD
	left := 0.0 // what To costs from the month in question on
	rest := make([]float64, len(b)+1)
	for i := len(b) - 1; i >= 0; i-- {
		left += b[i]
		rest[i] = left
	}
	m.NowUSD = o.MigrationUSD + rest[0]
	paid := 0.0
	for i := range b {
		if total := paid + o.MigrationUSD + rest[i]; !math.IsInf(total, 1) && (math.IsInf(m.BestUSD, 1) || cheaper(total, m.BestUSD)) {
			m.Month, m.BestUSD = i, total
		}
		paid += a[i]
	}
	if m.Month < 0 {
		return m
	}
	m.SavedUSD = m.StayUSD - m.BestUSD
	m.Payback = payback(a, b, m.Month, o.MigrationUSD)
	return m
}

// payback is the first month by whose end the savings since a move have made up
// for its cost, −1 where none has or where staying has no price any more.
func payback(from, to []float64, month int, usd float64) int {
	saved := 0.0
	for i := month; i < len(from); i++ {
		if math.IsInf(from[i], 1) {
			return -1
		}
		saved += from[i] - to[i]
		if saved >= usd-1e-9*math.Max(1, usd) {
			return i
		}
	}
	return -1
}

// Stuck reports whether neither staying nor any move has a price in every
// month.
func (m *Migration) Stuck() bool { return m.Month < 0 && math.IsInf(m.StayUSD, 1) }
