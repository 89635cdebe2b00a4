package scenario

import (
	"runwhere/checklist"
)

// weight is how much one question's lean counts, and why. The reasons come
// from a back-test of the framework's questions on published decisions: how
// often teams that gave an answer ended where the answer leans.
type weight struct {
	Points float64
	Why    string
}

// QuestionWeights is the one place where the leans of questions are weighed.
var QuestionWeights = map[string]weight{
	checklist.KeyEngineers:             {0.5, "team size alone is a weak sign: the lean was right in 6 of 16 published cases"},
	checklist.KeyPlatformTeam:          {1, "a cluster without an owner is a burden, and an owner makes one possible"},
	checklist.KeyTraffic:               {1.5, "the shape of the load decides how much capacity stands idle"},
	checklist.KeyPersistentConnections: {1, "a middling sign: a managed gateway can hold connections (4 of 10 published cases)"},
	checklist.KeyLongestTask:           {1.5, "a strong sign: right in 8 of 11 published cases"},
	checklist.KeyPortability:           {1.5, "a strong sign where it is critical: right in 5 of 6 published cases"},
	checklist.KeyRequests:              {0.5, "the volume counts by its cost, which the meters give"},
	checklist.KeyGPU:                   {2, "GPUs are on Kubernetes nodes; some serverless platforms have them too"},
	checklist.KeyCompliance:            {0.5, "a weak sign in both directions (3 of 9 published cases)"},
	checklist.KeyPriority:              {1.5, "a strong sign: right in 10 of 14 published cases"},
}

// WeakAnswers are the answers that make no demand. They count a share of what
// a demand counts: not to need something is no reason for what lacks it.
var WeakAnswers = map[string]struct {
	Share float64
	Why   string
}{
	checklist.NotImportant: {WeakShare, "no demand: it only takes away what speaks against functions"},
	checklist.Both:         {WeakShare, "no preference: most platforms give some of both"},
}

// WeakShare is what an answer without a demand counts.
const WeakShare = 1.0 / 3

// FactorWeights is how much a factor of the architecture counts that no
// question asks. All speak for Kubernetes: each is something that a container
// platform gives and functions do not.
var FactorWeights = map[string]weight{
	checklist.FactorStateful:         {1, "state beside the code needs a process and a volume that stay; managed stores can take it over"},
	checklist.FactorMicroservices:    {1, "many services share nodes, deployment and network of one platform"},
	checklist.FactorCustomNetworking: {1, "functions leave their network to the provider"},
	checklist.FactorMultiCloud:       {2, "the same containers run in every cloud, functions are each provider's own"},
	checklist.FactorOnPremise:        {3, "providers' functions run in their own data centres only"},
	checklist.FactorBudget:           {1, "capacity has a bill that is known before the month; one by requests follows the traffic"},
}

// OtherWeights are those of the ledger's other lines. Those of Wasm and of what
// is assumed are taken from it and not given.
var OtherWeights = map[string]weight{
	checklist.KeySkills: {0.5, "what the team knows"},
	KeyScore:            {1, "an architecture score whose band no open factor can change; one that could still move counts a third"},
	KeyMixed:            {2, "a process that stays and a load that comes and goes are seldom one part's needs; one platform serves one of them well"},
	KeyAssumed:          {1, "a limit that binds unless an open question is answered well"},
	KeyWasmRuntime:      {2.5, NewRuntimeWhy},
	KeyWasmCaveat:       {0.5, "a limit that an assumed figure breaks"},
}

// FollowUpWeights is how much each follow-up's lean counts, and why. They are
// few and round on purpose: the published decisions behind them are too few to
// fit anything finer.
var FollowUpWeights = map[string]weight{
	checklist.KeyParts:      {3, "hybrid is what differing parts are called, not a middle of a score"},
	checklist.KeyDivisible:  {1.5, "the limit of 15 minutes is the platform's and binds only work that cannot be cut"},
	checklist.KeyTerminates: {1.5, "persistent connections mean a process only where nothing else can hold them"},
	checklist.KeyTail:       {2.5, "teams left functions for their tail latency: 30 ms at p99 against a goal of 10 ms"},
	checklist.KeyUntrusted:  {4, "isolation of others' code is what isolates were built for"},
	checklist.KeyColdSpikes: {1, "a cold start under a spike is what functions are left for, and what warm ones cost"},
	checklist.KeyPlacement:  {5, "where code has to run is a constraint more than a wish"},
	checklist.KeyBound:      {1, "billing by CPU time moves the cost of waiting work by its idle share"},
	checklist.KeyCached:     {1, "billions of requests stayed on functions where a cache answered most of them"},
	checklist.KeySpecial:    {2, "what a runtime cannot run it cannot run at any price"},
	checklist.KeySpare:      {2, "spare room on a staffed cluster costs nothing more, so that its fixed cost is left out of the economics"},
	checklist.KeySprawl:     {1.5, "hundreds of functions were left for one service and a local start"},
	checklist.KeyMotive:     {2, "what hurts today is what a move has to end"},
}

// containerPoints is what speaks for containers without a cluster, in points, by
// question or factor and its answer. The guide does not know of this option, so
// none of its leans does: what speaks for it is that nobody has to run a cluster,
// that sockets, long work, images and languages are no obstacle to it, and that
// most published exits from functions ended there. A judgement of ours, scaled by
// the question's weight where somebody changed that.
var containerPoints = map[string]map[string]float64{
	checklist.KeyEngineers:             {checklist.Under5: 0.5},
	checklist.KeyPlatformTeam:          {checklist.No: 0.75},
	checklist.KeyTraffic:               {checklist.Steady: 0.75, checklist.RealTime: 0.75, checklist.Spiky: 0.5, checklist.Unpredictable: 0.25, checklist.EventDriven: 0.25},
	checklist.KeyPersistentConnections: {checklist.Yes: 1},
	checklist.KeyLongestTask:           {checklist.Over15Min: 1.5},
	checklist.KeyPortability:           {checklist.Critical: 0.75},
	checklist.KeyGPU:                   {checklist.Yes: 1},
	checklist.KeyCompliance:            {checklist.Strict: 0.25},
	checklist.KeyPriority:              {checklist.ShipFast: 0.75, checklist.FullControl: 0.5, checklist.Both: 0.25},
	checklist.KeySkills:                {checklist.Product: 0.25, checklist.Mix: 0.25},
	checklist.KeyTerminates:            {checklist.Process: 1.5},
	checklist.KeyDivisible:             {checklist.No: 1.5},
	checklist.KeyTail:                  {checklist.Yes: 2},
	checklist.KeyColdSpikes:            {checklist.Yes: 0.5},
	checklist.KeyBound:                 {checklist.Computing: 1, checklist.Waiting: 0.5},
	checklist.KeySpecial:               {checklist.Yes: 1},
	checklist.KeySpare:                 {checklist.No: 1},
	checklist.KeySprawl:                {checklist.Yes: 1},
	checklist.KeyMotive: {
		checklist.Operations: 1, checklist.IdleCost: 0.5, checklist.UsageCost: 2, checklist.Limits: 2, checklist.Latency: 1.5, checklist.Consistency: 0.5,
	},
	checklist.FactorStateful:         {checklist.Yes: -0.5},
	checklist.FactorMicroservices:    {checklist.Yes: 0.5},
	checklist.FactorCustomNetworking: {checklist.Yes: 0.5},
	checklist.FactorMultiCloud:       {checklist.Yes: 0.5},
	checklist.FactorBudget:           {checklist.Yes: 1},
}

// SmallTeamContainers is what a small team and no platform team give containers
// together at most: they are one fact.
const SmallTeamContainers = 1.0

// ContainerScore is the part of the points of the architecture score for
// Kubernetes that containers without a cluster have: an image that runs anywhere.
const ContainerScore = 0.5

// ContainerPoints is what an answer gives containers without a cluster where its
// question has this weight.
func ContainerPoints(id, answer string, weight float64) float64 {
	points := containerPoints[id][answer]
	if usual := DefaultWeight(id).Points; usual > 0 {
		points *= weight / usual
	}
	return points
}
