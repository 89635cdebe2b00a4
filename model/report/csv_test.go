package report

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// TestNoCellIsAFormula: a spreadsheet runs a cell that begins with one of these
// characters; a text that does gets an apostrophe, a number stays one.
func TestNoCellIsAFormula(t *testing.T) {
	t.Parallel()
	row := []string{
		"=1+2", "+CMD|' /C calc'!A0", "-2+3+cmd", "@SUM(1)", "\tx", "\rx", "\nx", "-", "-inf", // run by a spreadsheet
		"-5.25", "+5", "-1e-7", "0", "", "a=b", "orders - eu", "'=1", // not
	}
	got, err := csv.NewReader(strings.NewReader(string(csvBytes([][]string{row})))).Read()
	if err != nil {
		t.Fatal(err)
	}
	want := slices.Clone(row)
	for i := range 9 {
		want[i] = "'" + want[i]
	}
	want[5] = "'\rx"
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
