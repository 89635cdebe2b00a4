package report_test

import (
	"context"
	"testing"

	"runwhere/model"
	"runwhere/model/study"
	"runwhere/model/uncertainty"
)

// findings is all that searches find out about an evaluation.
func findings(t testing.TB, e *model.Evaluation) *study.Findings {
	t.Helper()
	found, err := study.New(e, 0, uncertainty.DefaultSeed).Findings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// withoutFlips is all but the flips, which take longest and which most tests of
// a report do not read.
func withoutFlips(t testing.TB, e *model.Evaluation) *study.Findings {
	t.Helper()
	return found(t, study.New(e, 0, uncertainty.DefaultSeed))
}

// quick is the same with as few draws as there can be.
func quick(t testing.TB, e *model.Evaluation) *study.Findings {
	t.Helper()
	return found(t, study.New(e, uncertainty.LeastDraws, uncertainty.DefaultSeed))
}

// found asks a study for all but the flips.
func found(t testing.TB, e *study.Study) *study.Findings {
	t.Helper()
	return &study.Findings{
		Mistakes: e.Mistakes(), WeightFlips: search(t, e.WeightFlips), FollowUps: search(t, e.PendingFollowUps), RunnerUp: search(t, e.RunnerUp),
		ByVolume: search(t, e.SplitByVolume), Uncertainty: search(t, e.Uncertainty), Horizon: search(t, e.HorizonSplit), RestsOn: search(t, e.RestsOn),
	}
}

func search[T any](t testing.TB, find func(context.Context) (T, error)) T {
	t.Helper()
	found, err := find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}
