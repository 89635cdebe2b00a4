package json

import (
	"runwhere/checklist"
	"runwhere/model/uncertainty"
)

// uncertaintyJSON is what the ranges of the scenario leave open, null where
// there is no range. Probabilities are of 1; the ends of a range are in the
// base unit of its key; what has no figure is null.
func uncertaintyJSON(u *uncertainty.Uncertainty) any {
	if u == nil {
		return nil
	}
	options := make([]object, len(u.Options))
	for i, o := range u.Options {
		options[i] = object{
			{"option", checklist.Placeable[i]},
			{"platform", o.Platform.ID},
			{"cheapest", number(o.Cheapest)},
			{"possible", number(o.Possible)},
			{"p5_usd", number(o.P5)},
			{"p50_usd", number(o.P50)},
			{"p95_usd", number(o.P95)},
		}
	}
	volumes := make([]object, len(u.Axis))
	for i, at := range u.Axis {
		volumes[i] = object{{"requests_per_month", number(at.Volume)}}
		for o, option := range checklist.Placeable {
			volumes[i] = append(volumes[i], member{string(option), number(at.Cheapest[o])})
		}
	}
	return object{
		{"draws", u.Draws},
		{"seed", u.Seed},
		{"people_included", u.People},
		{"findings", u.Sentences()},
		{"correlations", correlatedJSON(u.Correlated)},
		{"options", options},
		{"none", number(u.None)},
		{"split", splitOddsJSON(u.Split)},
		{"volumes", volumes},
		{"volumes_draws", u.AxisDraws},
		{"cheapest", platformID(u.Cheapest)},
		{"second", platformID(u.Second)},
		{"difference_usd", number(u.Difference)},
		{"inputs", leversJSON(u)},
		{"perfect_usd", number(u.Perfect)},
		{"noise_usd", number(u.Noise)},
	}
}

// splitOddsJSON is how the split fares where it uses several platforms, null
// where it does not.
func splitOddsJSON(s *uncertainty.SplitOdds) any {
	if s == nil {
		return nil
	}
	return object{
		{"cheaper_than_single", number(s.Cheaper)},
		{"possible", number(s.Possible)},
		{"p5_usd", number(s.P5)},
		{"p50_usd", number(s.P50)},
		{"p95_usd", number(s.P95)},
	}
}

// leversJSON lists the uncertain inputs, that with the widest swing first. A
// difference is what `second` costs more than `cheapest`. Of one that was not
// moved to its ends there is no difference, and of one that was not searched
// nobody knows a crossover.
func leversJSON(u *uncertainty.Uncertainty) []object {
	return each(u.Levers, func(l *uncertainty.Lever) object {
		return object{
			{"key", l.Path},
			{"label", l.Label},
			{"low", number(l.Range.Low)},
			{"high", number(l.Range.High)},
			{"difference_low_usd", number(l.AtLow)},
			{"difference_high_usd", number(l.AtHigh)},
			{"swing_usd", number(l.Swing())},
			{"moved", l.Moved},
			{"searched", l.Searched},
			{"crossover_low", number(l.CrossoverLow)},
			{"crossover_high", number(l.CrossoverHigh)},
			{"worth_usd", number(l.Worth)},
			{"above_noise", u.Tells(l)},
		}
	})
}

// correlatedJSON lists the correlations of the scenario, and why one says nothing
// about the draws, null where it is drawn.
func correlatedJSON(list []uncertainty.Correlated) []object {
	return each(list, func(c *uncertainty.Correlated) object {
		return object{
			{"a", c.A},
			{"b", c.B},
			{"rank", number(c.Rank)},
			{"not_drawn", orNull(c.Why)},
		}
	})
}
