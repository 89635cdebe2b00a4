package model

import "runwhere/checklist"

// weight is how much one question's lean counts, and why. The reasons come
// from a back-test of the framework's questions on published decisions: how
// often teams that gave an answer ended where the answer leans.
type weight struct {
	Points float64
	Why    string
}

// questionWeights is the one place where the leans of questions are weighed.
var questionWeights = map[string]weight{
	checklist.KeyEngineers:             {0.5, "team size alone is a weak sign: the lean was right in 6 of 16 published cases"},
	checklist.KeyPlatformTeam:          {0.5, "a platform team makes a cluster possible, not necessary"},
	checklist.KeyTraffic:               {1, "the shape of the load decides how much capacity stands idle"},
	checklist.KeyPersistentConnections: {0.5, "a weak sign: a managed gateway can hold connections (4 of 10 published cases)"},
	checklist.KeyLongestTask:           {1.5, "a strong sign: right in 8 of 11 published cases"},
	checklist.KeyPortability:           {1.5, "a strong sign: right in 5 of 6 published cases"},
	checklist.KeyRequests:              {0.5, "the volume counts by its cost, which the meters give"},
	checklist.KeyGPU:                   {1, "GPUs are on Kubernetes nodes; some serverless platforms have them too"},
	checklist.KeyCompliance:            {0.5, "a weak sign in both directions (3 of 9 published cases)"},
	checklist.KeyPriority:              {1.5, "a strong sign: right in 10 of 14 published cases"},
}

// The ids of the weights that are no question's.
const (
	keyScore       = "architecture_score"
	keyWasmRuntime = "wasm_runtime"
	keyWasmCaveat  = "wasm_caveat"
)

// otherWeights are those of the ledger's other lines. Those of Wasm are taken
// from it and not given.
var otherWeights = map[string]weight{
	checklist.KeySkills: {0.5, "what the team knows"},
	keyScore:            {1.5, "an architecture score whose band no open factor can change; one that could still move counts a third"},
	keyWasmRuntime:      {1.5, newRuntimeWhy},
	keyWasmCaveat:       {1, "a limit that an assumed figure breaks"},
}

// uncertainShare is what a score whose band can still move counts, of the
// weight of a certain one.
const uncertainShare = 1.0 / 3

// smallTeamCap is what a small team, no platform team and low volume count
// together: they are one fact.
const smallTeamCap = 1.0

// newRuntimeWhy is why another runtime takes points.
const newRuntimeWhy = "an isolate has its own APIs and bindings, so code has to be written for it; no answer asks for portability without containers or for both speed and control"

// Economics: a platform that costs twice as much loses economicsPerDoubling,
// up to economicsCap. Where the whole difference is under smallMoney USD a
// month it counts in proportion: nobody moves a system for ten dollars.
const (
	economicsPerDoubling = 1.5
	economicsCap         = 4.0
	smallMoney           = 100.0
)

// A second platform has to pay for itself: the split must save both this share
// and this many USD a month against the best single platform, the price that
// we assume for keeping a second toolchain. Otherwise hybrid is charged
// toolchainPoints.
const (
	hybridShare     = 0.10
	hybridUSD       = 200.0
	toolchainPoints = -1.5
)

// followUpWeights is how much each follow-up's lean counts, and why. They are
// few and round on purpose: the published decisions behind them are too few to
// fit anything finer.
var followUpWeights = map[string]weight{
	checklist.KeyParts:      {2.5, "hybrid is what differing parts are called, not a middle of a score"},
	checklist.KeyDivisible:  {1.5, "the limit of 15 minutes is the platform's and binds only work that cannot be cut"},
	checklist.KeyTerminates: {1.5, "persistent connections mean a process only where nothing else can hold them"},
	checklist.KeyTail:       {1.5, "teams left functions for their tail latency: 30 ms at p99 against a goal of 10 ms"},
	checklist.KeyUntrusted:  {3, "isolation of others' code is what isolates were built for"},
	checklist.KeyColdSpikes: {1, "a cold start under a spike is what functions are left for, and what warm ones cost"},
	checklist.KeyPlacement:  {3, "where code has to run is a constraint more than a wish"},
	checklist.KeyBound:      {1, "billing by CPU time moves the cost of waiting work by its idle share"},
	checklist.KeyCached:     {1, "billions of requests stayed on functions where a cache answered most of them"},
	checklist.KeySpecial:    {2, "what a runtime cannot run it cannot run at any price"},
	checklist.KeySpare:      {1, "spare room on a staffed cluster costs nothing more"},
	checklist.KeySprawl:     {1.5, "hundreds of functions were left for one service and a local start"},
}

// alikeShare is what parts that are alike take from hybrid, of what parts that
// differ give it: a second platform then has nothing to do.
const alikeShare = -0.8
