package checklist

// The ids of the four mistakes.
const (
	MistakeMicroservices   = "kubernetes-for-microservices"
	MistakeAlwaysCheaper   = "serverless-always-cheaper"
	MistakeKubernetesFirst = "kubernetes-to-avoid-migration"
	MistakeColdStarts      = "cold-starts-rule-it-out"
)

// Mistakes are the four published mistakes, in their order.
var Mistakes = []Point{
	{
		MistakeMicroservices, "Kubernetes because there are microservices",
		"Microservices need to be deployed one without the other. That takes no orchestrator: functions and managed containers do it too.",
	},
	{
		MistakeAlwaysCheaper, "Serverless is always cheaper",
		"It is up to the crossover and not beyond. A bill that is small in the first month grows with every request.",
	},
	{
		MistakeKubernetesFirst, "Kubernetes now, to save a migration later",
		"Without known traffic and a platform engineer the cluster comes first and the product half a year later. A hot path can move when it is known.",
	},
	{
		MistakeColdStarts, "Cold starts rule serverless out",
		"They can be removed, shortened or hidden in several ways before they decide where a system runs.",
	},
}

// MonthlyBill is the bill of one month of the example to the second mistake.
type MonthlyBill struct {
	Month int
	USD   float64
}

// GrowingBill is the published example of a serverless bill that outgrows its
// reason.
var GrowingBill = []MonthlyBill{{1, 50}, {3, 200}, {6, 800}, {12, 3500}}

// ColdStartRemedy is one of the ways round cold starts.
type ColdStartRemedy struct {
	Point
	Checks Checks // better facts about it
}

// ColdStartRemedies are the five published ways round cold starts, in their
// order.
var ColdStartRemedies = []ColdStartRemedy{
	{Point: Point{"provisioned-concurrency", "Provisioned concurrency", "Instances are kept warm and paid for by the hour."}},
	{
		Point:  Point{"wasm", "Wasm", "A module is instantiated in less than a millisecond."},
		Checks: Checks{"wasm-cold-start"},
	},
	{
		Point:  Point{"snapstart", "SnapStart", "A function starts from a snapshot taken after its initialisation."},
		Checks: Checks{"snapstart"},
	},
	{Point: Point{"response-streaming", "Response streaming", "The first bytes leave before the response is complete, so the wait is shorter to the eye."}},
	{Point: Point{"cache-and-pooling", "Cache and connection pooling", "What is slow at the start is fetched or opened once and kept for the requests after."}},
}
