package window

import (
	"fmt"
	"math"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/model/report"
	"runwhere/model/report/doc"
	"runwhere/tui/kit"
)

// Published is what the guide tells of a start-up's first two years and of a
// bill that grows, held against the months of a scenario.
type Published struct {
	*kit.Context
	Outlook *growth.Outlook
}

// Write puts it on a page: the timeline as a picture where there is room for it.
func (g *Published) Write(t *kit.PageWriter) {
	e, d := g.Session.Result, doc.New()
	if days := min(t.W-2-timelineLabel, 100); days >= timelineLeast {
		t.Heading(report.TimelineTitle)
		t.Lay(g.timeline(days, t.W))
		d.Para(g.Outlook.Crossover.Words(e.Platform(checklist.Kubernetes).Name, e.Platform(checklist.Serverless).Name))
	} else {
		report.Timeline(d, e.Evaluation, g.Outlook)
	}
	report.Trap(d, e.Evaluation, g.Outlook)
	t.Document(d, doc.Brief)
}

// The picture of the timeline: cells for labels, and the days it goes up to,
// some beyond the last one because its last stage has no end.
const (
	timelineLabel = 18
	timelineLeast = 52 // cells for the days, below which there is a table
	timelineDays  = 860
)

// timeline draws the two ways of the guide over the days, and below the days
// what the volume and the bills are there.
func (g *Published) timeline(days, w int) []string {
	s, o, e := g.Styles, g.Outlook, g.Session.Result
	column := func(day int) int { return min(days-1, day*days/timelineDays) }
	row := func(label string, ink kit.Style, cells []rune) string {
		return "  " + s.Muted.Render(kit.Fit(label, timelineLabel, s.Glyphs.Ellipsis)) + ink.Render(string(cells))
	}
	var lines, legend []string
	for _, path := range []string{checklist.PathKubernetesFirst, checklist.PathServerlessFirst} {
		cells, more := g.stages(path, days, len(legend), column)
		lines, legend = append(lines, row(path, s.Option[pathOption[path]], cells)), append(legend, more...)
	}
	at := func(text func(*growth.TimelineDay) string) []rune {
		cells := []rune(kit.Spaces(days))
		for i := range o.Timeline {
			d := &o.Timeline[i]
			copy(cells[column(d.Day):], []rune(text(d)))
		}
		return cells
	}
	if c := &o.Crossover; c.Month > 0 && c.Day < timelineDays {
		cells := []rune(kit.Spaces(days))
		copy(cells[min(column(c.Day), days-len("◆ crossover")):], []rune("◆ crossover"))
		lines = append(lines, row(fmt.Sprintf("month %d", c.Month), s.Mark, cells))
	}
	lines = append(lines,
		row("day", s.Muted, at(func(d *growth.TimelineDay) string { return fmt.Sprint(d.Day) })),
		row("requests", s.Text, at(func(d *growth.TimelineDay) string { return quantity.ShortCount(d.Volume) })),
		row(e.Platform(checklist.Serverless).Name, s.Text, at(func(d *growth.TimelineDay) string { return shortUSD(d.ServerlessUSD) })),
		row(e.Platform(checklist.Kubernetes).Name, s.Text, at(func(d *growth.TimelineDay) string { return shortUSD(d.KubernetesUSD) })))
	if len(legend) > 0 {
		lines = append(lines, s.Paragraph(s.Muted, strings.Join(legend, " · "), 2, w)...)
	}
	return lines
}

var pathOption = map[string]checklist.Option{
	checklist.PathKubernetesFirst: checklist.Kubernetes, checklist.PathServerlessFirst: checklist.Serverless,
}

// stages draws one way: each stage from its first to its last day, with its
// text in it or, where there is no room, a letter that the legend explains;
// used is how many letters are taken.
func (g *Published) stages(path string, days, used int, column func(int) int) (cells []rune, legend []string) {
	cells = []rune(kit.Spaces(days))
	rail := []rune(g.Styles.Glyphs.Horizontal)[0]
	edge := []rune(g.Styles.Glyphs.Vertical)[0]
	for _, stage := range checklist.Timeline {
		if stage.Path != path {
			continue
		}
		from, to := column(stage.From), days-1
		if stage.To > 0 {
			to = column(stage.To)
		}
		for x := from; x <= to; x++ {
			cells[x] = rail
		}
		cells[from] = edge
		text := []rune(" " + stage.Text + " ")
		if len(text) > to-from-1 {
			letter := string(rune('a' + used + len(legend)))
			legend = append(legend, letter+" "+stage.Days+": "+stage.Text)
			text = []rune(letter)
		}
		copy(cells[from+(to-from-len(text)+1)/2:], text)
	}
	return cells, legend
}

// shortUSD prints USD in at most six cells: $12.3k.
func shortUSD(usd float64) string {
	if math.IsNaN(usd) || math.IsInf(usd, 0) {
		return "-"
	}
	return quantity.ShortMoney(words.Significant(usd, 3))
}
