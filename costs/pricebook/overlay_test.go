package pricebook

import (
	"strings"
	"testing"
)

const agreed = `provider: aws
collected: 2026-10-02
sources: {contract: "private pricing agreement"}
prices:
  - id: lambda.requests
    unit: request
    usd: {eu-west-1: 0.00000015, eu-south-9: 0.00000016}
    source: contract
    as_of: 2026-10-01
  - {id: ec2.m5.large, usd: {us-east-1: 0.05, eu-south-9: 0.06}, source: contract, as_of: 2026-10}
discounts:
  - {match: lambda.*, percent: 9, source: contract, as_of: 2026-10-01}
  - {match: lambda.duration.x86, percent: 20, source: contract, as_of: 2026-10-01}
  - {match: ec2.*, percent: 10, source: contract, as_of: 2026-10-01}
`

func TestOverlay(t *testing.T) {
	t.Parallel()
	list := embedded(t)
	b, err := list.Overlay("deals/acme.yaml", []byte(agreed))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		id, region, private string
		usd                 float64
	}{
		{"lambda.requests", "eu-west-1", "acme.yaml", 0.15e-6},
		{"lambda.requests", "eu-south-9", "acme.yaml", 0.16e-6},
		{"lambda.requests", "us-east-1", "acme.yaml", 0.2e-6 * 0.91},
		{"lambda.duration.x86", "us-east-1", "acme.yaml", 16.6667e-6 * 0.8},
		{"lambda.savings-1y", "us-east-1", "", 0.882}, // a share follows the price that it is a share of
		{"ec2.spot.m5.large", "us-east-1", "", list.PricesOf("ec2.spot.m5.large")[0].Tiers[0].USD},
		{"ec2.m5.large", "us-east-1", "acme.yaml", 0.05},
		{"ec2.m5.large", "eu-west-1", "acme.yaml", 0.107 * 0.9},
		{"apigateway.rest", "us-east-1", "", 3.5e-6},
		{"workers.requests", Global, "", 0},
	} {
		p, err := b.Price(c.id, c.region)
		if err != nil {
			t.Error(err)
			continue
		}
		if c.id != "ec2.spot.m5.large" && !closeTo(p.Tiers[0].USD, c.usd) || p.Private != c.private {
			t.Errorf("%s in %s costs %v by %q, want %v by %q", c.id, c.region, p.Tiers[0].USD, p.Private, c.usd, c.private)
		}
	}
	p, _ := b.Price("lambda.requests", "us-east-1")
	if want := "list price 0.0000002 as of 2025-10-30, less 9 %; one request"; !strings.HasPrefix(p.Note, want) || p.Source != "private pricing agreement" || p.Free != 1e6 {
		t.Errorf("the discounted price is %+v, want the note %q", p, want)
	}
	if b.Version() != list.Version() || b.Day() != list.Day() {
		t.Errorf("the overlay moved the book to %s, %s", b.Version(), b.Day())
	}
	if p, _ := list.Price("lambda.requests", "eu-west-1"); p.Private != "" || p.Tiers[0].USD != 0.2e-6 {
		t.Errorf("the list changed to %+v", p)
	}
}

// The hour of a machine is the private one, and a private hour makes a type
// known in a new region.
func TestOverlayPricesMachines(t *testing.T) {
	t.Parallel()
	b, err := embedded(t).Overlay("acme.yaml", []byte(agreed))
	if err != nil {
		t.Fatal(err)
	}
	for region, want := range map[string]float64{"us-east-1": 0.05, "eu-south-9": 0.06, "eu-west-1": 0.107 * 0.9} {
		x, err := b.Instance("m5.large", region)
		if err != nil {
			t.Error(err)
		} else if !closeTo(x.Hour.Tiers[0].USD, want) || x.VCPU != 2 || x.MaxPods != 29 {
			t.Errorf("m5.large in %s is %+v at %v, want %v", region, x, x.Hour.Tiers, want)
		}
	}
	if x, _ := embedded(t).Instance("m5.large", "us-east-1"); x.Hour.Private != "" {
		t.Error("the machine of the list changed")
	}
}

// A second overlay lies over the first, and does not discount what it says.
func TestOverlaysOverOneAnother(t *testing.T) {
	t.Parallel()
	first, err := embedded(t).Overlay("one.yaml", []byte(agreed))
	if err != nil {
		t.Fatal(err)
	}
	second, err := first.Overlay("two.yaml", []byte(`provider: aws
collected: 2026-11-01
sources: {s: second}
discounts: [{match: "*", percent: 50, source: s, as_of: 2026-11}]
`))
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"lambda.requests": "one.yaml", "nat.hour": "two.yaml", "workers.base": "", "eks.auto.ratio": ""} {
		if p, err := second.Price(id, "eu-west-1"); err != nil || p.Private != want {
			t.Errorf("%s: %+v, %v, want one of %q", id, p, err, want)
		}
	}
}

// An overlay replaces all days of a price.
func TestOverlayReplacesAllDays(t *testing.T) {
	t.Parallel()
	b, err := embedded(t).Overlay("cf.yaml", []byte(`provider: cloudflare
collected: 2026-11-01
sources: {s: agreement}
prices: [{id: workers.logs.gb, usd: {global: 0.1}, source: s, as_of: 2026-11}]
`))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := b.Price("workers.logs.gb", "us-east-1"); err != nil || p.Tiers[0].USD != 0.1 || p.Unit != "GB" {
		t.Errorf("the price is %+v, %v", p, err)
	}
}

func TestOverlayErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ old, new, want string }{
		{"id: lambda.requests", "id: lambda.request", `f.yaml:5: prices[0].id: "lambda.request" is not a price of the book; did you mean lambda.requests?`},
		{"id: lambda.requests", "id: workers.base", `f.yaml:5: prices[0].id: "workers.base" is a price of cloudflare, and the file is one of aws`},
		{"unit: request", "unit: GB", `f.yaml:6: prices[0].unit: "GB" is not the unit of the list; allowed is request`},
		{"    source: contract\n", "", `f.yaml:5: prices[0].source: is missing; it is one of the file's sources`},
		{"    as_of: 2026-10-01\n", "", `f.yaml:5: prices[0].as_of: is missing; it is a date, YYYY, YYYY-MM or YYYY-MM-DD`},
		{"    as_of: 2026-10-01\n", "    as_of: October\n", `f.yaml:9: prices[0].as_of: "October" is not a date; allowed is YYYY, YYYY-MM or YYYY-MM-DD`},
		{"    as_of: 2026-10-01\n", "    as_of: 2027\n", `f.yaml:9: prices[0].as_of: "2027" is not a date of this file; allowed is 2000 to the day on which it was collected, 2026-10-02`},
		{"    as_of: 2026-10-01\n", "    as_of: 1999-12-31\n", `f.yaml:9: prices[0].as_of: "1999-12-31" is not a date of this file; allowed is 2000 to the day on which it was collected, 2026-10-02`},
		{"collected: 2026-10-02", "collected: 0001-01-01", `f.yaml:2: collected: "0001-01-01" is not a date; a date is YYYY-MM-DD, from 2000 on`},
		{"percent: 9, source: contract, as_of: 2026-10-01", "percent: 9, source: contract, as_of: 2999-01-01", `f.yaml:12: discounts[0].as_of: "2999-01-01" is not a date of this file; allowed is 2000 to the day on which it was collected, 2026-10-02`},
		{"percent: 9", "percent: 1e-300", `f.yaml:12: discounts[0].percent: "1e-300" is not a percentage; allowed is 0 to 100`},
		{"percent: 9", "percent: -0.1", `f.yaml:12: discounts[0].percent: "-0.1" is not a percentage; allowed is 0 to 100`},
		{"0.00000016", "1e-300", `f.yaml:7: prices[0].usd: "lambda.requests in eu-south-9" costs 1e-300`},
		{"0.00000016", "1e300", `f.yaml:7: prices[0].usd: "lambda.requests in eu-south-9" costs 1e+300`},
		{"0.00000016", "Inf", `f.yaml:7: prices[0].usd: "lambda.requests in eu-south-9" costs +Inf`},
		{"0.00000016", "nan", `f.yaml:7: prices[0].usd: "lambda.requests in eu-south-9" costs NaN`},
		{"unit: request\n", "unit: request\n    free: 1e300\n", `f.yaml:8: prices[0].usd: "lambda.requests in eu-south-9" has a free amount of 1e+300`},
		{"0.00000016", "-1", `f.yaml:7: prices[0].usd: "lambda.requests in eu-south-9" costs -1`},
		{"eu-south-9: 0.00000016", "eu-west-1 eu-west-1: 1", `f.yaml:7: prices[0].usd: "lambda.requests in eu-west-1" has two prices for the same day`},
		{"eu-south-9: 0.00000016", "global: 1", `f.yaml:7: prices[0].usd: "lambda.requests in global" changes nothing, for the list has this price by region; allowed are the names of regions`},
		{"percent: 9", "percent: 109", `f.yaml:12: discounts[0].percent: "109" is not a percentage; allowed is 0 to 100`},
		{"percent: 9", "percent: nan", `f.yaml:12: discounts[0].percent: "nan" is not a percentage; allowed is 0 to 100`},
		{"percent: 9", "percent: nine", `f.yaml:12: discounts[0].percent: "nine" is not a number`},
		{"percent: 9, source: contract", "percent: 9", `f.yaml:12: discounts[0].source: is missing; it is one of the file's sources`},
		{"match: lambda.*", "match: lamda.*", `f.yaml:12: discounts[0].match: "lamda.*" matches no list price of aws; allowed is an id, the beginning of ids with a star, or *`},
		{"match: lambda.*", "match: workers.*", `f.yaml:12: discounts[0].match: "workers.*" matches no list price of aws; allowed is an id, the beginning of ids with a star, or *`},
		{"match: ec2.*", "match: lambda.*", `f.yaml:14: discounts[2].match: "lambda.*" is given twice`},
		{"match: ec2.*", "match: lambda.request", `f.yaml:14: discounts[2].match: "lambda.request" matches no list price of aws; allowed is an id, the beginning of ids with a star, or *; did you mean lambda.requests?`},
		{"discounts:", "rebates:", `f.yaml:11: "rebates" is not a known key; known are provider, collected, regions, sources, prices, instances, discounts`},
	} {
		text := strings.Replace(agreed, c.old, c.new, 1)
		if text == agreed {
			t.Fatalf("%q is not in the overlay", c.old)
		}
		if _, err := embedded(t).Overlay("f.yaml", []byte(text)); err == nil || err.Error() != c.want {
			t.Errorf("%q:\ngot  %v\nwant %s", c.new, err, c.want)
		}
	}
	for _, text := range []string{"", "- a", "a: [", "\x00\xff"} {
		if _, err := embedded(t).Overlay("f.yaml", []byte(text)); err == nil || !strings.HasPrefix(err.Error(), "f.yaml") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A private table of machines is held to the same rules.
func TestOverlayOfInstances(t *testing.T) {
	t.Parallel()
	const table = `provider: aws
collected: 2026-11-01
sources: {s: agreement}
instances:
  sizes: {source: s, as_of: 2026}
  regions: us-east-1 mars-1
  source: s s
  as_of: 2026 2026
  types:
    m5.large: amd64 2 8192 0 29 1930 6903 | 0.05 0.07
`
	b, err := embedded(t).Overlay("acme.yaml", []byte(table))
	if err != nil {
		t.Fatal(err)
	}
	if x, err := b.Instance("m5.large", "mars-1"); err != nil || x.Hour.Tiers[0].USD != 0.07 || x.Hour.Private != "acme.yaml" {
		t.Errorf("%+v, %v", x, err)
	}
	if n, m := len(b.Instances("us-east-1")), len(embedded(t).Instances("us-east-1")); n != m {
		t.Errorf("%d machines in us-east-1, want %d", n, m)
	}
	for _, c := range []struct{ old, new, want string }{
		{"m5.large", "m5.lrge", `f.yaml:10: instances.types.m5.lrge: "ec2.m5.lrge in us-east-1" is not a price of the book; did you mean ec2.m5.large`},
		{"6903", "9999", `f.yaml:10: instances.types.m5.large: "m5.large" offers 9999 of 8192 MiB`},
	} {
		_, err := embedded(t).Overlay("f.yaml", []byte(strings.Replace(table, c.old, c.new, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s:\ngot  %v\nwant %s", c.new, err, c.want)
		}
	}
}

// A type that the list does not have is added with its size, but only where the
// file says that it is new: elsewhere it is taken for a slip of the pen.
func TestOverlayOfNewTypes(t *testing.T) {
	t.Parallel()
	const table = `provider: aws
collected: 2026-11-01
sources: {s: agreement}
instances:
  sizes: {source: s, as_of: 2026}
  regions: us-east-1 mars-1
  source: s s
  as_of: 2026 2026
  new_types:
    m5.large: amd64 2 8192 0 29 1930 6903 | 0.05 0.07
    q9.large: arm64 2 8192 1 29 1930 6844 | - 0.09
`
	b, err := embedded(t).Overlay("acme.yaml", []byte(table))
	if err != nil {
		t.Fatal(err)
	}
	x, err := b.Instance("q9.large", "mars-1")
	if err != nil || x.Hour.ID != "ec2.q9.large" || x.Hour.Tiers[0].USD != 0.09 || x.Arch != "arm64" || x.GPU != 1 || x.AllocatableCPU != 1.93 || x.Hour.Private != "acme.yaml" {
		t.Errorf("%+v, %v", x, err)
	}
	if x, err := b.Instance("q9.large", "us-east-1"); err == nil {
		t.Errorf("a dash is a price: %+v", x)
	}
	if x, err := b.Instance("m5.large", "us-east-1"); err != nil || x.Hour.Tiers[0].USD != 0.05 {
		t.Errorf("a type that became known since is not read: %+v, %v", x, err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"  new_types", "  types", `f.yaml:11: instances.types.q9.large: "ec2.q9.large in mars-1" is not a price of the book; did you mean`},
		{"q9.large", "q9-large", `f.yaml:11: instances.new_types.q9-large: "ec2.q9-large in mars-1" is not a type as aws names them`},
		{"provider: aws", "provider: azure", `f.yaml:10: instances.new_types.m5.large: "ec2.m5.large in us-east-1" is a price of aws, and the file is one of azure`},
		{"  sizes:", "  prefix: vm\n  sizes:", `f.yaml:11: instances.new_types.m5.large: "vm.m5.large in us-east-1" is not a type as aws names them`},
		{"mars-1", "global", `f.yaml:10: instances.new_types.m5.large: "ec2.m5.large in global" changes nothing`},
		{"6844", "9999", `f.yaml:11: instances.new_types.q9.large: "q9.large" offers 9999 of 8192 MiB`},
		{"0.09", "0", `f.yaml:11: instances.new_types.q9.large: "q9.large" costs nothing`},
	} {
		_, err := embedded(t).Overlay("f.yaml", []byte(strings.Replace(table, c.old, c.new, 1)))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s:\ngot  %v\nwant %s", c.new, err, c.want)
		}
	}
	if _, err := Parse("f.yaml", []byte(table)); err == nil {
		t.Error("a file of the list has new types")
	}
}

// FuzzOverlay holds that nothing panics, that errors name the file, and that
// what can be laid over the list can be looked up and leaves the list alone.
func FuzzOverlay(f *testing.F) {
	f.Add([]byte(agreed))
	f.Add([]byte("provider: aws\ncollected: 2026-01-01\nsources: {s: s}\ndiscounts: [{match: '*', percent: 1e-300, source: s, as_of: 2025}]"))
	f.Add([]byte("provider: aws\ncollected: 2026-11-01\nsources: {s: s}\ninstances: {sizes: {source: s, as_of: 2026}, regions: mars-1, source: s, as_of: 2026, new_types: {q9.large: amd64 2 8192 0 29 1930 6903 | 1}}"))
	list, err := Embedded()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := list.Overlay("f.yaml", data)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "f.yaml") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		if b.Count() < list.Count()-1000 || b.unsound() != nil {
			t.Errorf("%d prices with problems %v", b.Count(), b.unsound())
		}
	})
}
