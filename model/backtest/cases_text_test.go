package backtest

import (
	"slices"
	"testing"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// TestFiguresInWords: bounds, spans and estimates of figures, and a plain value
// without where it is from.
func TestFiguresInWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ key, word, want string }{
		{"engineers", "<5", "under-5"},
		{"engineers", "5-15", "5-to-15"},
		{"engineers", "15+", "over-15"},
		{"engineers", "~20", "20"},
		{"engineers", "6-9", "5-to-15"},
		{"engineers", "3-20", "3..20"},
		{"engineers", "over-15", "over-15"},
		{"engineers", "9", "9"},
		{"longest_task", "<15m", "up-to-15m"},
		{"longest_task", ">15min", "over-15m"},
		{"longest_task", "> 2h", "over-15m"},
		{"requests_per_month", "<30M", "under-30M"},
		{"requests_per_month", ">30M", "30M-or-more"},
		{"requests_per_month", "50M+", "30M-or-more"},
		{"requests_per_month", "plenty", "plenty"},
		{"traffic", "event-driven", "event-driven"},
	} {
		f, _ := scenario.FieldOf(paths.Question(c.key))
		if got := inWords(f, c.word); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.key, c.word, got, c.want)
		}
	}
	services, _ := scenario.FieldOf(paths.Path{}.Dot("architecture.microservices"))
	if got := inWords(services, "~40+"); got != "40" {
		t.Errorf("services: %q", got)
	}
	cases, err := Parse("x.yaml", []byte("- {id: a, accept: [hybrid], checklist: {engineers: 15+, gpu: Unclear, platform_team: true}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if a := cases[0].Scenario.Answers; a.Get(checklist.KeyEngineers).Choice() != checklist.Over15 ||
		a.Get(checklist.KeyGPU).Answered() || a.Get(checklist.KeyPlatformTeam).Choice() != checklist.Yes {
		t.Errorf("%+v", a)
	}
}

// TestReadFromWords holds what sentences of no case answer.
func TestReadFromWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ from, reason, note, question, choice string }{
		{"", "Runs the scripts of tenants: tenants' code is untrusted.", "", checklist.KeyUntrusted, checklist.Yes},
		{"", "The code is not untrusted.", "", checklist.KeyUntrusted, ""},
		{"", "", "thousands of embedded devices", checklist.KeyPlacement, checklist.Devices},
		{"", "Answers have to come from close to the users.", "", checklist.KeyPlacement, checklist.Edge},
		{"", "A goal of 10 ms at p99.", "", checklist.KeyTail, checklist.Yes},
		{"400 Lambda functions", "", "", checklist.KeySprawl, checklist.Yes},
		{"40 functions", "", "", checklist.KeySprawl, ""},
		{"", "", "a managed MQTT broker holds them", checklist.KeyTerminates, checklist.Gateway},
		{"functions", "The bill grew every month.", "", checklist.KeyMotive, checklist.UsageCost},
		{"functions", "The memory limit, then costs.", "", checklist.KeyMotive, checklist.Limits},
		{"functions", "Every answer was slow.", "", checklist.KeyMotive, checklist.Latency},
		{"a cluster", "The nodes stood idle.", "", checklist.KeyMotive, checklist.IdleCost},
		{"virtual machines", "Managing servers took all the time.", "", checklist.KeyMotive, checklist.Operations},
		{"virtual machines", "Standardise how services are built.", "", checklist.KeyMotive, checklist.Consistency},
		{"virtual machines", "The bill grew every month.", "", checklist.KeyMotive, ""}, // on servers that may be anything
		{"a new product", "Costs.", "", checklist.KeyMotive, ""},
	} {
		r := rawCase{From: c.from, Reason: c.reason, Checklist: map[string]rawAnswer{"traffic": {Note: c.note}}}
		var s scenario.Scenario
		found := r.readText(&s)
		if got := s.Answers.Get(c.question).Choice(); got != c.choice {
			t.Errorf("%+v: %q", c, got)
		}
		if c.choice != "" && !slices.ContainsFunc(found, func(f stated) bool { return f.Question == c.question && f.Words != "" }) {
			t.Errorf("%+v: nobody says where it is from: %v", c, found)
		}
	}
	// What was answered is not read again, and what came of a case never is.
	cases, err := Parse("x.yaml", []byte(`
- id: a
  accept: [wasm]
  title: Untrusted code at the edge
  from: functions
  to: edge devices
  stated_reason: untrusted code
  notes: cold starts
  followup: {untrusted_code: false}
  workload: {requests_per_month: 7000000, duration_s: 1200, note: see above}
`))
	if err != nil {
		t.Fatal(err)
	}
	a := cases[0].Scenario.Answers
	if a.Get(checklist.KeyUntrusted).Choice() != checklist.No || a.Get(checklist.KeyPlacement).Answered() || a.Get(checklist.KeyColdSpikes).Answered() {
		t.Errorf("%+v", a)
	}
	if n, ok := a.Get(checklist.KeyRequests).Number(); !ok || n != 7e6 || a.Get(checklist.KeyLongestTask).Choice() != checklist.Over15Min {
		t.Errorf("the workload's figures: %v, %q", n, a.Get(checklist.KeyLongestTask).Choice())
	}
}

// TestPhrasesAnswer: every phrase answers a question with a choice that it has.
func TestPhrasesAnswer(t *testing.T) {
	t.Parallel()
	check := func(question, choice string) {
		q, ok := checklist.QuestionByID(question)
		if _, has := q.Choice(choice); !ok || !has || !checklist.IsFollowUp(question) {
			t.Errorf("%s has no answer %s", question, choice)
		}
	}
	for _, p := range phrases() {
		check(p.question, p.choice)
	}
	for _, m := range motives() {
		check(checklist.KeyMotive, m.choice)
	}
}

// TestComponentsOfACase: parts that a case describes are those of a scenario.
func TestComponentsOfACase(t *testing.T) {
	t.Parallel()
	cases, err := Parse("x.yaml", []byte("- {id: a, accept: [hybrid], components: [{name: api, duration: 50ms}, {name: jobs, duration: 20min}]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if parts := cases[0].Scenario.Components; len(parts) != 2 || parts[1].Name != "jobs" || parts[1].Duration.Or(quantity.Amount{}).Value() != 1200 {
		t.Errorf("%+v", parts)
	}
	if _, err := Parse("x.yaml", []byte("- {id: a, accept: [hybrid], components: [{name: api, duration: soon}]}\n")); err == nil {
		t.Error("a duration in words is read")
	}
}
