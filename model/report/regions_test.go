package report_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/growth"
	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/model/uncertainty"
)

// pairs are six cities with their regions on AWS, Google Cloud and Azure.
var pairs = map[string][3]string{
	"Frankfurt": {"eu-central-1", "europe-west3", "germanywestcentral"},
	"London":    {"eu-west-2", "europe-west2", "uksouth"},
	"São Paulo": {"sa-east-1", "southamerica-east1", "brazilsouth"},
	"Sydney":    {"ap-southeast-2", "australia-southeast1", "australiaeast"},
	"Mumbai":    {"ap-south-1", "asia-south1", "centralindia"},
	"Tokyo":     {"ap-northeast-1", "asia-northeast1", "japaneast"},
}

var clouds = []string{pricebook.AWS, pricebook.GCP, pricebook.Azure}

// TestEighteenPairs: a scenario that says nothing but its region is evaluated in each
// of them, and every line that has no known price there is named in each format.
func TestEighteenPairs(t *testing.T) {
	t.Parallel()
	for city, regions := range pairs {
		for i, cloud := range clouds {
			t.Run(city+" "+cloud, func(t *testing.T) {
				t.Parallel()
				e := evaluate(t, fmt.Sprintf("name: shop\ncloud: %s\nregion: %s\ncomponents: [{name: api, requests_per_month: 10M}]\n", cloud, regions[i]))
				if e.Verdict.Recommendation == "" {
					t.Error("nothing is recommended")
				}
				namesWhatIsUnknown(t, e)
			})
		}
	}
}

// namesWhatIsUnknown holds every format against the platforms without a total.
func namesWhatIsUnknown(t *testing.T, e *model.Evaluation) {
	t.Helper()
	found := findings(t, e)
	text := strings.Join(strings.Fields(string(report.Text(e, found))), " ")
	markdown, rows := string(report.Markdown(e, found, report.Record{})), string(report.CSV(e))
	parity := strings.Join(strings.Fields(string(doc.Text(report.ParityPage(e)))), " ")
	type platform struct {
		ID       string
		USD      *float64 `json:"monthly_usd"`
		Feasible bool
		Bill     []struct {
			Label   string
			USD     *float64
			Unknown string
		}
		Unpriced *struct {
			Without []string
			AtLeast *float64 `json:"at_least_usd"`
		}
	}
	d := readAs[struct{ Platforms []platform }](t, e)
	for i, p := range e.Platforms {
		said := d.Platforms[i]
		if !p.Partly() {
			if p.Billed() && (said.USD == nil || said.Unpriced != nil) {
				t.Errorf("%s: %+v", p.ID, said)
			}
			continue
		}
		if said.USD != nil || !said.Feasible || said.Unpriced == nil || said.Unpriced.AtLeast == nil || math.Abs(*said.Unpriced.AtLeast-p.AtLeast(e.Volume())) > 0.01 {
			t.Errorf("%s: %+v, at least %v", p.ID, said, p.AtLeast(e.Volume()))
		}
		for _, line := range p.Unbilled.Without {
			if !strings.Contains(text, line) || !strings.Contains(markdown, line) || !slices.Contains(said.Unpriced.Without, line) {
				t.Errorf("%s: nobody says that %s is not known", p.ID, line)
			}
		}
		for _, l := range said.Bill {
			if (l.USD == nil) != (l.Unknown != "") {
				t.Errorf("%s: %+v", p.ID, l)
			}
		}
		for where, in := range map[string]string{"text": text, "Markdown": markdown} {
			if !strings.Contains(in, "not known here") || !strings.Contains(in, "≥ ") {
				t.Errorf("%s: %s does not say which line is not known, or that its total is a bound", p.ID, where)
			}
		}
		if !strings.Contains(parity, "≥ ") {
			t.Errorf("%s: the parity table does not say that its total is a bound", p.ID)
		}
		if !strings.Contains(rows, ","+p.ID+","+string(p.Option)+",unknown,") || strings.Contains(rows, ","+p.ID+","+string(p.Option)+",bill,") {
			t.Errorf("%s: the rows are those of a whole bill", p.ID)
		}
	}
}

// TestUnknownIsNeverTheCheapest: in no region of any cloud is a platform without a
// total called the cheapest, wherever the cheapest is told: panel and ribbon
// (Cheapest, Envelope), crossovers, split, odds, verdict and growth. Where what is
// known of it is less than the cheapest total, it is named beside it.
func TestUnknownIsNeverTheCheapest(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	partly := 0
	for _, cloud := range clouds {
		for _, region := range book.RegionsOf(cloud) {
			e := evaluate(t, fmt.Sprintf("name: shop\ncloud: %s\nregion: %s\nplatforms: {compare: [container-apps, eks-fargate, gke-autopilot]}\n"+
				"components:\n  - {name: api, requests_per_month: 5M..20M}\n  - {name: work, requests_per_month: 3M, trigger: queue, duration: 2s}\n", cloud, region))
			for _, p := range e.Platforms {
				if p.Partly() {
					partly++
					neverCheapest(t, e, p)
				}
			}
		}
	}
	if partly < 40 {
		t.Errorf("%d platforms lack a price: what is on trial?", partly)
	}
}

func neverCheapest(t *testing.T, e *model.Evaluation, p *costs.Platform) {
	t.Helper()
	at := e.Resolved.Region + ": " + p.ID
	for q := model.LowestVolume; q <= model.HighestVolume; q *= 10 {
		if e.Cheapest(q) == p || !math.IsInf(e.Curve(p).Cost(q), 1) {
			t.Errorf("%s is the cheapest at %v, or has a curve", at, q)
		}
	}
	for _, s := range e.Envelope() {
		if s.Cheapest == p {
			t.Errorf("%s is on the envelope from %v", at, s.From)
		}
	}
	for _, c := range e.Crossovers() {
		for _, crossing := range c.Crossings {
			if crossing.Cheaper == p || c.AtLow == p || c.AtHigh == p {
				t.Errorf("%s becomes the cheaper one at %v", at, crossing.Volume)
			}
		}
	}
	outlook := growth.Of(e)
	for m, line := range outlook.Cheapest {
		if line >= 0 && outlook.Lines[line].Platform == p {
			t.Errorf("%s is the cheapest in month %d", at, m)
		}
	}
	if outlook.Least >= 0 && outlook.Lines[outlook.Least].Platform == p {
		t.Errorf("%s costs the least over all months", at)
	}
	cheapest := e.Cheapest(e.Volume())
	said := strings.Join(e.Sentences(), " ")
	if cheapest != nil && p.AtLeast(e.Volume()) < cheapest.Cost(e.Volume()) && !strings.Contains(said, "of those that have a total") {
		t.Errorf("%s may cost less than %s, and nobody says so: %s", at, cheapest.ID, said)
	}
	if !slices.Contains(checklist.Placeable, p.Option) || e.Platform(p.Option) != p {
		return
	}
	for _, c := range e.Split.Placements {
		if c.Option == p.Option {
			t.Errorf("%s has %s in the cheapest placement", at, c.Component)
		}
	}
	for _, v := range e.Verdict.Voices {
		if v.Instrument == "costs" && v.Option == p.Option {
			t.Errorf("the costs speak for %s: %+v", at, v)
		}
	}
	for _, r := range e.Verdict.Ranking {
		if r.Option == p.Option && (!r.Feasible || !math.IsInf(r.MonthlyUSD, 1)) {
			t.Errorf("%s: %+v", at, r)
		}
	}
	u, err := uncertainty.EstimateUncertainty(context.Background(), e, 200, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range u.Options {
		if o.Platform == p && o.Cheapest > 0 {
			t.Errorf("%s is the cheapest in %v of the draws", at, o.Cheapest)
		}
	}
}

// TestOldPricesAreMarked: each line of a bill whose price is over 400 days old is marked
// in the text, and the record says it beside the date.
func TestOldPricesAreMarked(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "name: shop\ncloud: aws\nregion: eu-central-1\ncomponents: [{name: api, requests_per_month: 10M}]\n")
	found := findings(t, e)
	text, markdown := string(report.Text(e, found)), string(report.Markdown(e, found, report.Record{}))
	old := 0
	for _, p := range e.Platforms {
		for _, l := range p.Bill(e.Volume()).Lines {
			is := pricebook.VeryOld(l.AsOf, e.Book.Version())
			if is {
				old++
			}
			if strings.Contains(text, "† "+l.Label+" ") != is || is && !strings.Contains(markdown, l.AsOf+" (over 400 days)") {
				t.Errorf("%s as of %s: marked %v", l.Label, l.AsOf, !is)
			}
		}
	}
	if old == 0 {
		t.Error("no price is old: what is on trial?")
	}
}
