package file

import (
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

func TestEveryFieldKeepsWhatItIsGiven(t *testing.T) {
	t.Parallel()
	seen := map[paths.Path]bool{}
	for _, f := range scenario.Fields() {
		if seen[f.Path] || f.Doc == "" || f.Default() == "" {
			t.Errorf("%s: there twice, or without words", f.Path)
		}
		seen[f.Path] = true
		s := oneOfEach()
		text := f.Sample()
		if f.Path == paths.CallTo {
			text = "db"
		}
		if f.Path == paths.Requests {
			text = "50M"
		}
		if err := f.SetText(&s, scenario.At{}, text); err != nil {
			t.Errorf("%s does not take its own sample: %v", f.Path, err)
			continue
		}
		got, ok := f.Text(&s, scenario.At{})
		if !ok || got != text {
			t.Errorf("%s: set to %q it holds %q, %v", f.Path, text, got, ok)
		}
		if f.Naming || f.SetOnly {
			continue // These are never left out.
		}
		f.Clear(&s, scenario.At{})
		if got, ok := f.Text(&s, scenario.At{}); ok {
			t.Errorf("%s: cleared it still holds %q", f.Path, got)
		}
		if again := oneOfEach(); string(Encode(s)) != string(Encode(again)) {
			t.Errorf("%s: setting and clearing leaves something else behind:\n%s", f.Path, Encode(s))
		}
	}
}

func TestAnswersAndTheirFiguresStayInStep(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"engineers=9": "engineers: 9", "engineers=under-5": "engineers: under-5", "engineers=3..8": "engineers: 3..8",
		"requests_per_month=20M..80M": "requests_per_month: 20M..80M", "requests_per_month=30M-or-more": "requests_per_month: 30M-or-more",
		"longest_task=over-15m": "longest_task: over-15m", "longest_task=10m..20m": "longest_task: 10m..20m",
	} {
		s, err := scenario.Set(scenario.Scenario{}, "checklist."+text)
		if err != nil || !strings.Contains(string(Encode(s)), "  "+want+"\n") {
			t.Errorf("%s: %v\n%s", text, err, Encode(s))
		}
	}
	s, _ := scenario.Set(scenario.Scenario{}, "checklist.requests_per_month=50M")
	if a := s.Answers.Get("requests_per_month"); a.Choice() != "30M-or-more" || s.RequestTotal.Value != quantity.Exactly(50e6) {
		t.Errorf("50M is answered %q with a total of %v", a.Choice(), s.RequestTotal)
	}
	if open := s.WithAnswer("requests_per_month", checklist.Answer{}); open.RequestTotal.Given() {
		t.Error("an unanswered question keeps its figure")
	}
	// An answer that was given past WithAnswer wins over the figure beside it.
	s.Answers = s.Answers.With("requests_per_month", checklist.Choose(checklist.Under30M))
	if want := "requests_per_month: under-30M\n"; !strings.Contains(string(Encode(s)), want) {
		t.Errorf("the file does not say %s:\n%s", want, Encode(s))
	}
}
