package checklist

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// publishedQuestions is the framework's table typed out by hand, one line a
// choice: question, choice, lean.
const publishedQuestions = `
engineers                under-5         serverless
engineers                5-to-15         either
engineers                over-15         kubernetes
platform_team            yes             kubernetes
platform_team            no              serverless
traffic                  steady          kubernetes
traffic                  spiky           serverless
traffic                  event-driven    serverless
traffic                  batch           either
traffic                  real-time       kubernetes
traffic                  unpredictable   serverless
persistent_connections   yes             kubernetes
persistent_connections   no              either
longest_task             up-to-15m       either
longest_task             over-15m        kubernetes
portability              critical        kubernetes or wasm
portability              not-important   serverless
requests_per_month       under-30M       serverless
requests_per_month       30M-or-more     either
gpu                      yes             kubernetes
gpu                      no              either
compliance               strict          kubernetes
compliance               standard        either
priority                 ship-fast       serverless
priority                 full-control    kubernetes
priority                 both            hybrid or wasm
skills                   devops          kubernetes
skills                   product         serverless
skills                   mix             hybrid
`

// asked returns the ten questions and the skills, in the order of asking.
func asked() []Question { return append(append([]Question{}, Questions...), SkillsQuestion) }

func TestQuestionsAreThePublishedTable(t *testing.T) {
	t.Parallel()
	var got []string
	for _, q := range asked() {
		for _, c := range q.Choices {
			got = append(got, q.ID+" "+c.ID+" "+leanText(c.Leans))
		}
	}
	var want []string
	for line := range strings.Lines(strings.TrimSpace(publishedQuestions)) {
		want = append(want, strings.Join(strings.Fields(line), " "))
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("questions are\n%s\nwant\n%s", g, w)
	}
	if len(Questions) != 10 || questionCount != len(asked())+len(FollowUps) || len(FollowUps) != followUpsCount {
		t.Errorf("%d questions, %d follow-ups, %d answers", len(Questions), len(FollowUps), questionCount)
	}
}

func TestNotesKeepWhatTheLeanLeavesOut(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ question, choice, note string }{
		{"platform_team", "yes", "viable"},
		{"platform_team", "no", "GKE Autopilot"},
		{"portability", "not-important", "traditional serverless is fine"},
		{"requests_per_month", "under-30M", "likely cheaper"},
		{"requests_per_month", "30M-or-more", "cost analysis"},
	} {
		q, _ := QuestionByID(tc.question)
		c, ok := q.Choice(tc.choice)
		if !ok || !strings.Contains(c.Note, tc.note) {
			t.Errorf("%s %s: note %q does not say %q", tc.question, tc.choice, c.Note, tc.note)
		}
	}
}

func TestEveryQuestionCanBeDrawn(t *testing.T) {
	t.Parallel()
	for _, q := range asked() {
		if q.Text == "" || q.Why == "" || utf8.RuneCountInString(q.Why) > 90 || strings.Contains(q.Why, "\n") {
			t.Errorf("%s: text %q, why %q (%d characters)", q.ID, q.Text, q.Why, utf8.RuneCountInString(q.Why))
		}
		seen := map[string]bool{}
		for _, c := range q.Choices {
			if c.ID == "" || c.Label == "" || seen[c.ID] {
				t.Errorf("%s: choice %+v is empty or there twice", q.ID, c)
			}
			seen[c.ID] = true
		}
	}
}

func TestFromNumberResolvesTheBandEdges(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		question string
		v        float64
		want     string
	}{
		{"engineers", 0, "under-5"},
		{"engineers", 4, "under-5"},
		{"engineers", 4.5, "under-5"},
		{"engineers", 5, "5-to-15"},
		{"engineers", 15, "5-to-15"},
		{"engineers", 15.1, "over-15"},
		{"engineers", 16, "over-15"},
		{"engineers", math.MaxFloat64, "over-15"},
		{"longest_task", 0, "up-to-15m"},
		{"longest_task", 899, "up-to-15m"},
		{"longest_task", 900, "up-to-15m"},
		{"longest_task", 900.001, "over-15m"},
		{"longest_task", 86400, "over-15m"},
		{"requests_per_month", 0, "under-30M"},
		{"requests_per_month", 29_999_999, "under-30M"},
		{"requests_per_month", 30_000_000, "30M-or-more"},
		{"requests_per_month", 1e300, "30M-or-more"},
	} {
		q, _ := QuestionByID(tc.question)
		a, err := q.FromNumber(tc.v)
		if err != nil || a.Choice() != tc.want {
			t.Errorf("%s %v: %q, %v; want %q", tc.question, tc.v, a.Choice(), err, tc.want)
		}
		if n, ok := a.Number(); !ok || n != tc.v {
			t.Errorf("%s %v: remembers %v, %v", tc.question, tc.v, n, ok)
		}
	}
}

func TestFromNumberRejectsWhatIsNoQuantity(t *testing.T) {
	t.Parallel()
	for _, q := range asked() {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, -1e-300} {
			a, err := q.FromNumber(v)
			if err == nil || a.Answered() || !strings.HasPrefix(err.Error(), q.ID+": ") {
				t.Errorf("%s %v: %+v, error %v", q.ID, v, a, err)
			}
		}
		numeric := q.ID == "engineers" || q.ID == "longest_task" || q.ID == "requests_per_month"
		if _, err := q.FromNumber(7); q.Numeric() != numeric || (err == nil) != numeric {
			t.Errorf("%s: numeric %v, error for 7: %v", q.ID, q.Numeric(), err)
		}
	}
}

func TestBands(t *testing.T) {
	t.Parallel()
	inf := math.Inf(1)
	for _, tc := range []struct {
		question, choice string
		low, high        float64
	}{
		{"engineers", "under-5", 0, 5},
		{"engineers", "5-to-15", 5, 15},
		{"engineers", "over-15", 15, inf},
		{"longest_task", "up-to-15m", 0, 900},
		{"longest_task", "over-15m", 900, inf},
		{"requests_per_month", "under-30M", 0, 30e6},
		{"requests_per_month", "30M-or-more", 30e6, inf},
		{"engineers", "no such choice", 0, 0},
		{"engineers", "", 0, 0},
		{"gpu", "yes", 0, 0},
	} {
		q, _ := QuestionByID(tc.question)
		if low, high := q.Band(tc.choice); low != tc.low || high != tc.high {
			t.Errorf("%s %q: %v to %v, want %v to %v", tc.question, tc.choice, low, high, tc.low, tc.high)
		}
	}
}

func TestMinusZeroIsZero(t *testing.T) {
	t.Parallel()
	q, _ := QuestionByID("engineers")
	a, err := q.FromNumber(math.Copysign(0, -1))
	n, _ := a.Number()
	if err != nil || math.Signbit(n) {
		t.Errorf("-0 becomes %v, error %v", n, err)
	}
}
