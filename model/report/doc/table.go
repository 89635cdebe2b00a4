package doc

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// Column is a column of a table. Width is how many cells of a line of plain text
// it takes, or one of the constants below; where a format lays tables out by
// itself it has no meaning.
type Column struct {
	Head  Words
	Width int
	Right bool // figures, to be compared digit by digit
	Only  bool // in the brief form alone
	// Wrapped cells take as many lines as they need; all columns of a table are
	// wrapped where the last one is. A line break in a cell is kept.
	Wrapped bool
}

// Where a column stands in plain text that is not so many cells of the line.
const (
	Absent  = 0  // nowhere: only the full form has it
	Rest    = -1 // the last one, over as many lines as it needs
	Below   = -2 // on lines of its own below the row
	Instead = -3 // where it says anything, instead of the figures of the row
)

// Label is a column of words.
func Label(head any, width int) Column { return Column{Head: Say(head), Width: width} }

// Figures is a column of figures.
func Figures(head any, width int) Column { return Column{Head: Say(head), Width: width, Right: true} }

// Wrapped is a column of sentences.
func Wrapped(width int) Column { return Column{Width: width, Wrapped: true} }

// Briefly is a column that only the brief form has.
func Briefly(c Column) Column {
	c.Only = true
	return c
}

// Row is a row of a table, a cell for each of its columns.
type Row struct {
	cells []Words
	not   [2]bool // the forms that do not have it
}

// Cells makes a row; each cell is a Words or what fmt prints.
func Cells(cells ...any) Row {
	row := Row{cells: make([]Words, len(cells))}
	for i, c := range cells {
		row.cells[i] = Say(c)
	}
	return row
}

// Cell is one of the cells of a row.
func (r Row) Cell(i int) Words { return r.cells[i] }

// Only is the row in one form alone.
func (r Row) Only(f Form) Row {
	r.not[1-f] = true
	return r
}

// Fit gives each column the width of its widest cell, and reports whether a line
// of plain text takes them all; it takes none where it does not.
func Fit(columns []Column, rows []Row) bool {
	total := 0
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = displaywidth.String(c.Head.In(Brief))
		for _, r := range rows {
			widths[i] = max(widths[i], displaywidth.String(r.cells[i].In(Brief)))
		}
		widths[i] += 2
		total += widths[i]
	}
	if total > pageWidth {
		return false
	}
	widths[0] += 2 // The first cell is indented, and each column parted from the next.
	for i := range columns {
		columns[i].Width = widths[i]
	}
	return true
}

// Rows returns the rows that a form has.
func (t *Table) Rows(f Form) []Row {
	var rows []Row
	for _, r := range t.rows {
		if !r.not[f] {
			rows = append(rows, r)
		}
	}
	return rows
}

// Columns are columns that only the full form has; those whose head begins with
// `>` are figures.
func Columns(heads ...string) []Column {
	columns := make([]Column, len(heads))
	for i, h := range heads {
		columns[i] = Label(strings.TrimPrefix(h, ">"), Absent)
		columns[i].Right = strings.HasPrefix(h, ">")
	}
	return columns
}
