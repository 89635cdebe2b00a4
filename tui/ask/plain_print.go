package ask

import (
	"fmt"
	"strings"
)

// printed returns a question as numbered lines.
func printed(q Question, at int) string {
	var b strings.Builder
	b.WriteString("\n")
	for _, line := range []string{clean(q.Title), clean(q.Why)} {
		if line != "" {
			b.WriteString(line + "\n")
		}
	}
	for i, c := range q.Choices {
		fmt.Fprintf(&b, "  %d. %s", i+1, c.text())
		if note := clean(c.Note); note != "" {
			b.WriteString(" (" + note + ")")
		}
		if i == at {
			b.WriteString(" [your answer]")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// allowed says in one line what can be typed.
func allowed(choices, at int) string {
	var parts []string
	switch {
	case choices == 1:
		parts = append(parts, "1 answers")
	case choices > 1:
		parts = append(parts, fmt.Sprintf("1-%d answers", choices))
	}
	if at != unanswered {
		parts = append(parts, fmt.Sprintf("k keeps %d", at+1))
	}
	parts = append(parts, "empty line leaves it unanswered", "b back", "q quit")
	return strings.Join(parts, ", ")
}
