package checklist

import (
	"fmt"
	"math"
	"slices"
)

const factorCount = 13

// The ids of the factors, which are their keys in a scenario file.
const (
	FactorStateful         = "stateful_services"
	FactorPersistent       = "persistent_connections"
	FactorGPU              = "gpu"
	FactorLongRunning      = "long_running_tasks"
	FactorMicroservices    = "microservices"
	FactorCustomNetworking = "custom_networking"
	FactorPlatformEngineer = "platform_engineer"
	FactorMultiCloud       = "multi_cloud"
	FactorOnPremise        = "on_premise"
	FactorCompliance       = "strict_compliance"
	FactorRequests         = "requests"
	FactorMeanExecution    = "mean_execution"
	FactorBudget           = "budget_predictability"
)

// Factor is one row of the architecture score.
type Factor struct {
	ID      string
	Aliases []string // further spellings in a scenario file
	Label   string
	Points  int     // if the answer is yes
	Unit    string  // of a factor that is a number over a threshold; else ""
	Over    float64 // the threshold: yes means more than this
	Derived string  // where the value comes from if it is not given
	InFile  bool    // whether a scenario file has a key for it; the others only ever come from the rest of the file
}

// ArchitectureFactors is the framework's third factor, in its order.
var ArchitectureFactors = []Factor{
	{ID: FactorStateful, Label: "Stateful services", Points: 3, InFile: true, Derived: "a component is stateful"},
	{ID: FactorPersistent, Label: "Persistent connections", Points: 3, InFile: true, Derived: "question 4, or a component has them"},
	{ID: FactorGPU, Label: "GPU", Points: 5, InFile: true, Derived: "question 8, or a component needs one"},
	{ID: FactorLongRunning, Label: "Tasks longer than 15 minutes", Points: 2, InFile: true, Derived: "question 5, or a component has them"},
	{
		ID: FactorMicroservices, Label: "More than 10 microservices", Points: 2, InFile: true,
		Unit: "services", Over: 10, Derived: "the number of components, if more than one",
	},
	{ID: FactorCustomNetworking, Label: "Custom networking", Points: 3, InFile: true, Derived: "a component needs it"},
	{ID: FactorPlatformEngineer, Label: "Platform engineer on the team", Points: 3, InFile: true, Derived: "question 2"},
	{
		ID: FactorMultiCloud, Aliases: []string{"needs_multi_cloud"}, Label: "Multi-cloud", Points: 4, InFile: true,
		Derived: "nothing: portability is a wish, several clouds are a requirement",
	},
	{ID: FactorOnPremise, Label: "On-premises", Points: 5, InFile: true, Derived: "nothing"},
	{ID: FactorCompliance, Label: "Strict compliance", Points: 2, InFile: true, Derived: "question 9"},
	{
		ID: FactorRequests, Label: "More than 50M requests a month", Points: 3,
		Unit: "requests a month", Over: 50e6, Derived: "the components' sum, or question 7 where it decides",
	},
	{
		ID: FactorMeanExecution, Label: "Mean execution over 10 s", Points: 2,
		Unit: "s", Over: 10, Derived: "the components' mean, weighted by requests",
	},
	{ID: FactorBudget, Label: "Budget predictability required", Points: 2, InFile: true, Derived: "nothing"},
}

// FactorByID returns the factor with this id or alias and whether there is one.
func FactorByID(id string) (Factor, bool) {
	if i := factorIndex(id); i >= 0 {
		return ArchitectureFactors[i], true
	}
	return Factor{}, false
}

func factorIndex(id string) int {
	return slices.IndexFunc(ArchitectureFactors, func(f Factor) bool {
		return f.ID == id || slices.Contains(f.Aliases, id)
	})
}

// State is whether a factor holds: Yes, No or Unknown. The zero State is
// unknown too.
type State string

// Unknown is the state of a factor that nothing is known about. It is a state
// of its own and never a no.
const Unknown State = "unknown"

// Origin is where the value of a factor comes from: one of the constants, or
// "checklist." and the id of a question.
type Origin string

// The origins of a value other than a question.
const (
	OriginUnknown    Origin = "unknown"
	OriginGiven      Origin = "given"
	OriginComponents Origin = "components"
)

// originQuestion is the origin of what an answer to a question says.
func originQuestion(id string) Origin { return Origin("checklist." + id) }

// FactorValue is what is known about one factor. The zero FactorValue is
// unknown.
type FactorValue struct {
	state  State
	number float64
	exact  bool
	origin Origin
}

// Given returns the value of a factor that was said outright.
func Given(holds bool) FactorValue { return stateOf(holds, OriginGiven) }

func stateOf(holds bool, origin Origin) FactorValue {
	if holds {
		return FactorValue{state: Yes, origin: origin}
	}
	return FactorValue{state: No, origin: origin}
}

// FromNumber returns the given value that a number in the factor's unit stands
// for. The threshold itself is a no: the framework says "more than". The error
// says what is wrong with a number that is not finite or is negative, or that
// the factor takes no number.
func (f Factor) FromNumber(v float64) (FactorValue, error) {
	if f.Unit == "" {
		return FactorValue{}, fmt.Errorf("%s: takes yes or no, not a number", f.ID)
	}
	if err := checkNumber(f.ID, f.Unit, v); err != nil {
		return FactorValue{}, err
	}
	value := stateOf(v > f.Over, OriginGiven)
	value.number, value.exact = math.Abs(v), true // Abs only turns minus zero into zero.
	return value, nil
}

// State returns whether the factor holds.
func (v FactorValue) State() State {
	if v.state == "" {
		return Unknown
	}
	return v.state
}

// Known reports whether the factor is known to hold or not to hold.
func (v FactorValue) Known() bool { return v.State() != Unknown }

// Number returns the number behind the state, in the factor's unit, and whether
// there is one.
func (v FactorValue) Number() (float64, bool) { return v.number, v.exact }

// Origin returns where the value comes from.
func (v FactorValue) Origin() Origin {
	if v.origin == "" {
		return OriginUnknown
	}
	return v.origin
}

// Factors holds what is known about each of the 13 factors. The zero Factors
// knows nothing. It is a value that can be compared with ==: With returns a
// changed copy.
type Factors struct {
	values [factorCount]FactorValue
}

// With returns a copy in which one factor, by id or alias, has this value; the
// zero value makes it unknown again. A factor that does not exist changes
// nothing, nor does a number for a factor that takes none.
func (f Factors) With(id string, v FactorValue) Factors {
	i := factorIndex(id)
	if i < 0 || v.exact && ArchitectureFactors[i].Unit == "" {
		return f
	}
	if v.exact {
		// A number made for another factor has another threshold.
		holds := v.number > ArchitectureFactors[i].Over
		v.state = stateOf(holds, v.origin).state
	}
	f.values[i] = v
	return f
}

// Get returns the value of a factor, by id or alias; unknown where there is no
// such factor.
func (f Factors) Get(id string) FactorValue {
	if i := factorIndex(id); i >= 0 {
		return f.values[i]
	}
	return FactorValue{}
}
