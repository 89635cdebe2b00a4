package pricebook

import (
	"errors"
	"strings"
	"testing"
)

// TestAgreed: 9 % off $0.20 a million requests is $0.182; a whole id counts before a
// service, a service before a provider, and what is agreed for a region before all.
func TestAgreed(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	agreed, err := book.WithAgreed([]Agreed{
		{Match: "aws.*", Percent: 9, Source: "EDP", AsOf: "2026-10-01"},
		{Match: "lambda.*", Percent: 20},
		{Match: "lambda.requests", Percent: 50},
		{Match: "*", Percent: 10, Region: "eu-west-1"},
		{Match: "ec2.c5.xlarge", Percent: 25},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		id, region string
		usd        float64
	}{
		{"lambda.requests", "us-east-1", 0.0000001},
		{"lambda.requests", "eu-west-1", 0.00000018},
		{"nat.hour", "us-east-1", 0.04095},
		{"lambda.duration.x86", "us-east-1", 0.0000133334 * 0.8 / 0.64}, // $0.0000166667 less 20 %, below
		{"workers.base", Global, 5},
		{"ec2.c5.xlarge", "us-east-1", 0.1275},
		{"ec2.savings-1y.m7g", "us-east-1", 0}, // a share of another price, which follows it
	} {
		p, err := agreed.Price(c.id, c.region)
		if err != nil {
			t.Fatal(err)
		}
		list, _ := book.Price(c.id, c.region)
		want := c.usd
		switch c.id {
		case "lambda.duration.x86":
			want = DerivedUSD(list.Tiers[0].USD * 0.8)
		case "ec2.savings-1y.m7g":
			want = list.Tiers[0].USD
		}
		if got := p.Tiers[0].USD; got != want {
			t.Errorf("%s in %s costs %v, want %v", c.id, c.region, got, want)
		}
		if changed := p.Tiers[0].USD != list.Tiers[0].USD; changed != (p.Private == AgreedFile) || changed && !strings.Contains(p.Note, "list price") {
			t.Errorf("%s: %+v", c.id, p)
		}
	}
	if p, _ := agreed.Price("nat.hour", "us-east-1"); !strings.HasPrefix(p.Source, "agreed: EDP, 2026-10-01; list price: ") {
		t.Error(p.Source)
	}
	if x, _ := agreed.Instance("c5.xlarge", "us-east-1"); x.Hour.Tiers[0].USD != 0.1275 {
		t.Errorf("an hour of c5.xlarge costs %v", x.Hour.Tiers[0].USD)
	}
}

// TestAgreedIsTakenOnce: whoever asks a book that has its agreements again gets it, and
// without any the list.
func TestAgreedIsTakenOnce(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	list := []Agreed{{Match: "gcp.*", Percent: 5}}
	once, err := book.WithAgreed(list)
	if err != nil {
		t.Fatal(err)
	}
	if twice, _ := once.WithAgreed(list); twice != once {
		t.Error("another book for the same agreements")
	}
	if plain, _ := once.WithAgreed(nil); plain != book {
		t.Error("the list is another one")
	}
	other, _ := once.WithAgreed([]Agreed{{Match: "gcp.*", Percent: 10}})
	if p, _ := other.Price("gcp.logging.gib", "us-central1"); p.Tiers[0].USD != 0.45 {
		t.Errorf("10 %% off $0.50 is %v", p.Tiers[0].USD)
	}
}

func TestAgreedOnNothing(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		agreed Agreed
		key    string
	}{
		{Agreed{Match: "lamda.*", Percent: 5}, "match"},
		{Agreed{Match: "gcp.*", Percent: 5, Region: "eu-west-1"}, "match"},
		{Agreed{Match: "aws.*", Percent: 5, Region: "eu-west-9"}, "region"},
	} {
		var wrong *AgreedError
		if _, err := embedded(t).WithAgreed([]Agreed{{Match: "aws.*", Percent: 1}, c.agreed}); !errors.As(err, &wrong) || wrong.At != 1 || wrong.Key != c.key {
			t.Errorf("%+v: %v", c.agreed, err)
		}
	}
}
