package checklist

import "slices"

// The ids of the follow-up questions, which are their keys under `followup:`
// in a scenario file.
const (
	KeyParts       = "parts"
	KeyDivisible   = "divisible"
	KeyTerminates  = "terminates"
	KeyTail        = "tail_latency"
	KeyUntrusted   = "untrusted_code"
	KeyColdSpikes  = "cold_spikes"
	KeyPlacement   = "placement"
	KeyBound       = "bound"
	KeyCached      = "cached"
	KeySpecial     = "special_runtime"
	KeySpare       = "spare_cluster"
	KeySprawl      = "sprawl"
	KeyMotive      = "motive"
	followUpsCount = 13
)

// The ids of choices that other places speak of.
const (
	Differ    = "differ"
	Alike     = "alike"
	Gateway   = "gateway"
	Process   = "process"
	Region    = "region"
	Edge      = "edge"
	Devices   = "devices"
	OnSite    = "on-premises"
	Waiting   = "waiting"
	Computing = "computing"

	Operations  = "operations"
	IdleCost    = "idle-cost"
	UsageCost   = "usage-cost"
	Limits      = "limits"
	Latency     = "latency"
	Consistency = "consistency"
)

// FollowUps are questions beyond the framework's ten. They are what moved
// teams in published decisions and is not on the framework's form; each is
// asked only where its answer can still change the verdict. Their leans are
// this program's, with weights and reasons of their own.
var FollowUps = []Question{
	{
		ID: KeyParts, Text: "Do parts of the system differ in load, run time or language?",
		Why: "One platform for parts that differ wastes money on one of them; for parts that are alike a second one only costs.",
		Choices: []Choice{
			{ID: Differ, Label: "Yes: some steady or long, others spiky or short", Leans: []Option{Hybrid}},
			{ID: Alike, Label: "No, much the same throughout"},
		},
	},
	{
		ID: KeyDivisible, Text: "Can the long work be cut into pieces of minutes?",
		Why:     "A limit of 15 minutes binds only work that cannot be cut; a workflow strings pieces together.",
		Choices: yesNo([]Option{Serverless}, []Option{Kubernetes}),
	},
	{
		ID: KeyTerminates, Text: "Who holds the open connections?",
		Why: "A managed gateway or broker can hold them and call a function; a protocol of one's own needs a process.",
		Choices: []Choice{
			{ID: Gateway, Label: "A managed gateway or broker can", Leans: []Option{Serverless}},
			{ID: Process, Label: "A process of our own has to", Leans: []Option{Kubernetes}},
		},
	},
	{
		ID: KeyTail, Text: "Does the slowest percent need a cache in the process (p99 of 20 ms or less)?",
		Why:     "State that is hot in memory does not survive a function; teams left functions for their tail.",
		Choices: yesNo([]Option{Kubernetes}, nil),
	},
	{
		ID: KeyUntrusted, Text: "Does it run code of customers or of other teams?",
		Why:     "Isolates start in milliseconds and keep tenants apart; a container for each is slow and dear.",
		Choices: yesNo([]Option{Wasm}, nil),
	},
	{
		ID: KeyColdSpikes, Text: "Do sudden spikes have to be served without a slow first answer?",
		Why:     "Functions start cold in exactly the moment of a spike; isolates and spare pods do not.",
		Choices: yesNo([]Option{Wasm, Kubernetes}, []Option{Serverless}),
	},
	{
		ID: KeyPlacement, Text: "Where does the code have to run?",
		Why: "Edge networks run isolates; small devices take a module but no cluster; a data centre of one's own takes a cluster.",
		Choices: []Choice{
			{ID: Region, Label: "In one or a few cloud regions"},
			{ID: Edge, Label: "Close to users all over the world", Leans: []Option{Wasm}},
			{ID: Devices, Label: "On small devices at customers", Leans: []Option{Wasm}},
			{ID: OnSite, Label: "In our own or a customer's data centre", Leans: []Option{Kubernetes}},
		},
	},
	{
		ID: KeyBound, Text: "What does a request spend its time on?",
		Why: "Platforms that bill CPU time charge nothing for waiting; Lambda bills the whole wait.",
		Choices: []Choice{
			{ID: Waiting, Label: "Mostly waiting for other services", Leans: []Option{Wasm}},
			{ID: Computing, Label: "Mostly computing", Leans: []Option{Kubernetes}},
		},
	},
	{
		ID: KeyCached, Text: "Are most requests answered by a cache in front?",
		Why:     "What a cache answers never reaches the code: a large volume then costs little on functions.",
		Choices: yesNo([]Option{Serverless}, nil),
	},
	{
		ID: KeySpecial, Text: "Does it need a special runtime: an operating system, binaries, a protocol or local disk?",
		Why:     "Functions and isolates run what their runtimes run; a container runs anything.",
		Choices: yesNo([]Option{Kubernetes}, nil),
	},
	{
		ID: KeySpare, Text: "Is there a cluster already, staffed and with room to spare?",
		Why:     "What a cluster that is paid for has left over costs nothing more; a first cluster costs people.",
		Choices: yesNo([]Option{Kubernetes}, []Option{Serverless}),
	},
	{
		ID: KeySprawl, Text: "Are there, or will there be, hundreds of functions to keep and run locally?",
		Why:     "Teams with hundreds of functions left them for local development and an overview.",
		Choices: yesNo([]Option{Kubernetes}, nil),
	},
	{
		ID: KeyMotive, Text: "What is the strongest reason to choose anew?",
		Why: "Half of the published decisions were about cost, speed or order, and not about shipping fast or control.",
		Choices: []Choice{
			{ID: Operations, Label: "Too much work on servers", Leans: []Option{Serverless}},
			{ID: IdleCost, Label: "Paying for capacity that stands idle", Leans: []Option{Serverless}},
			{ID: UsageCost, Label: "A bill that grows with every request or step", Leans: []Option{Kubernetes}},
			{ID: Limits, Label: "Limits of functions: time, size, memory, number", Leans: []Option{Kubernetes}},
			{ID: Latency, Label: "Slow starts or slow answers of functions", Leans: []Option{Kubernetes, Wasm}},
			{ID: Consistency, Label: "One way to build and deploy for many services", Leans: []Option{Kubernetes}},
		},
	},
}

func yesNo(yes, no []Option) []Choice {
	return []Choice{{ID: Yes, Label: "Yes", Leans: yes}, {ID: No, Label: "No", Leans: no}}
}

// IsFollowUp reports whether a question is one of the follow-ups.
func IsFollowUp(id string) bool {
	return slices.ContainsFunc(FollowUps, func(q Question) bool { return q.ID == id })
}
