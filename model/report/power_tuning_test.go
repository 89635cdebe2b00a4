package report_test

import (
	"strings"
	"testing"

	"runwhere/model/report"
)

// TestPowerTuningIsSaid: 200 ms with 60 ms of CPU are 347 ms and 0.1735 GB-s on 512
// MiB; on 384 they are 416 ms, over twice, and on 768 they are 278 ms and 0.2085
// GB-s, 1.20 times as much. Nothing is tuned whose memory is given.
func TestPowerTuningIsSaid(t *testing.T) {
	t.Parallel()
	e := evaluate(t, "components: [{name: api, requests_per_month: 2M}, {name: set, requests_per_month: 1M, function_memory: 256MiB}]\n")
	list := report.Tunings(e)
	if len(list) != 1 || len(list[0].Settings) != 16 {
		t.Fatalf("%d functions are tuned", len(list))
	}
	const want = "api on Lambda: set to 512 MiB, on which a run takes 347ms; 384 MiB: 416ms, too slow; 768 MiB: 278ms, over a tenth dearer than the cheapest (1.20×)"
	if got := list[0].Text(); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	found := withoutFlips(t, e)
	text, record := strings.Join(strings.Fields(string(report.Text(e, found))), " "), string(report.Markdown(e, found, report.Record{}))
	if !strings.Contains(text, "Function memory (power tuning, worked out)") || !strings.Contains(text, want) {
		t.Error("the text does not say what auto set")
	}
	if !strings.Contains(record, "| api | Lambda | 1,769 MiB | 1 | 200ms | 1.99× | over a tenth dearer than the cheapest |") {
		t.Error("the record does not have the table of settings")
	}
}
