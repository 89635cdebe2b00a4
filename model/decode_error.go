package model

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// InputError says what is wrong with one value that came from outside: where
// it stands, what it is and what is allowed instead. Parts that are not known
// are left empty; Line and Column count from 1.
type InputError struct {
	File    string
	Line    int
	Column  int
	Key     string // components[2].memory
	Value   string
	Problem string
	Allowed string
}

// Error returns one line: `file:line: key: value: what is wrong; what is allowed`.
func (e *InputError) Error() string {
	var parts []string
	switch {
	case e.File != "" && e.Line > 0:
		parts = append(parts, fmt.Sprintf("%s:%d", printable(e.File), e.Line))
	case e.File != "":
		parts = append(parts, printable(e.File))
	case e.Line > 0:
		parts = append(parts, fmt.Sprintf("line %d", e.Line))
	}
	if e.Key != "" {
		parts = append(parts, printable(e.Key))
	}
	if e.Value != "" {
		parts = append(parts, printable(e.Value))
	}
	text := strings.Join(append(parts, e.Problem), ": ")
	if e.Allowed != "" {
		text += "; " + e.Allowed
	}
	return text
}

// longestShown is the number of characters of a value that an error repeats.
const longestShown = 60

// printable makes foreign text fit for one line of a terminal: shortened, and
// quoted where it holds anything but printable characters.
func printable(s string) string {
	if utf8.RuneCountInString(s) > longestShown {
		s = string([]rune(s)[:longestShown]) + "…"
	}
	for _, r := range s {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return strconv.Quote(s)
		}
	}
	return s
}

// Nearest returns the candidate that is likely meant by a mistyped word, ""
// when none is close.
func Nearest(word string, candidates []string) string { return nearest(word, candidates) }

// nearest returns the candidate that is likely meant by a mistyped word, ""
// when none is close: at most a third of its letters may differ, or the word
// goes on where a candidate ends or the other way round, as evaluate does.
func nearest(word string, candidates []string) string {
	word = strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(word))
	if len(word) > longestShown {
		return ""
	}
	best, bestDistance := "", len(word)/3+1
	for _, c := range candidates {
		plain := strings.ReplaceAll(strings.ToLower(c), "-", "_")
		if d := editDistance(word, plain); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	for _, c := range candidates {
		plain := strings.ReplaceAll(strings.ToLower(c), "-", "_")
		if begins := min(len(word), len(plain)); best == "" && begins >= leastBeginning && word[:begins] == plain[:begins] {
			best = c
		}
	}
	return best
}

// leastBeginning is how many letters a word and a candidate share where one of
// them is the beginning of the other and taken for it.
const leastBeginning = 4

// editDistance counts the insertions, deletions and replacements of bytes, and
// swaps of two neighbours, that turn a into b.
func editDistance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			replaced := row[j]
			if a[i] != b[j] {
				replaced++
			}
			next[j+1] = min(row[j+1]+1, next[j]+1, replaced)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}

// didYouMean turns a suggestion into the start of what is allowed.
func didYouMean(suggestion, allowed string) string {
	switch {
	case suggestion == "":
		return allowed
	case allowed == "":
		return "did you mean " + suggestion + "?"
	default:
		return "did you mean " + suggestion + "? " + allowed
	}
}
