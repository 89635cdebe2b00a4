package growth

import (
	"slices"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
	"runwhere/model/scenario/scenariotest"
)

// TestPeopleAreKnownWhereSomebodyGaveThem: the guide publishes figures for
// Kubernetes alone; for other options what the scenario gives counts, also a
// zero; of a mix at least the further toolchain is known.
func TestPeopleAreKnownWhereSomebodyGaveThem(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Preset("saas-api") // its best mix is on Lambda and Workers
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		set               string
		lambda, work, mix model.PeopleKnown
	}{
		{"", model.PeopleUnknown, model.PeopleUnknown, model.PeopleInPart},
		{"people.serverless.training=500", model.PeopleGiven, model.PeopleUnknown, model.PeopleGiven},
		{"people.serverless.training=0", model.PeopleGiven, model.PeopleUnknown, model.PeopleGiven},
		{"people.wasm.training=500", model.PeopleUnknown, model.PeopleGiven, model.PeopleGiven},
	} {
		with := s
		if c.set != "" {
			with = scenariotest.Sure(scenario.Set(s, c.set))
		}
		e := scenariotest.Sure(model.Evaluate(with, scenariotest.PriceBook(t)))
		for name, each := range map[string]struct{ got, want model.PeopleKnown }{
			"EKS":     {e.PeopleKnown(e.Platform(checklist.Kubernetes)), model.PeopleGiven},
			"Lambda":  {e.PeopleKnown(e.Platform(checklist.Serverless)), c.lambda},
			"Workers": {e.PeopleKnown(e.Platform(checklist.Wasm)), c.work},
			"mix":     {e.PeopleKnown(e.Mix), c.mix},
		} {
			if each.got != each.want {
				t.Errorf("%q: people of %s are %s, want %s", c.set, name, each.got, each.want)
			}
		}
		outlook := Of(e)
		for _, own := range OwnershipOf(e, &outlook) {
			if own.Option == "serverless" && (own.WithPeople(own.NowPeople) == "unknown") != (c.lambda == model.PeopleUnknown) {
				t.Errorf("%q: serverless costs %s with people", c.set, own.WithPeople(own.NowPeople))
			}
		}
	}
}

// TestWhatIsComparedIsSaid: with people counted in a platform whose people nobody
// gave is compared by its bill alone, which is said, and by no factor.
func TestWhatIsComparedIsSaid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		sets []string
		said bool
	}{
		{nil, false},
		{[]string{"people.include=true"}, true},
		{[]string{"people.include=true", "people.containers.training=0", "people.serverless.training=500", "people.wasm.training=0"}, false},
	} {
		s := scenario.Defaults()
		for _, set := range c.sets {
			s = scenariotest.Sure(scenario.Set(s, set))
		}
		e := scenariotest.Sure(model.Evaluate(s, scenariotest.PriceBook(t)))
		said := strings.Join(e.Sentences(), " ")
		if got := strings.Contains(said, "Lambda without its people"); got != c.said {
			t.Errorf("%v: %s", c.sets, said)
		}
		if c.said && (strings.Contains(said, "× as much") || strings.Contains(said, "%)")) {
			t.Errorf("%v: a factor of what is not known: %s", c.sets, said)
		}
		want := ""
		if c.said {
			want = "Nobody gave the people of ECS Fargate, Lambda and Workers (people.*): what is compared there is the bill alone."
		}
		outlook := Of(e)
		if got := e.Uncounted(); got != want || slices.Contains(outlook.Sentences(), want) != c.said {
			t.Errorf("%v: %q, want %q; of the months %q", c.sets, got, want, outlook.Sentences())
		}
	}
}
