package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"runwhere/costs"
)

func offerPath(name string) string { return filepath.Join("testdata", "offers", name) }

func offerText(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(offerPath(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// priceOf looks a price up in an overlay.
func priceOf(t *testing.T, overlay, id, region string) float64 {
	t.Helper()
	book, err := costs.Parse("overlay.yaml", []byte(overlay))
	if err != nil {
		t.Fatalf("%v in\n%s", err, overlay)
	}
	if problems, _ := book.Verify("2026-11-25", book.IDs()); problems != nil {
		t.Fatal(problems)
	}
	price, err := book.Price(id, region)
	if err != nil {
		t.Fatal(err)
	}
	return price.Tiers[0].USD
}

func TestUpdateFromFiles(t *testing.T) {
	t.Parallel()
	output := filepath.Join(t.TempDir(), "prices.yaml")
	day := func() string { return "collected: " + time.Now().UTC().Format(time.DateOnly) + "\n" }
	before := day() // Midnight may pass.
	if text := must(t, "", "prices", "update", offerPath("aws-lambda-us-east-1.json"), offerPath("aws-ec2-eu-west-1.json"), "-o", output); text != "" {
		t.Errorf("writes %q beside the file", text)
	}
	data, err := os.ReadFile(output)
	if err != nil {
		t.Fatal(err)
	}
	if got := priceOf(t, string(data), "lambda.requests", "us-east-1"); got != 0.0000002 {
		t.Errorf("lambda.requests: %v", got)
	}
	if got := priceOf(t, string(data), "ec2.c5.xlarge", "eu-west-1"); got != 0.192 {
		t.Errorf("ec2.c5.xlarge: %v", got)
	}
	if strings.Contains(string(data), "testdata") {
		t.Error("the overlay holds the path of a file")
	}
	if after := day(); !strings.Contains(string(data), before) && !strings.Contains(string(data), after) {
		t.Errorf("no %q in\n%s", after, data)
	}
	one := must(t, "", "prices", "update", "--region", "eu-west-1", offerPath("aws-lambda-us-east-1.json"), offerPath("aws-ec2-eu-west-1.json"))
	if strings.Contains(one, "lambda.requests") || priceOf(t, one, "nat.gb", "eu-west-1") != 0.048 {
		t.Errorf("of one region:\n%s", one)
	}
}

func TestUpdateFromStandardInput(t *testing.T) {
	t.Parallel()
	text := offerText(t, "aws-states-us-east-1.json")
	for _, stdin := range []string{text, packed(text)} {
		if got := priceOf(t, must(t, stdin, "prices", "update", "-"), "stepfunctions.standard", "us-east-1"); got != 0.000025 {
			t.Errorf("stepfunctions.standard: %v", got)
		}
	}
}

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

// offerHost serves price lists on the loopback, and whatever else hosts do.
func offerHost(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	serve := func(path, text string, header ...string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			for i := 0; i < len(header); i += 2 {
				w.Header().Set(header[i], header[i+1])
			}
			_, _ = io.WriteString(w, text)
		})
	}
	other := httptest.NewServer(mux)
	host := httptest.NewServer(mux)
	t.Cleanup(other.Close)
	t.Cleanup(host.Close)
	lambda, first := offerText(t, "aws-lambda-us-east-1.json"), offerText(t, "azure-page-1.json")
	link := "https://prices.azure.com:443/api/retail/prices?$filter=armRegionName%20eq%20%27westeurope%27&$skip=1000"
	to := func(next string) string { return strings.Replace(first, link, next, 1) }
	serve("/lambda.json", lambda)
	serve("/encoded.json", packed(lambda), "Content-Encoding", "gzip")
	serve("/lambda.json.gz", packed(lambda))
	serve("/broken.json.gz", packed(lambda)[:200])
	serve("/short.json", lambda, "Content-Length", strconv.Itoa(len(lambda)+100))
	serve("/half.json", lambda[:3000])
	serve("/page.html", "<!doctype html><p>Sign in")
	serve("/azure", to(host.URL+"/azure2?$skip=1000"))
	serve("/azure2", offerText(t, "azure-page-2.json"))
	serve("/elsewhere", to(other.URL+"/azure2"))
	serve("/forever", strings.Replace(offerText(t, "azure-page-2.json"), `"NextPageLink": null`, `"NextPageLink": "/forever"`, 1))
	mux.Handle("/moved", http.RedirectHandler("/lambda.json", http.StatusFound))
	mux.Handle("/away", http.RedirectHandler(other.URL+"/lambda.json", http.StatusFound))
	mux.Handle("/round", http.RedirectHandler("/round", http.StatusFound))
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, lambda[:100])
		_ = http.NewResponseController(w).Flush()
		<-r.Context().Done()
	})
	return host.URL
}

func TestUpdateFromAnAddress(t *testing.T) {
	t.Parallel()
	host := offerHost(t)
	for _, path := range []string{"/lambda.json", "/encoded.json", "/lambda.json.gz", "/moved"} {
		if got := priceOf(t, must(t, "", "prices", "update", host+path), "lambda.duration.x86", "us-east-1"); got != 0.0000166667 {
			t.Errorf("%s: lambda.duration.x86: %v", path, got)
		}
	}
	// Both pages, and a source that names the filter and no other parameter.
	text := must(t, "", "prices", "update", host+"/azure?$filter=armRegionName%20eq%20%27westeurope%27&sig=secret")
	if got := priceOf(t, text, "functions.consumption.requests", "westeurope"); got != 0.0000002 {
		t.Errorf("functions.consumption.requests: %v", got)
	}
	if got := priceOf(t, text, "vm.Standard_D4s_v5", "westeurope"); got != 0.23 {
		t.Errorf("vm.Standard_D4s_v5: %v", got)
	}
	want := `azure: "Azure retail prices, ` + host + `/azure where armRegionName eq 'westeurope'"`
	if !strings.Contains(text, want) || strings.Contains(text, "secret") || strings.Contains(text, "further page") {
		t.Errorf("no %s in\n%s", want, text)
	}
}

// updateWrong are sources, the host before those that begin with a slash, and
// the one line; one that ends in … is a beginning.
var updateWrong = []struct{ sources, want string }{
	{"", "prices update needs a price list: a file, - for standard input, or an address (http, https)"},
	{"none.json", "none.json: no such file or directory"},
	{"testdata", "testdata: is a directory, not a price list"},
	{"go.mod", "go.mod: not a price file; expected an AWS offer file (offerCode, products, terms) or a list of Azure retail prices (BillingCurrency, Items)"},
	{"- -", "standard input: cut short after 0 bytes; expected a whole price file"},
	{"testdata/offers/aws-ec2-eu-west-1.json --region us-east-1", "aws-ec2-eu-west-1.json: no known price in region us-east-1 among 11 rows, and 5 in other regions; expected prices of that region"},
	{"testdata/offers/azure-page-1.json testdata/offers/aws-ec2-eu-west-1.json", "testdata/offers/aws-ec2-eu-west-1.json: prices of aws, and azure-page-1.json has those of azure; a price file is of one provider, so write two"},
	{"https://", "https://: not an address; expected one such as https://host/prices.json"},
	{"/nothing.json", "HOST/nothing.json: the host answers 404 Not Found; expected 200 OK with a price list"},
	{"/away", "HOST/away: redirects to another host, …"},
	{"/round", "HOST/round: redirects more than 5 times"},
	{"/page.html", "HOST/page.html: not a price file; expected …"},
	{"/half.json", "HOST/half.json: cut short after …"},
	{"/short.json", "HOST/short.json: cut short after …"},
	{"/broken.json.gz", "HOST/broken.json.gz: cut short after …"},
	{"/elsewhere", "HOST/elsewhere: NextPageLink: is on another host, …"},
	{"/lambda.json /nothing.json", "HOST/nothing.json: the host answers 404 Not Found; …"},
}

func TestUpdateIsOneLineWhereItFails(t *testing.T) {
	t.Parallel()
	host := offerHost(t)
	output := filepath.Join(t.TempDir(), "prices.yaml")
	if err := os.WriteFile(output, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range updateWrong {
		args := []string{"prices", "update", "-o", output}
		for source := range strings.FieldsSeq(c.sources) {
			if source[0] == '/' {
				source = host + source
			}
			args = append(args, source)
		}
		o := execute("", args...)
		got := strings.ReplaceAll(o.errors, host, "HOST")
		want, beginning := strings.CutSuffix("runwhere: "+c.want, "…")
		if o.code != exitWrong || o.out != "" || strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, want) || !beginning && got != want+"\n" {
			t.Errorf("update %s: exit code %d\n got %s want %s", c.sources, o.code, got, want)
		}
		if data, err := os.ReadFile(output); string(data) != "before" || err != nil {
			t.Errorf("update %s: writes %q, %v", c.sources, data, err)
		}
	}
}

// An address costs no more than its bounds, however its host behaves.
func TestUpdateIsBounded(t *testing.T) {
	t.Parallel()
	host := offerHost(t)
	for _, c := range []struct {
		path, want string
		bound      func(f *fetcher)
	}{
		{"/lambda.json", "too large for a price list; allowed is 4000 bytes", func(f *fetcher) { f.limit = 4000 }},
		{"/lambda.json.gz", "too large for a price list; allowed is 4000 bytes", func(f *fetcher) { f.limit = 4000 }},
		{"/forever", "more than 3 pages; narrow its filter", func(f *fetcher) { f.pages = 3 }},
		{"/slow", "no whole answer within 200ms", func(f *fetcher) { f.time = 200 * time.Millisecond }},
	} {
		var out bytes.Buffer
		p := &program{stdout: &out}
		f := newFetcher()
		c.bound(f)
		err := p.updatePrices(context.Background(), f, &updateFlags{}, []string{host + c.path}, "2026-11-23")
		if err == nil || err.Error() != host+c.path+": "+c.want || out.Len() > 0 {
			t.Errorf("%s: %v, want %s", c.path, err, c.want)
		}
	}
}

func TestUpdateReadsStandardInputOnce(t *testing.T) {
	t.Parallel()
	o := execute(offerText(t, "aws-states-us-east-1.json"), "prices", "update", "-", "-")
	if o.code != exitWrong || o.errors != "runwhere: standard input can be read once only\n" {
		t.Errorf("exit code %d, %s", o.code, o.errors)
	}
}
