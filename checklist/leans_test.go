package checklist

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestTallyOfAWorkedExample(t *testing.T) {
	t.Parallel()
	engineers, _ := QuestionByID("engineers")
	nine, _ := engineers.FromNumber(9)
	a := Answers{}.
		With("engineers", nine).                         // either
		With("platform_team", Choose("yes")).            // Kubernetes
		With("traffic", Choose("batch")).                // either
		With("longest_task", Choose("over-15m")).        // Kubernetes
		With("portability", Choose("critical")).         // Kubernetes or Wasm
		With("requests_per_month", Choose("under-30M")). // serverless
		With("priority", Choose("both")).                // hybrid or Wasm
		With("skills", Choose("devops"))                 // not of the ten
	l := Tally(a)
	for _, tc := range []struct {
		option      Option
		count, most int
	}{
		// Open: persistent_connections, gpu and compliance, all of which can
		// only lean to Kubernetes.
		{Kubernetes, 3, 6},
		{Serverless, 1, 1},
		{Wasm, 2, 2},
		{Hybrid, 1, 1},
		{"no such option", 0, 0},
	} {
		least, most := l.Range(tc.option)
		if l.Count(tc.option) != tc.count || least != tc.count || most != tc.most {
			t.Errorf("%s: %d, range %d to %d; want %d to %d", tc.option, l.Count(tc.option), least, most, tc.count, tc.most)
		}
	}
	if got := l.Either(); !slices.Equal(got, []string{"engineers", "traffic"}) {
		t.Errorf("either: %v", got)
	}
	if got := l.Unanswered(); !slices.Equal(got, []string{"persistent_connections", "gpu", "compliance"}) {
		t.Errorf("unanswered: %v", got)
	}
	if l.Answered() != 7 {
		t.Errorf("%d answered, want 7", l.Answered())
	}
	if got := l.Leading(); !slices.Equal(got, []Option{Kubernetes}) {
		t.Errorf("leading: %v", got)
	}
	for i, want := range []LeanRow{
		{ID: "engineers", Answer: "5-to-15", Lean: "either"},
		{ID: "platform_team", Answer: "yes", Lean: "kubernetes"},
		{ID: "traffic", Answer: "batch", Lean: "either"},
		{ID: "persistent_connections"},
		{ID: "longest_task", Answer: "over-15m", Lean: "kubernetes"},
		{ID: "portability", Answer: "critical", Lean: "kubernetes or wasm"},
		{ID: "requests_per_month", Answer: "under-30M", Lean: "serverless"},
		{ID: "gpu"},
		{ID: "compliance"},
		{ID: "priority", Answer: "both", Lean: "hybrid or wasm"},
	} {
		if got := l.Rows[i]; got.ID != want.ID || got.Answer != want.Answer || got.Lean != want.Lean {
			t.Errorf("row %d is %+v, want %+v", i, got, want)
		}
	}
}

func TestLeadingStatesTies(t *testing.T) {
	t.Parallel()
	if got := Tally(Answers{}).Leading(); got != nil {
		t.Errorf("nothing answered leads to %v", got)
	}
	if got := Tally(Answers{}.With("gpu", Choose("no"))).Leading(); got != nil {
		t.Errorf("an answer that leans nowhere leads to %v", got)
	}
	both := Answers{}.With("priority", Choose("both"))
	if got := Tally(both).Leading(); !slices.Equal(got, []Option{Wasm, Hybrid}) {
		t.Errorf("both as priority leads to %v", got)
	}
	tie := Answers{}.With("priority", Choose("ship-fast")).With("gpu", Choose("yes"))
	if got := Tally(tie).Leading(); !slices.Equal(got, []Option{Kubernetes, Serverless}) {
		t.Errorf("one each leads to %v", got)
	}
}

// The most that can lean to each option, counted by hand in the published
// table: all questions but the seventh can lean to Kubernetes; the first,
// second, third, sixth, seventh and tenth to serverless; the sixth and tenth to
// Wasm; the tenth to hybrid.
func TestRangeOfAnEmptyChecklist(t *testing.T) {
	t.Parallel()
	l := Tally(Answers{})
	for option, want := range map[Option]int{Kubernetes: 9, Serverless: 6, Wasm: 2, Hybrid: 1} {
		if least, most := l.Range(option); least != 0 || most != want {
			t.Errorf("%s: %d to %d, want 0 to %d", option, least, most, want)
		}
	}
}

func TestAnsweringNeverWidensTheRangeOfALean(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t)
		open := a.Open()
		if len(open) == 0 {
			return
		}
		q := rapid.SampledFrom(open).Draw(t, "question")
		before, after := Tally(a), Tally(a.With(q.ID, drawAnswer(t, q)))
		for _, o := range Options {
			least, most := before.Range(o)
			newLeast, newMost := after.Range(o)
			if newLeast < least || newMost > most || newLeast > newMost {
				t.Fatalf("%s: %d to %d becomes %d to %d", o, least, most, newLeast, newMost)
			}
		}
	})
}

func TestRangeIsReached(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t)
		for _, o := range Options {
			_, want := Tally(a).Range(o)
			best := a
			for _, q := range a.Open() {
				for _, c := range q.Choices {
					if b := best.With(q.ID, Choose(c.ID)); Tally(b).Count(o) > Tally(best).Count(o) {
						best = b
					}
				}
			}
			if got := Tally(best).Count(o); got != want {
				t.Fatalf("%s reaches %d, the range says %d", o, got, want)
			}
		}
	})
}
