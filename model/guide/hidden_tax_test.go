package guide

import (
	"math"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// TestManifestsByHand: twelve services of which two keep state are 12 × 8 + 2
// files; the guide's nine a service would be 108.
func TestManifestsByHand(t *testing.T) {
	t.Parallel()
	s := services(12)
	s.Components[0].Traits = []string{"stateful"}
	s.Components[1].Traits = []string{"stateful"}
	s.Components[2].Pin = scenario.Some("serverless")
	all, there := Manifests(modeltest.Evaluate(t, s))
	if all != (ManifestCount{12, 2, 98, 108}) {
		t.Errorf("all: %+v", all)
	}
	if there.Stateful != 2 || there.Services > 11 || there.Files != 8*there.Services+2 || there.Published != 9*there.Services {
		t.Errorf("placed: %+v", there)
	}
	if got, want := all.Text(), "12 services, 2 stateful: at least 98 YAML files; at the guide's 9 a service 108"; got != want {
		t.Errorf("%q", got)
	}
}

// TestHiddenTaxBesideThePublished: Scenario B's bill of $461.725 is where
// the guide has $5,000, a given engineer where it has $12,000.
func TestHiddenTaxBesideThePublished(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.People.Kubernetes.PlatformEngineer = scenario.Some(quantity.Exactly(15000))
	e := modeltest.Evaluate(t, s)
	tax := HiddenTax(e)
	if tax.PublishedUSD != 21500 || math.Abs(tax.USD-(461.725+15000+4500)) > 1e-6 || tax.PerService != tax.USD {
		t.Errorf("%v published, %v here, %v a service", tax.PublishedUSD, tax.USD, tax.PerService)
	}
	published := 0.0
	for _, line := range tax.Kubernetes {
		published += line.PublishedUSD
	}
	if published != 21500 || tax.Kubernetes[1].How != "as given" || tax.Kubernetes[2].How == "as given" {
		t.Errorf("%v, %+v", published, tax.Kubernetes[:3])
	}
	// $175 of REST API, $25 of logs less the tax of binary units, $45 of NAT and data.
	bill := e.Platform(checklist.Serverless).Bill(e.Volume())
	want := map[string]float64{}
	for _, l := range bill.Lines {
		want[strings.TrimSuffix(l.Meter, "-data")] += l.USD
	}
	for _, line := range tax.Serverless {
		if usd, metered := want[line.ID]; metered != !math.IsNaN(line.USD) || metered && math.Abs(usd-line.USD) > 1e-9 {
			t.Errorf("%s: %v, want %v", line.ID, line.USD, usd)
		}
		if line.How == "" {
			t.Errorf("%s: nobody says where the figure is from", line.ID)
		}
	}
}

// TestUnknownTaxIsNoZero: a platform without a bill has no total.
func TestUnknownTaxIsNoZero(t *testing.T) {
	t.Parallel()
	s := services(1)
	s.Kubernetes.Nodes, s.Components[0].Requests = scenario.Some("1"), scenario.Some(quantity.Exactly(9e11))
	tax := HiddenTax(modeltest.Evaluate(t, s))
	if !math.IsNaN(tax.USD) || !math.IsNaN(tax.PerService) || !strings.HasPrefix(tax.Kubernetes[0].How, "no bill: ") {
		t.Errorf("%v: %+v", tax.USD, tax.Kubernetes[0])
	}
	s = scenario.Scenario{Components: []scenario.Component{{Name: "a", Traits: []string{"stateful"}}}}
	for _, line := range HiddenTax(modeltest.Evaluate(t, s)).Serverless {
		if !math.IsNaN(line.USD) {
			t.Errorf("%s has %v though Lambda refuses the system", line.ID, line.USD)
		}
	}
}
