package command

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestSeekAnswersWithTheExitCode: 0 where a value was found, 1 where none
// within the limits changes the goal.
func TestSeekAnswersWithTheExitCode(t *testing.T) {
	t.Parallel()
	name := presetFile(t, "scenario-b")
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		// The guide's $462 for three nodes end where they saturate.
		{"requests_per_month --until lambda<eks", exitDone, "The nearest value above at which it begins to hold is 59.2M"},
		{"platforms.kubernetes.target_utilization --until lambda>$1", exitNo, "No value above, as far as 100%, changes that."},
	} {
		var out, errs bytes.Buffer
		args := append([]string{"seek", name}, strings.Fields(c.args)...)
		code := run(args, strings.NewReader(""), &out, &errs)
		if code != c.code || errs.Len() > 0 || !strings.Contains(strings.ReplaceAll(out.String(), "\n", " "), c.want) {
			t.Errorf("%s: code %d, %s%s", c.args, code, out.String(), errs.String())
		}
	}
}

func TestSeekJSON(t *testing.T) {
	t.Parallel()
	var sought struct {
		Input string
		Today float64
		Holds bool
		Below *struct{ Value float64 }
		Above *struct {
			Value          float64
			Recommendation string
		}
	}
	out := must(t, "", "seek", presetFile(t, "scenario-b"), "requests_per_month", "--until", "lambda<eks", "--format", "json")
	if err := json.Unmarshal([]byte(out), &sought); err != nil {
		t.Fatal(err)
	}
	if sought.Input != "requests_per_month" || sought.Today != 50e6 || sought.Holds || sought.Above == nil || sought.Above.Value != 59.2e6 || sought.Below == nil {
		t.Errorf("%+v", sought)
	}
}
