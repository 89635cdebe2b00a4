package checklist

// Observed is what the components of a scenario show. Nothing of it counts
// unless Known: a component that only stands in for an undescribed system is no
// evidence.
type Observed struct {
	Known bool // components were given

	Components    int
	Requests      float64 // a month, all components; 0 or NaN where not known
	MeanExecution float64 // s, weighted by requests; 0 or NaN where not known

	// Whether any component has the trait.
	Stateful, Persistent, GPU, LongRunning, CustomNetworking bool
}

// Derive fills in what is unknown among the factors; what was given stays. Each
// value remembers where it came from.
//
// A trait of any component proves a yes, also against an answer that says no:
// the component is there to be seen. An answer that says yes counts although no
// component carries the trait. Where neither says yes, the answer's no comes
// before the components', and a question that is open is answered no by
// components none of which has the trait: they describe the whole system, the
// five traits are a closed list that each of them was held against, and the
// costs rest on the same reading. Absence proves nothing beyond those five.
//
// The number of components counts as the number of microservices if it is more
// than one; a single component may stand for any number. The volume is that of
// the components, which is what is billed, before the seventh answer's; of that
// answer's bands "under 30M" decides the factor and "30M or more" does not.
// Nothing derives several clouds, on-premises and budget predictability.
func Derive(f Factors, a Answers, o Observed) Factors {
	for i, factor := range ArchitectureFactors {
		if !f.values[i].Known() {
			f.values[i] = derive(factor, a, o)
		}
	}
	return f
}

func derive(f Factor, a Answers, o Observed) FactorValue {
	switch f.ID {
	case FactorStateful:
		return fromTrait(o, o.Stateful)
	case FactorPersistent:
		return firstYes(fromTrait(o, o.Persistent), fromChoice(a, KeyPersistentConnections, Yes))
	case FactorGPU:
		return firstYes(fromTrait(o, o.GPU), fromChoice(a, KeyGPU, Yes))
	case FactorLongRunning:
		return firstYes(fromTrait(o, o.LongRunning), fromChoice(a, KeyLongestTask, Over15Min))
	case FactorMicroservices:
		if o.Components > 1 {
			return fromComponents(f, o, float64(o.Components))
		}
	case FactorCustomNetworking:
		return fromTrait(o, o.CustomNetworking)
	case FactorPlatformEngineer:
		return fromChoice(a, KeyPlatformTeam, Yes)
	case FactorCompliance:
		return fromChoice(a, KeyCompliance, Strict)
	case FactorRequests:
		if v := fromComponents(f, o, o.Requests); v.Known() {
			return v
		}
		return fromVolume(f, a.Get(KeyRequests))
	case FactorMeanExecution:
		return fromComponents(f, o, o.MeanExecution)
	}
	return FactorValue{}
}

// firstYes returns the yes of the components or of the answer, else the
// answer's no, else the components'.
func firstYes(components, answer FactorValue) FactorValue {
	switch {
	case components.State() == Yes:
		return components
	case answer.Known():
		return answer
	}
	return components
}

// fromTrait is what a trait says that some or none of the components has.
func fromTrait(o Observed, has bool) FactorValue {
	if !o.Known {
		return FactorValue{}
	}
	return stateOf(has, OriginComponents)
}

// fromComponents is what a number measured over the components says, unknown
// where it is not a positive one.
func fromComponents(f Factor, o Observed, v float64) FactorValue {
	value, err := f.FromNumber(v)
	if err != nil || v == 0 || !o.Known {
		return FactorValue{}
	}
	value.origin = OriginComponents
	return value
}

// fromChoice is yes if the question was answered with this choice, no if with
// another one.
func fromChoice(a Answers, questionID, yes string) FactorValue {
	answer := a.Get(questionID)
	if !answer.Answered() {
		return FactorValue{}
	}
	return stateOf(answer.Choice() == yes, originQuestion(questionID))
}

// fromVolume is what the answer about the volume says: the exact number, or the
// band where the whole of it is on one side of the threshold.
func fromVolume(f Factor, answer Answer) FactorValue {
	origin := originQuestion(KeyRequests)
	if n, ok := answer.Number(); ok {
		value, err := f.FromNumber(n)
		if err != nil {
			return FactorValue{}
		}
		value.origin = origin
		return value
	}
	q, _ := QuestionByID(KeyRequests)
	low, high := q.Band(answer.Choice())
	switch {
	case !answer.Answered():
		return FactorValue{}
	case high <= f.Over:
		return stateOf(false, origin)
	case low > f.Over:
		return stateOf(true, origin)
	}
	return FactorValue{}
}
