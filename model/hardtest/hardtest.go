package hardtest

import (
	"embed"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	scenariofile "runwhere/model/scenario/file"
)

//go:embed *.yaml
var files embed.FS

// Inventory makes a system of components of all kinds with as many calls,
// always the same one for a seed.
func Inventory(components, calls int, seed uint64) scenario.Scenario {
	random := rand.New(rand.NewPCG(seed, 11))
	var s scenario.Scenario
	for i := range components {
		duration := math.Pow(10, -2.3+2.5*random.Float64())
		c := scenario.Component{
			Name:     fmt.Sprintf("c%03d", i),
			Requests: scenario.Some(quantity.Exactly(math.Round(math.Pow(10, 4.5+3.5*random.Float64())))),
			Duration: scenario.Some(quantity.Exactly(duration)), CPUTime: scenario.Some(quantity.Exactly(duration * random.Float64())),
			Memory:  scenario.Some(quantity.Exactly(float64(int(64) << random.IntN(5)))),
			Traffic: scenario.Some(costs.Patterns[random.IntN(len(costs.Patterns))]),
			Trigger: scenario.Some(scenario.Triggers[random.IntN(len(scenario.Triggers))]),
		}
		if random.IntN(6) == 0 {
			c.Traits = []string{"stateful"}
		}
		s.Components = append(s.Components, c)
	}
	for range calls {
		from := random.IntN(components)
		to := (from + 1 + random.IntN(components-1)) % components
		s.Components[from].Calls = append(s.Components[from].Calls, scenario.Call{
			To: s.Components[to].Name, PerRequest: scenario.Some(quantity.Exactly(math.Pow(10, -2+2*random.Float64()))),
			Payload: scenario.Some(quantity.Exactly(math.Pow(10, 2*random.Float64()))),
		})
	}
	return s
}

// Hard is a system that once took a minute or gigabytes, or one like it.
func Hard(t testing.TB, name string) scenario.Scenario {
	t.Helper()
	switch name {
	case "hybrid on spinkube":
		s, err := scenariofile.Preset("hybrid")
		if err != nil {
			t.Fatal(err)
		}
		s.Wasm.Kind = scenario.Some("spinkube")
		return s
	case "two-clusters", "many-calls":
		file := name + ".yaml"
		data, err := files.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, err := scenariofile.Decode(file, data)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	t.Fatal(name)
	return scenario.Scenario{}
}

// HardNames are the systems that Hard knows.
var HardNames = []string{"hybrid on spinkube", "two-clusters", "many-calls"}
