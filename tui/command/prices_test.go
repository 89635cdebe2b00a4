package command

import (
	"strings"
	"testing"
)

// TestQuotesByHand works the tiers of us-east-1 by hand.
func TestQuotesByHand(t *testing.T) {
	t.Parallel()
	type tier struct{ quantity, price, usd float64 }
	for _, c := range []struct {
		args  string
		unit  string
		usd   float64
		tiers []tier
	}{
		{"apigateway.rest 15e9", "request", 36353.10, []tier{
			{333e6, 3.5e-6, 1165.50}, {667e6, 2.8e-6, 1867.60}, {14e9, 2.38e-6, 33320},
		}},
		{"apigateway.rest 333M", "request", 1165.50, []tier{{333e6, 3.5e-6, 1165.50}}},
		{"lambda.duration.x86 20e9", "GB-s", 301667.20, []tier{
			{6e9, 0.0000166667, 100000.20}, {9e9, 0.000015, 135000}, {5e9, 0.0000133334, 66667},
		}},
		{"egress.internet 200000", "GB", 13891.20, []tier{
			{10240, 0.09, 921.60}, {40960, 0.085, 3481.60}, {102400, 0.07, 7168}, {46400, 0.05, 2320},
		}},
		{"egress.internet 200000 --free-tier", "GB", 13886.20, []tier{
			{100, 0, 0}, {10240, 0.09, 921.60}, {40960, 0.085, 3481.60}, {102400, 0.07, 7168}, {46300, 0.05, 2315},
		}},
		{"lambda.requests 1.2B --region eu-west-1", "request", 240, []tier{{1.2e9, 0.2e-6, 240}}},
		{"lambda.requests 0", "request", 0, []tier{{0, 0.2e-6, 0}}},
	} {
		q := decoded(t, must(t, "", append([]string{"prices", "quote", "--format", "json"}, strings.Fields(c.args)...)...))
		id, _, _ := strings.Cut(c.args, " ")
		if at(t, q, "id") != id || at(t, q, "unit") != c.unit || at(t, q, "source") == "" || at(t, q, "as_of") == "" {
			t.Errorf("%s: %v", c.args, q)
		}
		near(t, c.args+": usd", at(t, q, "usd"), c.usd)
		if got := at(t, q, "tiers").([]any); len(got) != len(c.tiers) {
			t.Errorf("%s: %d tiers, want %d", c.args, len(got), len(c.tiers))
			continue
		}
		sum := 0.0
		for i, want := range c.tiers {
			near(t, c.args+": quantity", at(t, q, "tiers", i, "quantity"), want.quantity)
			near(t, c.args+": usd of a tier", at(t, q, "tiers", i, "usd"), want.usd)
			if got := at(t, q, "tiers", i, "unit_price"); got != want.price {
				t.Errorf("%s: unit price %v, want %v", c.args, got, want.price)
			}
			sum += want.quantity
		}
		near(t, c.args+": quantity", at(t, q, "quantity"), sum)
	}
}

func TestPricesAsText(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args string
		want []string
	}{
		{"prices quote apigateway.rest 15e9", []string{"$36,353.10", "14,000,000,000", "$0.00000238", "$33,320.00", "source:", "as of"}},
		{"prices quote nat.hour 730 --free-tier", []string{"$32.85", "No amount of this is free every month."}},
		{"prices show lambda.duration.x86", []string{"us-east-1", "eu-west-1", "$0.0000166667", "$0.000015 from 6B", "source:", "400K"}},
		{"prices list", []string{"lambda.requests", "apigateway.rest", "workers.cpu_ms", "ec2.c5.xlarge"}},
		{"prices", []string{"lambda.requests"}},
		{"prices regions", []string{"EKS (15)", "Frankfurt", "without a", "azure.logs.gb", "not offered", "Workers (1)"}},
		{"prices regions --format json", []string{`"regions_known": 15`, `"state": "in part"`, `"unknown_prices": [`}},
		{"prices verify", []string{"complete and consistent"}},
	} {
		out := must(t, "", strings.Fields(c.args)...)
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not show %q:\n%s", c.args, want, out)
			}
		}
	}
}

func TestListOfARegionHasItsPricesOnly(t *testing.T) {
	t.Parallel()
	for _, p := range decoded(t, must(t, "", "prices", "list", "--region", "eu-west-1", "--format", "json")).([]any) {
		if region := at(t, p, "region"); region != "eu-west-1" && region != "global" {
			t.Errorf("%v is of region %v", at(t, p, "id"), region)
		}
		for _, key := range []string{"unit", "source", "as_of"} {
			if at(t, p, key) == "" {
				t.Errorf("%v has no %s", at(t, p, "id"), key)
			}
		}
	}
	for _, p := range decoded(t, must(t, "", "prices", "show", "lambda.requests", "--format", "json")).([]any) {
		near(t, "lambda.requests", at(t, p, "tiers", 0, "usd"), 0.2e-6)
	}
}
