package growth

import (
	"math"
	"slices"
	"testing"

	"runwhere/checklist"
	"runwhere/model/modeltest"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

// TestOwnershipAgainstEvaluations: the four figures of every option are those
// of whole evaluations today and at the volume of month 24, 1.05^24 times
// today's.
func TestOwnershipAgainstEvaluations(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("scenario-b")
	if err != nil {
		t.Fatal(err)
	}
	s.Growth.Monthly, s.People.Serverless.Monitoring, s.Kubernetes.Nodes = scenario.Some(quantity.Exactly(0.05)), scenario.Some(quantity.Exactly(300)), scenario.Some("auto")
	e := modeltest.Evaluate(t, s)
	o := Of(e)
	then := s.Clone()
	scenario.VolumeSlot{}.Set(&then, scenario.At{}, scenario.Value{Amount: quantity.Exactly(50e6 * math.Pow(1.05, 24))})
	later := modeltest.Evaluate(t, then)
	list := OwnershipOf(e, &o)
	if len(list) != len(checklist.Options) {
		t.Fatalf("%d options", len(list))
	}
	for _, own := range list {
		now, grown := e.RankOf(own.Option), later.RankOf(own.Option)
		people := map[string]float64{"kubernetes": 16500, "serverless": 300}[string(own.Option)]
		if !e.OwnPrice(now) {
			if !math.IsInf(own.Now, 1) || own.Why == "" {
				t.Errorf("%+v", own)
			}
			continue
		}
		for name, c := range map[string][2]float64{
			"now": {own.Now, now.MonthlyUSD}, "with people": {own.NowPeople, now.MonthlyUSD + people},
			"then": {own.Then, grown.MonthlyUSD}, "then with people": {own.ThenPeople, grown.MonthlyUSD + people},
		} {
			if math.Abs(c[0]-c[1]) > 1e-6 {
				t.Errorf("%s %s: %v, want %v", own.Option, name, c[0], c[1])
			}
		}
	}
	if unpaid := Unpaid(list); !slices.Equal(unpaid, []string{"Containers"}) {
		t.Errorf("nobody pays for %v", unpaid)
	}
}
