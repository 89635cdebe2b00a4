package report_test

import (
	"math"
	"slices"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/places"
	"runwhere/costs/pricebook"
	"runwhere/model/plan"
)

// TestCoverage: the defaults of each platform are known in at least as many regions as
// the lists allow (collected 2026-11-28: every row of each provider's list by region).
// AKS is known where Log Analytics and its boot disks are.
func TestCoverage(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	all, err := plan.CoverageOf(book)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]*plan.KindCoverage{}
	for i := range all {
		at[all[i].Kind.ID] = &all[i]
	}
	for id, want := range map[string]int{
		"eks": 15, "eks-auto": 15, "eks-fargate": 16, "lambda": 26, "gke": 42, "gke-autopilot": 43, "cloud-run": 43, "cloud-functions": 24,
		"aks": 3, "azure-functions": 8, "azure-flex": 8, "container-apps": 7, "cloudflare-workers": 1, "fastly-compute": 1,
	} {
		if got := at[id].Covered(plan.Known); got < want {
			t.Errorf("%s is known in %d regions, want %d", id, got, want)
		}
	}
	for _, k := range all {
		for _, c := range k.Regions {
			if (c.State == plan.Known) != (len(c.Without) == 0) && c.State != plan.NotKnown || (c.State == plan.InPart) && len(c.Unknown) == 0 {
				t.Errorf("%s in %s: %+v", k.Kind.ID, c.Region, c)
			}
		}
	}
	if c := at["cloud-functions"].Regions; c[slices.IndexFunc(c, func(c plan.Coverage) bool { return c.Region == "europe-west10" })].State != plan.NotOffered {
		t.Error("functions of the first generation are not offered in Berlin")
	}
}

// TestNearestRegionIsTaken: where a scenario names a region, a platform of another
// cloud is billed in that cloud's region next to it, or in the nearest one within
// 1,000 km that has all prices.
func TestNearestRegionIsTaken(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, region := range book.RegionsOf(pricebook.AWS) {
		home, _ := places.Of(pricebook.AWS, region)
		e := evaluate(t, "name: shop\ncloud: aws\nregion: "+region+"\nplatforms: {compare: [cloud-run, azure-flex]}\n")
		for _, p := range e.Platforms[len(checklist.Placeable):] {
			provider := map[string]string{"cloud-run": pricebook.GCP, "azure-flex": pricebook.Azure}[p.ID]
			near := places.Around(provider, home)
			at, _ := places.Of(provider, p.Region)
			switch km := at.Km(home); {
			case p.Partly() && p.Region != near[0].ID:
				t.Errorf("%s: %s lacks a price in %s, which is not the nearest", region, p.ID, p.Region)
			case p.Region != near[0].ID && (km > 1000 || len(p.Notes) == 0):
				t.Errorf("%s: %s is billed in %s, %.0f km away", region, p.ID, p.Region, km)
			case math.IsInf(p.Cost(1e6), 1) != p.Partly():
				t.Errorf("%s: %s costs %v", region, p.ID, p.Cost(1e6))
			}
		}
	}
}
