package tui

import (
	"math"
	"strconv"

	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// The ends of the rails; what is typed may lie beyond them.
const (
	fastGrowth    = 0.5 // a month
	dearMigration = 1e6 // USD
	leastMove     = 1e3 // USD, the first step above nothing
)

// growthSliders are what the months depend on and no other screen changes.
func (p *sliderColumn) growthSliders(o *growth.Outlook) []slider {
	return []slider{p.growthRate(o.Rate), p.growthHorizon(o.Horizon), p.growthMigration(o.MigrationUSD)}
}

// growthRate moves by a point a step, from where it is to whole points.
func (p *sliderColumn) growthRate(v float64) slider {
	s := p.field("growth", "growth.monthly", "")
	s.value, s.plain, s.at = quantity.FormatRatio(rounded(v)), quantity.FormatRatio(v), v/fastGrowth
	// Whoever types 8 means 8 %, and not the 800 % that a file would mean by it.
	set := s.set
	s.set = func(text string) (scenario.Scenario, error) {
		if plain, err := strconv.ParseFloat(text, 64); err == nil && plain >= 1 {
			text += "%"
		}
		return set(text)
	}
	s.about += "; a plain number from 1 on is percent"
	s.step = func(by int) (scenario.Scenario, error) {
		next := math.Round(v*100) + float64(by)
		next = math.Max(100*s.field.Min, math.Min(100*s.field.Max, next))
		return s.set(strconv.Itoa(int(next)) + "%")
	}
	return s
}

// growthHorizon moves by a month a step.
func (p *sliderColumn) growthHorizon(months int) slider {
	s := p.field("months", "growth.horizon_months", strconv.Itoa(months))
	s.at = float64(months) / s.field.Max
	s.step = func(by int) (scenario.Scenario, error) {
		next := math.Max(s.field.Min, math.Min(s.field.Max, float64(months+by)))
		return s.set(quantity.FormatNumber(next))
	}
	return s
}

// growthMigration moves along a series of twenty values a decade, which has no
// nothing in it: below its least value is 0.
func (p *sliderColumn) growthMigration(usd float64) slider {
	s := p.field("migration", "growth.migration_cost", "")
	s.value, s.plain = quantity.Money(usd), quantity.FormatQuantity(s.field.Kind, usd)
	s.at = math.Max(0, math.Log(math.Max(usd, leastMove)/leastMove)/math.Log(dearMigration/leastMove))
	s.step = func(by int) (scenario.Scenario, error) {
		next := nextOfSeries(math.Max(usd, leastMove), by)
		switch {
		case usd < leastMove && by > 0:
			next = nextOfSeries(leastMove, by-1)
			if by == 1 {
				next = leastMove
			}
		case usd <= leastMove && by < 0, next < leastMove:
			next = 0
		}
		return s.set(quantity.FormatQuantity(s.field.Kind, math.Min(s.field.Max, next)))
	}
	return s
}
