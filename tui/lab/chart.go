package lab

import (
	"math"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/study"
	"runwhere/model/uncertainty"
	"runwhere/tui/chart"
	"runwhere/tui/kit"
	"runwhere/tui/plot"
)

// chartCache is the drawn chart with what it was drawn from: View runs after
// every message, and most messages change nothing of it.
type chartCache struct {
	key    chartKey
	lines  []string
	raster plot.Raster
}

type chartKey struct {
	result *study.Study
	styles *kit.Styles
	cursor float64
	strips bool
	volume *model.SplitByVolume // of the strips, nil where they are not known
	odds   *uncertainty.Odds    // likewise of the odds
	ranges bool                 // whether there are odds to show
	w, h   int
}

// chartBox returns the titled chart with its ribbon, w × h cells.
func (p *Pane) chartBox(w, h int) []string {
	key := chartKey{p.Session.Result, p.Styles, p.cursor, p.stripped(), p.stripsShown(), p.odds(), p.withOdds(), w, h}
	if p.chart.key != key {
		p.drawChart(w-2, h-2)
		title := "Monthly cost by volume (log-log, USD and requests a month)"
		p.chart.lines = p.Styles.Box(title, p.chart.lines, w, h)
		p.chart.key = key
	}
	return p.chart.lines
}

func (p *Pane) drawChart(w, h int) {
	c, strips := &p.chart, p.stripRows(h)
	h -= strips
	if p.withOdds() {
		h-- // for their line
	}
	picture := chart.OfVolumes(p.Session.Result.Evaluation, p.Alphabet, w, h-1, p.marks())
	picture.YMin = 1
	picture.Draw(&c.raster)
	c.lines = chart.Lines(p.Styles, c.lines[:0], &c.raster, p.optionOf)
	c.lines = append(c.lines, p.ribbon())
	if p.withOdds() {
		c.lines = append(c.lines, p.oddsRibbon(p.odds()))
	}
	c.lines = append(c.lines, p.stripLines(strips)...)
}

// marks are the cursor and what every chart of an evaluation marks, the most
// wanted label first: where two are in each other's way the first one is drawn.
func (p *Pane) marks() []plot.Mark {
	marks := chart.Marks(p.Session.Result.Evaluation)
	if p.cursor > 0 {
		marks = append([]plot.Mark{{X: p.cursor, Kind: plot.Cursor, Label: quantity.ShortCount(p.cursor)}}, marks...)
	}
	return marks
}

// optionOf is the option that a curve's platform stands for.
func (p *Pane) optionOf(series int) checklist.Option {
	return p.Session.Result.Curves[series].Platform.Option
}

// ribbon says under each column of the chart which platform is the cheapest
// there, in letters.
func (p *Pane) ribbon() string {
	raster := &p.chart.raster
	return chart.Ribbon(p.Styles, &raster.Frame, "best", func(column int) (rune, checklist.Option) {
		cheapest := p.Session.Result.CheapestBetween(raster.Frame.XAt(column), func(curve int) (float64, float64) {
			return raster.Around(curve, column)
		})
		if cheapest == nil {
			return ' ', ""
		}
		return cheapest.Letter, cheapest.Option
	})
}

// volumeAt is the volume of a column of the box's inside.
func (c *chartCache) volumeAt(x int) (float64, bool) {
	left, columns := c.raster.Frame.Left, c.raster.Frame.Width
	if x < left || x >= left+columns {
		return 0, false
	}
	return math.Round(c.raster.Frame.XAt(x - left)), true
}
