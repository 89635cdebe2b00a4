package checklist

// ChooseWhen is one of the published "choose …" lists.
type ChooseWhen struct {
	Option  Option
	Reasons []string
}

// ChooseLists are the published summary, in its order.
var ChooseLists = []ChooseWhen{
	{Kubernetes, []string{
		"There is a team to support it",
		"Full control over network, runtime and scaling is needed",
		"Workloads are steady, stateful or long-running",
		"There are 30M requests a month or more",
		"Portability matters",
	}},
	{Serverless, []string{
		"A small team has to ship fast",
		"Workloads are event-driven and spiky",
		"Cost at low scale matters",
		"Lock-in is acceptable",
		"There are no persistent connections",
	}},
	{Wasm, []string{
		"Cold starts have to be near zero",
		"Portability is wanted without Kubernetes",
		"The code runs at the edge",
		"It is a new project in Rust or Go",
	}},
	{Hybrid, []string{
		"There are steady and spiky workloads",
		"Each kind of workload shall cost what suits it",
		"The team is large enough for both",
	}},
}
