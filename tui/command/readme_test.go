package command

import (
	"os"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/scenario"
)

// TestReadmeNamesThePricedRegions: for each cloud the README lists the regions
// that the error for an unknown one names.
func TestReadmeNamesThePricedRegions(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := strings.Join(strings.Fields(string(data)), " ")
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
		if want := " " + regions + " (" + title + ")"; regions == "" || !strings.Contains(readme, want) {
			t.Errorf("README.md does not say%s", want)
		}
	}
}
