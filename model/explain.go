package model

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/scenario"
)

// Given is a value of the scenario that a bill's line is worked out from, and
// whether somebody gave it.
type Given struct {
	Key     string // components[0].duration, platforms.serverless.nat_gateways
	Text    string // as the formula shows it
	Default bool   // nobody gave it: a default of the program
}

// Givens tells the values in a line that somebody gave from the defaults.
func (e *Evaluation) Givens(l *costs.Line) []Given {
	var list []Given
	for _, use := range l.Inputs {
		f, ok := scenario.FieldOf(use.Input)
		if !ok || use.Input.In(paths.Call) {
			continue // whose call it is the line does not tell
		}
		at := scenario.At{Component: use.Index}
		_, given := f.Value(&e.Scenario, at)
		list = append(list, Given{Key: f.PathAt(at), Text: use.Text, Default: !given})
	}
	return list
}

// NodeType returns the instance type of the Kubernetes side's nodes, "" where
// it has none of its own.
func (e *Evaluation) NodeType() string {
	if fleet := e.Platform(checklist.Kubernetes).Fleet; fleet != nil {
		return fleet.Node.Type
	}
	return ""
}

// Limits returns what the platform publishes of its limits under the
// scenario's settings, by subject, each value once.
func (e *Evaluation) Limits(p *costs.Platform) []costs.Limit {
	kind, ok := costs.KindOf(p.ID)
	if !ok {
		return nil
	}
	published := kind.Limits(&e.Resolved.Settings)
	var list []costs.Limit
	for _, subject := range costs.LimitSubjects {
		for _, l := range published {
			same := func(o costs.Limit) bool { return o.Subject == l.Subject && o.Value == l.Value }
			if l.Subject == subject && l.Value != "" && !slices.ContainsFunc(list, same) {
				list = append(list, l)
			}
		}
	}
	return list
}

// PrivateRates returns the files of the private rates that any bill uses.
func (e *Evaluation) PrivateRates() []string {
	var files []string
	for _, p := range e.Platforms {
		for i := range p.Meters {
			if file := p.Meters[i].Price.Private; file != "" && !slices.Contains(files, file) {
				files = append(files, file)
			}
		}
	}
	return files
}
