package ask

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// moreRoom is the number of rows from which one may be spent on saying how
// many choices are hidden.
const moreRoom = 4

// plan says which rows of a question are shown where.
type plan struct {
	title, why []string
	choices    [][]string // rows of each choice
	owner      []int      // choice of each row of the choices
	gap        bool       // an empty row between the question and its choices
	room       int        // rows for choices
	more       bool       // a last row says how many choices are hidden
}

// top returns the number of rows above the choices.
func (p plan) top() int {
	if p.gap {
		return len(p.title) + len(p.why) + 1
	}
	return len(p.title) + len(p.why)
}

// inner returns the width that rows are laid out for.
func (s *Select) inner() int { return max(s.width, narrowest) }

// layout finds the fullest plan that fits. What is given up, in this order: the
// gap, the rest of a long reason, the reason, the notes, the rest of a long
// title. Choices are given up never: they scroll.
func (s *Select) layout() plan {
	width := s.inner()
	title, why := wrap(clean(s.question.Title), width), wrap(clean(s.question.Why), width)
	full, bare := s.choiceRows(true), s.choiceRows(false)
	plans := []plan{
		{title: title, why: why, choices: full, gap: len(title)+len(why) > 0},
		{title: title, why: why, choices: full},
		{title: title, why: shorten(why, 1, width), choices: full},
		{title: title, choices: full},
		{title: title, choices: bare},
		{title: shorten(title, 1, width), choices: bare},
	}
	for _, p := range plans {
		if rows := count(p.choices); p.top()+rows <= s.height {
			p.room = rows
			p.owner = owners(p.choices)
			return p
		}
	}
	last := plans[len(plans)-1]
	if s.height < 2 {
		last.title = nil
	}
	last.owner = owners(last.choices)
	last.room = max(s.height-last.top(), 1)
	if last.room >= moreRoom {
		last.more = true
		last.room--
	}
	return last
}

// choiceRows returns the rows of every choice: mark, digit, label and note. The
// rows are wrapped here so that huh finds nothing to wrap.
func (s *Select) choiceRows(notes bool) [][]string {
	const head = 5 // mark, space, digit, two spaces
	var (
		avail  = s.inner() - lipgloss.Width(markHighlight+" ") - head
		indent = strings.Repeat(" ", head)
		all    = make([][]string, len(s.question.Choices))
	)
	for i, c := range s.question.Choices {
		mark, paint := " ", func(text string) string { return text }
		if i == s.answer {
			mark, paint = markAnswer, func(text string) string { return s.look.picked.Render(text) }
		}
		label := wrap(c.text(), avail)
		if len(label) == 0 {
			label = []string{markNothing}
		}
		rows := []string{paint(mark + " " + numeral(i) + "  " + label[0])}
		for _, line := range label[1:] {
			rows = append(rows, indent+paint(line))
		}
		note := clean(c.Note)
		switch {
		case note == "" || !notes:
		case len(label) == 1 && ansi.StringWidth(label[0])+2+ansi.StringWidth(note) <= avail:
			rows[0] += "  " + s.look.note.Render(note)
		default:
			for _, line := range wrap(note, avail) {
				rows = append(rows, indent+s.look.note.Render(line))
			}
		}
		all[i] = rows
	}
	return all
}

// owners returns, for each row of all choices, the choice that it belongs to.
func owners(choices [][]string) []int {
	owner := make([]int, 0, len(choices))
	for i, rows := range choices {
		for range rows {
			owner = append(owner, i)
		}
	}
	return owner
}

// count returns the number of rows of all choices.
func count(choices [][]string) int {
	n := 0
	for _, rows := range choices {
		n += len(rows)
	}
	return n
}
