package window

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/growth"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// Published is what the guide tells of a start-up's first two years and of a
// bill that grows, held against the months of a scenario.
type Published struct {
	*kit.Context
	Outlook *growth.Outlook
}

// Lines tells it within w cells.
func (g *Published) Lines(w int) []string {
	s, e, o := g.Styles, g.Session.Result, g.Outlook
	k, f := e.Platform(checklist.Kubernetes).Name, e.Platform(checklist.Serverless).Name
	lines := []string{"", " " + s.Title.Render("The guide's timeline with this scenario's figures")}
	lines = append(lines, g.timeline(w)...)
	lines = append(lines, s.Paragraph(s.Text, o.Crossover.Words(k, f), 1, w)...)
	lines = append(lines, "", " "+s.Title.Render("The guide's cost trap beside "+f))
	lines = append(lines, "  "+s.Muted.Render(fmt.Sprintf("%-9s%9s%8s%12s%8s", "", "guide", "grown", "here", "grown")))
	for _, t := range o.Trap {
		row := fmt.Sprintf("%-9s%9s%8s%12s%8s", fmt.Sprintf("month %d", t.Month), quantity.Money(t.PublishedUSD), grown(t.PublishedFactor),
			quantity.Money(t.USD), grown(t.Factor))
		lines = append(lines, "  "+s.Text.Render(row))
	}
	return append(lines, s.Paragraph(s.Text, o.TrapWords(f), 1, w)...)
}

// grown prints by how much a bill has grown, a dash where that is not known.
func grown(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "-"
	}
	return quantity.FormatNumber(math.Round(v*10)/10) + "×"
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
func (g *Published) timeline(w int) []string {
	s, o, e := g.Styles, g.Outlook, g.Session.Result
	days := min(w-2-timelineLabel, 100)
	if days < timelineLeast {
		return g.timelineTable()
	}
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

// timelineTable is the timeline in a narrow window.
func (g *Published) timelineTable() []string {
	s, e := g.Styles, g.Session.Result
	name := func(i int) string { return ansi.Truncate(e.Platforms[i].Name, 13, s.Glyphs.Ellipsis) }
	lines := []string{"  " + s.Muted.Render(fmt.Sprintf("%-9s%9s%14s%14s", "", "requests", name(1), name(0)))}
	for _, d := range g.Outlook.Timeline {
		row := fmt.Sprintf("%-9s%9s%14s%14s", fmt.Sprintf("day %d", d.Day), quantity.ShortCount(d.Volume), quantity.Money(d.ServerlessUSD), quantity.Money(d.KubernetesUSD))
		lines = append(lines, "  "+s.Text.Render(row))
	}
	return lines
}

// shortUSD prints USD in at most six cells: $12.3k.
func shortUSD(usd float64) string {
	if math.IsNaN(usd) || math.IsInf(usd, 0) {
		return "-"
	}
	return quantity.ShortMoney(words.Significant(usd, 3))
}
