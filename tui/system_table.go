package tui

import (
	"strings"

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
