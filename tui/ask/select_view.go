package ask

import (
	"fmt"
	"strings"

	"charm.land/huh/v2"
)

// slack is how much wider a huh field is than the rows that it is given.
const slack = 24

// rebuild lays the question out and makes a new huh field for it. Changing the
// one that is there would keep its scroll offset, which is how huh loses
// options that once did not fit.
func (s *Select) rebuild() {
	s.plan = s.layout()
	options := make([]huh.Option[int], len(s.plan.choices))
	for i, rows := range s.plan.choices {
		options[i] = huh.NewOption(strings.Join(rows, "\n"), i)
	}
	s.field = huh.NewSelect[int]()
	s.field.WithTheme(s.look)
	s.field.WithKeyMap(movements())
	s.field.WithWidth(s.inner() + slack)
	s.field.Focus()
	// The accessor is read by Options, so it has to be there first.
	// With a height huh need not draw all options to learn how many there are.
	s.field.Accessor(s.highlight)
	s.field.Height(len(s.plan.owner))
	s.field.Options(options...)
	s.header = append(paint(s.look.title, s.plan.title),
		paint(s.look.note, s.plan.why)...)
	if s.plan.gap {
		s.header = append(s.header, "")
	}
	s.draw()
}

// draw follows the highlight and renders the view.
func (s *Select) draw() {
	s.follow()
	lines := append(make([]string, 0, s.plan.top()+s.plan.room+1), s.header...)
	if len(s.plan.owner) > 0 {
		choices := strings.Split(s.field.View(), "\n")
		from := min(s.scroll, len(choices))
		lines = append(lines, choices[from:min(from+s.plan.room, len(choices))]...)
	}
	if s.plan.more {
		lines = append(lines, s.look.note.Render(s.hidden()))
	}
	s.view = clip(lines, s.width, s.height)
}

// follow moves the window the least so that the highlighted choice is in it.
func (s *Select) follow() {
	first, last := s.highlightRows()
	s.scroll = slide(s.scroll, s.plan.room, len(s.plan.owner), first, last)
}

// highlightRows returns the first and last row of the highlighted choice among
// the rows of the choices.
func (s *Select) highlightRows() (first, last int) {
	first = unanswered
	for row, i := range s.plan.owner {
		if i == s.highlight.at {
			if first == unanswered {
				first = row
			}
			last = row
		}
	}
	return max(first, 0), last
}

// highlightRow returns the row of the view that has the highlight.
func (s *Select) highlightRow() int {
	first, _ := s.highlightRows()
	return s.plan.top() + max(first-s.scroll, 0)
}

// hidden says how many choices are above and below the window.
func (s *Select) hidden() string {
	owner := s.plan.owner
	above := owner[s.scroll]
	below := len(s.question.Choices) - 1 - owner[min(s.scroll+s.plan.room, len(owner))-1]
	var parts []string
	if above > 0 {
		parts = append(parts, fmt.Sprintf("↑ %d more", above))
	}
	if below > 0 {
		parts = append(parts, fmt.Sprintf("↓ %d more", below))
	}
	return strings.Join(parts, "  ")
}

// choiceAt returns the choice drawn at a cell of the view, or unanswered.
func (s *Select) choiceAt(x, y int) int {
	row := y - s.plan.top()
	if x < 0 || x >= s.width || y >= s.height || row < 0 || row >= s.plan.room {
		return unanswered
	}
	if row += s.scroll; row >= len(s.plan.owner) {
		return unanswered
	}
	return s.plan.owner[row]
}

// slide returns the offset of a window of room rows over total rows, moved the
// least from where it was so that rows first to last are seen, or as many of
// them from the first on as there is room for.
func slide(offset, room, total, first, last int) int {
	if last >= offset+room {
		offset = last - room + 1
	}
	if first < offset {
		offset = first
	}
	return max(min(offset, total-room), 0)
}
