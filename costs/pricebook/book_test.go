package pricebook

import (
	"errors"
	"strings"
	"testing"
)

func TestEmbeddedBookVerifies(t *testing.T) {
	t.Parallel()
	for _, problem := range embedded(t).unsound() {
		t.Error(problem)
	}
}

func TestEmbeddedIsReadOnce(t *testing.T) {
	t.Parallel()
	if first, second := embedded(t), embedded(t); first != second {
		t.Error("two calls of Embedded gave two books")
	}
}

func TestPricesAreSorted(t *testing.T) {
	t.Parallel()
	prices := embedded(t).Prices()
	for i := 1; i < len(prices); i++ {
		a, b := prices[i-1], prices[i]
		if a.ID > b.ID || a.ID == b.ID && a.Region >= b.Region {
			t.Errorf("%s in %s comes before %s in %s", a.ID, a.Region, b.ID, b.Region)
		}
	}
	for _, p := range prices {
		if q, err := embedded(t).Price(p.ID, p.Region); p.holds(embedded(t).Day()) && (q != p || err != nil) {
			t.Errorf("%s in %s is listed but looks up as %v, %v", p.ID, p.Region, q, err)
		}
	}
}

func TestVersionAndDates(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	if b.Version() != "2026-11-28" || b.Day() != "2026-11-28" {
		t.Errorf("version %s, day %s; the last prices were collected on 2026-11-28", b.Version(), b.Day())
	}
	// The oldest is the load balancer's page of 2017, the newest Azure's network
	// of October 2026.
	if oldest, newest := b.AsOf(); oldest != "2017-12-18" || newest != "2026-10-10" {
		t.Errorf("dates from %s to %s, want 2017-12-18 to 2026-10-10", oldest, newest)
	}
	if oldest, newest := newBook(&parsed{}, "").AsOf(); oldest != "" || newest != "" {
		t.Errorf("an empty book is dated %q to %q", oldest, newest)
	}
}

func TestGlobalPriceAnswersForEveryRegion(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	want, err := b.Price("workers.requests", Global)
	if err != nil {
		t.Fatal(err)
	}
	for _, region := range []string{"us-east-1", "eu-north-1", "europe-west4", ""} {
		if got, err := b.Price("workers.requests", region); err != nil || got != want {
			t.Errorf("in %q: %v, %v", region, got, err)
		}
	}
}

// Workers logs are billed by event until 2026-11-30 and by volume from
// 2026-12-01.
func TestPricesBeginAndEnd(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day, id string
		known   bool
	}{
		{"2026-11-23", "workers.logs.events", true},
		{"2026-11-30", "workers.logs.events", true},
		{"2026-12-01", "workers.logs.events", false},
		{"2026-11-30", "workers.logs.gb", false},
		{"2026-12-01", "workers.logs.gb", true},
		{"2031-01-01", "workers.logs.gb_month", true},
		{"2020-02-29", "workers.base", true},
	} {
		b, err := embedded(t).On(c.day)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := b.Price(c.id, Global); (err == nil) != c.known {
			t.Errorf("%s on %s: %v", c.id, c.day, err)
		}
	}
	_, err := embedded(t).Price("workers.logs.gb", "us-east-1")
	if want := "price workers.logs.gb holds from 2026-12-01, not on 2026-11-28"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err := embedded(t).On("2026-02-29"); err == nil {
		t.Error("2026 was given a leap day")
	}
}

func TestUnknownPrice(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ id, region, want string }{
		{"aks.automatic.vcpu.hour", "eastus", "price aks.automatic.vcpu.hour is unknown in region eastus; known in westus3"},
		{"alb.lcu.hour", "us-west-2", "price alb.lcu.hour is unknown in region us-west-2; known in 14 regions, such as ap-northeast-1, ap-northeast-2, ap-south-1, ap-southeast-1, ap-southeast-2, ca-central-1"},
		{"lambda.request", "us-east-1", "price lambda.request is unknown; did you mean lambda.requests?"},
		{"", "", `price "" is unknown`},
		{strings.Repeat("x", 1000), "us-east-1", "price " + strings.Repeat("x", 1000) + " is unknown"},
	} {
		p, err := embedded(t).Price(c.id, c.region)
		if p != nil || err == nil || err.Error() != c.want {
			t.Errorf("got %v, %v\nwant %s", p, err, c.want)
		}
		var unknown *UnknownPriceError
		if !errors.As(err, &unknown) || unknown.ID != c.id || unknown.Region != c.region {
			t.Errorf("%s in %s: the error is %#v", c.id, c.region, err)
		}
	}
}

func TestUnknownInstance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ instance, region, want string }{
		{"c5.xlrage", "us-east-1", "instance type c5.xlrage is unknown; did you mean c5.xlarge or c5.2xlarge or c5.4xlarge?"},
		{"C5.xlarg", "us-east-1", "instance type C5.xlarg is unknown; did you mean c5.xlarge or c5.2xlarge or c5.4xlarge?"},
		{"g6.xlarge", "eu-west-1", "the price of instance type g6.xlarge is unknown in region eu-west-1; known in 17 regions, such as ap-northeast-1, ap-northeast-2, ap-south-1, ap-southeast-2, ap-southeast-5, ca-central-1"},
		{"e2-standard-4", "us-east-1", "the price of instance type e2-standard-4 is unknown in region us-east-1; known in 42 regions, such as africa-south1, asia-east1, asia-east2, asia-northeast1, asia-northeast2, asia-northeast3"},
		{"mainframe", "us-east-1", "instance type mainframe is unknown"},
		{"", "us-east-1", `instance type "" is unknown`},
	} {
		x, err := embedded(t).Instance(c.instance, c.region)
		if x != nil || err == nil || err.Error() != c.want {
			t.Errorf("%s: got %v, %v\nwant %s", c.instance, x, err, c.want)
		}
	}
}

func TestRegions(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	for _, c := range []struct {
		ids  []string
		want string
	}{
		{[]string{"alb.lcu.hour"}, "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1"},
		{[]string{"alb.hour", "ebs.gp3.month"}, "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2"},
		{[]string{"workers.base", "alb.lcu.hour", "workers.requests"}, "ap-northeast-1 ap-northeast-2 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1"},
		{[]string{"workers.base", "workers.requests"}, "global"},
		{[]string{"lambda.requests", "no.such.price"}, ""},
		{[]string{"no.such.price"}, ""},
		{[]string{"lambda.requests", "workers.logs.gb"}, ""}, // not before December
		{[]string{"ec2.p5.48xlarge", "egress.internet"}, "ap-northeast-1 ap-south-1 ap-southeast-2 ca-central-1 eu-north-1 eu-west-2 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2"},
	} {
		if got := strings.Join(b.Regions(c.ids...), " "); got != c.want {
			t.Errorf("Regions(%v) = %s, want %s", c.ids, got, c.want)
		}
	}
	if n := len(b.Regions("lambda.requests")); n != 33 {
		t.Errorf("Lambda is priced in %d regions, want 33", n)
	}
	if n := len(b.Regions()); n != 121 {
		t.Errorf("the book knows %d regions, want 33 of AWS, 45 of Google Cloud, 43 of Azure", n)
	}
}

func TestInstances(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	if n := len(b.InstanceTypes()); n != 97+43+35 {
		t.Errorf("%d instance types, want 97 of AWS, 43 of Google Cloud, 35 of Azure", n)
	}
	if n := len(b.Instances("us-east-1")); n != 97 {
		t.Errorf("%d instance types in us-east-1, want 97", n)
	}
	if b.Instances("us-west8") != nil {
		t.Error("us-west8 has no sourced instance prices")
	}
	var sizes []string
	for _, x := range b.Instances("eu-west-1") {
		if strings.HasPrefix(x.Type, "c5.") {
			sizes = append(sizes, x.Type)
		}
	}
	if want := "c5.large c5.xlarge c5.2xlarge c5.4xlarge"; strings.Join(sizes, " ") != want {
		t.Errorf("the c5 family is %v, want %s", sizes, want)
	}
	x, err := b.Instance("c5.xlarge", "us-east-1")
	if err != nil {
		t.Fatal(err)
	}
	if hour, err := b.Price(InstancePriceID("c5.xlarge"), "us-east-1"); err != nil || hour != x.Hour {
		t.Errorf("the hour of c5.xlarge is %v, %v", hour, err)
	}
}
