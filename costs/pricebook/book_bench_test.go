package pricebook

import (
	"testing"
)

// BenchmarkEmbedded reads the whole price book; the program does so once at its
// start, and every file more is read beside the others.
func BenchmarkEmbedded(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readEmbedded(); err != nil {
			b.Fatal(err)
		}
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
