package costs

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPatterns(t *testing.T) {
	t.Parallel()
	published := map[string]struct{ peak, burst float64 }{
		"steady":        {1.6, 1.2},
		"real-time":     {2.2, 1.3},
		"event-driven":  {3, 2},
		"batch":         {4, 1},
		"unpredictable": {5, 2},
		"spiky":         {8, 2},
	}
	if len(Patterns) != len(published) || len(patterns) != len(published) {
		t.Fatalf("%d names and %d drawings, want 6 of each", len(Patterns), len(patterns))
	}
	taken := map[int]string{}
	for _, name := range Patterns {
		s, err := Pattern(name)
		if err != nil {
			t.Fatal(err)
		}
		want := published[name]
		if s.Name != name || s.PeakToMean() != want.peak || s.Burst != want.burst {
			t.Errorf("%s: name %s, peak %v, burst %v, want %v and %v", name, s.Name, s.PeakToMean(), s.Burst, want.peak, want.burst)
		}
		sum, distinct := 0.0, map[float64]bool{}
		for h, w := range s.Weights {
			sum += w
			distinct[w] = true
			if w < 0 {
				t.Errorf("%s: hour %d has weight %v", name, h, w)
			}
			if w == want.peak {
				if other, ok := taken[h]; ok {
					t.Errorf("%s peaks in the same hour %d as %s", name, h, other)
				}
				taken[h] = name
			}
		}
		if mean := sum / HoursPerWeek; math.Abs(mean-1) > 1e-12 {
			t.Errorf("%s has mean %v", name, mean)
		}
		if len(distinct) > 12 {
			t.Errorf("%s has %d distinct weights; sizing groups them and wants at most 12", name, len(distinct))
		}
	}
}

func TestUnknownPattern(t *testing.T) {
	t.Parallel()
	_, err := Pattern("stedy")
	var unknown *PatternError
	if !errors.As(err, &unknown) || unknown.Name != "stedy" {
		t.Fatalf("got %v", err)
	}
	if want := "traffic pattern stedy is unknown; known are steady, real-time, event-driven, batch, unpredictable, spiky"; err.Error() != want {
		t.Errorf("got %s, want %s", err, want)
	}
}

func TestWithPeakOfPatterns(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s, err := Pattern(rapid.SampledFrom(Patterns).Draw(t, "pattern"))
		if err != nil {
			t.Fatal(err)
		}
		peak := rapid.Float64Range(1, 10).Draw(t, "peak")
		got := s.WithPeak(peak)
		if math.Abs(got.PeakToMean()-peak) > 1e-6 {
			t.Fatalf("asked for %v, got %v", peak, got.PeakToMean())
		}
		sum := 0.0
		for _, w := range got.Weights {
			sum += w
		}
		if math.Abs(sum/HoursPerWeek-1) > 1e-9 {
			t.Fatalf("mean %v", sum/HoursPerWeek)
		}
		for a := range s.Weights {
			for b := range s.Weights {
				if s.Weights[a] < s.Weights[b] && got.Weights[a] > got.Weights[b] {
					t.Fatalf("hours %d and %d changed places", a, b)
				}
				if s.Weights[a] == s.Weights[b] && got.Weights[a] != got.Weights[b] {
					t.Fatalf("hours %d and %d are no longer alike", a, b)
				}
			}
		}
	})
}

// traceHours are the calls in each hour of one day of the four functions of
// the Azure Functions 2019 trace that Pattern speaks of (excerpt in
// vhive-serverless/invitro, data/traces/example/invocations.csv at a1df629445,
// 2026-08-13); the hours left out are silent. In every minute with calls there
// are 5.
var traceHours = [...][24]float64{
	{300, 300, 300, 250}, // queue
	{275, 300, 300, 250}, // queue
	{275, 300, 300, 250}, // queue
	{275, 300, 300, 250}, // timer
}

const traceMinute = 5.0 // calls in the busiest minute of each

// What the docstring of Pattern says of the trace follows from the trace.
func TestPatternsAgainstTrace(t *testing.T) {
	t.Parallel()
	event, err := Pattern("event-driven")
	if err != nil {
		t.Fatal(err)
	}
	for i := range traceHours {
		hours := traceHours[i][:]
		total := 0.0
		for _, calls := range hours {
			total += calls
		}
		busiest := slices.Max(hours)
		if peak := busiest * 24 / total; peak < 6.25 || peak > 6.45 {
			t.Errorf("function %d: the busiest hour is %v times the mean, said to be 6.3 to 6.4", i, peak)
		}
		if burst := traceMinute * 60 / busiest; burst != 1 {
			t.Errorf("function %d: burst %v, said to be 1", i, burst)
		}
		if minutes := total / traceMinute; minutes < 225 || minutes > 230 {
			t.Errorf("function %d: %v minutes with calls, said to be 225 to 230", i, minutes)
		}
		minute := traceMinute * 1440 / total
		if sized := event.PeakToMean() * event.Burst; math.Abs(minute/sized-1) > 0.07 {
			t.Errorf("function %d: the busiest minute is %v times the mean, event-driven sizes for %v", i, minute, sized)
		}
	}
}
