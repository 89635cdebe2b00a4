package window

import (
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/report"
	"runwhere/model/study"
	"runwhere/model/visible"
	"runwhere/tui/chart"
	"runwhere/tui/plot"
)

// The size in cells of the chart in a decision record, which a page of
// Markdown shows without breaking its lines.
const recordWidth, recordHeight = 78, 20

// Record writes the decision record of an evaluation, with its chart in
// letters. The date is today's, as 2026-11-25.
func Record(e *model.Evaluation, found *study.Findings, today string) []byte {
	text := report.Markdown(e, found, report.Record{Date: today, Chart: letterChart(e, recordWidth, recordHeight)})
	return []byte(visible.Text(string(text)))
}

// letterChart draws the curves in their platforms' letters.
func letterChart(e *model.Evaluation, w, h int) string {
	c := chart.OfVolumes(e, plot.ASCII, w, h, []plot.Mark{chart.Today(e)})
	return chart.Text(e, c, func(_ *costs.Platform, text string) string { return text })
}
