package tui

import (
	"fmt"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/split"
)

// The widths of the table. The reason beside the figures has room in a wide
// window alone; the foot has it for the chosen line in every one.
const (
	costCell  = 11
	costCells = 3*costCell + 4
	wideNames = 40
	leastWhy  = 24
)

// nameWidth is what names and marks have; whyWidth what the reasons have.
func (p *splitPane) nameWidth() int {
	if room := p.w - costCells - 3; room-wideNames < leastWhy {
		return max(4, room)
	}
	return wideNames
}

func (p *splitPane) whyWidth() int { return max(0, p.w-costCells-3-p.nameWidth()) }

func (p *splitPane) tableTop() int { return p.boxesHeight() + 1 }

func (p *splitPane) tableRoom() int {
	p.view()
	return max(1, p.h-p.tableTop()-p.footHeight())
}

func (p *splitPane) tableHead() string {
	s := p.styles
	room := p.tableRoom()
	p.scroll(room)
	title := "   $ a month, " + splitOrderNames[p.sorted] + s.more(p.top, max(0, p.tableLines()-p.top-room))
	head := fit(s.plainText(title), p.nameWidth()+3, s.Glyphs.Ellipsis)
	for _, option := range checklist.Placeable {
		platform := p.session.Result.Platform(option)
		head += fit(fmt.Sprintf("%*s ", costCell-1, string(platform.Letter)+" "+platform.Name), costCell, s.Glyphs.Ellipsis)
	}
	if p.whyWidth() > 0 {
		head += "    why it is there"
	}
	return s.Muted.Render(fit(head, p.w, ""))
}

// tableLines is how many lines the whole table has: components, and below them
// a heading and the calls across.
func (p *splitPane) tableLines() int {
	n := len(p.shown.order)
	if calls := len(p.shown.calls); calls > 0 {
		n += 1 + calls
	}
	return n
}

// lineChoice is what a line of the table chooses, −1 for nothing; choiceLine is
// the line of a choice.
func (p *splitPane) lineChoice(line int) int {
	switch n := len(p.shown.order); {
	case line < 0 || line >= p.tableLines() || line == n:
		return -1
	case line > n:
		return line - 1
	}
	return line
}

func (p *splitPane) choiceLine(choice int) int {
	if choice >= len(p.shown.order) {
		return choice + 1
	}
	return choice
}

// scroll keeps the chosen line in sight.
func (p *splitPane) scroll(room int) {
	line := p.choiceLine(p.at)
	p.top = max(min(p.top, line), line-room+1)
	p.top = max(0, min(p.top, p.tableLines()-room))
}

// rows draws the lines in sight.
func (p *splitPane) rows(room int) []string {
	p.scroll(room)
	var rows []string
	for i := p.top; i < min(p.tableLines(), p.top+room); i++ {
		switch choice := p.lineChoice(i); {
		case choice < 0:
			rows = append(rows, p.callsHead())
		case choice >= len(p.shown.order):
			rows = append(rows, p.callRow(choice))
		default:
			rows = append(rows, p.componentRow(choice))
		}
	}
	return rows
}

// pointer marks the chosen line.
func (p *splitPane) pointer(choice int) string {
	if choice != p.at {
		return "   "
	}
	return " " + p.styles.Accent.Render(p.styles.Glyphs.Pointer) + " "
}

// componentRow is a component: its place, its marks, what it adds on every
// platform while the others stay, and why it is where it is.
func (p *splitPane) componentRow(choice int) string {
	s, i := p.styles, p.shown.order[choice]
	c := &p.shown.split.Placements[i]
	marks := ""
	if c.Pinned {
		marks += " [pinned]"
	}
	if p.shown.moved(i) {
		marks += " [moved]"
	}
	ink := s.Text
	if choice == p.at {
		ink = s.Strong
	}
	width := p.nameWidth()
	line := p.pointer(choice) + ink.Render(fit(c.Component, max(4, width-len(marks)), s.Glyphs.Ellipsis)) + p.marks(marks, width-4)
	for _, option := range checklist.Placeable {
		line += p.cell(c, option, p.shown.best[i])
	}
	if w := p.whyWidth(); w > 0 {
		line += "    " + s.Muted.Render(fit(s.plainText(p.why(i)), w-1, s.Glyphs.Ellipsis))
	}
	return line
}

// cell is what a component adds on an option: a dot where it is, a ring where
// the optimum has it.
func (p *splitPane) cell(c *split.Placement, option, best checklist.Option) string {
	s := p.styles
	mark := " "
	if option == best && option != c.Option {
		mark = s.Glyphs.Ring
	}
	if _, refused := c.Refusals[option]; refused {
		text := fmt.Sprintf("%*s", costCell-1, "refused")
		if option == c.Option {
			return s.Bad.Render(text + s.Glyphs.Dot)
		}
		return s.Faint.Render(text + mark)
	}
	text := fmt.Sprintf("%*s", costCell-1, quantity.Money(c.Adds[option]))
	if option == c.Option {
		return s.Option[option].Bold(true).Render(text + s.Glyphs.Dot)
	}
	return s.Muted.Render(text + mark)
}

// why is the reason of a component's place. With the framework's pattern in
// hand it is why the optimum differs from that.
func (p *splitPane) why(i int) string {
	c := &p.shown.split.Placements[i]
	if p.session.Source() == fromPattern {
		for _, d := range p.session.Result.Pattern().Differences {
			if d.Component == c.Component {
				return d.Why[len(c.Component)+len(": "):]
			}
		}
	}
	if p.shown.moved(i) {
		return fmt.Sprintf("the optimum has it on %s; %s", orNowhere(p.shown.best[i]), c.Reason)
	}
	return c.Reason
}

func orNowhere(o checklist.Option) string {
	if o == "" {
		return "no platform"
	}
	return string(o)
}

// marks are what follows a component's name, in what room there is.
func (p *splitPane) marks(text string, room int) string {
	if text == "" {
		return ""
	}
	return p.styles.Mark.Render(fit(text, min(len(text), room), ""))
}
