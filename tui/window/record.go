package window

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

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

// letterChart draws the curves in their platforms' letters, and names these: where
// many curves end there is no room for the names beside them.
func letterChart(e *model.Evaluation, w, h int) string {
	var names []string
	for _, c := range e.Curves {
		names = append(names, fmt.Sprintf("%c %s", c.Platform.Letter, c.Platform.Name))
	}
	drawn := chart.Text(e, chart.OfVolumes(e, plot.ASCII, w, h, chart.Marks(e)), func(_ *costs.Platform, text string) string { return text })
	return drawn + ansi.Wordwrap(strings.Join(names, ", "), w, "") + "\n"
}
