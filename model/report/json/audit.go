package json

import (
	"runwhere/checklist"
	"runwhere/model/report"
)

// Audit returns the audit of the guide as an object; figures are USD, ratios, percent or
// requests a month as `unit` says.
func Audit(a *report.Audit) ([]byte, error) {
	sections := each(a.Sections, func(s *report.AuditSection) object {
		rows := make([]object, len(s.Rows))
		for k := range s.Rows {
			r := &s.Rows[k]
			var upper any
			if r.Range > 0 {
				upper = number(r.Range)
			}
			rows[k] = object{
				{"item", r.Item},
				{"unit", r.Unit},
				{"published", number(r.Published)},
				{"published_to", upper},
				{"ours", number(r.Ours)},
				{"agrees", r.Agrees()},
				{"formula", orNull(r.Formula)},
				{"why", r.Why},
			}
		}
		return object{{"title", s.Title}, {"intro", s.Intro}, {"rows", rows}}
	})
	return indented(object{{"source", checklist.Source}, {"prices", object{{"version", a.Version}}}, {"sections", sections}})
}
