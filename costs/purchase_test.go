package costs

import (
	"math"
	"slices"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
)

// TestDerivedPricesAreShort works derived prices by hand. Binary fractions make
// 0.030000000000000002 of 0.1 × 0.3 and 0.030000000000000006 of 0.1 × (1 - 0.7).
func TestDerivedPricesAreShort(t *testing.T) {
	t.Parallel()
	tenCents := &pricebook.Price{ID: "x.hour", AsOf: "2026-10-01", Tiers: []pricebook.Tier{{From: 0, USD: 0.1}, {From: 10, USD: 0.2}}}
	off := 0.7 // a variable, since constants are exact
	for ratio, want := range map[float64][]float64{0.3: {0.03, 0.06}, 1 - off: {0.03, 0.06}, 0.7341: {0.07341, 0.14682}} {
		derived := times(tenCents, ratio, pricebook.Committed, "savings-1y", &pricebook.Price{Source: "by hand", AsOf: "given"})
		for i, usd := range want {
			if got := derived.Tiers[i].USD; got != usd {
				t.Errorf("%v of tier %d: got %v, want %v", ratio, i, got, usd)
			}
		}
	}
	b, err := embedded(t).Overlay("acme.yaml", []byte("provider: aws\ncollected: 2026-10-02\nsources: {contract: by hand}\ndiscounts:\n"+
		"  - {match: ec2.c5.xlarge, percent: 70, source: contract, as_of: 2026-10-01}\n"))
	if err != nil {
		t.Fatal(err)
	}
	// $0.17 × 0.3 = $0.051
	if p, _ := b.Price("ec2.c5.xlarge", "us-east-1"); p.Tiers[0].USD != 0.051 {
		t.Errorf("70 %% off $0.17 is %v, want 0.051", p.Tiers[0].USD)
	}
	// What has more digits than a price can have keeps twelve of them.
	if got := pricebook.DerivedUSD(0.0000166667 / 3); got != 0.00000555556666667 {
		t.Errorf("got %v, want 0.00000555556666667", got)
	}
}

// TestDerivedPricesCanBeOpened holds that every line of a bill names a price
// of the book, whichever way the capacity is bought.
func TestDerivedPricesCanBeOpened(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	for _, k := range Kinds() {
		for _, purchase := range Purchases {
			s := usualSettings()
			s.Kubernetes.Purchase, s.Kubernetes.Discount, s.Kubernetes.SpotDiscount, s.Kubernetes.SpotShare = purchase, 0.27, 0.6, 0.5
			p := built(t, k.ID, s, usualWorkload())
			for _, l := range p.Bill(1e6).Lines {
				if _, err := book.Price(l.PriceID, p.Region); (err != nil) != (l.Unknown != "") {
					t.Errorf("%s, %s, %s: %v", k.ID, purchase, l.Meter, err)
				}
			}
		}
	}
}

// TestDerivedPriceNamesItsRatio: $0.0816 × 0.7341 = $0.05990256 an hour.
func TestDerivedPriceNamesItsRatio(t *testing.T) {
	t.Parallel()
	s := usualSettings()
	s.Kubernetes.Purchase, s.Kubernetes.Node = Savings1y, "m7g.large"
	p := built(t, "eks", s, usualWorkload())
	l := lineOf(t, p.Bill(1e6), "nodes-committed")
	if want := "savings-1y: 73.41 % of the price on demand, by price ec2.savings-1y.m7g, "; l.PriceID != "ec2.m7g.large" || !strings.HasPrefix(l.Note, want) {
		t.Errorf("the line is %s with the note %q, want ec2.m7g.large and %q", l.PriceID, l.Note, want)
	}
	if !strings.HasSuffix(l.Formula, " × $0.05990256") {
		t.Error(l.Formula)
	}
}

// TestNodeOfAnotherCloudIsNoted: a c5.xlarge is a type of AWS, so other clouds
// take one of theirs as auto does and say so.
func TestNodeOfAnotherCloudIsNoted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind, node string
		gpu        bool
		note       string
	}{
		{"gke", "c5.xlarge", false, "platforms.kubernetes.node is c5.xlarge, a type of AWS: GKE runs on Google Cloud, so e2-standard-4 is taken, as auto chooses"},
		{"aks", "c5.xlarge", false, "platforms.kubernetes.node is c5.xlarge, a type of AWS: AKS runs on Azure, so Standard_D4as_v5 is taken, as auto chooses"},
		{"aks-automatic", "c5.xlarge", false, "platforms.kubernetes.node is c5.xlarge, a type of AWS: AKS Automatic runs on Azure, so Standard_D4as_v5 is taken, as auto chooses"},
		{"gke", "g4dn.xlarge", true, "platforms.kubernetes.node is g4dn.xlarge, a type of AWS: GKE runs on Google Cloud, so e2-standard-2 is taken, as auto chooses"},
		{"eks", "e2-standard-4", false, "platforms.kubernetes.node is e2-standard-4, a type of Google Cloud: EKS runs on AWS, so c5.xlarge is taken, as auto chooses"},
		{"spinkube", "e2-standard-4", false, "platforms.kubernetes.node is e2-standard-4, a type of Google Cloud: SpinKube runs on AWS, so c5.xlarge is taken, as auto chooses"},
		{"eks", "c5.xlarge", false, ""},
		{"gke", "", false, ""},
	} {
		s := usualSettings()
		w := usualWorkload()
		s.Kubernetes.Node, w.Components[0].Traits.GPU = c.node, c.gpu
		got := strings.Join(slices.DeleteFunc(slices.Clone(built(t, c.kind, s, w).Notes), func(n string) bool {
			return !strings.Contains(n, "kubernetes.node is")
		}), "\n")
		if got != c.note {
			t.Errorf("%s with %s:\n got %s\nwant %s", c.kind, c.node, got, c.note)
		}
	}
}

// TestSustainedUse: Google's page says that a machine of N1 that runs for a half of
// the month costs 90 %, three quarters 80 % and all of it 70 % of the price of its hours; of N2
// it takes 20 % off at most (1 + 0.8678 + 0.733 + 0.6 are 3.2008 of 4).
func TestSustainedUse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ part, of float64 }{{0.25, 1}, {0.5, 0.9}, {0.75, 0.8}, {1, 0.7}} {
		wantUSD(t, "N1", most30.costs(c.part), c.part*c.of)
	}
	wantUSD(t, "N2", most20.costs(1), 0.8002)
	s, w := usualSettings(), usualWorkload()
	s.Cloud, s.Region, s.Kubernetes.Node, s.Kubernetes.Sizing = pricebook.GCP, "us-central1", "n2-standard-4", SizePeak
	s.Kubernetes.MinNodes = 5
	wantUSD(t, "five that run all month", lineOf(t, built(t, "gke", s, w).Bill(1e3), "nodes").USD, 5*730*0.194236*0.8002)
	s.Kubernetes.Node = "e2-standard-4"
	p := built(t, "gke", s, w)
	if f := p.Fleet; f.Sustained != nil {
		t.Error("E2 gets a discount that Google does not give it")
	}
	wantUSD(t, "five E2", lineOf(t, p.Bill(1e3), "nodes").USD, 5*730*p.Fleet.Node.Hour.Tiers[0].USD)
	// A commitment at 72 % pays from where an hour less sustained use costs more.
	if part := most20.breakEven(0.72); math.Abs(most20.costs(part)-0.72) > 1e-9 || part <= 0.75 {
		t.Errorf("a commitment pays from %v of the hours", part)
	}
	if part := most30.breakEven(0.72); part != 1 {
		t.Errorf("a commitment that costs more than sustained use pays from %v of the hours", part)
	}
}
