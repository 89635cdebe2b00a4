package checklist

import (
	"testing"

	"pgregory.net/rapid"
)

// drawAnswers returns any answers: every question open, answered by a choice or
// answered by a number.
func drawAnswers(t *rapid.T) Answers {
	var a Answers
	for _, q := range asked() {
		a = a.With(q.ID, drawAnswer(t, q))
	}
	return a
}

func drawAnswer(t *rapid.T, q Question) Answer {
	i := rapid.IntRange(-1, len(q.Choices)-1).Draw(t, q.ID)
	if i < 0 {
		return Answer{}
	}
	if q.Numeric() && rapid.Bool().Draw(t, q.ID+" exactly") {
		a, err := q.FromNumber(rapid.Float64Range(0, 1e9).Draw(t, q.ID+" number"))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	return Choose(q.Choices[i].ID)
}

func TestZeroAnswersAreUnanswered(t *testing.T) {
	t.Parallel()
	var a Answers
	if a.Answered() != 0 || len(a.Open()) != 10 {
		t.Errorf("%d answered, %d open; want 0 and 10", a.Answered(), len(a.Open()))
	}
	for _, q := range asked() {
		if a.Get(q.ID).Answered() || a.Get(q.ID).Choice() != "" {
			t.Errorf("%s is answered by %q", q.ID, a.Get(q.ID).Choice())
		}
	}
}

func TestOpenKeepsTheOrder(t *testing.T) {
	t.Parallel()
	a := Answers{}.With("traffic", Choose("steady")).With("engineers", Choose("over-15")).
		With("priority", Choose("both")).With("skills", Choose("mix"))
	if a.Answered() != 3 {
		t.Errorf("%d answered, want 3: the skills are not among the ten", a.Answered())
	}
	want := []string{"platform_team", "persistent_connections", "longest_task", "portability", "requests_per_month", "gpu", "compliance"}
	open := a.Open()
	if len(open) != len(want) {
		t.Fatalf("%d open, want %d", len(open), len(want))
	}
	for i, q := range open {
		if q.ID != want[i] {
			t.Errorf("open question %d is %s, want %s", i, q.ID, want[i])
		}
	}
}

func TestWithIgnoresWhatIsNotInTheTables(t *testing.T) {
	t.Parallel()
	a := Answers{}.With("gpu", Choose("yes"))
	for _, tc := range []struct{ question, choice string }{
		{"no such question", "yes"},
		{"", "yes"},
		{"gpu", "maybe"},
		{"gpu", "under-5"},
		{"engineers", "yes"},
	} {
		if b := a.With(tc.question, Choose(tc.choice)); b != a {
			t.Errorf("answer %q to question %q changed something", tc.choice, tc.question)
		}
	}
	if (a.Get("no such question") != Answer{}) {
		t.Error("a question that does not exist has an answer")
	}
	engineers, _ := QuestionByID("engineers")
	five, _ := engineers.FromNumber(5)
	if b := a.With("longest_task", five); b != a {
		t.Error("a number of engineers was taken for a length of time")
	}
	if b := a.With("gpu", Answer{}); (b != Answers{}) {
		t.Error("the zero answer does not make a question unanswered")
	}
}

func TestWithChangesOneQuestionOfACopy(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnswers(t)
		before := a
		q := rapid.SampledFrom(asked()).Draw(t, "question")
		answer := drawAnswer(t, q)
		b := a.With(q.ID, answer)
		if a != before {
			t.Fatal("With changed its receiver")
		}
		if b.Get(q.ID) != answer {
			t.Fatalf("%s is %+v, want %+v", q.ID, b.Get(q.ID), answer)
		}
		for _, other := range asked() {
			if other.ID != q.ID && b.Get(other.ID) != a.Get(other.ID) {
				t.Fatalf("an answer to %s changed %s", q.ID, other.ID)
			}
		}
		if b.Answered()+len(b.Open()) != 10 {
			t.Fatalf("%d answered and %d open", b.Answered(), len(b.Open()))
		}
	})
}
