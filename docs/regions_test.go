package docs

import (
	"os"
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
	data, err := os.ReadFile("platforms-and-prices.md")
	if err != nil {
		t.Fatal(err)
	}
	page := strings.Join(strings.Fields(string(data)), " ")
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
		if want := " " + regions + " (" + title + ")"; regions == "" || !strings.Contains(page, want) {
			t.Errorf("docs/platforms-and-prices.md does not say%s", want)
		}
	}
}
