package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
)

// systemCell is a value of the table and whether nobody gave it.
type systemCell struct {
	text    string
	assumed bool
}

// systemRow is one component of the table.
type systemRow struct {
	name                                                    string
	requests, duration, cpu, memory, traffic, trigger, chip systemCell
	option                                                  costs.Option
	place                                                   string
	pinned                                                  bool
}

// systemColumn is one column of the table besides name and placement.
type systemColumn struct {
	title string
	width int // with the mark of a default and a space
	cell  func(*systemRow) systemCell
}

var systemColumns = []systemColumn{
	{"requests", 12, func(r *systemRow) systemCell { return r.requests }},
	{"duration", 10, func(r *systemRow) systemCell { return r.duration }},
	{"cpu", 10, func(r *systemRow) systemCell { return r.cpu }},
	{"memory", 11, func(r *systemRow) systemCell { return r.memory }},
	{"traffic", 16, func(r *systemRow) systemCell { return r.traffic }},
	{"trigger", 11, func(r *systemRow) systemCell { return r.trigger }},
	{"traits", 24, func(r *systemRow) systemCell { return r.chip }},
}

// systemDrops lists the columns in the order in which a narrow window loses
// them; the title of the table names those that it has lost.
var systemDrops = []string{"trigger", "traffic", "traits", "cpu", "memory", "duration"}

const (
	systemPointer = 3
	systemName    = 16
	systemPlace   = 16
)

// systemRows makes the table of an evaluation.
func systemRows(e *model.Evaluation) []systemRow {
	rows := make([]systemRow, len(e.Resolved.Workload.Components))
	explicit := e.Explicit()
	for i := range rows {
		c, r := &e.Resolved.Workload.Components[i], &rows[i]
		cell := func(key, standIn string) systemCell { return fieldCell(e, &explicit, i, key, standIn) }
		amount := func(key string, kind model.Kind, v float64) systemCell {
			return cell(key, model.FormatQuantity(kind, round3(v)))
		}
		r.name = c.Name
		r.requests = amount("requests_per_month", model.Count, c.Requests)
		r.duration = amount("duration", model.Duration, c.Duration)
		r.cpu = amount("cpu_time", model.Duration, c.CPUTime)
		r.memory = amount("memory", model.Memory, c.Memory)
		r.traffic = cell("traffic", assumedTraffic(e))
		r.trigger = cell("trigger", map[bool]string{true: "http", false: "queue"}[c.HTTP])
		r.chip = cell("traits", "")
		r.chip.text = chips(r.chip.text)
		if i < len(e.Split.Placements) {
			placement := &e.Split.Placements[i]
			r.option, r.pinned, r.place = placement.Option, placement.Pinned, "no place"
			if placement.Option != "" {
				platform := e.Platform(placement.Option)
				r.place = string(platform.Letter) + " " + platform.Name
			}
		}
	}
	return rows
}

// fieldCell is what the scenario gives for a component's field, or what stands
// in for it. Of an implied component only the volume can have been given.
func fieldCell(e *model.Evaluation, explicit *model.Scenario, i int, key, standIn string) systemCell {
	f, ok := model.FieldOf("components.*." + key)
	if !ok {
		return systemCell{standIn, true}
	}
	text, given := f.Text(explicit, model.At{Component: i})
	if e.Resolved.Implied && key == "requests_per_month" {
		given = e.Scenario.RequestTotal.Given()
	}
	if !given {
		return systemCell{standIn, true}
	}
	return systemCell{text, e.Resolved.Implied && key != "requests_per_month"}
}

// assumedTraffic is the pattern of components that give none.
func assumedTraffic(e *model.Evaluation) string {
	if choice := e.Scenario.Answers.Get(checklist.KeyTraffic).Choice(); choice != "" {
		return choice
	}
	return model.Defaults().Components[0].Traffic.Or("")
}

// chips writes traits as short words in brackets.
func chips(list string) string {
	if list == "" {
		return ""
	}
	short := strings.NewReplacer("persistent-connections", "connections", "custom-networking", "network", "long-running", "long").Replace(list)
	return "[" + strings.ReplaceAll(short, ",", "][") + "]"
}

// columns returns the columns that fit, the width of the names, and the titles
// of those that do not.
func (p *systemPane) columns() (shown []systemColumn, name int, hidden []string) {
	left := p.w - 2 - systemPointer - systemName - systemPlace
	drop := map[string]bool{}
	width := func() int {
		w := 0
		for _, c := range systemColumns {
			if !drop[c.title] {
				w += c.width
			}
		}
		return w
	}
	for _, title := range systemDrops {
		if width() <= left {
			break
		}
		drop[title] = true
		hidden = append(hidden, title)
	}
	longest := systemName
	for i := range p.rows {
		longest = max(longest, ansi.StringWidth(p.rows[i].name)+1)
	}
	name = min(longest, systemName+max(0, left-width()))
	for _, c := range systemColumns {
		if !drop[c.title] {
			shown = append(shown, c)
		}
	}
	return shown, name, hidden
}

// room is the number of components in sight: the box has a frame, a head and
// the totals.
func (p *systemPane) room() int {
	return max(1, p.h-len(p.foot())-4)
}

func (p *systemPane) title(hidden []string) string {
	title := countOf(len(p.rows), "component")
	if p.of.Resolved.Implied {
		title = "assumed"
	}
	if room := p.room(); len(p.rows) > room {
		title = fmt.Sprintf("%d–%d", p.top+1, min(len(p.rows), p.top+room))
	}
	if len(hidden) > 0 {
		title += " · hides " + strings.Join(hidden, " ")
	}
	return title
}

// countOf is a number of things in words.
func countOf(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// tableLines draws the table in a box of h lines.
func (p *systemPane) tableLines(h int) []string {
	s := p.styles
	shown, name, hidden := p.columns()
	head := strings.Repeat(" ", systemPointer) + fit("name", name, "")
	for _, c := range shown {
		head += fit(c.title, c.width, "")
	}
	lines := []string{s.Muted.Render(head + "runs on")}
	for i := p.top; i < min(len(p.rows), p.top+p.room()); i++ {
		lines = append(lines, p.rowLine(i, shown, name))
	}
	lines = block(lines, p.w-2, max(0, h-3), s.Glyphs.Ellipsis)
	lines = append(lines, p.totalLine(name))
	return s.boxIn(s.Accent, p.title(hidden), lines, p.w, h)
}

// rowLine draws one component. What nobody gave is marked with a d.
func (p *systemPane) rowLine(i int, shown []systemColumn, name int) string {
	s, r := p.styles, &p.rows[i]
	pointer, ink := "   ", s.Text
	if i == p.at {
		pointer, ink = " "+s.Accent.Render(s.Glyphs.Pointer)+" ", s.Strong
	}
	line := pointer + ink.Render(fit(r.name, name-1, s.Glyphs.Ellipsis)) + " "
	for _, c := range shown {
		cell := c.cell(r)
		text := cell.text
		switch {
		case cell.assumed && text != "":
			text = ansi.Truncate(text, c.width-3, s.Glyphs.Ellipsis)
			line += s.Default.Render(text) + s.Faint.Render(" d") + strings.Repeat(" ", c.width-2-ansi.StringWidth(text))
		default:
			line += ink.Render(fit(text, c.width-1, s.Glyphs.Ellipsis)) + " "
		}
	}
	place := r.place
	if r.pinned {
		place += " [pin]"
	}
	if r.option == "" {
		return line + s.Bad.Render(place)
	}
	return line + s.Option[checklist.Option(r.option)].Render(place)
}

// totalLine adds up what can be added.
func (p *systemPane) totalLine(name int) string {
	pins := 0
	for i := range p.rows {
		if p.rows[i].pinned {
			pins++
		}
	}
	text := strings.Repeat(" ", systemPointer) + fit("total", name, "") +
		fit(model.FormatCount(round3(p.of.Volume())), systemColumns[0].width, "") +
		"a month · " + countOf(len(p.rows), "component")
	if pins > 0 {
		text += fmt.Sprintf(" · %d pinned", pins)
	}
	return p.styles.Strong.Render(fit(text, max(0, p.w-2), p.styles.Glyphs.Ellipsis))
}
