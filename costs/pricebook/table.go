package pricebook

import "strings"

// table is text that is read where it is asked and never as a whole: a row a
// line, its fields apart by tabs, the rows in the order of their first fields.
type table string

// rows returns the rows whose first fields are the keys.
func (t table) rows(keys ...string) table {
	t = t[t.start(keys):]
	end := 0
	for end < len(t) {
		line, _, _ := strings.Cut(string(t[end:]), "\n")
		if order(line, keys) != 0 {
			break
		}
		end = min(len(t), end+len(line)+1)
	}
	return t[:end]
}

// start returns where the first row begins that does not come before the keys.
func (t table) start(keys []string) int {
	low, high := 0, len(t)
	for low < high {
		middle := (low + high) / 2
		from := low + strings.LastIndexByte(string(t[low:middle]), '\n') + 1
		line, _, _ := strings.Cut(string(t[from:]), "\n")
		if order(line, keys) < 0 {
			low = min(len(t), from+len(line)+1)
		} else {
			high = from
		}
	}
	return low
}

// order compares the first fields of a row with keys.
func order(line string, keys []string) int {
	for _, key := range keys {
		field, rest, _ := strings.Cut(line, "\t")
		if c := strings.Compare(field, key); c != 0 {
			return c
		}
		line = rest
	}
	return 0
}

// next returns the first row and what follows it; false at the end.
func (t *table) next() (row, bool) {
	if *t == "" {
		return "", false
	}
	line, rest, _ := strings.Cut(string(*t), "\n")
	*t = table(rest)
	return row(line), true
}

// row is a line of a table.
type row string

// field takes the first field off the row; "" where there is none left.
func (r *row) field() string {
	field, rest, _ := strings.Cut(string(*r), "\t")
	*r = row(rest)
	return field
}
