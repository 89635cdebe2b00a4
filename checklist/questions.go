package checklist

import "math"

// questionCount is the ten questions, the skills and the follow-ups.
const questionCount = 11 + followUpsCount

// The ids of the questions, which are their keys in a scenario file.
const (
	KeyEngineers             = "engineers"
	KeyPlatformTeam          = "platform_team"
	KeyTraffic               = "traffic"
	KeyPersistentConnections = "persistent_connections"
	KeyLongestTask           = "longest_task"
	KeyPortability           = "portability"
	KeyRequests              = "requests_per_month"
	KeyGPU                   = "gpu"
	KeyCompliance            = "compliance"
	KeyPriority              = "priority"
	KeySkills                = "skills"
)

// The ids of the choices. Those of the traffic question are the patterns of
// TrafficPatterns. Yes and No are also the states of a factor.
const (
	Yes = "yes"
	No  = "no"

	Under5    = "under-5"
	From5To15 = "5-to-15"
	Over15    = "over-15"
	UpTo15Min = "up-to-15m"
	Over15Min = "over-15m"
	Under30M  = "under-30M"
	Over30M   = "30M-or-more"

	Critical     = "critical"
	NotImportant = "not-important"
	Strict       = "strict"
	Standard     = "standard"
	ShipFast     = "ship-fast"
	FullControl  = "full-control"
	Both         = "both"

	DevOps  = "devops"
	Product = "product"
	Mix     = "mix"
)

// LongTask is the length of a task in seconds, 15 minutes, beyond which
// question 5 and the factor of long-running tasks speak for Kubernetes.
const LongTask = 900.0

// Questions is the framework's ten-question checklist, in its order, with the
// choices in the order of the published row.
//
// The published bands leave some ends open, resolved as follows:
//   - engineers: "< 5", "5–15" and "> 15" say it themselves, 5 and 15 are "5–15";
//     parts of a person count as they are, 4.5 is under 5;
//   - longest_task: "< 15 min" and "> 15 min" leave out 15 minutes exactly, which
//     is counted as short, because the limit behind the question (a Lambda
//     function may run for 900 s) includes it;
//   - requests_per_month: "< 30M" and "> 30M" leave out 30M exactly, which is
//     counted with the larger ones, because there the framework claims nothing
//     and asks for a cost analysis.
//
// "A platform team makes Kubernetes viable" is counted as a lean to Kubernetes,
// and "serverless or managed Kubernetes" without one as a lean to serverless
// only: otherwise both answers would lean to Kubernetes and the question would
// tell nothing. The notes keep what the count leaves out.
var Questions = []Question{
	{
		ID: KeyEngineers, Unit: "engineers",
		Text: "How many engineers build and run the system?",
		Why:  "A cluster takes people to run; a small team pays for it in features not built.",
		Choices: []Choice{
			{ID: Under5, Label: "Fewer than 5", Leans: []Option{Serverless}, band: band{0, 5, false}},
			{ID: From5To15, Label: "5 to 15", band: band{5, 15, true}},
			{ID: Over15, Label: "More than 15", Leans: []Option{Kubernetes}, band: band{15, math.Inf(1), true}},
		},
	},
	{
		ID:   KeyPlatformTeam,
		Text: "Is there a dedicated platform or DevOps team?",
		Why:  "Upgrades, networking and on-call of a cluster need an owner.",
		Choices: []Choice{
			{ID: Yes, Label: "Yes", Leans: []Option{Kubernetes}, Note: "makes Kubernetes viable, which is less than a reason for it"},
			{ID: No, Label: "No", Leans: []Option{Serverless}, Note: "or managed Kubernetes such as GKE Autopilot"},
		},
	},
	{
		ID:      KeyTraffic,
		Text:    "What does the traffic look like?",
		Why:     "Steady load keeps nodes you pay for busy; spiky load leaves them idle.",
		Choices: trafficChoices(),
	},
	{
		ID:   KeyPersistentConnections,
		Text: "Are there persistent connections (WebSocket, gRPC streaming)?",
		Why:  "A function ends with its request; an open connection needs a process that stays.",
		Choices: []Choice{
			{ID: Yes, Label: "Yes", Leans: []Option{Kubernetes}},
			{ID: No, Label: "No"},
		},
	},
	{
		ID: KeyLongestTask, Unit: "s",
		Text: "How long does the longest process run?",
		Why:  "The best-known function platform stops a single run after 15 minutes.",
		Choices: []Choice{
			{ID: UpTo15Min, Label: "Up to 15 minutes", band: band{0, LongTask, true}},
			{ID: Over15Min, Label: "More than 15 minutes", Leans: []Option{Kubernetes}, band: band{LongTask, math.Inf(1), true}},
		},
	},
	{
		ID:   KeyPortability,
		Text: "How important is it to be able to leave the vendor?",
		Why:  "Functions are tied to their provider; containers and Wasm modules less so.",
		Choices: []Choice{
			{ID: Critical, Label: "Critical", Leans: []Option{Kubernetes, Wasm}},
			{ID: NotImportant, Label: "Not important", Leans: []Option{Serverless}, Note: "traditional serverless is fine"},
		},
	},
	{
		ID: KeyRequests, Unit: "requests a month",
		Text: "How many requests a month?",
		Why:  "Paying for each request wins at low volume; paying for capacity wins at some high one.",
		Choices: []Choice{
			{ID: Under30M, Label: "Under 30 million", Leans: []Option{Serverless}, Note: "serverless is likely cheaper", band: band{0, 30e6, false}},
			{ID: Over30M, Label: "30 million or more", Note: "run the cost analysis", band: band{30e6, math.Inf(1), true}},
		},
	},
	{
		ID:   KeyGPU,
		Text: "Does any part need a GPU?",
		Why:  "Few serverless platforms offer accelerators, and those in few regions.",
		Choices: []Choice{
			{ID: Yes, Label: "Yes", Leans: []Option{Kubernetes}},
			{ID: No, Label: "No"},
		},
	},
	{
		ID:   KeyCompliance,
		Text: "What compliance rules apply (data residency and the like)?",
		Why:  "Strict rules may ask for control of where data and workloads are.",
		Choices: []Choice{
			{ID: Strict, Label: "Strict", Leans: []Option{Kubernetes}},
			{ID: Standard, Label: "Standard"},
		},
	},
	{
		ID:   KeyPriority,
		Text: "What comes first?",
		Why:  "Speed of delivery and control over the platform are paid for with each other.",
		Choices: []Choice{
			{ID: ShipFast, Label: "Ship fast", Leans: []Option{Serverless}},
			{ID: FullControl, Label: "Full control", Leans: []Option{Kubernetes}},
			{ID: Both, Label: "Both", Leans: []Option{Hybrid, Wasm}},
		},
	},
}

// SkillsQuestion is the second half of the framework's team factor. It is asked
// after the ten and not counted among them.
var SkillsQuestion = Question{
	ID:   KeySkills,
	Text: "What is the team best at?",
	Why:  "What a team already knows, it need not learn during an outage.",
	Choices: []Choice{
		{ID: DevOps, Label: "Infrastructure and DevOps", Leans: []Option{Kubernetes}},
		{ID: Product, Label: "Mostly product engineering", Leans: []Option{Serverless}},
		{ID: Mix, Label: "A mix of both", Leans: []Option{Hybrid}},
	},
}
