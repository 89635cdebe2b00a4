package report_test

import (
	"context"
	"testing"

	"runwhere/model"
)

// findings is all that searches find out about an evaluation.
func findings(t testing.TB, e *model.Evaluation) *model.Findings {
	t.Helper()
	found, err := e.Findings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// withoutFlips is all but the flips, which take longest and which most tests of
// a report do not read.
func withoutFlips(t testing.TB, e *model.Evaluation) *model.Findings {
	t.Helper()
	return &model.Findings{
		WeightFlips: search(t, e.WeightFlips), FollowUps: search(t, e.PendingFollowUps), RunnerUp: search(t, e.RunnerUp),
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
