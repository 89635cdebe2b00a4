package report

import (
	"strconv"

	"runwhere/checklist"
	"runwhere/model/uncertainty"
)

// SamplesCSV returns a row a draw: the value of each input under its key, in
// base units (s, MiB, KiB, GiB, USD, a share of 1), then USD a month of each
// option and of the split, and which of them is the cheapest. What cannot run has
// no figure.
func SamplesCSV(s *uncertainty.Samples) []byte {
	header := []string{"draw"}
	for i := range s.Inputs {
		header = append(header, s.Inputs[i].Path)
	}
	for _, o := range checklist.Placeable {
		header = append(header, string(o)+"_usd")
	}
	if s.Split != nil {
		header = append(header, "split_usd")
	}
	rows := [][]string{append(header, "cheapest")}
	for d := range s.Draws() {
		row := append(make([]string, 0, len(rows[0])), strconv.Itoa(d+1))
		for i := range s.Inputs {
			row = append(row, csvNumber(s.Values[i][d]))
		}
		for o := range s.USD {
			row = append(row, csvNumber(s.USD[o][d]))
		}
		if s.Split != nil {
			row = append(row, csvNumber(s.Split[d]))
		}
		rows = append(rows, append(row, cheapestWord(s.Cheapest(d))))
	}
	return csvBytes(rows)
}

// cheapestWord names the cheapest of a draw, "" where none can run.
func cheapestWord(o int) string {
	switch {
	case o < 0:
		return ""
	case o == checklist.PlaceableCount:
		return "split"
	}
	return string(checklist.Placeable[o])
}
