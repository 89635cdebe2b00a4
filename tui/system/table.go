package system

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
	"runwhere/model/study"
	"runwhere/tui/kit"
)

// cell is a value of the table.
type cell struct {
	text    string
	figure  float64 // what a figure is sorted by, 0 for words
	assumed bool    // nobody gave it
}

// Column is a column of the table.
type Column int

// The columns in the order in which they stand.
const (
	columnName Column = iota
	columnRequests
	columnDuration
	ColumnCPU
	ColumnMemory
	ColumnTraffic
	ColumnTrigger
	ColumnTraits
	ColumnCalls
	ColumnAdds
	columnPlace
	ColumnCount
)

// Columns are the titles and widths of the columns; a width holds the
// mark of a default and a space. The name and the traits take what is left.
var Columns = [ColumnCount]struct {
	Title  string
	width  int
	figure bool       // sorted from the largest first
	path   paths.Path // of the component's field, none for what is no field
}{
	columnName:     {"name", 16, false, paths.ComponentName},
	columnRequests: {"requests", 12, true, paths.ComponentRequests},
	columnDuration: {"duration", 10, true, paths.ComponentDuration},
	ColumnCPU:      {"cpu", 10, true, paths.ComponentCPUTime},
	ColumnMemory:   {"memory", 10, true, paths.ComponentMemory},
	ColumnTraffic:  {"traffic", 16, false, paths.ComponentTraffic},
	ColumnTrigger:  {"trigger", 11, false, paths.ComponentTrigger},
	ColumnTraits:   {"traits", 11, true, paths.ComponentTraits},
	ColumnCalls:    {"calls", 9, true, paths.Path{}},
	ColumnAdds:     {"adds", 10, true, paths.Path{}},
	columnPlace:    {"runs on", 16, false, paths.Path{}},
}

// drops lists the columns in the order in which a narrow window loses
// them; the title of the table names those that it has lost.
var drops = []Column{
	ColumnTrigger, ColumnTraffic, ColumnCalls, ColumnAdds, ColumnCPU, ColumnTraits, ColumnMemory, columnDuration,
}

// row is one component of the table.
type row struct {
	Name   string
	cells  [ColumnCount]cell
	Traits []string
	option checklist.Option
	pinned bool
}

// rowsOf makes the table of an evaluation, in the order of the file.
func rowsOf(e *study.Study, explicit *scenario.Scenario) []row {
	rows := make([]row, len(e.Resolved.Workload.Components))
	for i := range rows {
		c, r := &e.Resolved.Workload.Components[i], &rows[i]
		cell := func(column Column, v float64) {
			path := Columns[column].path
			r.cells[column] = fieldCell(e, explicit, i, path, kit.ComponentPlaceholder(&e.Resolved, i, path))
			r.cells[column].figure = v
		}
		r.Name, r.cells[columnName].text = c.Name, c.Name
		cell(columnRequests, c.Requests)
		cell(columnDuration, c.Stated)
		cell(ColumnCPU, c.CPUTime)
		cell(ColumnMemory, c.Memory)
		cell(ColumnTraffic, 0)
		cell(ColumnTrigger, 0)
		cell(ColumnTraits, 0)
		if list := r.cells[ColumnTraits].text; list != "" {
			r.Traits = strings.Split(list, ",")
			r.cells[ColumnTraits].figure = float64(len(r.Traits))
		}
		if i < len(e.Split.Placements) {
			r.setPlacement(e, &e.Split.Placements[i])
		}
	}
	return rows
}

// setPlacement fills in where the split puts the component, and what it adds there.
func (r *row) setPlacement(e *study.Study, p *split.Placement) {
	r.option, r.pinned = p.Option, p.Pinned
	where, adds := &r.cells[columnPlace], &r.cells[ColumnAdds]
	if p.Option == "" {
		where.text, adds.text, adds.figure = "no place", "no price", math.Inf(1)
		return
	}
	where.text = platformName(e, p.Option)
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

// CompareCells orders two components by a column: figures by their value,
// words by the alphabet.
func CompareCells(a, b *row, column Column) int {
	x, y := &a.cells[column], &b.cells[column]
	return cmp.Or(cmp.Compare(x.figure, y.figure), strings.Compare(x.text, y.text))
}

// fieldCell is what the scenario gives for a component's field, or what stands
// in for it. Of an implied component only the volume and the traits that the
// checklist names can have been given.
func fieldCell(e *study.Study, explicit *scenario.Scenario, i int, path paths.Path, placeholder string) cell {
	f, ok := scenario.FieldOf(path)
	if !ok {
		return cell{text: placeholder, assumed: true}
	}
	text, given := f.Text(explicit, scenario.At{Component: i})
	if e.Resolved.Implied && path == paths.ComponentRequests {
		given = e.Scenario.RequestTotal.Given()
	}
	if !given {
		return cell{text: placeholder, assumed: true}
	}
	return cell{text: text, assumed: e.Resolved.Implied && path != paths.ComponentRequests}
}

// matches reports whether a component has every word of a filter in its name,
// its traits, its trigger, its traffic, or where it runs.
func (r *row) matches(words []string) bool {
	hay := strings.ToLower(strings.Join([]string{
		r.Name, strings.Join(r.Traits, " "), kit.ChipText(r.Traits), r.cells[ColumnTrigger].text,
		r.cells[ColumnTraffic].text, r.cells[columnPlace].text, string(r.option), map[bool]string{true: "pinned"}[r.pinned],
	}, "\n"))
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(hay, word) })
}
