package checklist

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// shown are components that have none of the traits: 12 of them, 20M requests
// a month, 0.2 s on average.
var shown = Observed{Known: true, Components: 12, Requests: 20e6, MeanExecution: 0.2}

func with(o Observed, change func(*Observed)) Observed {
	change(&o)
	return o
}

func exactly(t *testing.T, questionID string, v float64) Answer {
	t.Helper()
	q, _ := QuestionByID(questionID)
	a, err := q.FromNumber(v)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestDeriveFromAnswers(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		factor, question string
		answer           Answer
		want             State
	}{
		{"persistent_connections", "persistent_connections", Choose("yes"), Yes},
		{"persistent_connections", "persistent_connections", Choose("no"), No},
		{"gpu", "gpu", Choose("yes"), Yes},
		{"gpu", "gpu", Choose("no"), No},
		{"long_running_tasks", "longest_task", Choose("over-15m"), Yes},
		{"long_running_tasks", "longest_task", Choose("up-to-15m"), No},
		{"long_running_tasks", "longest_task", exactly(t, "longest_task", 900), No},
		{"long_running_tasks", "longest_task", exactly(t, "longest_task", 901), Yes},
		{"platform_engineer", "platform_team", Choose("yes"), Yes},
		{"platform_engineer", "platform_team", Choose("no"), No},
		{"strict_compliance", "compliance", Choose("strict"), Yes},
		{"strict_compliance", "compliance", Choose("standard"), No},
		{"requests", "requests_per_month", Choose("under-30M"), No},
		{"requests", "requests_per_month", exactly(t, "requests_per_month", 49e6), No},
		{"requests", "requests_per_month", exactly(t, "requests_per_month", 50e6), No},
		{"requests", "requests_per_month", exactly(t, "requests_per_month", 51e6), Yes},
	} {
		f := Derive(Factors{}, Answers{}.With(tc.question, tc.answer), Observed{})
		v := f.Get(tc.factor)
		if v.State() != tc.want || string(v.Origin()) != "checklist."+tc.question {
			t.Errorf("%s from %s = %+v: %s from %s, want %s", tc.factor, tc.question, tc.answer, v.State(), v.Origin(), tc.want)
		}
		for _, other := range ArchitectureFactors {
			if other.ID != tc.factor && f.Get(other.ID).Known() {
				t.Errorf("%s says something about %s", tc.question, other.ID)
			}
		}
	}
}

func TestTheUpperBandOfRequestsDecidesNothing(t *testing.T) {
	t.Parallel()
	f := Derive(Factors{}, Answers{}.With("requests_per_month", Choose("30M-or-more")), Observed{})
	if f != (Factors{}) {
		t.Errorf("30M or more makes the factor %+v", f.Get("requests"))
	}
}

func TestDeriveFromComponents(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		factor string
		seen   Observed
		want   State
	}{
		{"stateful_services", shown, No},
		{"stateful_services", with(shown, func(o *Observed) { o.Stateful = true }), Yes},
		{"persistent_connections", shown, No},
		{"persistent_connections", with(shown, func(o *Observed) { o.Persistent = true }), Yes},
		{"gpu", shown, No},
		{"gpu", with(shown, func(o *Observed) { o.GPU = true }), Yes},
		{"long_running_tasks", shown, No},
		{"long_running_tasks", with(shown, func(o *Observed) { o.LongRunning = true }), Yes},
		{"custom_networking", shown, No},
		{"custom_networking", with(shown, func(o *Observed) { o.CustomNetworking = true }), Yes},
		{"microservices", shown, Yes},
		{"microservices", with(shown, func(o *Observed) { o.Components = 10 }), No},
		{"microservices", with(shown, func(o *Observed) { o.Components = 2 }), No},
		{"microservices", with(shown, func(o *Observed) { o.Components = 1 }), Unknown},
		{"microservices", with(shown, func(o *Observed) { o.Components = -3 }), Unknown},
		{"requests", shown, No},
		{"requests", with(shown, func(o *Observed) { o.Requests = 60e6 }), Yes},
		{"requests", with(shown, func(o *Observed) { o.Requests = 0 }), Unknown},
		{"requests", with(shown, func(o *Observed) { o.Requests = math.NaN() }), Unknown},
		{"mean_execution", shown, No},
		{"mean_execution", with(shown, func(o *Observed) { o.MeanExecution = 11 }), Yes},
		{"mean_execution", with(shown, func(o *Observed) { o.MeanExecution = 0 }), Unknown},
		{"mean_execution", with(shown, func(o *Observed) { o.MeanExecution = math.Inf(1) }), Unknown},
		{"multi_cloud", shown, Unknown},
		{"on_premise", shown, Unknown},
		{"strict_compliance", shown, Unknown},
		{"platform_engineer", shown, Unknown},
		{"budget_predictability", shown, Unknown},
	} {
		v := Derive(Factors{}, Answers{}, tc.seen).Get(tc.factor)
		origin := OriginComponents
		if tc.want == Unknown {
			origin = OriginUnknown
		}
		if v.State() != tc.want || v.Origin() != origin {
			t.Errorf("%s of %+v: %s from %s, want %s", tc.factor, tc.seen, v.State(), v.Origin(), tc.want)
		}
	}
}

func TestWhatIsNotKnownIsNotObserved(t *testing.T) {
	t.Parallel()
	o := Observed{
		Components: 30, Requests: 1e9, MeanExecution: 60,
		Stateful: true, Persistent: true, GPU: true, LongRunning: true, CustomNetworking: true,
	}
	if Derive(Factors{}, Answers{}, o) != (Factors{}) {
		t.Error("components that were not given say something")
	}
}

func TestWhichSourceComesFirst(t *testing.T) {
	t.Parallel()
	socket := with(shown, func(o *Observed) { o.Persistent = true })
	yes := Answers{}.With("persistent_connections", Choose("yes"))
	no := Answers{}.With("persistent_connections", Choose("no"))
	given := Factors{}.With("persistent_connections", Given(false))
	for _, tc := range []struct {
		name   string
		value  FactorValue
		want   State
		origin string
	}{
		{"given before a trait and an answer", Derive(given, yes, socket).Get("persistent_connections"), No, "given"},
		{"a trait before an answer's no", Derive(Factors{}, no, socket).Get("persistent_connections"), Yes, "components"},
		{"an answer's yes before absence", Derive(Factors{}, yes, shown).Get("persistent_connections"), Yes, "checklist.persistent_connections"},
		{"an answer's no before absence", Derive(Factors{}, no, shown).Get("persistent_connections"), No, "checklist.persistent_connections"},
		{
			"the components' volume before the answer's",
			Derive(Factors{}, Answers{}.With("requests_per_month", Choose("under-30M")), with(shown, func(o *Observed) { o.Requests = 60e6 })).Get("requests"),
			Yes, "components",
		},
	} {
		if tc.value.State() != tc.want || string(tc.value.Origin()) != tc.origin {
			t.Errorf("%s: %s from %s, want %s from %s", tc.name, tc.value.State(), tc.value.Origin(), tc.want, tc.origin)
		}
	}
}

// drawObserved returns anything that components can show, possible or not.
func drawObserved(t *rapid.T) Observed {
	return Observed{
		Known:            rapid.Bool().Draw(t, "known"),
		Components:       rapid.IntRange(-1, 40).Draw(t, "components"),
		Requests:         rapid.Float64().Draw(t, "requests"),
		MeanExecution:    rapid.Float64().Draw(t, "mean execution"),
		Stateful:         rapid.Bool().Draw(t, "stateful"),
		Persistent:       rapid.Bool().Draw(t, "persistent"),
		GPU:              rapid.Bool().Draw(t, "gpu trait"),
		LongRunning:      rapid.Bool().Draw(t, "long-running"),
		CustomNetworking: rapid.Bool().Draw(t, "custom networking"),
	}
}

func TestDeriveKeepsWhatIsGivenAndIsStable(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, a, o := drawFactors(t), drawAnswers(t), drawObserved(t)
		derived := Derive(f, a, o)
		for _, factor := range ArchitectureFactors {
			v := derived.Get(factor.ID)
			if given := f.Get(factor.ID); given.Known() && v != given {
				t.Fatalf("%s was %+v and becomes %+v", factor.ID, given, v)
			}
			if v.Known() == (v.Origin() == OriginUnknown) {
				t.Fatalf("%s is %s from %s", factor.ID, v.State(), v.Origin())
			}
		}
		if Derive(derived, a, o) != derived {
			t.Fatal("deriving twice is not deriving once")
		}
	})
}
