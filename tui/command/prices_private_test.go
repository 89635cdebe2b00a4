package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"runwhere/costs/pricebook"
)

const privatePrices = `provider: aws
collected: 2026-10-02
sources: {contract: "private pricing agreement"}
prices:
  - {id: apigateway.http, from: 0 300e6, usd: {us-east-1: 0.0000005 0.0000004}, source: contract, as_of: 2026-10-01}
discounts:
  - {match: lambda.*, percent: 10, source: contract, as_of: 2026-10-01}
`

// privateFile writes a file of private prices and returns its name.
func privateFile(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "acme.yaml")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestPrivatePricesAreMarked(t *testing.T) {
	t.Parallel()
	file := privateFile(t, privatePrices)
	for _, c := range []struct {
		args string
		want []string
	}{
		{"prices list", []string{"$0.00000018*", "$0.0000005*", "* private, from acme.yaml"}},
		{"prices show lambda.requests", []string{"$0.00000018*", "* private, from acme.yaml", "list price 0.0000002 as of 2025-10-30, less 10 %"}},
		{"prices quote apigateway.http 1e6", []string{"= $0.50", "A private price, from acme.yaml."}},
		{"prices verify", []string{"prices"}},
	} {
		out := must(t, "", append(strings.Fields(c.args), "--prices", file)...)
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not show %q:\n%s", c.args, want, out)
			}
		}
	}
	shown := decoded(t, must(t, "", "prices", "show", "lambda.requests", "--format", "json", "--prices", file))
	if at(t, shown, 0, "private") != "acme.yaml" {
		t.Errorf("JSON does not name the file: %v", at(t, shown, 0))
	}
	quoted := decoded(t, must(t, "", "prices", "quote", "lambda.requests", "1e6", "--format", "json", "--prices", file))
	near(t, "a discounted million", at(t, quoted, "usd"), 0.18)
	if out := must(t, "", "prices", "list"); strings.Contains(out, "private") {
		t.Error("a list price is marked")
	}
}

// The bill of a scenario is that of the private prices.
func TestEvalWithPrivatePrices(t *testing.T) {
	t.Parallel()
	file := privateFile(t, privatePrices)
	scenario := must(t, "", "new", "--preset", "scenario-b")
	list := must(t, scenario, "eval", "-", "--format", "json")
	private := must(t, scenario, "eval", "-", "--format", "json", "--prices", file)
	if list == private {
		t.Error("private prices changed nothing")
	}
	if chart := must(t, scenario, "chart", "-", "--chart", "ascii", "--prices", file); chart == "" {
		t.Error("no chart")
	}
	// The last file lies on top.
	twice := must(t, "", "prices", "quote", "lambda.requests", "1e6", "--format", "json", "--prices", file, "--prices",
		privateFile(t, "provider: aws\ncollected: 2026-11-01\nsources: {s: second}\nprices: [{id: lambda.requests, usd: {us-east-1: 0.0000001}, source: s, as_of: 2026-11}]\n"))
	near(t, "the second file", at(t, decoded(t, twice), "usd"), 0.10)
}

func TestBadPrivatePrices(t *testing.T) {
	t.Parallel()
	bad := privateFile(t, strings.Replace(privatePrices, "apigateway.http", "apigateway.htp", 1))
	for args, want := range map[string]string{
		"prices list --prices none.yaml":  "runwhere: none.yaml: no such file or directory\n",
		"prices list --prices -":          "runwhere: --prices: -: not a file; standard input is for a scenario\n",
		"prices list --prices " + bad:     "runwhere: " + bad + `:5: prices[0].id: "apigateway.htp" is not a price of the book; did you mean apigateway.http?` + "\n",
		"eval - --prices " + bad:          "runwhere: " + bad + `:5: prices[0].id: "apigateway.htp" is not a price of the book; did you mean apigateway.http?` + "\n",
		"--plain --prices " + bad:         "runwhere: " + bad + `:5: prices[0].id: "apigateway.htp" is not a price of the book; did you mean apigateway.http?` + "\n",
		"prices verify --prices none.yml": "runwhere: none.yml: no such file or directory\n",
	} {
		if o := execute("", strings.Fields(args)...); o.code != exitWrong || o.errors != want || o.out != "" {
			t.Errorf("%s: exit code %d, standard error %q, want %q; output %q", args, o.code, o.errors, want, o.out)
		}
	}
}

// An overlay of the future is refused, and so is a discount in it that is dated
// after its own file.
func TestOverlayOfTheFuture(t *testing.T) {
	t.Parallel()
	const body = "sources: {s: s}\ndiscounts: [{match: lambda.*, percent: 9, source: s, as_of: 2026-10-01}]\n"
	now := time.Date(2026, 11, 28, 22, 0, 0, 0, time.UTC)
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for collected, want := range map[string]string{
		"2026-11-28": "", "2026-11-29": "", // It is tomorrow already in Auckland.
		"2026-11-30": "f.yaml: collected: 2026-11-30 is after today, 2026-11-28",
		"2999-01-01": "f.yaml: collected: 2999-01-01 is after today, 2026-11-28",
	} {
		_, err := laidOver(book, "f.yaml", []byte("provider: aws\ncollected: "+collected+"\n"+body), now)
		if (err == nil) != (want == "") || err != nil && err.Error() != want {
			t.Errorf("collected %s: %v, want %s", collected, err, want)
		}
	}
	overlay := file(t, "o.yaml", "provider: aws\ncollected: 2026-10-02\n"+strings.Replace(body, "2026-10-01", "2999-01-01", 1))
	if o := execute("", "prices", "list", "--prices", overlay); o.code != exitWrong || !strings.Contains(o.errors, `"2999-01-01" is not a date of this file`) {
		t.Errorf("exit code %d, %s", o.code, o.errors)
	}
}
