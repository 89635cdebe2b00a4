package scenario

import (
	"runwhere/checklist"
)

// SameAsQuestion names the question that asks what a factor of the
// architecture says, with the answer that a yes stands for.
var SameAsQuestion = map[string]struct{ Question, yes string }{
	checklist.FactorPersistent:       {checklist.KeyPersistentConnections, checklist.Yes},
	checklist.FactorGPU:              {checklist.KeyGPU, checklist.Yes},
	checklist.FactorLongRunning:      {checklist.KeyLongestTask, checklist.Over15Min},
	checklist.FactorPlatformEngineer: {checklist.KeyPlatformTeam, checklist.Yes},
	checklist.FactorCompliance:       {checklist.KeyCompliance, checklist.Strict},
}

// The ids of the weights that are no question's and no factor's.
const (
	KeyScore       = "architecture_score"
	KeyMixed       = "mixed_needs"
	KeyAssumed     = "assumed_way_round"
	KeyWasmRuntime = "wasm_runtime"
	KeyWasmCaveat  = "wasm_caveat"
)

// SmallTeamCap is what a small team, no platform team and low volume count
// together: they are one fact.
const SmallTeamCap = 1.0

// NewRuntimeWhy is why another runtime takes points.
const NewRuntimeWhy = "an isolate has its own APIs and bindings, so code has to be written for it; nothing asks for isolates: others' code, edge or devices, or portability with both speed and control and no state; until then its low price takes nothing from the others"
