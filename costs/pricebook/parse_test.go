package pricebook

import (
	"strings"
	"testing"
)

const smallBook = `provider: aws
collected: 2026-11-23
regions: here there
sources: {list: "the price list"}
prices:
  - id: a.b
    unit: request
    free: 5
    from: 0 10
    usd: {every: 0.2 0.1}
    source: list
    as_of: 2026
instances:
  sizes: {source: list, as_of: 2026-08}
  regions: here there
  source: list list
  as_of: 2026-07 2026-08-01
  types:
    x.large: arm64 2 4096 1 17 1930 3187 | 0.5 -
`

const smallSpot = "  spot: {unit: hour, regions: here there, source: list, as_of: 2026, types: {"

// The prefix of a table is that of its ids, and a dash in the table of spot
// prices is one that is not known.
func TestParseSpotAndPrefix(t *testing.T) {
	t.Parallel()
	text := strings.Replace(smallBook, "instances:\n", "instances:\n  prefix: gce\n", 1) + smallSpot + "x.large: 0.2 -}}\n"
	b, err := Parse("small.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if problems := b.unsound(); problems != nil {
		t.Errorf("problems: %v", problems)
	}
	if p, err := b.Price("gce.spot.x.large", "here"); err != nil || p.Tiers[0].USD != 0.2 || p.Unit != "hour" || p.Source != "the price list" {
		t.Errorf("the spot price is %+v, %v", p, err)
	}
	if _, err := b.Price("gce.spot.x.large", "there"); err == nil {
		t.Error("a dash became a spot price")
	}
	if x, err := b.Instance("x.large", "here"); err != nil || x.PriceID() != "gce.x.large" || x.Provider != "aws" {
		t.Errorf("the instance is %+v, %v", x, err)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	b, err := Parse("small.yaml", []byte(smallBook))
	if err != nil {
		t.Fatal(err)
	}
	if problems := b.unsound(); problems != nil {
		t.Errorf("problems: %v", problems)
	}
	p, err := b.Price("a.b", "there")
	if err != nil {
		t.Fatal(err)
	}
	// 5 free, 5 at 0.2, 3 at 0.1.
	if got := p.USD(13, true); !closeTo(got, 1.3) {
		t.Errorf("13 units cost %v, want 1.3", got)
	}
	if p.Source != "the price list" || p.AsOf != "2026" || p.Provider != "aws" || p.Unit != "request" {
		t.Errorf("price is %+v", p)
	}
	x, err := b.Instance("x.large", "here")
	if err != nil {
		t.Fatal(err)
	}
	if x.GPU != 1 || x.AllocatableCPU != 1.93 || x.Hour.Tiers[0].USD != 0.5 || x.Hour.AsOf != "2026-07" {
		t.Errorf("instance is %+v at %+v", x, x.Hour)
	}
	if _, err := b.Instance("x.large", "there"); err == nil {
		t.Error("a dash became a price")
	}
}

func TestParseErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ old, new, want string }{
		{"provider: aws\n", "", "f.yaml:1: provider: is missing"},
		{"collected: 2026-11-23", "collected: today", `f.yaml:2: collected: "today" is not a date; a date is YYYY-MM-DD, from 2000 on`},
		{"collected: 2026-11-23", "colected: 2026-11-23", `f.yaml:2: "colected" is not a known key; known are provider, collected, regions, sources, prices, instances`},
		{"provider: aws", "provider: [aws]", "f.yaml:1: provider: must be a single value"},
		{"id: a.b", "name: a.b", `f.yaml:6: prices[0]: "name" is not a known key; known are id, unit, free, lot, from, usd, use, source, as_of, valid_from, valid_to, note`},
		{"free: 5", "free: five", `f.yaml:8: prices[0].free: "five" is not a number`},
		{"free: 5", "unit: twice", `f.yaml:8: prices[0]: "unit" is given twice`},
		{"free: 5", "lot: dozen", `f.yaml:8: prices[0].lot: "dozen" is not a number`},
		{"free: 5", "use: never", `f.yaml:8: prices[0].use: "never" is not known; allowed is quote, for a price that no platform charges`},
		{"from: 0 10", "from: 0 10 20", `f.yaml:10: prices[0].usd: "0.2 0.1" must have one price for each of the 3 tiers`},
		{"from: 0 10", "from: ''", `f.yaml:9: prices[0].from: must be one or more numbers`},
		{"every: 0.2", "nowhere: 0.2", `f.yaml:10: prices[0].usd: "nowhere" is not one of the file's regions`},
		{"usd: {every: 0.2 0.1}", "usd: 0.2 0.1", `f.yaml:10: prices[0].usd: "0.2 0.1" must be a mapping of keys to values`},
		{"    usd: {every: 0.2 0.1}\n", "", `f.yaml:6: prices[0].usd: is missing`},
		{"source: list\n    as_of: 2026\n", "source: lists\n    as_of: 2026\n", `f.yaml:11: prices[0].source: "lists" is not one of the file's sources; did you mean list?`},
		{"  source: list list", "  source: list", `f.yaml:16: instances.source: "list" must have one entry for each of the 2 regions`},
		{"| 0.5 -", "| 0.5", `f.yaml:19: instances.types.x.large: "arm64 2 4096 1 17 1930 3187 | 0.5" must be 7 sizes, | and a price for each of the 2 regions`},
		{"4096 1 17", "4096 1.5 17", `f.yaml:19: instances.types.x.large: "1.5" is not a number of GPUs`},
		{"| 0.5 -", "| ? -", `f.yaml:19: instances.types.x.large: "?" is not a number`},
		{"| 0.5 -\n", "| 0.5 -\n  spot: {}\n", "f.yaml:20: instances.spot.unit: is missing"},
		{"| 0.5 -\n", "| 0.5 -\n" + smallSpot + "x.large: 0.2 0.3 0.4}}\n", `f.yaml:20: instances.spot.types.x.large: "0.2 0.3 0.4" must be a figure for each of the 2 regions`},
		{"| 0.5 -\n", "| 0.5 -\n" + smallSpot + "x.large: 0.2 ?}}\n", `f.yaml:20: instances.spot.types.x.large: "?" is not a number`},
		{"  sizes: {source: list, as_of: 2026-08}\n", "", "f.yaml:14: instances.sizes: is missing"},
	} {
		text := strings.Replace(smallBook, c.old, c.new, 1)
		if text == smallBook {
			t.Fatalf("%q is not in the book", c.old)
		}
		if _, err := Parse("f.yaml", []byte(text)); err == nil || err.Error() != c.want {
			t.Errorf("%q:\ngot  %v\nwant %s", c.new, err, c.want)
		}
	}
	for _, text := range []string{"", "# nothing", "- a\n- b\n", "just words", "a: [", "\x00\xff", "a: &x {b: *x}", "provider: aws\n---\nprovider: gcp\n"} {
		_, err := Parse("f.yaml", []byte(text))
		if err == nil || !strings.HasPrefix(err.Error(), "f.yaml") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzParse holds that nothing panics, and that what can be read can be
// verified and looked up.
func FuzzParse(f *testing.F) {
	f.Add([]byte(smallBook))
	f.Add([]byte(smallBook + smallSpot + "x.large: 0.2 -}}\n"))
	f.Add([]byte("provider: a\ncollected: 2026-01-01\nprices: [{id: x, lot: 3, use: quote, from: 0 5, usd: {global: 0 1}}]"))
	f.Add([]byte("provider: a\ncollected: 2026-01-01\nregions: global\nprices: [{id: x, usd: {global: nan}}]"))
	f.Add([]byte("provider: &a a\ncollected: 2026-01-01\nprices: *a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Parse("f.yaml", data)
		if err != nil {
			if message := err.Error(); !strings.HasPrefix(message, "f.yaml") {
				t.Errorf("the error does not name the file: %s", message)
			}
			return
		}
		b.Verify("2026-11-23", b.IDs())
		b.Regions(b.IDs()...)
		for _, p := range b.Prices() {
			if _, err := b.Price(p.ID, p.Region); err != nil && p.holds(b.Day()) {
				t.Errorf("%s in %s is listed but %v", p.ID, p.Region, err)
			}
			p.USD(1e9, true)
			p.Charges(1e9, true)
		}
	})
}
