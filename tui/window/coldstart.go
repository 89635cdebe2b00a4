package window

import (
	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
)

// NewColdStarts shows what cold starts are, what they cost and what each
// way round them would cost in this scenario.
func NewColdStarts(ctx *kit.Context) *kit.ReadingWindow {
	return &kit.ReadingWindow{Context: ctx, Title: "Cold starts · esc closes", Opens: keys.OpenStarts, Write: func(s *kit.Styles, e *study.Study, w int) []string {
		t, d := &kit.PageWriter{Styles: s, W: w}, doc.New()
		report.ColdStarts(d, e.Evaluation)
		t.Document(d, doc.Full)
		return t.Lines
	}}
}
