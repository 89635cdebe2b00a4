package scenariotest

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// Near reports whether two figures are the same to a millionth.
func Near(a, b float64) bool { return math.Abs(a-b) < 1e-6*math.Max(1, math.Abs(b)) }

// Same reports whether two scenarios are the same in all but where their values
// came from.
func Same(a, b scenario.Scenario) bool {
	none := scenario.Scenario{}
	return reflect.DeepEqual(a.WithSourcesOf(&none), b.WithSourcesOf(&none))
}

// NotTooSmall is a figure of a field, or the smallest one where it means nothing.
func NotTooSmall(f *scenario.Field, v float64) float64 {
	if scenario.TooSmall(f.Kind, v) {
		return quantity.Smallest[f.Kind]
	}
	return v
}

// Divided is a stateful core and a spiky edge that cannot share a platform:
// the core is refused by serverless, the edge is pinned to it.
func Divided() scenario.Scenario {
	return scenario.Scenario{Components: []scenario.Component{
		{Name: "core", Requests: scenario.Some(quantity.Exactly(10e6)), Memory: scenario.Some(quantity.Exactly(512)), Traits: []string{"stateful"}, Calls: []scenario.Call{
			{To: "edge", PerRequest: scenario.Some(quantity.Exactly(0.1)), Payload: scenario.Some(quantity.Exactly(8))}, {To: "edge"},
		}},
		{Name: "edge", Requests: scenario.Some(quantity.Exactly(1e6)), Memory: scenario.Some(quantity.Exactly(512)), Pin: scenario.Some("serverless")},
	}}
}

// PriceBook is the embedded price book.
func PriceBook(t testing.TB) *pricebook.Book {
	t.Helper()
	b, err := pricebook.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// DrawScenario draws a system of up to n components with traits and pins.
func DrawScenario(t *rapid.T, n int) scenario.Scenario {
	var s scenario.Scenario
	amount := func(name string, lo, hi float64) scenario.Maybe[quantity.Amount] {
		if rapid.Bool().Draw(t, name+" given") {
			return scenario.Some(quantity.Exactly(math.Round(rapid.Float64Range(lo, hi).Draw(t, name)*1000) / 1000))
		}
		return scenario.Maybe[quantity.Amount]{}
	}
	for i := range rapid.IntRange(1, n).Draw(t, "components") {
		c := scenario.Component{
			Name:     string(rune('a' + i)),
			Requests: scenario.Some(quantity.Exactly(math.Pow(10, rapid.Float64Range(3, 8.5).Draw(t, "requests")))),
			Duration: amount("duration", 0.005, 4),
			CPUTime:  amount("cpu", 0.001, 1),
			Memory:   amount("memory", 32, 1024),
			Traffic:  scenario.Some(rapid.SampledFrom(costs.Patterns).Draw(t, "traffic")),
			Trigger:  scenario.Some(rapid.SampledFrom([]string{"http", "queue"}).Draw(t, "trigger")),
		}
		if rapid.IntRange(0, 4).Draw(t, "trait") == 0 {
			c.Traits = []string{rapid.SampledFrom([]string{"stateful", "persistent-connections", "long-running"}).Draw(t, "which")}
		}
		if rapid.IntRange(0, 5).Draw(t, "pinned") == 0 {
			c.Pin = scenario.Some("kubernetes")
		}
		s.Components = append(s.Components, c)
	}
	s.Kubernetes.Node = scenario.Some(rapid.SampledFrom([]string{"c5.xlarge", "t3.medium", "m5.large", pricebook.AutoNode}).Draw(t, "node"))
	s.Kubernetes.MinNodes = scenario.Some(quantity.Exactly(float64(rapid.IntRange(1, 3).Draw(t, "min nodes"))))
	s.Kubernetes.Nodes = scenario.Some(rapid.SampledFrom([]string{"auto", "peak", "6"}).Draw(t, "nodes"))
	s.Serverless.FrontDoor = scenario.Some(rapid.SampledFrom([]string{"none", "http-api", "rest-api", "alb"}).Draw(t, "front door"))
	s.Serverless.FreeTier = scenario.Some(rapid.Bool().Draw(t, "free"))
	s.Kubernetes.Kind = scenario.Some(rapid.SampledFrom(costs.KindIDs(checklist.Kubernetes)).Draw(t, "kubernetes"))
	s.Serverless.Kind = scenario.Some(rapid.SampledFrom(costs.KindIDs(checklist.Serverless)).Draw(t, "serverless"))
	s.Wasm.Kind = scenario.Some(rapid.SampledFrom(costs.KindIDs(checklist.Wasm)).Draw(t, "wasm"))
	s.Kubernetes.Purchase = scenario.Some(rapid.SampledFrom([]string{costs.OnDemand, costs.Savings3y}).Draw(t, "purchase"))
	s.Kubernetes.Discount = scenario.Some(quantity.Exactly(0.4))
	s.Kubernetes.Autoscale = scenario.Some(rapid.SampledFrom([]string{"hpa", "keda", "none"}).Draw(t, "autoscale"))
	s.People.Include = scenario.Some(rapid.IntRange(0, 3).Draw(t, "people") == 0)
	s.People.Toolchain = scenario.Some(quantity.Exactly(math.Round(rapid.Float64Range(0, 500).Draw(t, "toolchain")*100) / 100))
	return s
}

// DrawConnected draws such a system with calls between its components.
func DrawConnected(t *rapid.T, n int) scenario.Scenario {
	s := DrawScenario(t, n)
	drawCalls(t, &s)
	return s
}

// drawCalls connects the components with up to three calls for every two of
// them, small ones and such as outweigh what the components cost.
func drawCalls(t *rapid.T, s *scenario.Scenario) {
	n := len(s.Components)
	if n < 2 {
		return
	}
	for range rapid.IntRange(0, 3*n/2).Draw(t, "calls") {
		from := rapid.IntRange(0, n-1).Draw(t, "from")
		to := (from + rapid.IntRange(1, n-1).Draw(t, "to")) % n
		s.Components[from].Calls = append(s.Components[from].Calls, scenario.Call{
			To: s.Components[to].Name, PerRequest: scenario.Some(quantity.Exactly(math.Pow(10, rapid.Float64Range(-3, 1.5).Draw(t, "a request")))),
			Payload: scenario.Some(quantity.Exactly(math.Round(rapid.Float64Range(0, 500).Draw(t, "payload")*100) / 100)), Via: scenario.Some(rapid.SampledFrom(scenario.Vias()).Draw(t, "via")),
		})
	}
}

// Sure is the value of a search that nothing cancels.
func Sure[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Small is a component that fits everywhere and whose memory is given, so that
// no platform has to be assumed to fit it.
func Small() scenario.Component {
	return scenario.Component{Name: "app", Requests: scenario.Some(quantity.Exactly(1e6)), Duration: scenario.Some(quantity.Exactly(0.1)), Memory: scenario.Some(quantity.Exactly(64))}
}

// Saturated is a system whose pinned part does not fit the fixed fleet: 10B
// requests of 0.3 s × 30 % of CPU are hundreds of cores, a c5.xlarge has four.
func Saturated() scenario.Scenario {
	var s scenario.Scenario
	s.Kubernetes.Nodes = scenario.Some("1")
	s.Components = []scenario.Component{
		{
			Name: "core", Requests: scenario.Some(quantity.Exactly(10e9)), Duration: scenario.Some(quantity.Exactly(0.3)), Memory: scenario.Some(quantity.Exactly(512)),
			IsolateMemory: scenario.Some(quantity.Exactly(512)), Pin: scenario.Some("kubernetes"),
		},
		{Name: "edge", Requests: scenario.Some(quantity.Exactly(1e6)), Memory: scenario.Some(quantity.Exactly(128)), Pin: scenario.Some("serverless")},
	}
	return s
}

// DrawAnswers answers any of the ten questions and the skills.
func DrawAnswers(t *rapid.T, s *scenario.Scenario) {
	for _, q := range AllQuestions() {
		if k := rapid.IntRange(-1, len(q.Choices)-1).Draw(t, q.ID); k >= 0 {
			s.Answers = s.Answers.With(q.ID, checklist.Choose(q.Choices[k].ID))
		}
	}
}

// AllQuestions are the ten questions, the skills and the further ones.
func AllQuestions() []checklist.Question {
	return append(append([]checklist.Question{}, checklist.Questions...), checklist.SkillsQuestion)
}

// Answered is a scenario with answers, given as pairs of question and choice.
func Answered(pairs ...string) scenario.Scenario {
	var s scenario.Scenario
	for i := 0; i < len(pairs); i += 2 {
		s.Answers = s.Answers.With(pairs[i], checklist.Choose(pairs[i+1]))
	}
	return s
}

// ContainersKept makes containers without a cluster so dear that they win nothing:
// for what is worked out by hand of the others.
func ContainersKept(s scenario.Scenario) scenario.Scenario {
	s.Containers.MinInstances = scenario.Some(quantity.Exactly(1000))
	return s
}
