package report

import (
	"math"

	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/plan"
	"runwhere/model/scenario"
)

// Series is the totals of every platform over a series of values of one input:
// USD a month, with people and tools where the scenario includes them, +Inf
// where a platform cannot run the system.
type Series struct {
	Key       string
	Platforms []string // ids
	Rows      []SeriesRow
}

// SeriesRow is the totals at one value, in the order of the platforms.
type SeriesRow struct {
	Value  float64 // in the base unit of the key's field
	Totals []float64
}

// Sweep bills a scenario at every value of a sweep. Along the volume of the
// whole system the same curves are read at many points, as a chart does; for
// any other input the scenario is billed anew each time.
func Sweep(s scenario.Scenario, sweep scenario.Sweep, book *pricebook.Book) (Series, error) {
	curves, _, err := model.Curves(s, book)
	if err != nil {
		return Series{}, err
	}
	series := Series{Key: sweep.Key}
	for _, c := range curves {
		series.Platforms = append(series.Platforms, c.Platform.ID)
	}
	last := math.Inf(-1)
	for _, v := range sweep.Values() {
		at := v
		if sweep.Key == paths.Requests.String() {
			v = math.Round(v) // There are no parts of requests.
			if at = v; v == last {
				continue
			}
		} else {
			changed, err := sweep.At(s, v)
			if err != nil {
				return Series{}, err
			}
			var r plan.Resolved
			if curves, r, err = model.Curves(changed, book); err != nil {
				return Series{}, err
			}
			at = r.Workload.Requests()
		}
		last = v
		row := SeriesRow{Value: v, Totals: make([]float64, len(curves))}
		for i, c := range curves {
			row.Totals[i] = c.Cost(at)
		}
		series.Rows = append(series.Rows, row)
	}
	return series, nil
}

// CSV returns one row a value and one column a platform; a platform that
// cannot run the system has an empty cell.
func (s *Series) CSV() []byte {
	rows := make([][]string, 0, len(s.Rows)+1)
	rows = append(rows, append([]string{s.Key}, s.Platforms...))
	for _, row := range s.Rows {
		cells := make([]string, 0, len(row.Totals)+1)
		cells = append(cells, csvNumber(row.Value))
		for _, usd := range row.Totals {
			cells = append(cells, csvNumber(usd))
		}
		rows = append(rows, cells)
	}
	return csvBytes(rows)
}
