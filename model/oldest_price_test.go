package model

import (
	"math"
	"testing"

	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	scenariofile "runwhere/model/scenario/file"
)

// The oldest price is one that something is charged by: the lines of the bills
// that there are today, and of the split.
func TestOldestPriceIsOneThatIsCharged(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, preset := range scenariofile.Presets() {
		s, err := scenariofile.Preset(preset.Name)
		if err != nil {
			t.Fatal(err)
		}
		e, err := Evaluate(s, book)
		if err != nil {
			t.Fatal(err)
		}
		oldest := ""
		for _, p := range e.Platforms {
			if math.IsInf(p.Cost(e.Volume()), 1) {
				continue
			}
			for _, l := range p.Bill(e.Volume()).Lines {
				if day := pricebook.LastDay(l.AsOf); l.Quantity > 0 && (oldest == "" || day < oldest) {
					oldest = day
				}
			}
		}
		got := e.OldestPrice()
		if got == nil || pricebook.LastDay(got.AsOf) > oldest || got.Label == "" || got.ID == "" {
			t.Errorf("%s: %+v, and a bill has one of %s", preset.Name, got, oldest)
		}
		// An older one is of the split alone.
		if got != nil && pricebook.LastDay(got.AsOf) < oldest && !e.Split.Mixed() {
			t.Errorf("%s: %+v is in no bill", preset.Name, got)
		}
	}
}

// Node volumes are the oldest price of a cluster; where no node has one, another
// price is, and its age is no longer named. A refused platform has no bill.
func TestOldestPriceByWhatIsCharged(t *testing.T) {
	t.Parallel()
	book, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ requests, kubernetes, want string }{
		{"50M", "node_volume: 20GiB", "Node volumes (gp3), 1 Jul 2024"},
		{"50M", "node_volume: 0GiB", ""},
		{"5B", "node_volume: 20GiB, nodes: 1, node: t3.small", ""}, // One small node is saturated: no bill.
	} {
		text := "runwhere: 1\ncomponents: [{name: api, requests_per_month: " + c.requests + ", duration: 100ms, memory: 512MiB, function_memory: 512MiB, measured_at: 512MiB, isolate_memory: 512MiB}]\n" +
			"platforms: {kubernetes: {" + c.kubernetes + "}}\n"
		s, err := scenariofile.Decode("f.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		e, err := Evaluate(s, book)
		if err != nil {
			t.Fatal(err)
		}
		got := e.OldestPrice()
		if got == nil || c.want != "" && got.Text() != c.want || c.want == "" && got.ID == "ebs.gp3.month" {
			t.Errorf("%s: %+v, want %q", c.kubernetes, got, c.want)
		}
	}
}

func TestDateWords(t *testing.T) {
	t.Parallel()
	for date, want := range map[string]string{
		"2024-07-01": "1 Jul 2024", "2024-12-31": "31 Dec 2024", "2024-07": "Jul 2024", "2024": "2024", "2024-13": "2024-13", "soon": "soon", "": "", "2024-7-1": "2024-7-1",
	} {
		if got := quantity.DateWords(date); got != want {
			t.Errorf("%q: %q, want %q", date, got, want)
		}
	}
}
