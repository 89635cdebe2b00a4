package report_test

import (
	"context"
	"testing"

	"runwhere/model"
)

// findings is all that searches find out about an evaluation.
func findings(t testing.TB, e *model.Evaluation) *model.Findings {
	t.Helper()
	found, err := model.NewStudy(e, 0, model.DefaultSeed).Findings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// withoutFlips is all but the flips, which take longest and which most tests of
// a report do not read.
func withoutFlips(t testing.TB, e *model.Evaluation) *model.Findings {
	t.Helper()
	return found(t, model.NewStudy(e, 0, model.DefaultSeed))
}

// quick is the same with as few draws as there can be.
func quick(t testing.TB, e *model.Evaluation) *model.Findings {
	t.Helper()
	return found(t, model.NewStudy(e, model.LeastDraws, model.DefaultSeed))
}

// found asks a study for all but the flips.
func found(t testing.TB, e *model.Study) *model.Findings {
	t.Helper()
	return &model.Findings{
		Mistakes: e.Mistakes(), WeightFlips: search(t, e.WeightFlips), FollowUps: search(t, e.PendingFollowUps), RunnerUp: search(t, e.RunnerUp),
		ByVolume: search(t, e.SplitByVolume), Uncertainty: search(t, e.Uncertainty), Horizon: search(t, e.HorizonSplit),
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
