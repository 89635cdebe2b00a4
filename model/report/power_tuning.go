package report

import (
	"fmt"
	"math"

	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/report/doc"
)

// Tuning is what auto looks at to set a component's function on a platform.
type Tuning struct {
	Platform  *costs.Platform
	Component *costs.Component
	Settings  []costs.FunctionSetting
}

// Tunings lists what auto set on each platform that takes every component: power
// tuning, worked out. A function whose memory somebody gave is not among them.
func Tunings(e *model.Evaluation) []Tuning {
	var list []Tuning
	s := e.Resolved.Settings
	for _, p := range e.Platforms {
		for i := range e.Resolved.Workload.Components {
			c := &e.Resolved.Workload.Components[i]
			if rows := costs.PowerTuning(p.ID, &s, c); p.Feasible() && rows != nil {
				list = append(list, Tuning{p, c, rows})
			}
		}
	}
	return list
}

// Chosen is the setting that auto takes.
func (t *Tuning) Chosen() *costs.FunctionSetting {
	for i := range t.Settings {
		if t.Settings[i].Chosen {
			return &t.Settings[i]
		}
	}
	return &t.Settings[len(t.Settings)-1]
}

// Memory prints the memory of a setting.
func (t *Tuning) Memory(of *costs.FunctionSetting) string { return costs.Figure(of.MiB) + " MiB" }

// Takes prints what a run takes on a setting.
func (t *Tuning) Takes(of *costs.FunctionSetting) string {
	return quantity.FormatDuration(words.Significant(of.Seconds, 3))
}

// Times prints what a run costs on a setting over the cheapest that the component
// may have, "-" for one that it may not.
func (t *Tuning) Times(of *costs.FunctionSetting) string {
	least := math.Inf(1)
	for i := range t.Settings {
		if s := &t.Settings[i]; t.may(s) {
			least = math.Min(least, s.Billed)
		}
	}
	if !t.may(of) || least == 0 || math.IsInf(least, 1) {
		return "-"
	}
	return fmt.Sprintf("%.2f×", of.Billed/least)
}

// may reports whether cost alone speaks for or against a setting.
func (t *Tuning) may(of *costs.FunctionSetting) bool { return of.Chosen || of.DecidedByCost() }

// Why says why auto does not take a setting, or that it does.
func (t *Tuning) Why(of *costs.FunctionSetting) string {
	if of.Chosen {
		return "set"
	}
	return of.Why
}

// Text says what auto set, and what the neighbours would be.
func (t *Tuning) Text() string {
	text := fmt.Sprintf("%s on %s: set to %s, on which a run takes %s", t.Component.Name, t.Platform.Name, t.Memory(t.Chosen()), t.Takes(t.Chosen()))
	for i := range t.Settings {
		near := i > 0 && t.Settings[i-1].Chosen || i+1 < len(t.Settings) && t.Settings[i+1].Chosen
		if s := &t.Settings[i]; near {
			text += fmt.Sprintf("; %s: %s, %s", t.Memory(s), t.Takes(s), s.Why)
			if t.may(s) {
				text += " (" + t.Times(s) + ")"
			}
		}
	}
	return text
}

// mostTuned is how many functions the section shows.
const mostTuned = 6

// powerTuning shows what auto sets functions to, and every setting that it had.
func powerTuning(d *doc.Doc, e *model.Evaluation) {
	list := Tunings(e)
	if len(list) == 0 {
		return
	}
	d.Heading(2, doc.Either("Function memory (power tuning, worked out)", "Function memory"))
	d.Para("auto takes the fastest setting within a tenth of the cheapest, of those that hold the component and are fast enough. × is the cost of a run over the cheapest.")
	var rows []doc.Row
	for i := range list {
		t := &list[i]
		if i == mostTuned {
			d.Para(doc.Aside(fmt.Sprintf("And %d more; the bill that x opens has every function's settings.", len(list)-i)))
			break
		}
		d.Item(t.Text())
		for k := range t.Settings {
			s := &t.Settings[k]
			rows = append(rows, doc.Cells(t.Component.Name, t.Platform.Name, t.Memory(s), costs.Figure(math.Round(s.VCPU*1000)/1000), t.Takes(s), t.Times(s), t.Why(s)))
		}
	}
	d.Table(doc.Columns("component", "platform", ">memory", ">vCPU", ">a run takes", ">cost", "auto"), rows)
}
