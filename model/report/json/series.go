package json

import (
	"runwhere/model/report"
)

// Series returns an array of one object a value with the columns of the CSV; a
// platform that cannot run the system has null.
func Series(s *report.Series) ([]byte, error) {
	rows := make([]object, len(s.Rows))
	for i, row := range s.Rows {
		o := make(object, 0, len(row.Totals)+1)
		o = append(o, member{s.Key, number(row.Value)})
		for k, usd := range row.Totals {
			o = append(o, member{s.Platforms[k], number(usd)})
		}
		rows[i] = o
	}
	return indented(rows)
}
