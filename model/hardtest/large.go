package hardtest

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"testing"

	"runwhere/costs"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// Large is a shape of system that asks for a lot in a file of less than 100 kB.
type Large struct {
	Components int
	calls      int  // of each component
	Ranges     int  // of each component
	hours      bool // whether every component has a week of its own
	compare    bool // whether every kind of platform is compared
	wasm       string
	growth     bool
}

// largest is the bytes of the largest file that a shape may make.
const largest = 100_000

// ranged are the values of a component that can be ranges, in the order in
// which a shape makes them so.
var largeRanges = []struct {
	key       string
	low, high float64
	unit      string
}{
	{"requests_per_month", 10e3, 90e3, ""},
	{"duration", 50, 400, "ms"},
	{"cpu_time", 5, 40, "ms"},
	{"memory", 128, 512, "MiB"},
	{"response", 2, 40, "KiB"},
	{"logs", 1, 4, "KiB"},
	{"outbound", 1, 9, "KiB"},
	{"init", 100, 900, "ms"},
	{"connections", 10, 80, ""},
	{"peak_to_mean", 1.5, 4, ""},
}

// YAML writes the shape as its author would.
func (l Large) YAML() string {
	var b strings.Builder
	b.WriteString("runwhere: 1\n")
	if l.growth {
		b.WriteString("growth: {monthly: 12%, horizon_months: 36}\n")
	}
	var others []string
	for _, k := range costs.Kinds() {
		if l.compare && k.ID != l.wasm {
			others = append(others, k.ID)
		}
	}
	fmt.Fprintf(&b, "platforms: {wasm: {kind: %s}, compare: [%s]}\n", cmp.Or(l.wasm, "cloudflare-workers"), strings.Join(others, ","))
	b.WriteString("components:\n")
	for i := range l.Components {
		fmt.Fprintf(&b, "- {name: c%d", i)
		if l.hours {
			fmt.Fprintf(&b, ",traffic: %s,peak_to_mean: %.3f", costs.Patterns[i%len(costs.Patterns)], 1.5+float64(i%389)/150)
		}
		for k, r := range largeRanges {
			grow := math.Pow(3, float64(i%5)-2)
			if r.key == "peak_to_mean" {
				grow = 1
			}
			switch {
			case l.hours && r.key == "peak_to_mean":
			case k < l.Ranges:
				fmt.Fprintf(&b, ",%s: %.4g%s..%.4g%s", r.key, r.low*grow, r.unit, r.high*grow*(1+float64(i)/1e3), r.unit)
			case k == 0:
				fmt.Fprintf(&b, ",%s: %dK", r.key, 10+i*7919%900)
			}
		}
		if l.calls > 0 {
			b.WriteString(",calls: [")
			for c := range l.calls {
				fmt.Fprintf(&b, "{to: c%d},", (i+1+c*7)%l.Components)
			}
			b.WriteString("]")
		}
		b.WriteString("}\n")
	}
	return b.String()
}

// Scenario reads the shape as a file.
func (l Large) Scenario(t testing.TB) scenario.Scenario {
	t.Helper()
	text := l.YAML()
	if len(text) > largest {
		t.Fatalf("%d bytes", len(text))
	}
	s, err := scenariofile.Decode("large.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Larges are the shapes that once took over 5 s or 500 MB, or are like one that
// did.
var Larges = map[string]Large{
	"500 components, 15 platforms":          {Components: 500, compare: true},
	"500 components, own weeks":             {Components: 500, hours: true},
	"500 components, own weeks, spinkube":   {Components: 500, hours: true, wasm: "spinkube"},
	"500 components, own weeks, platforms":  {Components: 500, hours: true, compare: true},
	"500 components, calls":                 {Components: 500, calls: 10},
	"500 components, calls, own weeks":      {Components: 500, calls: 8, hours: true, wasm: "spinkube"},
	"100 components, 9 ranges":              {Components: 100, Ranges: 9},
	"500 components, 6 ranges":              {Components: 500, Ranges: 6},
	"450 components, 6 ranges, platforms":   {Components: 450, Ranges: 6, compare: true},
	"400 components, 5 ranges, own weeks":   {Components: 400, Ranges: 5, hours: true, wasm: "spinkube"},
	"250 components, 10 ranges":             {Components: 250, Ranges: 10},
	"300 components, 4 ranges, calls":       {Components: 300, Ranges: 4, calls: 9, hours: true, wasm: "spinkube"},
	"6 components, 10 ranges, platforms":    {Components: 6, Ranges: 10, compare: true, growth: true},
	"20 components, 10 ranges, spinkube":    {Components: 20, Ranges: 10, calls: 6, compare: true, wasm: "spinkube", growth: true},
	"100 components, 2000 calls, platforms": {Components: 100, calls: 40, compare: true},
}
