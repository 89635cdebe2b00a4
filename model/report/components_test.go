package report_test

import (
	"regexp"
	"strings"
	"testing"

	"runwhere/model/report"
)

// TestTriggersAreNamed has each trigger once; a component that names none
// answers over HTTP.
func TestTriggersAreNamed(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "components: [{name: a}, {name: b, trigger: queue}, {name: c, trigger: schedule}, {name: d, trigger: event}, {name: e, trigger: stream}]")
	md := string(report.Markdown(e, withoutFlips(t, e), report.Record{}))
	for name, trigger := range map[string]string{"a": "http", "b": "queue", "c": "schedule", "d": "event", "e": "stream"} {
		row := md[strings.Index(md, "\n| "+name+" | ")+1:]
		row, _, _ = strings.Cut(row, "\n")
		if cells := strings.Split(row, " | "); len(cells) < 8 || cells[6] != trigger {
			t.Errorf("%s has the trigger %s: %s", name, trigger, row)
		}
	}
}

// TestReplicasAreShownAsResolved: KEDA scales to zero unless a number is given,
// the other autoscalers keep the two pods of the default.
func TestReplicasAreShownAsResolved(t *testing.T) {
	t.Parallel()
	for scenario, want := range map[string]string{
		"platforms: {kubernetes: {autoscale: keda}}":                                                  "* components[0].pod.replicas_min 0",
		"platforms: {kubernetes: {autoscale: hpa}}":                                                   "* components[0].pod.replicas_min 2",
		"platforms: {kubernetes: {autoscale: keda}}\ncomponents: [{name: a, pod: {replicas_min: 3}}]": "components[0].pod.replicas_min 3",
	} {
		e := evaluate(t, scenario)
		text := regexp.MustCompile(` +`).ReplaceAllString(string(report.Text(e, withoutFlips(t, e))), " ")
		if !strings.Contains(text, want+"\n") {
			t.Errorf("%s: no line %q", scenario, want)
		}
	}
}

// TestPairsThatNobodyWins: with state in it neither serverless platform runs
// the system, and the pair says so instead of leaving it open.
func TestPairsThatNobodyWins(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "components: [{name: db, traits: [stateful]}]\nplatforms: {compare: [cloud-run]}")
	text := strings.Join(strings.Fields(string(report.Text(e, withoutFlips(t, e)))), " ")
	if want := "neither Lambda nor Cloud Run can run it: db keeps state; "; !strings.Contains(text, want) {
		t.Errorf("nobody says %q in\n%s", want, text)
	}
	if strings.Contains(text, "or neither can run the system") {
		t.Error("a pair leaves open which of the two it is")
	}
}
