package study

import (
	"context"
	"errors"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/modeltest"
	"runwhere/model/scenario/scenariotest"
	"runwhere/model/search"
	"runwhere/model/uncertainty"
)

// impatient is a context that is done once it has been looked at so many times.
type impatient struct {
	context.Context
	patience int64
	looks    atomic.Int64
}

func (c *impatient) Err() error {
	if c.looks.Add(1) > c.patience {
		return context.Canceled
	}
	return nil
}

// study begins the study of an evaluation as eval does.
func study(e *model.Evaluation) *Study { return New(e, 0, uncertainty.DefaultSeed) }

// searchesOf are all searches by name: each returns what it found, and what is
// known of it.
func searchesOf(e *Study) map[string]struct {
	find func(context.Context) (any, error)
	peek func() (any, bool)
} {
	type pair = struct {
		find func(context.Context) (any, error)
		peek func() (any, bool)
	}
	return map[string]pair{
		"flips":        {func(ctx context.Context) (any, error) { return e.Flips(ctx) }, func() (any, bool) { return e.PeekFlips() }},
		"weight flips": {func(ctx context.Context) (any, error) { return e.WeightFlips(ctx) }, func() (any, bool) { return e.PeekWeightFlips() }},
		"follow-ups":   {func(ctx context.Context) (any, error) { return e.PendingFollowUps(ctx) }, func() (any, bool) { return e.PeekPendingFollowUps() }},
		"rests on":     {func(ctx context.Context) (any, error) { return e.RestsOn(ctx) }, func() (any, bool) { return e.PeekRestsOn() }},
		"runner-up":    {func(ctx context.Context) (any, error) { return e.RunnerUp(ctx) }, func() (any, bool) { return e.PeekRunnerUp() }},
		"by volume":    {func(ctx context.Context) (any, error) { return e.SplitByVolume(ctx) }, func() (any, bool) { return e.PeekSplitByVolume() }},
		"horizon":      {func(ctx context.Context) (any, error) { return e.HorizonSplit(ctx) }, func() (any, bool) { return e.PeekHorizonSplit() }},
		"odds":         {func(ctx context.Context) (any, error) { return e.Odds(ctx) }, func() (any, bool) { return e.PeekOdds() }},
		"uncertainty":  {func(ctx context.Context) (any, error) { return e.Uncertainty(ctx) }, func() (any, bool) { return e.PeekUncertainty() }},
	}
}

// ranged is a system of several parts with a range, so that every search has
// something to find.
const ranged = `components:
  - {name: api, requests_per_month: 40M..60M, duration: 500ms, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, isolate_memory: 1GiB, cpu_time: 150ms, calls: [{to: pdf, per_request: 0.1, payload: 8KiB}]}
  - {name: pdf, requests_per_month: 2M, duration: 2s, memory: 512MiB, function_memory: 512MiB, measured_at: 512MiB, isolate_memory: 512MiB, trigger: queue}
  - {name: web, requests_per_month: 9M, duration: 20ms, memory: 64MiB, cpu_time: 5ms}
  - {name: jobs, requests_per_month: 1M, duration: 1s, memory: 256MiB, function_memory: 256MiB, measured_at: 256MiB, isolate_memory: 256MiB, trigger: schedule}
growth: {monthly: 3%}
`

// TestCancelledSearchesKeepNothing: a search that is cancelled, at once or some
// way in, says so, is known no more than before, and finds what it would have
// found when it is asked for again.
func TestCancelledSearchesKeepNothing(t *testing.T) {
	t.Parallel()
	whole := searchesOf(study(modeltest.Decoded(t, ranged)))
	e := study(modeltest.Decoded(t, ranged))
	for name, s := range searchesOf(e) {
		for _, patience := range []int64{0, 1, 2, 5} {
			ctx := &impatient{Context: context.Background(), patience: patience}
			if _, err := s.find(ctx); !errors.Is(err, context.Canceled) && ctx.looks.Load() > patience {
				t.Errorf("%s, cancelled at look %d: %v", name, patience, err)
			} else if _, known := s.peek(); known && err != nil {
				t.Errorf("%s: what was cancelled at look %d is kept", name, patience)
			}
		}
	}
	for name, s := range searchesOf(e) {
		got, want := scenariotest.Sure(s.find(t.Context())), scenariotest.Sure(whole[name].find(t.Context()))
		if name == "flips" && !reflect.DeepEqual(got, want) {
			t.Errorf("%s: after a cancelled search %+v, else %+v", name, got, want)
		}
		if kept, known := s.peek(); !known || name != "all" && !reflect.DeepEqual(kept, got) {
			t.Errorf("%s is not kept", name)
		}
	}
}

// TestCancelledSearchesEndSoon: once a context is done nothing but the searches
// that run side by side look at it again, each of them a few times.
func TestCancelledSearchesEndSoon(t *testing.T) {
	t.Parallel()
	const patience, after = 20, 2000
	for name, s := range searchesOf(study(modeltest.Decoded(t, ranged))) {
		ctx := &impatient{Context: context.Background(), patience: patience}
		if _, err := s.find(ctx); err != nil && ctx.looks.Load() > patience+after {
			t.Errorf("%s goes on for %d looks after it was cancelled", name, ctx.looks.Load()-patience)
		}
	}
}

// TestCellRunsOnce: whoever asks while a search runs gets what it finds, and
// where it is cancelled one of those who wait begins anew.
func TestCellRunsOnce(t *testing.T) {
	t.Parallel()
	var c cell[int]
	var runs atomic.Int64
	first, cancel := context.WithCancel(t.Context())
	begun := make(chan struct{})
	var asking sync.WaitGroup
	asking.Go(func() {
		_, err := c.get(first, func(ctx context.Context) (int, error) {
			close(begun)
			<-ctx.Done()
			return 1, nil // half a result
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: %v", err)
		}
	})
	<-begun
	for range 4 {
		asking.Go(func() {
			if v := scenariotest.Sure(c.get(t.Context(), func(context.Context) (int, error) { return int(runs.Add(1)) + 1, nil })); v != 2 {
				t.Errorf("found %d", v)
			}
		})
	}
	if _, known := c.peek(); known {
		t.Error("known while it is searched")
	}
	cancel()
	asking.Wait()
	if v, known := c.peek(); !known || v != 2 || runs.Load() != 1 {
		t.Errorf("%d, known %v after %d runs", v, known, runs.Load())
	}
}

// TestWhatIsOpenIsWhatIsSearched: before the search there is no word of further
// questions, after it there are as many as it found.
func TestWhatIsOpenIsWhatIsSearched(t *testing.T) {
	t.Parallel()
	e := study(modeltest.Decoded(t, "components: [{name: a, requests_per_month: 5M}]\n"))
	if open := e.PeekOpen(); open.Searched || len(open.Questions) != len(checklist.Questions) || !open.Skills {
		t.Errorf("before the search: %+v", open)
	}
	found := scenariotest.Sure(e.PendingFollowUps(t.Context()))
	open := e.PeekOpen()
	if with := search.OpenWith(e.Evaluation, found); !open.Searched || len(open.FollowUps) != len(found) || open.Sentence() != with.Sentence() {
		t.Errorf("after the search: %q, with what it found %q", open.Sentence(), with.Sentence())
	}
}
