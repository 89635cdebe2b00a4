package docs

import (
	"math"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario"
)

// TestPricedRegionsAreNamed: for each cloud the page of prices lists the regions
// that the error for an unknown one names.
func TestPricedRegionsAreNamed(t *testing.T) {
	t.Parallel()
	text := strings.Join(strings.Fields(page(t, "platforms-and-prices.md")), " ")
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for cloud, title := range map[string]string{"aws": "AWS", "gcp": "Google Cloud", "azure": "Azure"} {
		s := scenario.Scenario{Cloud: scenario.Some(cloud), Region: scenario.Some("nowhere")}
		_, err := model.Evaluate(s, book)
		if err == nil {
			t.Fatalf("%s has a region that is nowhere", cloud)
		}
		_, regions, _ := strings.Cut(err.Error(), " is priced in ")
		if want := " " + regions + " (" + title + ")"; regions == "" || !strings.Contains(text, want) {
			t.Errorf("docs/platforms-and-prices.md does not say%s", want)
		}
	}
}

// TestAgreedPricesAreRead: the price file that the page shows is one.
func TestAgreedPricesAreRead(t *testing.T) {
	t.Parallel()
	_, rest, _ := strings.Cut(page(t, "platforms-and-prices.md"), "```yaml\n")
	shown, _, found := strings.Cut(rest, "```")
	book, err := pricebook.Embedded()
	if err != nil || !found {
		t.Fatalf("the page shows %q, %v", shown, err)
	}
	agreed, err := book.Overlay("contract.yaml", []byte(shown))
	if err != nil {
		t.Fatal(err)
	}
	// 20 GB-seconds at 9 % less than $0.0000166667.
	p, err := agreed.Price("lambda.duration.x86", "us-east-1")
	if err != nil || math.Abs(p.USD(20, false)-20*0.0000166667*0.91) > 1e-9 {
		t.Errorf("got %+v, %v", p, err)
	}
}
