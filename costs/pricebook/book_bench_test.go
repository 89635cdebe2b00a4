package pricebook

import (
	"fmt"
	"strings"
	"testing"
)

// benchmarked are the list of the program, and one of five times its size: the
// same prices under names of other generations.
func benchmarked(b *testing.B) map[string]func() *Book {
	files := fromFiles(b)
	large := &parsed{collected: files.collected}
	for n := range 6 {
		suffix := strings.Repeat("x", n)
		for _, p := range files.prices {
			q := *p
			q.ID += suffix
			large.prices = append(large.prices, &q)
		}
		for _, x := range files.instances {
			y := *x
			y.Type += suffix
			y.Hour = nil
			large.instances = append(large.instances, &y)
			hour := *x.Hour
			hour.ID += suffix
			y.Hour = &hour
		}
	}
	return map[string]func() *Book{"3237 prices": opened(tablesOf(b, files)), "19422 prices": opened(tablesOf(b, joined(large)))}
}

// opened returns tables as the program has them when it starts.
func opened(text map[string]string) func() *Book {
	return func() *Book {
		t := &tables{
			prices: table(text["prices"]), terms: table(text["terms"]), typed: table(text["types"]),
			byRegion: table(text["regions"]), providers: table(text["providers"]),
		}
		return newBook(t, t.collected())
	}
}

// BenchmarkStart opens the book and asks for what a scenario on AWS does: the
// dates for the header, some prices, and the machines of a region. It costs the
// same however many prices nobody asks for.
func BenchmarkStart(b *testing.B) {
	for name, open := range benchmarked(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				book := open()
				book.AsOf()
				for _, id := range []string{"lambda.requests", "lambda.duration.x86", "nat.hour", "nat.gb", "eks.cluster.hour", "egress.internet", "workers.base"} {
					if _, err := book.Price(id, "us-east-1"); err != nil {
						b.Fatal(err)
					}
				}
				book.NodeOptions("us-east-1", NodePurchase{Arch: "amd64"})
			}
		})
	}
}

// BenchmarkPrice looks up a price that was asked for before.
func BenchmarkPrice(b *testing.B) {
	for name, open := range benchmarked(b) {
		book := open()
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := book.Price("workers.base", "us-east-1"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkWhole makes every price, as a list of all of them does.
func BenchmarkWhole(b *testing.B) {
	for name, open := range benchmarked(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if got, want := fmt.Sprint(len(open().Prices()), " prices"), name; got != want {
					b.Fatal(got)
				}
			}
		})
	}
}

// BenchmarkUSD holds that a price without a lot does not pay for those with one.
func BenchmarkUSD(b *testing.B) {
	plain := &Price{Free: 400e3, Tiers: []Tier{{0, 2e-5}, {6e9, 1e-5}}}
	lots := &Price{Lot: 1e6, Tiers: []Tier{{0, 0}, {1e6, 1e-7}}}
	for name, p := range map[string]*Price{"plain": plain, "lots": lots} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.USD(7e9, true)
			}
		})
	}
}
