package docs

import (
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
