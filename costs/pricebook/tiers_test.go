package pricebook

import (
	"math"
	"math/big"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// exact is the bill of a quantity in exact decimal arithmetic, by taking the
// tiers off from the top; nothing in it is shared with Price.USD.
func exact(p *Price, quantity float64, free bool) float64 {
	rat := func(v float64) *big.Rat {
		r, _ := new(big.Rat).SetString(strconv.FormatFloat(v, 'f', -1, 64))
		return r
	}
	floor := new(big.Rat)
	if free {
		floor = rat(p.Free)
	}
	rest, bill := rat(inLots(p, quantity, free)), new(big.Rat)
	for i := len(p.Tiers) - 1; i >= 0; i-- {
		edge := rat(p.Tiers[i].From)
		if edge.Cmp(floor) < 0 {
			edge = floor
		}
		if rest.Cmp(edge) > 0 {
			above := new(big.Rat).Sub(rest, edge)
			bill.Add(bill, above.Mul(above, rat(p.Tiers[i].USD)))
			rest = edge
		}
	}
	usd, _ := bill.Float64()
	return usd
}

// inLots adds whole lots to what is included until the quantity is covered.
func inLots(p *Price, quantity float64, free bool) float64 {
	billed := 0.0
	if free {
		billed = p.Free
	}
	if len(p.Tiers) > 1 && p.Tiers[0].USD == 0 && p.Tiers[1].From > billed {
		billed = p.Tiers[1].From
	}
	if p.Lot == 0 || quantity <= billed {
		return quantity
	}
	return billed + p.Lot*math.Ceil((quantity-billed)/p.Lot)
}

func closeTo(a, b float64) bool {
	return math.Abs(a-b) <= 1e-12*math.Max(math.Abs(a), math.Abs(b))
}

func TestTierEdges(t *testing.T) {
	t.Parallel()
	tiered := 0
	for _, p := range embedded(t).Prices() {
		if len(p.Tiers) > 1 {
			tiered++
		}
		edges := []float64{p.Free}
		for _, tier := range p.Tiers {
			edges = append(edges, tier.From)
		}
		for _, edge := range edges {
			for _, quantity := range []float64{edge - 1, edge, edge + 1} {
				for _, free := range []bool{false, true} {
					if quantity < 0 {
						continue
					}
					if got, want := p.USD(quantity, free), exact(p, quantity, free); !closeTo(got, want) {
						t.Errorf("%s in %s: %v (free %v) costs %v, want %v", p.ID, p.Region, quantity, free, got, want)
					}
				}
			}
		}
	}
	if tiered < 60 {
		t.Errorf("only %d prices have tiers", tiered)
	}
}

// Prices in GB have edges low enough to pay for every single GB on its own.
func TestTierEdgesUnitByUnit(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"egress.internet", "cloudwatch.logs.vended", "stepfunctions.express.duration"} {
		p, err := embedded(t).Price(id, "us-east-1")
		if err != nil {
			t.Fatal(err)
		}
		const micro = 1e8 // a price is a whole number of 10⁻⁸ USD here
		last := p.Tiers[len(p.Tiers)-1].From + 1
		var bill, billFree int64
		for unit := 1.0; unit <= last; unit++ {
			price := p.Tiers[0].USD
			edge := false
			for _, tier := range p.Tiers {
				if unit > tier.From {
					price = tier.USD
				}
				edge = edge || math.Abs(unit-tier.From) <= 1
			}
			bill += int64(math.Round(price * micro))
			if unit > p.Free {
				billFree += int64(math.Round(price * micro))
			}
			if !edge && math.Abs(unit-p.Free) > 1 {
				continue
			}
			if got, want := p.USD(unit, false), float64(bill)/micro; !closeTo(got, want) {
				t.Errorf("%s: %v costs %v, want %v", id, unit, got, want)
			}
			if got, want := p.USD(unit, true), float64(billFree)/micro; !closeTo(got, want) {
				t.Errorf("%s: %v costs %v after the free amount, want %v", id, unit, got, want)
			}
		}
	}
}

func TestChargesAddUpToUSD(t *testing.T) {
	t.Parallel()
	prices := embedded(t).Prices()
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(prices).Draw(t, "price")
		quantity := math.Pow(10, rapid.Float64Range(-3, 12).Draw(t, "decades"))
		if rapid.Bool().Draw(t, "edge") {
			quantity = rapid.SampledFrom(p.Tiers).Draw(t, "tier").From + p.Free
		}
		free := rapid.Bool().Draw(t, "free")
		var usd, sum float64
		for i, c := range p.Charges(quantity, free) {
			usd += c.USD
			sum += c.Quantity
			if !closeTo(c.USD, c.Quantity*c.UnitPrice) {
				t.Fatalf("charge %d of %s: %v × %v is not %v", i, p.ID, c.Quantity, c.UnitPrice, c.USD)
			}
		}
		if !closeTo(usd, p.USD(quantity, free)) || !closeTo(sum, inLots(p, quantity, free)) {
			t.Fatalf("%s: the charges of %v add up to %v units and %v USD, want %v", p.ID, quantity, sum, usd, p.USD(quantity, free))
		}
	})
}

// The worked examples of the providers' pages and of the guide.
func TestPublishedExamples(t *testing.T) {
	t.Parallel()
	usd := func(id string, quantity float64, free bool) float64 {
		p, err := embedded(t).Price(id, "us-east-1")
		if err != nil {
			t.Fatal(err)
		}
		return p.USD(quantity, free)
	}
	workers := func(requests, cpuMillis float64) float64 {
		return usd("workers.base", 1, false) + usd("workers.requests", requests, false) + usd("workers.cpu_ms", requests*cpuMillis, false)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		// Cloudflare Workers pricing page, its three examples.
		{"Workers, 15M requests of 7 ms", workers(15e6, 7), 8.00},
		{"Workers, 720 requests of 180 s", workers(720, 180000), 6.992},
		{"Workers, 100M requests of 7 ms", workers(100e6, 7), 45.40},
		// 333M × 3.50 + 667M × 2.80 + 14,000M × 2.38, all per million.
		{"REST API, 15 billion requests", usd("apigateway.rest", 15e9, false), 1165.50 + 1867.60 + 33320},
		// The guide's Scenario B: 50M × 0.5 s × 1 GB is 25M GB-s.
		{"Lambda duration, 25M GB-s", usd("lambda.duration.x86", 25e6, false), 416.6675},
		{"Lambda duration, 25M GB-s less 400,000", usd("lambda.duration.x86", 25e6, true), 410.00082},
		{"Lambda requests, 50M", usd("lambda.requests", 50e6, false), 10},
		{"REST API, 50M requests", usd("apigateway.rest", 50e6, false), 175},
		{"HTTP API, 50M requests", usd("apigateway.http", 50e6, false), 50},
		{"logs, 50 GB", usd("cloudwatch.logs.vended", 50, false), 25},
		{"an idle NAT gateway", usd("nat.hour", 730, false), 32.85},
		{"one LCU all month", usd("alb.lcu.hour", 730, false), 5.84},
		{"a public address all month", usd("ipv4.hour", 730, false), 3.65},
		{"a control plane all month", usd("eks.cluster.hour", 730, false), 73},
		{"20 GB of gp3", usd("ebs.gp3.month", 20, false), 1.60},
		{"100 GB of egress, free", usd("egress.internet", 100, true), 0},
		{"101 GB of egress, 100 free", usd("egress.internet", 101, true), 0.09},
	} {
		if !closeTo(c.got, c.want) {
			t.Errorf("%s costs %v, published %v", c.name, c.got, c.want)
		}
	}
}
