package tui

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
	"runwhere/model/study"
)

// systemCell is a value of the table.
type systemCell struct {
	text    string
	figure  float64 // what a figure is sorted by, 0 for words
	assumed bool    // nobody gave it
}

// systemColumn is a column of the table.
type systemColumn int

// The columns in the order in which they stand.
const (
	columnName systemColumn = iota
	columnRequests
	columnDuration
	columnCPU
	columnMemory
	columnTraffic
	columnTrigger
	columnTraits
	columnCalls
	columnAdds
	columnPlace
	columnCount
)

// systemColumns are the titles and widths of the columns; a width holds the
// mark of a default and a space. The name and the traits take what is left.
var systemColumns = [columnCount]struct {
	title  string
	width  int
	figure bool   // sorted from the largest first
	key    string // of the component's field, "" where there is none
}{
	columnName:     {"name", 16, false, "name"},
	columnRequests: {"requests", 12, true, "requests_per_month"},
	columnDuration: {"duration", 10, true, "duration"},
	columnCPU:      {"cpu", 10, true, "cpu_time"},
	columnMemory:   {"memory", 10, true, "memory"},
	columnTraffic:  {"traffic", 16, false, "traffic"},
	columnTrigger:  {"trigger", 11, false, "trigger"},
	columnTraits:   {"traits", 11, true, "traits"},
	columnCalls:    {"calls", 9, true, ""},
	columnAdds:     {"adds", 10, true, ""},
	columnPlace:    {"runs on", 16, false, ""},
}

// systemDrops lists the columns in the order in which a narrow window loses
// them; the title of the table names those that it has lost.
var systemDrops = []systemColumn{
	columnTrigger, columnTraffic, columnCalls, columnAdds, columnCPU, columnTraits, columnMemory, columnDuration,
}

// systemRow is one component of the table.
type systemRow struct {
	name   string
	cells  [columnCount]systemCell
	traits []string
	option checklist.Option
	pinned bool
}

// systemRows makes the table of an evaluation, in the order of the file.
func systemRows(e *study.Study, explicit *scenario.Scenario) []systemRow {
	rows := make([]systemRow, len(e.Resolved.Workload.Components))
	for i := range rows {
		c, r := &e.Resolved.Workload.Components[i], &rows[i]
		cell := func(column systemColumn, v float64) {
			key := systemColumns[column].key
			r.cells[column] = fieldCell(e, explicit, i, key, componentStandIn(&e.Resolved, i, key))
			r.cells[column].figure = v
		}
		r.name, r.cells[columnName].text = c.Name, c.Name
		cell(columnRequests, c.Requests)
		cell(columnDuration, c.Duration)
		cell(columnCPU, c.CPUTime)
		cell(columnMemory, c.Memory)
		cell(columnTraffic, 0)
		cell(columnTrigger, 0)
		cell(columnTraits, 0)
		if list := r.cells[columnTraits].text; list != "" {
			r.traits = strings.Split(list, ",")
			r.cells[columnTraits].figure = float64(len(r.traits))
		}
		if i < len(e.Split.Placements) {
			r.place(e, &e.Split.Placements[i])
		}
	}
	return rows
}

// place fills in where the split puts the component, and what it adds there.
func (r *systemRow) place(e *study.Study, p *split.Placement) {
	r.option, r.pinned = p.Option, p.Pinned
	place, adds := &r.cells[columnPlace], &r.cells[columnAdds]
	if p.Option == "" {
		place.text, adds.text, adds.figure = "no place", "no price", math.Inf(1)
		return
	}
	place.text = platformName(e, p.Option)
	adds.figure = p.Adds[p.Option]
	adds.text = moneyOrNone(adds.figure)
	if math.IsNaN(adds.figure) {
		adds.figure = math.Inf(1)
	}
}

// platformName is the letter and the name of what stands for an option.
func platformName(e *study.Study, o checklist.Option) string {
	platform := e.Platform(o)
	return string(platform.Letter) + " " + platform.Name
}

func moneyOrNone(usd float64) string {
	if math.IsNaN(usd) || math.IsInf(usd, 0) {
		return "no price"
	}
	return quantity.Money(usd)
}

// compareCells orders two components by a column: figures by their value,
// words by the alphabet.
func compareCells(a, b *systemRow, column systemColumn) int {
	x, y := &a.cells[column], &b.cells[column]
	return cmp.Or(cmp.Compare(x.figure, y.figure), strings.Compare(x.text, y.text))
}

// fieldCell is what the scenario gives for a component's field, or what stands
// in for it. Of an implied component only the volume and the traits that the
// checklist names can have been given.
func fieldCell(e *study.Study, explicit *scenario.Scenario, i int, key, standIn string) systemCell {
	f, ok := scenario.FieldOf("components.*." + key)
	if !ok {
		return systemCell{text: standIn, assumed: true}
	}
	text, given := f.Text(explicit, scenario.At{Component: i})
	if e.Resolved.Implied && key == "requests_per_month" {
		given = e.Scenario.RequestTotal.Given()
	}
	if !given {
		return systemCell{text: standIn, assumed: true}
	}
	return systemCell{text: text, assumed: e.Resolved.Implied && key != "requests_per_month"}
}

// matches reports whether a component has every word of a filter in its name,
// its traits, its trigger, its traffic, or where it runs.
func (r *systemRow) matches(words []string) bool {
	hay := strings.ToLower(strings.Join([]string{
		r.name, strings.Join(r.traits, " "), chipText(r.traits), r.cells[columnTrigger].text,
		r.cells[columnTraffic].text, r.cells[columnPlace].text, string(r.option), map[bool]string{true: "pinned"}[r.pinned],
	}, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(hay, word) })
}
