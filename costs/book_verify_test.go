package costs

import (
	"math"
	"strings"
	"testing"
)

// sound returns a book in which nothing is wrong.
func sound() *Book {
	price := &Price{
		ID: "a", Provider: "p", Region: "r", Unit: "u", Source: "s", AsOf: "2026-02-28",
		Tiers: []Tier{{0, 2}, {10, 1}},
	}
	hour := &Price{ID: "ec2.x", Provider: "p", Region: "r", Unit: "hour", Source: "s", AsOf: "2026", Tiers: []Tier{{0, 1}}}
	x := &Instance{
		Type: "x", Arch: "arm64", VCPU: 2, MemoryMiB: 10, MaxPods: 4, AllocatableCPU: 1, AllocatableMemory: 5,
		Hour: hour, Source: "s", AsOf: "2026",
	}
	return &Book{prices: []*Price{price, hour}, instances: []*Instance{x}, collected: "2026-11-23"}
}

func TestVerify(t *testing.T) {
	t.Parallel()
	if problems := sound().Verify(); problems != nil {
		t.Fatalf("a sound book has problems: %v", problems)
	}
	for _, c := range []struct {
		want string
		harm func(p *Price, x *Instance, b *Book)
	}{
		{"has no source", func(p *Price, _ *Instance, _ *Book) { p.Source = "" }},
		{"has no unit", func(p *Price, _ *Instance, _ *Book) { p.Unit = "" }},
		{"has no region", func(p *Price, _ *Instance, _ *Book) { p.Region = "" }},
		{"has no date", func(p *Price, _ *Instance, _ *Book) { p.AsOf = "" }},
		{`is dated "unknown"`, func(p *Price, _ *Instance, _ *Book) { p.AsOf = "unknown" }},
		{`is dated "2026-13"`, func(p *Price, _ *Instance, _ *Book) { p.AsOf = "2026-13" }},
		{`is dated "2025-02-29"`, func(p *Price, _ *Instance, _ *Book) { p.AsOf = "2025-02-29" }},
		{"after the book was collected", func(p *Price, _ *Instance, _ *Book) { p.AsOf = "2026-12" }},
		{"has no tiers", func(p *Price, _ *Instance, _ *Book) { p.Tiers = nil }},
		{"has a first tier from 1", func(p *Price, _ *Instance, _ *Book) { p.Tiers[0].From = 1 }},
		{"has a tier from 0 after one from 0", func(p *Price, _ *Instance, _ *Book) { p.Tiers[1].From = 0 }},
		{"has a tier from NaN", func(p *Price, _ *Instance, _ *Book) { p.Tiers[1].From = math.NaN() }},
		{"has a tier from +Inf", func(p *Price, _ *Instance, _ *Book) { p.Tiers[1].From = math.Inf(1) }},
		{"costs -1", func(p *Price, _ *Instance, _ *Book) { p.Tiers[1].USD = -1 }},
		{"costs NaN", func(p *Price, _ *Instance, _ *Book) { p.Tiers[0].USD = math.NaN() }},
		{"costs +Inf", func(p *Price, _ *Instance, _ *Book) { p.Tiers[0].USD = math.Inf(1) }},
		{"has a free amount of -5", func(p *Price, _ *Instance, _ *Book) { p.Free = -5 }},
		{"which is not a date", func(p *Price, _ *Instance, _ *Book) { p.ValidFrom = "2026" }},
		{"before it begins", func(p *Price, _ *Instance, _ *Book) { p.ValidFrom, p.ValidTo = "2026-02-01", "2026-01-31" }},
		{"has two prices for the same day", func(p *Price, _ *Instance, b *Book) { b.prices = []*Price{p, p} }},
		{"offers 3 of 2 vCPU", func(_ *Price, x *Instance, _ *Book) { x.AllocatableCPU = 3 }},
		{"offers 11 of 10 MiB", func(_ *Price, x *Instance, _ *Book) { x.AllocatableMemory = 11 }},
		{"offers NaN of 10 MiB", func(_ *Price, x *Instance, _ *Book) { x.AllocatableMemory = math.NaN() }},
		{"takes 0 pods", func(_ *Price, x *Instance, _ *Book) { x.MaxPods = 0 }},
		{`has architecture "x86"`, func(_ *Price, x *Instance, _ *Book) { x.Arch = "x86" }},
		{"has no source of its sizes", func(_ *Price, x *Instance, _ *Book) { x.Source = "" }},
		{"costs nothing", func(_ *Price, x *Instance, _ *Book) { x.Hour.Tiers[0].USD = 0 }},
	} {
		b := sound()
		c.harm(b.prices[0], b.instances[0], b)
		problems := b.Verify()
		if len(problems) != 1 || !strings.Contains(problems[0].String(), c.want) {
			t.Errorf("want one problem that %s, got %v", c.want, problems)
		}
	}
}

// A price that follows another is no duplicate.
func TestVerifySuccession(t *testing.T) {
	t.Parallel()
	b := sound()
	before, after := *b.prices[0], *b.prices[0]
	before.ValidTo, after.ValidFrom = "2026-11-30", "2026-12-01"
	b = joined(&Book{prices: []*Price{&after, &before}, collected: "2026-11-23"})
	if problems := b.Verify(); problems != nil {
		t.Errorf("problems: %v", problems)
	}
	for day, want := range map[string]*Price{"2026-11-30": &before, "2026-12-01": &after} {
		on, err := b.On(day)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := on.Price("a", "r"); got != want || err != nil {
			t.Errorf("on %s: %v, %v", day, got, err)
		}
	}
	after.ValidFrom = "2026-11-30"
	if len(b.Verify()) != 1 {
		t.Error("a day with two prices was not found")
	}
}
