package json

import (
	"runwhere/model/report"
)

// Series returns an array of one object a value with the columns of the CSV; a
// platform that cannot run the system has null.
func Series(s *report.Series) ([]byte, error) {
	rows := each(s.Rows, func(row *report.SeriesRow) object {
		o := make(object, 0, len(row.Totals)+1)
		o = append(o, member{s.Key, number(row.Value)})
		for k, usd := range row.Totals {
			o = append(o, member{s.Platforms[k], number(usd)})
		}
		return o
	})
	return indented(rows)
}
