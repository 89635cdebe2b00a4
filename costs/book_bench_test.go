package costs

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkParse reads the whole price book; the program does so once at its
// start and wants it done within 4 ms.
func BenchmarkParse(b *testing.B) {
	names, err := filepath.Glob("prices/*.yaml")
	if err != nil || len(names) == 0 {
		b.Fatalf("no price files: %v", err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		if files[name], err = os.ReadFile(name); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for name, data := range files {
			if _, err := Parse(name, data); err != nil {
				b.Fatal(err)
			}
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
