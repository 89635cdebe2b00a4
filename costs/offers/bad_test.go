package offers

import (
	"io"
	"strings"
	"testing"
)

// badFiles are changes of a sound file, and the beginning of the one error.
var badFiles = []struct{ file, old, change, want string }{
	{
		"aws-states-us-east-1.json", `"beginRange": "3600000"`, `"beginRange": "3600001"`,
		"x: SFNGBS0000000001: stepfunctions.express.duration: its tiers leave out 3600000 to 3600001; each tier begins where the one before it ends",
	},
	{
		"aws-states-us-east-1.json", `"beginRange": "3600000"`, `"beginRange": "3500000"`,
		"x: SFNGBS0000000001: stepfunctions.express.duration: its tiers overlap from 3500000; each tier begins where",
	},
	{"aws-states-us-east-1.json", `"endRange": "Inf"`, `"endRange": "9e9"`, "x: SFNTRA0000000001: stepfunctions.standard: its tiers end at 9000000000; the last tier has no end"},
	{"aws-states-us-east-1.json", `"beginRange": "0"`, `"beginRange": "1"`, "x: SFNTRA0000000001: stepfunctions.standard: its tiers leave out all up to 1; the first tier begins at 0"},
	{"aws-states-us-east-1.json", `"USD": "0.0000250000"`, `"CNY": "0.0000250000"`, "x: SFNTRA0000000001: pricePerUnit is in CNY; allowed is USD"},
	{"aws-states-us-east-1.json", `"USD": "0.0000250000"`, `"USD": "-1"`, `x: SFNTRA0000000001: pricePerUnit "-1"; expected an amount such as`},
	{"aws-states-us-east-1.json", `"USD": "0.0000250000"`, `"USD": "1e999999999"`, `x: SFNTRA0000000001: pricePerUnit "1e999999999"; expected an amount`},
	{"aws-states-us-east-1.json", `"unit": "GB-Second"`, `"unit": "TB-Second"`, `x: SFNGBS0000000001: unit "TB-Second" of stepfunctions.express.duration; allowed are gb-second, `},
	{"aws-states-us-east-1.json", `"AmazonStates"`, `"AmazonS3"`, `x: offerCode: "AmazonS3" has no price of ours; known are AWSLambda, AmazonApiGateway, `},
	{"aws-states-us-east-1.json", `"2026-06-30T20:11:00Z"`, `"2027-01-01T00:00:00Z"`, "x: publicationDate: 2027-01-01 is after today, 2026-11-23"},
	{"aws-states-us-east-1.json", `"2026-06-30T20:11:00Z"`, `"soon"`, `x: publicationDate: "soon"; expected a time such as`},
	{"aws-states-us-east-1.json", `"20260630201100"`, `""`, `x: version: ""; expected a version such as`},
	{"aws-states-us-east-1.json", `"terms": {`, `"items": {`, "x: terms: no OnDemand prices; expected a whole offer file"},
	{"aws-states-us-east-1.json", `"products": {`, `"products": [`, "x: products: expected an object"},
	{"aws-states-us-east-1.json", `"productFamily": "AWS Step Functions"`, `"productFamily": 7`, "x: products.SFNTRA0000000001.productFamily: is a number; expected a string"},
	{"azure-page-1.json", `"BillingCurrency": "USD"`, `"BillingCurrency": "EUR"`, `x: BillingCurrency: "EUR"; allowed is USD`},
	{"azure-page-1.json", `"currencyCode": "USD"`, `"currencyCode": "EUR"`, `x: meter Standard Total Executions (11111111-0000-4000-8000-000000000001): currencyCode "EUR"; allowed is USD`},
	{"azure-page-1.json", `"unitOfMeasure": "1M"`, `"unitOfMeasure": "1/Month"`, `x: meter Standard Requests (00000000-0000-4000-8000-000000000013): unitOfMeasure "1/Month" of containerapps.requests; allowed are `},
	{"azure-page-1.json", `"retailPrice": 0.4`, `"retailPrice": -0.4`, `x: meter Standard Requests (00000000-0000-4000-8000-000000000013): retailPrice "-0.4"; expected an amount`},
	{"azure-page-1.json", `"tierMinimumUnits": 400000.0`, `"tierMinimumUnits": 0.0`, "x: meter Standard Execution Time (11111111-0000-4000-8000-000000000002): functions.consumption.gb_s has two prices in westeurope from 0 on: $0 of SKU "},
}

func TestBadFiles(t *testing.T) {
	t.Parallel()
	for _, c := range badFiles {
		sound := fixture(t, c.file)
		bad := strings.Replace(sound, c.old, c.change, 1)
		if bad == sound {
			t.Fatalf("%s has no %s", c.file, c.old)
		}
		refused(t, c.want, bad)
	}
}

// refused reads files, called x, y and so on, and wants one error.
func refused(t *testing.T, want string, files ...string) {
	t.Helper()
	u := New(list, "", today)
	var err error
	for i, data := range files {
		name := string(rune('x' + i))
		if _, err = u.Read(Source{Name: name, Label: name}, strings.NewReader(data)); err != nil {
			break
		}
	}
	if err == nil {
		_, err = u.YAML()
	}
	if err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestOtherFiles(t *testing.T) {
	t.Parallel()
	const neither = "x: not a price file; expected an AWS offer file (offerCode, products, terms) or a list of Azure retail prices (BillingCurrency, Items)"
	for _, text := range []string{"<html>no</html>", "[]", `"text"`, "{}", `{"name":"x","version":"1"}`, `{"version":1}`, "provider: aws", "null"} {
		refused(t, neither, text)
	}
	refused(t, "x: cut short after 0 bytes; expected a whole price file", "")
	lambda := fixture(t, "aws-lambda-us-east-1.json")
	for _, n := range []int{1, 20, 400, len(lambda) / 2, len(lambda) - 3} {
		refused(t, "x: cut short after ", lambda[:n])
	}
	refused(t, "x: has more behind its end at byte ", lambda+lambda)
	refused(t, "x: no known price among 0 rows; expected meters that the price book has", `{"BillingCurrency":"USD","Items":[],"NextPageLink":null}`)
	refused(t, "x: products: out of place; an offer file has offerCode, then products once, then terms", `{"products":{}}`)
	refused(t, "x: terms: out of place; ", `{"offerCode":"AWSLambda","terms":{"OnDemand":{}}}`)
}

// endless is a text without end.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

// No file takes memory without bound.
func TestEndlessFile(t *testing.T) {
	t.Parallel()
	for _, head := range []string{`{"disclaimer":"`, `{"offerCode":"AWSLambda","products":{"`, `{"Items":[{"meterName":"`} {
		_, err := New(list, "", today).Read(Source{Name: "x"}, io.MultiReader(strings.NewReader(head), endless{}))
		if err == nil || err.Error() != "x: holds a value of more than 16 MiB; no price list has one" {
			t.Errorf("%s…: %v", head, err)
		}
	}
}

func TestTwoFilesAtOdds(t *testing.T) {
	t.Parallel()
	states := fixture(t, "aws-states-us-east-1.json")
	other := strings.ReplaceAll(strings.ReplaceAll(states, "0.0000250000", "0.0000300000"), "SFNTRA0000000001", "SFNTRA0000000009")
	refused(t, "y: stepfunctions.standard: has two prices in us-east-1: $0.000025 of SKU SFNTRA0000000001 (x) and $0.00003 of SKU SFNTRA0000000009", states, other)
	refused(t, "y: prices of azure, and x has those of aws; a price file is of one provider, so write two", states, fixture(t, "azure-page-1.json"))

	// The same price may be read twice, and keeps its first source.
	u := New(list, "", today)
	for _, name := range []string{"x", "y"} {
		if _, err := u.Read(Source{Name: name, Label: name}, strings.NewReader(states)); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := u.YAML(); err != nil || len(private(sound(t, string(text)))) != 3 {
		t.Errorf("the same file twice: %v\n%s", err, text)
	}
}

// The ended price of a meter is left out; two that hold are refused.
func TestTwoMetersAtOdds(t *testing.T) {
	t.Parallel()
	page := fixture(t, "azure-page-2.json")
	open := strings.Replace(page, `"effectiveEndDate": "2025-05-31T00:00:00Z"`, `"effectiveEndDate": ""`, 1)
	if open == page {
		t.Fatal("no ended price in the fixture")
	}
	refused(t, "y: aks.standard.hour: has two prices in westeurope: $0.1 of SKU ", fixture(t, "azure-page-1.json"), open)
}
