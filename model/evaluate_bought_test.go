package model

import (
	"testing"

	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestUnboughtNamesThePurchase: no source gives Azure's spot prices. The way out is a discount of one's own and
// no other region, whichever cloud the scenario is at home in.
func TestUnboughtNamesThePurchase(t *testing.T) {
	t.Parallel()
	const spot = "platforms.kubernetes.spot_discount takes your own figure, such as 60%"
	for _, c := range []struct{ settings, key, value, problem, allowed string }{
		{"kind: aks, spot_share: 50%", "spot_share", "50%", "price vm.spot.Standard_D4as_v5 is unknown", spot},
		{"kind: aks, purchase: spot", "purchase", "spot", "price vm.spot.Standard_D4as_v5 is unknown", spot},
	} {
		for _, cloud := range []string{"aws", "gcp", "azure"} {
			s, err := scenariofile.Decode("f.yaml", []byte("runwhere: 1\ncloud: "+cloud+"\ncomponents: [{name: a}]\nplatforms: {kubernetes: {"+c.settings+"}}\n"))
			if err != nil {
				t.Fatal(err)
			}
			_, err = Evaluate(s, scenariotest.PriceBook(t))
			want := "platforms.kubernetes." + c.key + ": " + c.value + ": " + c.problem + "; " + c.allowed
			if err == nil || err.Error() != want {
				t.Errorf("%s in %s:\n got %v\nwant %s", c.settings, cloud, err, want)
			}
		}
	}
}

// TestOwnDiscountReplacesAnUnknownPrice: what the error advises is enough, and
// a commitment without an exact price has its usual discount.
func TestOwnDiscountReplacesAnUnknownPrice(t *testing.T) {
	t.Parallel()
	for _, settings := range []string{
		"kind: aks, purchase: savings-1y, discount: 27%", "kind: aks, purchase: savings-1y", "kind: eks, purchase: savings-3y", "kind: aks, spot_share: 50%, spot_discount: 60%",
	} {
		s, err := scenariofile.Decode("f.yaml", []byte("runwhere: 1\ncloud: gcp\ncomponents: [{name: a}]\nplatforms: {kubernetes: {"+settings+"}}\n"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Evaluate(s, scenariotest.PriceBook(t)); err != nil {
			t.Errorf("%s: %v", settings, err)
		}
	}
}

// TestComparedPlatformNamesTheDiscount: a platform that is only compared has no
// error, and its remedy is the same.
func TestComparedPlatformNamesTheDiscount(t *testing.T) {
	t.Parallel()
	for settings, want := range map[string]string{
		"spot_share: 50%": "a discount of your own (platforms.kubernetes.spot_discount), or the rate in a price overlay",
	} {
		s, err := scenariofile.Decode("f.yaml", []byte("runwhere: 1\ncomponents: [{name: a}]\nplatforms: {kubernetes: {"+settings+"}, compare: [aks]}\n"))
		if err != nil {
			t.Fatal(err)
		}
		e, err := Evaluate(s, scenariotest.PriceBook(t))
		if err != nil {
			t.Fatal(err)
		}
		aks := e.Platforms[len(e.Platforms)-1]
		if aks.ID != "aks" || aks.Unbilled == nil || aks.Unbilled.Remedy != want {
			t.Errorf("%s: %+v, want %s", settings, aks.Unbilled, want)
		}
	}
}
