package checklist

import (
	"slices"
	"strings"
	"testing"
)

// Sizes by number, with the platform team unanswered and present.
func TestTeamSizeByNumber(t *testing.T) {
	t.Parallel()
	q, _ := QuestionByID("engineers")
	for _, tc := range []struct {
		engineers           float64
		band, without, with string
	}{
		{0, "1–3", "serverless", "serverless"},
		{1, "1–3", "serverless", "serverless"},
		{3, "1–3", "serverless", "serverless"},
		{3.5, "4–8", "either", "either"},
		{4, "4–8", "either", "either"},
		{8, "4–8", "either", "either"},
		{9, "8–15", "either", "kubernetes"},
		{15, "8–15", "either", "kubernetes"},
		{16, "15+", "kubernetes", "kubernetes"},
		{900, "15+", "kubernetes", "kubernetes"},
	} {
		answer, err := q.FromNumber(tc.engineers)
		if err != nil {
			t.Fatal(err)
		}
		a := Answers{}.With("engineers", answer)
		without := Team(a).Size
		with := Team(a.With("platform_team", Choose("yes"))).Size
		no := Team(a.With("platform_team", Choose("no"))).Size
		if without.Answer != tc.band || without.Lean() != tc.without || no.Lean() != tc.without || with.Lean() != tc.with {
			t.Errorf("%v engineers: %s, %s, %s without and %s with a platform engineer; want %+v",
				tc.engineers, without.Answer, without.Lean(), no.Lean(), with.Lean(), tc)
		}
	}
}

func TestTeamSizeByBand(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ choice, answer, lean string }{
		{"under-5", "1–3 or 4–8", "either"},
		{"5-to-15", "4–8 or 8–15", "either"},
		{"over-15", "15+", "kubernetes"},
	} {
		f := Team(Answers{}.With("engineers", Choose(tc.choice)).With("platform_team", Choose("yes"))).Size
		if f.Answer != tc.answer || f.Lean() != tc.lean {
			t.Errorf("%s: %s leans %s; want %s, %s", tc.choice, f.Answer, f.Lean(), tc.answer, tc.lean)
		}
	}
	f := Team(Answers{}.With("engineers", Choose("under-5"))).Size
	if f.Text != "1–3: serverless; 4–8: depends on the other factors" {
		t.Errorf("fewer than 5: %s", f.Text)
	}
}

func TestTeamBandsAreThePublishedOnes(t *testing.T) {
	t.Parallel()
	want := []string{
		"1–3 serverless",
		"4–8 depends on the other factors",
		"8–15 either; Kubernetes with a platform engineer",
		"15+ Kubernetes",
	}
	var got []string
	for _, b := range TeamBands {
		got = append(got, b.ID+" "+b.Text)
	}
	if !slices.Equal(got, want) {
		t.Errorf("team bands are\n%s", strings.Join(got, "\n"))
	}
}

func TestTeamSkills(t *testing.T) {
	t.Parallel()
	for choice, lean := range map[string]string{"devops": "kubernetes", "product": "serverless", "mix": "hybrid"} {
		if got := Team(Answers{}.With("skills", Choose(choice))).Skills.Lean(); got != lean {
			t.Errorf("%s leans %s, want %s", choice, got, lean)
		}
	}
}

func TestTrafficPatternsAreThePublishedOnes(t *testing.T) {
	t.Parallel()
	want := []string{
		"steady (e-commerce, SaaS) kubernetes",
		"spiky (campaigns) serverless",
		"event-driven (IoT, webhooks) serverless",
		"batch (ETL, ML) either",
		"real-time (WebSocket, gaming) kubernetes",
		"unpredictable (startup, MVP) serverless",
	}
	var got []string
	for _, p := range TrafficPatterns {
		f := Traffic(Answers{}.With("traffic", Choose(p.ID)))
		got = append(got, p.ID+" ("+f.Examples+") "+f.Lean())
	}
	if !slices.Equal(got, want) {
		t.Errorf("traffic patterns are\n%s", strings.Join(got, "\n"))
	}
}

func TestUnansweredFactorsLeanNowhere(t *testing.T) {
	t.Parallel()
	team, traffic := Team(Answers{}), Traffic(Answers{})
	for _, f := range []Finding{team.Size, team.Skills, traffic.Finding} {
		if f.Answered() || f.Lean() != "" || len(f.Leans) > 0 || f.Text != "" {
			t.Errorf("unanswered is %+v", f)
		}
	}
}
