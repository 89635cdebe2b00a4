package pricebook

import (
	"math"
	"slices"
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
	return newBook(&parsed{prices: []*Price{price, hour}, instances: []*Instance{x}}, "2026-11-23")
}

func TestVerify(t *testing.T) {
	t.Parallel()
	if problems := sound().unsound(); problems != nil {
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
		{"is billed in lots of -1", func(p *Price, _ *Instance, _ *Book) { p.Lot = -1 }},
		{"is billed in lots of NaN", func(p *Price, _ *Instance, _ *Book) { p.Lot = math.NaN() }},
		{`is for "fun"; known is quote`, func(p *Price, _ *Instance, _ *Book) { p.Use = "fun" }},
		{"has a free amount of -5", func(p *Price, _ *Instance, _ *Book) { p.Free = -5 }},
		{"which is not a date", func(p *Price, _ *Instance, _ *Book) { p.ValidFrom = "2026" }},
		{"before it begins", func(p *Price, _ *Instance, _ *Book) { p.ValidFrom, p.ValidTo = "2026-02-01", "2026-01-31" }},
		{"has two prices for the same day", func(p *Price, _ *Instance, b *Book) { b.list.(*parsed).prices = []*Price{p, p} }},
		{"offers 3 of 2 vCPU", func(_ *Price, x *Instance, _ *Book) { x.AllocatableCPU = 3 }},
		{"offers 11 of 10 MiB", func(_ *Price, x *Instance, _ *Book) { x.AllocatableMemory = 11 }},
		{"offers NaN of 10 MiB", func(_ *Price, x *Instance, _ *Book) { x.AllocatableMemory = math.NaN() }},
		{"takes 0 pods", func(_ *Price, x *Instance, _ *Book) { x.MaxPods = 0 }},
		{`has architecture "x86"`, func(_ *Price, x *Instance, _ *Book) { x.Arch = "x86" }},
		{"has no source of its sizes", func(_ *Price, x *Instance, _ *Book) { x.Source = "" }},
		{"costs nothing", func(_ *Price, x *Instance, _ *Book) { x.Hour.Tiers[0].USD = 0 }},
	} {
		b := sound()
		c.harm(b.Prices()[0], b.machines()[0], b)
		problems := b.unsound()
		if len(problems) != 1 || !strings.Contains(problems[0].String(), c.want) {
			t.Errorf("want one problem that %s, got %v", c.want, problems)
		}
	}
}

// A price that follows another is no duplicate.
func TestVerifySuccession(t *testing.T) {
	t.Parallel()
	b := sound()
	before, after := *b.Prices()[0], *b.Prices()[0]
	before.ValidTo, after.ValidFrom = "2026-11-30", "2026-12-01"
	b = newBook(joined(&parsed{prices: []*Price{&after, &before}}), "2026-11-23")
	if problems := b.unsound(); problems != nil {
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
	if len(b.unsound()) != 1 {
		t.Error("a day with two prices was not found")
	}
}

// What platforms charge is in the book, and what is in the book is charged or
// only looked up.
func TestVerifyUsage(t *testing.T) {
	t.Parallel()
	b := sound()
	for _, c := range []struct {
		used []string
		use  string
		want string
	}{
		{[]string{"a"}, "", ""},
		{nil, ForQuotes, ""},
		{nil, "", "a is charged by no platform; a price that is only looked up says use: quote"},
		{[]string{"a", "b"}, "", "b is charged by a platform, and the book does not have it"},
	} {
		b.Prices()[0].Use = c.use
		problems, warnings := b.Verify("2026-03-01", c.used)
		got := ""
		for _, p := range problems {
			got += p.String()
		}
		if got != c.want || len(warnings) != 0 {
			t.Errorf("%v, use %q: %q, warnings %v, want %q", c.used, c.use, got, warnings, c.want)
		}
	}
	if problems, _ := b.Verify("today", []string{"a"}); len(problems) != 1 || problems[0].String() != `today is "today", which is not a date` {
		t.Errorf("a day that is none: %v", problems)
	}
}

func TestMachinesAreUsedByName(t *testing.T) {
	t.Parallel()
	types, families := embedded(t).machineNames()
	for id, want := range map[string]bool{
		"ec2.c5.xlarge": true, "ec2.spot.c5.xlarge": true, "gce.spot.e2-micro": true, "vm.Standard_D2s_v5": true,
		"ec2.savings-1y.m7g": true, "ec2.savings-3y.x99": false, "ec2.spot.x99.large": false, "fargate.savings-1y": false,
		"lambda.requests": false, "gce.flex-cud-1y": false,
	} {
		if got := ofMachine(id, types, families); got != want {
			t.Errorf("%s is that of a machine: %v, want %v", id, got, want)
		}
	}
}

// A price is old 180 days after its date, or after the end of its month or year.
func TestVerifyAge(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		asOf, today string
		old         bool
	}{
		{"2026-05-27", "2026-11-23", false}, // 180 days
		{"2026-05-26", "2026-11-23", true},
		{"2026-05", "2026-11-27", false}, // 180 days after 31 May
		{"2026-05", "2026-11-28", true},
		{"2025", "2026-06-29", false}, // 180 days after 31 December
		{"2025", "2026-06-30", true},
		{"2024-02", "2024-08-27", false}, // 29 February
		{"2024-02", "2024-08-28", true},
		{"2023-02", "2023-08-28", true},
		{"2027-01-01", "2026-11-23", false},
	} {
		b := sound()
		b.Prices()[0].AsOf = c.asOf
		b.Prices()[1].AsOf = c.today
		_, warnings := b.Verify(c.today, []string{"a"})
		if (len(warnings) == 1) != c.old || c.old && warnings[0].String() != "a in r is as of "+c.asOf {
			t.Errorf("%s on %s: %v, want old %v", c.asOf, c.today, warnings, c.old)
		}
	}
}

// A price is over 400 days old on the day after the 400th, and counts for its
// provider and for all.
func TestAges(t *testing.T) {
	t.Parallel()
	b := newBook(&parsed{prices: []*Price{
		{Provider: "b", AsOf: "2025-10-19"}, // 400 days before
		{Provider: "a", AsOf: "2025-10-18"},
		{Provider: "a", AsOf: "2024"}, // 31 Dec 2024
		{Provider: "a", AsOf: "2025-02"},
		{Provider: "a", AsOf: "2026-11-23"},
		{Provider: "a", AsOf: "soon"},
	}}, "2026-11-23")
	got := b.Ages("2026-11-23")
	want := []Ages{
		{"a", 5, 3, 3, "2024", "2026-11-23", ""},
		{"b", 1, 1, 0, "2025-10-19", "2025-10-19", ""},
		{"", 6, 4, 3, "2024", "2026-11-23", ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := newBook(&parsed{}, "").Ages("2026-11-23"); len(got) != 1 || got[0] != (Ages{}) {
		t.Errorf("an empty book: %+v", got)
	}
}

func TestDayNumbers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from, to string
		days     int
	}{
		{"2026-01-01", "2026-12-31", 364},
		{"2024-02-28", "2024-03-01", 2},
		{"2023-02-28", "2023-03-01", 1},
		{"1999-12-31", "2000-01-01", 1},
		{"2000-01-01", "2100-01-01", 36525},
	} {
		if got := dayNumber(c.to) - dayNumber(c.from); got != c.days {
			t.Errorf("%s to %s is %d days, want %d", c.from, c.to, got, c.days)
		}
	}
}

// TestVeryOld: a price is very old from the 401st day on; one that is known to its
// month or year counts from the end of it.
func TestVeryOld(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		asOf, day string
		old       bool
	}{
		{"2025-10-24", "2026-11-28", false},
		{"2025-10-23", "2026-11-28", true},
		{"2025", "2026-11-28", false},
		{"2024", "2026-11-28", true},
		{"2025-09", "2026-11-04", false},
		{"2025-09", "2026-11-05", true},
		{"given", "2026-11-28", false},
		{"2020-01-01", "", false},
	} {
		if VeryOld(c.asOf, c.day) != c.old {
			t.Errorf("%s on %s: %v", c.asOf, c.day, !c.old)
		}
	}
}

// TestAgesByRegion: every price is in one region, and the regions add up to the
// providers.
func TestAgesByRegion(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	sum := map[string]Ages{}
	for _, a := range book.AgesByRegion("2026-11-28") {
		of := sum[a.Provider]
		of.Prices, of.Over180, of.Over400 = of.Prices+a.Prices, of.Over180+a.Over180, of.Over400+a.Over400
		sum[a.Provider] = of
	}
	for _, a := range book.Ages("2026-11-28") {
		if got := sum[a.Provider]; a.Provider != "" && (got.Prices != a.Prices || got.Over180 != a.Over180 || got.Over400 != a.Over400) {
			t.Errorf("%s: regions have %+v, want %+v", a.Provider, got, a)
		}
	}
}
