package report_test

import (
	"strings"
	"testing"

	"runwhere/model"
	"runwhere/model/report"
)

// TestOwnSiteHasNoPrice: with the code on a site of one's own no report calls a
// provider's platform possible or the cheapest, and what is not known is null
// and never 0.
func TestOwnSiteHasNoPrice(t *testing.T) {
	t.Parallel()
	for _, placement := range []string{"on-premises", "devices"} {
		e := evaluate(t, "name: shop\nfollowup: {placement: "+placement+", parts: alike}\n")
		type part struct {
			ID, Option string
			Feasible   bool
			USD        *float64 `json:"monthly_usd"`
			Unpriced   any
		}
		d := readAs[struct {
			Platforms []part
			Verdict   struct{ Ranking []part }
			Split     struct {
				USD   *float64 `json:"monthly_usd"`
				Least *float64 `json:"least_possible_usd"`
				Tax   struct {
					USD *float64 `json:"monthly_usd"`
				}
			}
		}](t, e)
		for _, p := range d.Platforms {
			if p.USD != nil || p.Feasible != (p.ID == "wasmcloud") {
				t.Errorf("%s: %+v", placement, p)
			}
		}
		for _, r := range d.Verdict.Ranking {
			if r.USD != nil || r.Feasible != (r.Unpriced != nil) {
				t.Errorf("%s: %+v", placement, r)
			}
		}
		if s := d.Split; s.USD != nil || s.Least != nil || s.Tax.USD != nil {
			t.Errorf("%s: a figure of no placement: %+v", placement, s)
		}
		found := findings(t, e)
		for _, text := range []string{string(report.Text(e, found)), string(report.Markdown(e, found, report.Record{}))} {
			if strings.Contains(text, "the cheapest:") || strings.Contains(text, "Good: the bill") || strings.Contains(text, model.NoOption+" in any") ||
				!strings.Contains(strings.Join(strings.Fields(text), " "), "machines of one's own have no price here yet") {
				t.Errorf("%s:\n%s", placement, text)
			}
		}
	}
}
