package costs

import (
	"testing"

	"runwhere/costs/pricebook"
)

// TestNamesOfAzureSizes: Standard_ may be left out, as Azure's own pages do.
func TestNamesOfAzureSizes(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	for _, name := range []string{"Standard_NC4as_T4_v3", "NC4as_T4_v3", "standard_nc4as_t4_v3", "nc4as_t4_v3"} {
		if x, err := book.Instance(name, "eastus"); err != nil || x.Type != "Standard_NC4as_T4_v3" || x.Hour.Tiers[0].USD != 0.526 {
			t.Errorf("%s: %v, %v", name, x, err)
		}
		s, w := usualSettings(), usualWorkload()
		s.Cloud, s.Region, s.Kubernetes.Node, w.Components[0].Traits.GPU = pricebook.Azure, "eastus", name, true
		if p := built(t, "aks", s, w); p.Fleet.Node.Type != "Standard_NC4as_T4_v3" || !p.Feasible() {
			t.Errorf("%s: runs on %s, %v", name, p.Fleet.Node.Type, p.Refusals)
		}
	}
	for _, id := range []string{"vm.Standard_D4s_v5", "vm.D4s_v5"} {
		if p, err := book.Price(id, "westeurope"); err != nil || p.Tiers[0].USD != 0.23 {
			t.Errorf("%s: %v, %v", id, p, err)
		}
	}
	laid, err := book.Overlay("own.yaml", []byte("provider: azure\ncollected: 2026-10-02\nsources: {contract: by hand}\n"+
		"prices:\n  - {id: vm.D4s_v5, unit: hour, usd: {westeurope: 0.2}, source: contract, as_of: 2026-10-01}\n"+
		"discounts:\n  - {match: vm.D2s_v5, percent: 50, source: contract, as_of: 2026-10-01}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{"Standard_D4s_v5": 0.2, "D2s_v5": 0.0575} {
		if x, err := laid.Instance(name, "westeurope"); err != nil || x.Hour.Tiers[0].USD != want {
			t.Errorf("%s over the list: %+v, %v", name, x, err)
		}
	}
	if got := book.TypeName("mainframe"); got != "mainframe" {
		t.Errorf("an unknown type is called %s", got)
	}
}

// The book has what platforms charge, and the oldest warning is the load
// balancer's page of 2017.
func TestEmbeddedBookIsUsed(t *testing.T) {
	t.Parallel()
	problems, warnings := embedded(t).Verify("2026-11-23", UsedPrices())
	for _, p := range problems {
		t.Error(p)
	}
	if len(warnings) == 0 || warnings[0].ID != "alb.hour" || warnings[0].What != "is as of 2017-12-18" {
		t.Errorf("%d warnings", len(warnings))
	}
}
