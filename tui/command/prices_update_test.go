package command

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
	"sync/atomic"
	"testing"
	"time"

	"runwhere/costs/pricebook"
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
	book, err := pricebook.Parse("overlay.yaml", []byte(overlay))
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

// Whatever update writes can be given to --prices; what had to be left out is
// said beside it.
func TestUpdateIsReadByPrices(t *testing.T) {
	t.Parallel()
	for source, said := range map[string]string{
		"azure-machines.json":           "runwhere: azure-machines.json: left out: machines that the price book does not have and whose size is not stated (1)\n",
		"aws-ec2-new-types.json":        "runwhere: aws-ec2-new-types.json: left out: machines that the price book does not have and whose size is not stated (1)\n",
		"azure-page-1.json":             "runwhere: azure-page-1.json: names a further page, which was not read: prices may be missing\n",
		"aws-ec2-eu-west-1.json":        "",
		"aws-lambda-us-east-1.json":     "",
		"aws-states-us-east-1.json":     "",
		"aws-apigateway-eu-west-1.json": "",
	} {
		overlay := filepath.Join(t.TempDir(), "prices.yaml")
		if o := execute("", "prices", "update", offerPath(source), "-o", overlay); o.code != exitDone || o.errors != said {
			t.Errorf("%s: exit code %d, says %q, want %q", source, o.code, o.errors, said)
		}
		must(t, "", "prices", "list", "--prices", overlay)
		must(t, "", "prices", "verify", "--prices", overlay)
	}
	overlay := filepath.Join(t.TempDir(), "prices.yaml")
	execute("", "prices", "update", offerPath("aws-ec2-new-types.json"), "-o", overlay)
	scenario := "runwhere: 1\ncomponents: [{name: a, requests_per_month: 50M, duration: 100ms}]\nplatforms: {kubernetes: {node: x2gd.xlarge}}\n"
	if text := must(t, scenario, "eval", "-", "--prices", overlay, "--format", "json"); !strings.Contains(text, "× $0.334") {
		t.Errorf("the new type has no price in\n%s", text)
	}
}

// A price file that --prices could not hold is not written.
func TestUpdateOfTooMuch(t *testing.T) {
	t.Parallel()
	list, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	want := "too many prices for one file: 16MiB, allowed is 16MiB; --region takes those of one region"
	if err := readable(list, make([]byte, priceFile.most+1)); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if err := readable(list, []byte("provider: aws")); err == nil || !strings.HasPrefix(err.Error(), "what was read cannot be used: the price file") {
		t.Error(err)
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
	linked := func(next string) string {
		return strings.Replace(offerText(t, "azure-page-2.json"), `"NextPageLink": null`, `"NextPageLink": "`+next+`"`, 1)
	}
	var pages atomic.Int64
	mux.HandleFunc("/forever", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, linked("/forever?$skip="+strconv.FormatInt(pages.Add(1), 10)))
	})
	serve("/itself", linked("/itself"))
	serve("/ring", linked("/ring2"))
	serve("/ring2", linked("/ring"))
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
	o := execute("", "prices", "update", host+"/azure?$filter=armRegionName%20eq%20%27westeurope%27&sig=secret")
	text := o.out
	if o.code != exitDone || strings.Contains(o.errors, "secret") {
		t.Errorf("exit code %d, standard error %s", o.code, o.errors)
	}
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
	{"/itself", "HOST/itself: NextPageLink: leads back to a page that was read before, so that the list has no end"},
	{"/ring", "HOST/ring: NextPageLink: leads back to a page that was read before, so that the list has no end"},
	{"/nothing.json?api_key=secret&$filter=a%20eq%20b&sig=secret#secret", "HOST/nothing.json?api_key=xxxxx&$filter=a%20eq%20b&sig=xxxxx#xxxxx: the host answers 404 Not Found; …"},
	{"/away?token=secret", "HOST/away?token=xxxxx: redirects to another host, …"},
	{"https://me:secret@?key=secret", "https://xxxxx@?key=xxxxx: not an address; …"},
	{"https://%zz:secret@host/?key=secret", "https://xxxxx@host/?key=xxxxx: not an address; …"},
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
		args := []string{"prices", "update", "--force", "-o", output}
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
		if strings.Contains(o.errors, "secret") {
			t.Errorf("update %s tells a secret: %s", c.sources, o.errors)
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
		{"/slow", "nothing came for 3m0s; the answer is not whole", func(f *fetcher) {
			f.idle = 3 * time.Minute
			f.after = func(d time.Duration, giveUp func()) func() bool {
				if d == 3*time.Minute {
					giveUp() // As if they were over.
				}
				return func() bool { return true }
			}
		}},
	} {
		var out bytes.Buffer
		p := newProgram(nil, &out, io.Discard)
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

// A price list of one's own is no part of what the providers publish.
func TestUpdateRefusesPrices(t *testing.T) {
	t.Parallel()
	const want = "prices update takes no --prices: it makes such a file"
	refused(t, want, "prices", "update", "--prices", "contract.yaml", "list.json")
	refused(t, want, "prices", "--prices", "contract.yaml", "update", "list.json")
	if help := must(t, "", "prices", "update", "--help"); strings.Contains(help, "private prices") {
		t.Errorf("the help lists what is refused:\n%s", help)
	}
}
