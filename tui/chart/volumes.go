package chart

import (
	"strings"

	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/tui/plot"
)

// OfVolumes is the chart of what every platform costs by volume, in w × h cells.
func OfVolumes(e *model.Evaluation, alphabet plot.Alphabet, w, h int, marks []plot.Mark) *plot.Chart {
	chart := &plot.Chart{
		Width: w, Height: h, XMin: model.LowestVolume, XMax: model.HighestVolume,
		Alphabet: alphabet, XLabel: quantity.FormatCount, YLabel: quantity.ShortMoney, Marks: marks,
	}
	for _, c := range e.Curves {
		chart.Series = append(chart.Series, plot.Series{Letter: c.Platform.Letter, Name: c.Platform.Name, At: c.Cost})
	}
	return chart
}

// Marks are today's volume and, on the cheaper curve, the crossovers that are
// shown. The first label is drawn where two are in each other's way.
func Marks(e *model.Evaluation) []plot.Mark {
	marks := []plot.Mark{{X: e.Volume(), Kind: plot.You, Label: "you"}}
	for i := range e.Shown() {
		for _, crossing := range ends(e.Shown()[i].Crossings) {
			marks = append(marks, plot.Mark{
				X: crossing.Volume, Kind: plot.Crossover, Label: quantity.ShortCount(crossing.Volume),
				Y: e.Curve(crossing.Cheaper).Cost(crossing.Volume),
			})
		}
	}
	return marks
}

// ends returns the first and the last of some crossings.
func ends(all []costs.Crossing) []costs.Crossing {
	if len(all) < 3 {
		return all
	}
	return []costs.Crossing{all[0], all[len(all)-1]}
}

// Text draws a chart of volumes as lines of text, below it who is the cheapest in
// each column, by letter. Paint colours what belongs to a platform.
func Text(e *model.Evaluation, chart *plot.Chart, paint func(of *costs.Platform, text string) string) string {
	var raster plot.Raster
	chart.Draw(&raster)
	var b strings.Builder
	for y := range raster.Height {
		var line strings.Builder
		for text, ink := range raster.Runs(y) {
			if i, ok := ink.Series(); ok && i < len(e.Curves) {
				text = paint(e.Curves[i].Platform, text)
			}
			line.WriteString(text)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String() + ribbonText(e, &raster.Frame, paint) + "\n"
}

// ribbonText is the line below, behind the longest title that fits.
func ribbonText(e *model.Evaluation, frame *plot.Frame, paint func(of *costs.Platform, text string) string) string {
	title := ""
	for _, word := range []string{"best", "cheapest"} {
		if frame.Left > len(word) {
			title = word
		}
	}
	var b strings.Builder
	b.WriteString(title + strings.Repeat(" ", frame.Left-len(title)))
	for from := 0; from < frame.Width; {
		cheapest, to := e.Cheapest(frame.XAt(from)), from+1
		for to < frame.Width && e.Cheapest(frame.XAt(to)) == cheapest {
			to++
		}
		if cheapest == nil {
			b.WriteString(strings.Repeat(" ", to-from))
		} else {
			b.WriteString(paint(cheapest, strings.Repeat(string(cheapest.Letter), to-from)))
		}
		from = to
	}
	return strings.TrimRight(b.String(), " ")
}
