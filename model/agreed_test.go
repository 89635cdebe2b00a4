package model

import (
	"math"
	"strings"
	"testing"

	"runwhere/costs/pricebook"
)

// TestAgreedPricesAreBilled: 10 % off all prices of AWS is 10 % off each line of each
// bill of AWS and off no other; the line, its source and its note say so.
func TestAgreedPricesAreBilled(t *testing.T) {
	t.Parallel()
	const body = "name: shop\ncloud: aws\nregion: eu-west-1\nplatforms: {compare: [cloud-run]}\ncomponents: [{name: api, requests_per_month: 20M}]\n"
	list, agreed := decoded(t, body), decoded(t, "agreed: [{match: aws.*, percent: 10, source: EDP, as_of: 2026-10-01}]\n"+body)
	for i, p := range agreed.Platforms {
		off := 1.0
		if p.ID == "eks" || p.ID == "ecs-fargate" || p.ID == "lambda" {
			off = 0.9
		}
		if got, want := p.Cost(20e6), off*list.Platforms[i].Cost(20e6); math.Abs(got-want) > 1e-9*want {
			t.Errorf("%s costs %v, want %v", p.ID, got, want)
		}
		for _, l := range p.Bill(20e6).Lines {
			if (l.Private == pricebook.AgreedFile) != (off < 1) || off < 1 && (!strings.HasPrefix(l.Source, "agreed: EDP, 2026-10-01; list price: ") || !strings.Contains(l.Note, "less 10 %")) {
				t.Errorf("%s: %+v", p.ID, l)
			}
		}
	}
	if again, err := Evaluate(agreed.Scenario, agreed.Book); err != nil || again.Platforms[0].Cost(20e6) != agreed.Platforms[0].Cost(20e6) {
		t.Errorf("evaluated again it is taken off twice: %v", err)
	}
}
