package growth

import (
	"math"
	"strconv"

	"runwhere/costs/paths"
	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/tui/slider"
)

// The ends of the rails; what is typed may lie beyond them.
const (
	fastGrowth    = 0.5 // a month
	dearMigration = 1e6 // USD
	leastMove     = 1e3 // USD, the first step above nothing
)

// growthSliders are what the months depend on and no other screen changes.
func growthSliders(p *slider.Column, o *growth.Outlook) []slider.Slider {
	return []slider.Slider{growthRate(p, o.Rate), growthHorizon(p, o.Horizon), growthMigration(p, o.MigrationUSD)}
}

// growthRate moves by a point a step, from where it is to whole points.
func growthRate(p *slider.Column, v float64) slider.Slider {
	s := p.Field("growth", paths.GrowthMonthly, "")
	s.Value, s.Plain, s.At = quantity.FormatRatio(slider.Rounded(v)), quantity.FormatRatio(v), v/fastGrowth
	// Whoever types 8 means 8 %, and not the 800 % that a file would mean by it.
	set, about := s.Set, s.About
	s.Set = func(text string) (scenario.Scenario, error) {
		if plain, err := strconv.ParseFloat(text, 64); err == nil && plain >= 1 {
			text += "%"
		}
		return set(text)
	}
	s.About = func() string { return about() + "; a plain number from 1 on is percent" }
	s.Step = func(by int) (scenario.Scenario, error) {
		next := math.Round(v*100) + float64(by)
		next = math.Max(100*s.Field.Min, math.Min(100*s.Field.Max, next))
		return s.Set(strconv.Itoa(int(next)) + "%")
	}
	return s
}

// growthHorizon moves by a month a step.
func growthHorizon(p *slider.Column, months int) slider.Slider {
	s := p.Field("months", paths.GrowthHorizonMonths, strconv.Itoa(months))
	s.At = float64(months) / s.Field.Max
	s.Step = func(by int) (scenario.Scenario, error) {
		next := math.Max(s.Field.Min, math.Min(s.Field.Max, float64(months+by)))
		return s.Set(quantity.FormatNumber(next))
	}
	return s
}

// growthMigration moves along a series of twenty values a decade, which has no
// nothing in it: below its least value is 0.
func growthMigration(p *slider.Column, usd float64) slider.Slider {
	s := p.Field("migration", paths.GrowthMigrationCost, "")
	s.Value, s.Plain = quantity.Money(usd), quantity.FormatQuantity(s.Field.Kind, usd)
	s.At = math.Max(0, math.Log(math.Max(usd, leastMove)/leastMove)/math.Log(dearMigration/leastMove))
	s.Step = func(by int) (scenario.Scenario, error) {
		next := slider.NextOfSeries(math.Max(usd, leastMove), by)
		switch {
		case usd < leastMove && by > 0:
			next = slider.NextOfSeries(leastMove, by-1)
			if by == 1 {
				next = leastMove
			}
		case usd <= leastMove && by < 0, next < leastMove:
			next = 0
		}
		return s.Set(quantity.FormatQuantity(s.Field.Kind, math.Min(s.Field.Max, next)))
	}
	return s
}
