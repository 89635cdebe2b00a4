package offers

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
)

const today = "2026-11-23"

// helper is what tests, fuzz targets and properties have in common.
type helper interface {
	Helper()
	Fatal(args ...any)
}

func fixture(t helper, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "offers", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// overlay reads fixtures and returns the overlay.
func overlay(t testing.TB, region string, names ...string) string {
	t.Helper()
	u := New(list, region, today)
	for _, name := range names {
		page := 0
		if name == "azure-page-2.json" {
			page = 2
		}
		if _, err := u.Read(Source{Name: name, Label: name, Page: page}, strings.NewReader(fixture(t, name))); err != nil {
			t.Fatal(err)
		}
	}
	text, err := u.YAML()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// list is the price book that overlays are to lie on.
var list = func() *pricebook.Book {
	book, err := pricebook.Embedded()
	if err != nil {
		panic(err)
	}
	return book
}()

// sound lays an overlay over the book as --prices does.
func sound(t testing.TB, text string) *pricebook.Book {
	t.Helper()
	laid, err := list.Overlay("overlay.yaml", []byte(text))
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if problems, _ := laid.Verify("2026-11-25", laid.IDs()); problems != nil {
		t.Fatalf("%v in\n%s", problems, text)
	}
	return laid
}

// private returns the ids of the prices that are not the list's.
func private(book *pricebook.Book) []string {
	var ids []string
	for _, p := range book.Prices() {
		if p.Private != "" {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

type wanted struct {
	id, region, unit string
	free             float64
	tiers            []pricebook.Tier
	asOf             string
}

func check(t *testing.T, book *pricebook.Book, all []wanted) {
	t.Helper()
	if ids := private(book); len(ids) != len(all) {
		t.Errorf("%d prices, want %d: %v", len(ids), len(all), ids)
	}
	for _, w := range all {
		p, err := book.Price(w.id, w.region)
		if err != nil {
			t.Error(err)
			continue
		}
		same := p.Unit == w.unit && p.Free == w.free && len(p.Tiers) == len(w.tiers) && p.AsOf == w.asOf && p.Region == w.region
		for i := range w.tiers {
			same = same && i < len(p.Tiers) && p.Tiers[i] == w.tiers[i]
		}
		if !same {
			t.Errorf("got %+v, want %+v", *p, w)
		}
	}
}

// What is published is what the overlay says, to the last digit.
func TestPublishedPricesOfAWS(t *testing.T) {
	t.Parallel()
	text := overlay(t, "", "aws-lambda-us-east-1.json", "aws-apigateway-eu-west-1.json", "aws-ec2-eu-west-1.json", "aws-states-us-east-1.json")
	const lambda, api, ec2, states = "2026-09-11", "2026-09-11", "2026-09-10", "2026-06-30"
	check(t, sound(t, text), []wanted{
		{"lambda.requests", "us-east-1", "request", 1e6, []pricebook.Tier{{From: 0, USD: 0.0000002}}, lambda},
		{"lambda.duration.x86", "us-east-1", "GB-s", 400000, []pricebook.Tier{{From: 0, USD: 0.0000166667}, {From: 6e9, USD: 0.000015}, {From: 15e9, USD: 0.0000133334}}, lambda},
		{"lambda.duration.arm64", "us-east-1", "GB-s", 400000, []pricebook.Tier{{From: 0, USD: 0.0000133334}, {From: 7.5e9, USD: 0.0000120001}, {From: 18.75e9, USD: 0.0000106667}}, lambda},
		{"lambda.provisioned.idle.x86", "us-east-1", "GB-s", 0, []pricebook.Tier{{From: 0, USD: 0.0000041667}}, lambda},
		{"apigateway.rest", "eu-west-1", "request", 0, []pricebook.Tier{{From: 0, USD: 0.0000035}, {From: 333e6, USD: 0.0000028}, {From: 1e9, USD: 0.00000238}, {From: 20e9, USD: 0.00000152}}, api},
		{"apigateway.http", "eu-west-1", "request", 0, []pricebook.Tier{{From: 0, USD: 0.00000111}, {From: 300e6, USD: 0.000001}}, api},
		{"apigateway.websocket.messages", "eu-west-1", "message", 0, []pricebook.Tier{{From: 0, USD: 0.00000114}, {From: 1e9, USD: 0.00000092}}, api},
		{"apigateway.websocket.minutes", "eu-west-1", "connection-minute", 0, []pricebook.Tier{{From: 0, USD: 0.000000285}}, api},
		{"ec2.c5.xlarge", "eu-west-1", "hour", 0, []pricebook.Tier{{From: 0, USD: 0.192}}, ec2},
		{"ec2.m7g.large", "eu-west-1", "hour", 0, []pricebook.Tier{{From: 0, USD: 0.091}}, ec2},
		{"nat.hour", "eu-west-1", "hour", 0, []pricebook.Tier{{From: 0, USD: 0.048}}, ec2},
		{"nat.gb", "eu-west-1", "GB", 0, []pricebook.Tier{{From: 0, USD: 0.048}}, ec2},
		{"ebs.gp3.month", "eu-west-1", "GB-month", 0, []pricebook.Tier{{From: 0, USD: 0.088}}, ec2},
		// The first tier is free in the file, and the tiers of the express
		// duration are hours of 3,600 GB-seconds.
		{"stepfunctions.standard", "us-east-1", "transition", 4000, []pricebook.Tier{{From: 0, USD: 0.000025}}, states},
		{"stepfunctions.express.request", "us-east-1", "request", 0, []pricebook.Tier{{From: 0, USD: 0.000001}}, states},
		{"stepfunctions.express.duration", "us-east-1", "GB-h", 0, []pricebook.Tier{{From: 0, USD: 0.060012}, {From: 1000, USD: 0.029988}, {From: 5000, USD: 0.016416}}, states},
	})
	for _, line := range []string{
		"# aws-lambda-us-east-1.json: AWSLambda 20260911173510, published 2026-09-11; 8 rows: 4 are prices here, 4 have no price id of ours\n",
		"  awslambda-us-east-1: \"AWS price list us-east-1, AWSLambda 20260911173510\"\n",
		"collected: 2026-11-23\nregions: eu-west-1 us-east-1\n",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in\n%s", line, text)
		}
	}
}

func TestPublishedPricesOfAzure(t *testing.T) {
	t.Parallel()
	text := overlay(t, "", "azure-page-1.json", "azure-page-2.json")
	const june, september, we = "2025-06-01", "2025-09-01", "westeurope"
	one := func(usd float64) []pricebook.Tier { return []pricebook.Tier{{From: 0, USD: usd}} }
	check(t, sound(t, text), []wanted{
		// Executions are sold in tens, 100,000 of which are free; the two tiers
		// are on two pages.
		{"functions.consumption.requests", we, "execution", 1e6, one(0.0000002), june},
		{"functions.consumption.gb_s", we, "GB-s", 400000, one(0.000016), june},
		{"functions.flex.requests", we, "execution", 250000, one(0.0000004), june},
		{"functions.flex.gb_s", we, "GB-s", 0, one(0.000026), june},
		{"functions.flex.ready.gb_s", we, "GB-s", 0, one(0.000004), june},
		{"containerapps.vcpu.active", we, "vCPU-s", 0, one(0.000024), june},
		{"containerapps.vcpu.idle", we, "vCPU-s", 0, one(0.000003), june},
		{"containerapps.gib.active", we, "GiB-s", 0, one(0.000003), june},
		{"containerapps.gib.idle", we, "GiB-s", 0, one(0.000003), june},
		{"containerapps.requests", we, "request", 0, one(0.0000004), june},
		{"aks.standard.hour", "eastus", "hour", 0, one(0.1), june},
		{"aks.standard.hour", we, "hour", 0, one(0.1), june},
		{"aks.automatic.hour", we, "hour", 0, one(0.16), september},
		{"aks.automatic.vcpu.hour", we, "vCPU-h", 0, one(0.0092), september},
		{"vm.Standard_D2s_v5", we, "hour", 0, one(0.115), june},
		{"vm.Standard_D4s_v5", we, "hour", 0, one(0.23), june},
	})
	if line := "29 rows: 19 are prices here, 9 have no price id of ours, 1 are machines that the price book does not have"; !strings.Contains(text, line) {
		t.Errorf("no %q in\n%s", line, text)
	}
	if strings.Contains(text, "further page") {
		t.Error("the last page was read, and the overlay says otherwise")
	}
	if alone := overlay(t, "", "azure-page-1.json"); !strings.Contains(alone, "names a further page, which was not read") {
		t.Errorf("an overlay of one page of two does not say so:\n%s", alone)
	}
}

func TestOneRegion(t *testing.T) {
	t.Parallel()
	book := sound(t, overlay(t, "eastus", "azure-page-1.json", "azure-page-2.json"))
	if ids := private(book); len(ids) != 1 || ids[0] != "aks.standard.hour" {
		t.Errorf("prices of eastus: %v", ids)
	}
	u := New(list, "mars-1", today)
	if _, err := u.Read(Source{Name: "a", Label: "a"}, strings.NewReader(fixture(t, "aws-lambda-us-east-1.json"))); err != nil {
		t.Fatal(err)
	}
	want := "a: no known price in region mars-1 among 8 rows, and 4 in other regions; expected prices of that region"
	if _, err := u.YAML(); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// Every row of the table becomes the price that the book has, with the book's
// unit and free amount.
func TestTableOfAWSAgreesWithTheBook(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range awsRules {
		id := rule.id
		if id == "ec2." {
			id = "ec2.c5.xlarge"
		}
		p, err := book.Price(id, "us-east-1")
		if err != nil {
			t.Error(err)
			continue
		}
		if p.Unit != rule.unit.ours && id != "ec2.c5.xlarge" || rule.id == "ec2." && p.Unit != "hour" {
			t.Errorf("%s is a %s in the book and a %s in the table", id, p.Unit, rule.unit.ours)
		}
		if free := p.Free; free != rule.free {
			t.Errorf("%s: %v are free in the book and %v in the table", id, free, rule.free)
		}
	}
}

// A region's code goes, and what is no region's stays.
func TestWithoutRegion(t *testing.T) {
	t.Parallel()
	for usage, want := range map[string]string{
		"Request": "Request", "EU-Request": "Request", "EUW2-Request": "Request", "APN1-LCUUsage": "LCUUsage",
		"USE1-AmazonEKS-Hours:perCluster": "AmazonEKS-Hours:perCluster", "Global-Request": "Global-Request",
		"TS-LoadBalancerUsage": "TS-LoadBalancerUsage", "S3-Egress-Bytes": "S3-Egress-Bytes", "Lambda-GB-Second": "Lambda-GB-Second",
		"Outposts-LCUUsage": "Outposts-LCUUsage", "USW2-LAX1-BoxUsage:c5.large": "LAX1-BoxUsage:c5.large", "": "",
	} {
		if got := withoutRegion(usage); got != want {
			t.Errorf("%q becomes %q, want %q", usage, got, want)
		}
	}
}

func TestUnits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		unit unit
		text string
		want float64 // of our units in one; 0 where it is refused
	}{
		{requests, "Requests", 1},
		{requests, "10", 10},
		{requests, "1M", 1e6},
		{requests, "10K", 1e4},
		{requests, "1 Request", 1},
		{requests, "1M Hours", 0},
		{requests, "", 0},
		{requests, "0", 0},
		{requests, "Hrs", 0},
		{requests, "1/Month", 0},
		{hours, "Hrs", 1},
		{hours, "1 Hour", 1},
		{hours, "100 Hours", 100},
		{hours, "1/Day", 0},
		{hours, "1 GB Hour", 0},
		{gbSeconds, "Lambda-GB-Second", 1},
		{gbSeconds, "1 GB Second", 1},
		{gibSeconds, "1 GiB Second", 1},
		{gibSeconds, "1 GiB Hour", 3600},
		{gbHoursOfSeconds, "GB-Second", 1.0 / 3600},
		{events, "64K-Chunks", 1},
		{gbMonths, "GB-Mo", 1},
	} {
		got, ok := c.unit.sizeOf(c.text)
		if ok != (c.want != 0) || ok && float(got) != c.want {
			t.Errorf("%q as %s: %v, %v, want %v", c.text, c.unit.ours, got, ok, c.want)
		}
	}
}

// FuzzAWS holds that no offer file breaks the reader, and that what becomes an
// overlay is one that the book reads and finds nothing wrong with.
func FuzzAWS(f *testing.F) {
	for _, name := range []string{"aws-lambda-us-east-1.json", "aws-states-us-east-1.json", "aws-ec2-eu-west-1.json", "aws-ec2-new-types.json"} {
		f.Add([]byte(fixture(f, name)))
	}
	f.Fuzz(anything)
}

// FuzzAzure does the same for the lists of the other format.
func FuzzAzure(f *testing.F) {
	for _, name := range []string{"azure-page-1.json", "azure-page-2.json", "azure-machines.json"} {
		f.Add([]byte(fixture(f, name)))
	}
	f.Fuzz(anything)
}

func anything(t *testing.T, data []byte) {
	u := New(list, "", today)
	_, err := u.Read(Source{Name: "x.json", Label: "x.json"}, strings.NewReader(string(data)))
	var text []byte
	if err == nil {
		text, err = u.YAML()
	}
	var known *Error
	switch {
	case err == nil:
		sound(t, string(text))
	case !errors.As(err, &known):
		t.Errorf("an error of another kind: %v", err)
	}
}
