package checklist

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestScoreBandEdges(t *testing.T) {
	t.Parallel()
	for points, want := range map[int]Option{
		0: Serverless, 8: Serverless, 9: Hybrid, 15: Hybrid, 16: Kubernetes, 39: Kubernetes,
	} {
		if got := ScoreBand(points); got != want {
			t.Errorf("%d points: %s, want %s", points, got, want)
		}
	}
}

// Each row reaches its score with factors added up by hand.
func TestScoreReachesEachEdge(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		yes  []string
		want int
		band Option
	}{
		{nil, 0, Serverless},
		{[]string{"gpu", "stateful_services"}, 8, Serverless},                                          // 5 + 3
		{[]string{"gpu", "multi_cloud"}, 9, Hybrid},                                                    // 5 + 4
		{[]string{"gpu", "on_premise", "stateful_services", "strict_compliance"}, 15, Hybrid},          // 5 + 5 + 3 + 2
		{[]string{"gpu", "on_premise", "stateful_services", "persistent_connections"}, 16, Kubernetes}, // 5 + 5 + 3 + 3
		{[]string{"requests", "mean_execution", "budget_predictability", "microservices"}, 9, Hybrid},  // 3 + 2 + 2 + 2
		{[]string{"custom_networking", "platform_engineer", "long_running_tasks"}, 8, Serverless},      // 3 + 3 + 2
	} {
		var f Factors
		for _, factor := range ArchitectureFactors {
			f = f.With(factor.ID, Given(slices.Contains(tc.yes, factor.ID)))
		}
		s := Score(f)
		if s.Low != tc.want || s.High != tc.want || s.Band != tc.band || s.HighBand != tc.band || !slices.Equal(s.Bands(), []Option{tc.band}) {
			t.Errorf("%v: %d to %d, %s to %s, %v; want %d, %s", tc.yes, s.Low, s.High, s.Band, s.HighBand, s.Bands(), tc.want, tc.band)
		}
	}
}

func TestNothingKnownScoresAnything(t *testing.T) {
	t.Parallel()
	s := Score(Derive(Factors{}, Answers{}, Observed{}))
	if s.Low != 0 || s.High != 39 || s.Band != Serverless || s.HighBand != Kubernetes {
		t.Errorf("%d (%s) to %d (%s); want 0 (serverless) to 39 (kubernetes)", s.Low, s.Band, s.High, s.HighBand)
	}
	if got := s.Bands(); !slices.Equal(got, []Option{Serverless, Hybrid, Kubernetes}) {
		t.Errorf("bands %v", got)
	}
	for _, row := range s.Rows {
		if row.State != Unknown || row.Points != 0 || row.Source != "unknown" {
			t.Errorf("row %+v", row)
		}
	}
	all := Factors{}
	for _, f := range ArchitectureFactors {
		all = all.With(f.ID, Given(true))
	}
	if s := Score(all); s.Low != 39 || s.High != 39 {
		t.Errorf("everything scores %d to %d, want 39", s.Low, s.High)
	}
}

func TestScoreIsTheSumOfItsRows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := Score(Derive(drawFactors(t), drawAnswers(t), drawObserved(t)))
		points, open := 0, 0
		for _, row := range s.Rows {
			points += row.Points
			if row.State == Unknown {
				open += row.Weight
			}
			if row.Points != 0 && (row.State != Yes || row.Points != row.Weight) {
				t.Fatalf("row %+v", row)
			}
		}
		if s.Low != points || s.High != points+open || s.Low > s.High || s.Low < 0 || s.High > MaxScore {
			t.Fatalf("%d to %d from rows with %d points and %d open", s.Low, s.High, points, open)
		}
		bands := s.Bands()
		if bands[0] != s.Band || bands[len(bands)-1] != s.HighBand {
			t.Fatalf("bands %v of %s to %s", bands, s.Band, s.HighBand)
		}
	})
}

func TestAnsweringNeverWidensTheScore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f, a, o := drawFactors(t), drawAnswers(t), drawObserved(t)
		open := a.Open()
		if len(open) == 0 {
			return
		}
		q := rapid.SampledFrom(open).Draw(t, "question")
		before := Score(Derive(f, a, o))
		after := Score(Derive(f, a.With(q.ID, drawAnswer(t, q)), o))
		if after.High-after.Low > before.High-before.Low {
			t.Fatalf("answering %s turns %d–%d into %d–%d", q.ID, before.Low, before.High, after.Low, after.High)
		}
	})
}

func TestAYesNeverLowersTheScoreAndANoNeverRaisesIt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		f := drawFactors(t)
		id := rapid.SampledFrom(ArchitectureFactors).Draw(t, "factor").ID
		before, yes, no := Score(f), Score(f.With(id, Given(true))), Score(f.With(id, Given(false)))
		if yes.Low < before.Low || yes.High < before.High || no.Low > before.Low || no.High > before.High {
			t.Fatalf("%s: %d–%d, with yes %d–%d, with no %d–%d", id, before.Low, before.High, yes.Low, yes.High, no.Low, no.High)
		}
	})
}

func BenchmarkInstruments(b *testing.B) {
	a := Answers{}.With("engineers", Choose("5-to-15")).With("traffic", Choose("steady"))
	b.ReportAllocs()
	for b.Loop() {
		Tally(a)
		Team(a)
		Traffic(a)
		Score(Derive(Factors{}, a, shown))
	}
}
