package window

import (
	"fmt"
	"strings"

	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report"
	"runwhere/model/study"
	"runwhere/model/visible"
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

// letterChart draws the curves in their platforms' letters, and below them who
// is the cheapest at each volume.
func letterChart(e *model.Evaluation, w, h int) string {
	chart := plot.Chart{
		Width: w, Height: h, XMin: model.LowestVolume, XMax: model.HighestVolume,
		Alphabet: plot.ASCII, XLabel: quantity.FormatCount, YLabel: quantity.ShortMoney,
		Marks: []plot.Mark{{X: e.Volume(), Kind: plot.You, Label: "you"}},
	}
	for _, c := range e.Curves {
		chart.Series = append(chart.Series, plot.Series{Letter: c.Platform.Letter, Name: c.Platform.Name, At: c.Cost})
	}
	var raster plot.Raster
	chart.Draw(&raster)
	var b strings.Builder
	for y := range raster.Height {
		var line strings.Builder
		for text := range raster.Runs(y) {
			line.WriteString(text)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	ribbon := fmt.Sprintf("%-*s", raster.Frame.Left, "best")
	for column := range raster.Frame.Width {
		letter := ' '
		if cheapest := e.Cheapest(raster.Frame.XAt(column)); cheapest != nil {
			letter = cheapest.Letter
		}
		ribbon += string(letter)
	}
	return b.String() + strings.TrimRight(ribbon, " ") + "\n"
}
