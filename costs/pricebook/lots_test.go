package pricebook

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestLots(t *testing.T) {
	t.Parallel()
	included := &Price{Lot: 1e6, Tiers: []Tier{{0, 0}, {1e6, 0.15e-6}}}
	free := &Price{Lot: 10, Free: 5, Tiers: []Tier{{0, 2}, {25, 1}}}
	for _, c := range []struct {
		price    *Price
		quantity float64
		free     bool
		want     float64
	}{
		{included, 0, false, 0},
		{included, 1e6, false, 0},
		{included, 1e6 + 1, false, 0.15},
		{included, 2e6, false, 0.15},
		{included, 2e6 + 1, true, 0.30},
		{free, 5, true, 0},
		{free, 6, true, 20},      // 5 free and a lot of 10
		{free, 6, false, 20},     // nothing is free, so a lot of 10
		{free, 16, true, 20 * 2}, // 5 free, two lots up to the edge at 25
		{free, 26, true, 20*2 + 10},
		{free, 26, false, 25*2 + 5},
	} {
		if got := c.price.USD(c.quantity, c.free); !closeTo(got, c.want) {
			t.Errorf("%v units (free %v) cost %v, want %v", c.quantity, c.free, got, c.want)
		}
		charged := 0.0
		for _, charge := range c.price.Charges(c.quantity, c.free) {
			charged += charge.USD
		}
		if !closeTo(charged, c.want) {
			t.Errorf("%v units (free %v) are charged %v, want %v", c.quantity, c.free, charged, c.want)
		}
	}
}

// A third of a lot three times over is a lot, not two: sums of binary fractions
// miss whole lots by their last digits.
func TestLotsForgiveArithmetic(t *testing.T) {
	t.Parallel()
	p := &Price{Lot: 0.1, Tiers: []Tier{{0, 1}}}
	if got := p.USD(0.1+0.2, false); !closeTo(got, 0.3) {
		t.Errorf("0.1 + 0.2 in lots of 0.1 costs %v, want 0.3", got)
	}
}

// Lots never make a bill smaller, and never by more than a lot greater.
func TestLotsRoundUpByLessThanALot(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		by := &Price{Tiers: []Tier{{0, 0}, {1e6, 1e-6}}}
		in := &Price{Tiers: by.Tiers, Lot: rapid.SampledFrom([]float64{1, 1e3, 1e6}).Draw(t, "lot")}
		quantity := rapid.Float64Range(0, 1e9).Draw(t, "quantity")
		unit, lot := by.USD(quantity, false), in.USD(quantity, false)
		if lot < unit-1e-9*math.Max(1, unit) || lot > unit+in.Lot*1e-6+1e-9 {
			t.Errorf("%v units cost %v by the unit and %v in lots of %v", quantity, unit, lot, in.Lot)
		}
	})
}
