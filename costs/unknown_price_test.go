package costs

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"runwhere/costs/pricebook"
)

// drawPlace draws a home region, some of them without a price that a default needs.
func drawPlace(t *rapid.T, s *Settings) {
	home := rapid.SampledFrom([][2]string{
		{pricebook.AWS, "us-east-1"},
		{pricebook.AWS, "eu-central-1"},
		{pricebook.AWS, "ap-southeast-4"},
		{pricebook.AWS, "mx-central-1"},
		{pricebook.Azure, "eastus"},
		{pricebook.Azure, "uksouth"},
		{pricebook.Azure, "centralindia"},
		{pricebook.GCP, "europe-west3"},
		{pricebook.GCP, "me-central1"},
	}).Draw(t, "home")
	s.Cloud, s.Region, s.Anywhere = home[0], home[1], rapid.IntRange(0, 3).Draw(t, "anywhere") == 3
}

// TestUnknownPriceNeverWins: a bill with a line that has no known price is a bound and
// no total. Whatever the missing prices turn out to be, with them the bill is not
// less than that bound, with nothing for them it is the bound itself; and as long as
// they are not known the platform costs more than anything that has a total.
func TestUnknownPriceNeverWins(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		w, s := drawWorkload(t), drawSettings(t)
		drawPlace(t, s)
		s.Anywhere = false
		s.Kubernetes.Node = pricebook.AutoNode
		s.Kubernetes.Pools = [MostPools]NamedPool{}
		kind := rapid.SampledFrom(Kinds()).Draw(t, "kind")
		p, err := Build(kind.ID, book, s, w)
		if err != nil {
			t.Fatal(err)
		}
		q := rapid.Float64Range(1e4, 1e9).Draw(t, "volume")
		bill := p.Bill(q)
		sum, unknown := 0.0, []string{}
		for _, l := range bill.Lines {
			if sum += l.USD; l.Unknown != "" {
				unknown = append(unknown, l.PriceID)
				if l.USD != 0 || !strings.Contains(l.Formula, "not known here") {
					t.Fatalf("%s: %+v has a figure", kind.ID, l)
				}
			}
		}
		if !p.Partly() {
			if p.Feasible() && len(unknown) > 0 {
				t.Fatalf("%s has a total without %v", kind.ID, unknown)
			}
			return
		}
		if !math.IsInf(p.Cost(q), 1) || Cheapest([]Curve{{Platform: p}}, q) != nil {
			t.Fatalf("%s costs %v without %v", kind.ID, p.Cost(q), p.Unbilled.Without)
		}
		if p.saturated(q) {
			return
		}
		if math.Abs(sum-p.AtLeast(q)) > 1e-6*sum+1e-9 || len(p.Unbilled.Without) < len(unknown) {
			t.Fatalf("%s: lines add up to %v of at least %v; without %v", kind.ID, sum, p.AtLeast(q), p.Unbilled.Without)
		}
		price := rapid.SampledFrom([]float64{0, 1e-6, 0.5}).Draw(t, "price")
		whole := filledIn(t, book, p, price)
		known, err := Build(kind.ID, whole, s, w)
		if err != nil || known.Partly() {
			t.Fatalf("%s with %v: %v %+v", kind.ID, p.Unbilled.Without, err, known)
		}
		if got, least := known.Cost(q), p.AtLeast(q); got < least-1e-9*least || price == 0 && math.Abs(got-least) > 1e-9*least {
			t.Fatalf("%s costs %v with %v USD a unit of what it lacks, and at least %v without", kind.ID, got, price, least)
		}
	})
}

// filledIn is the book with a price for whatever a platform lacks.
func filledIn(t *rapid.T, b *pricebook.Book, p *Platform, usd float64) *pricebook.Book {
	var rows []string
	var providers []string
	for i := range p.Meters {
		if price := p.Meters[i].Price; price.Unknown != "" {
			if len(b.PricesOf(price.ID)) == 0 {
				t.Skip("no list has " + price.ID)
			}
			row := fmt.Sprintf("  - {id: %s, usd: {%s: %v}, source: guess, as_of: 2026-11-01}\n", price.ID, price.Region, usd)
			if !slices.Contains(rows, row) {
				rows, providers = append(rows, row), append(providers, price.Provider)
			}
		}
	}
	over, err := b.Overlay("guess.yaml", []byte("provider: "+providers[0]+"\ncollected: 2026-11-02\nsources: {guess: by the test}\nprices:\n"+strings.Join(rows, "")))
	if err != nil {
		t.Fatal(err)
	}
	return over
}
