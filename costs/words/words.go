package words

import (
	"fmt"
	"math"
	"strings"
)

// Capital begins a sentence.
func Capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Plural counts things.
func Plural(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

// OutOf counts things of a whole.
func OutOf(n, all int, thing string) string { return fmt.Sprintf("%d of %s", n, Plural(all, thing)) }

// ListWords joins words as a sentence does.
func ListWords(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Signed prints points with their sign and one decimal, and no sign of nothing.
func Signed(points float64) string {
	if math.Abs(points) < 0.05 {
		return "0"
	}
	return fmt.Sprintf("%+.1f", points)
}
