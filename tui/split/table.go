package split

import (
	"cmp"
	"fmt"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// The widths of the table. The reason beside the figures has room in a wide
// window alone; the foot has it for the chosen line in every one.
const (
	costCell  = 11
	costCells = checklist.PlaceableCount*costCell + 4
	wideNames = 40
	leastWhy  = 24
)

// nameWidth is what names and marks have; whyWidth what the reasons have.
func (p *Pane) nameWidth() int {
	if room := p.w - costCells - 3; room-wideNames < leastWhy {
		return max(4, room)
	}
	return wideNames
}

func (p *Pane) whyWidth() int { return max(0, p.w-costCells-3-p.nameWidth()) }

func (p *Pane) tableTop() int { return p.boxesHeight() + 1 }

func (p *Pane) tableRoom() int {
	p.View()
	return max(1, p.h-p.tableTop()-p.footHeight())
}

func (p *Pane) tableHead() string {
	s := p.Styles
	room := p.tableRoom()
	p.scroll(room)
	title := "   $ a month, " + OrderNames[p.Sorted] + s.More(p.top, max(0, p.tableLines()-p.top-room))
	head := kit.Fit(s.PlainText(title), p.nameWidth()+3, s.Glyphs.Ellipsis)
	for _, option := range checklist.Placeable {
		platform := p.Session.Result.Platform(option)
		head += kit.Fit(fmt.Sprintf("%*s ", costCell-1, string(platform.Letter)+" "+platform.Name), costCell, s.Glyphs.Ellipsis)
	}
	if p.whyWidth() > 0 {
		head += "    why it is there"
	}
	return s.Muted.Render(kit.Fit(head, p.w, ""))
}

// tableLines is how many lines the whole table has: components, and below them
// a heading and the calls across.
func (p *Pane) tableLines() int {
	n := len(p.Shown.Order)
	if calls := len(p.Shown.calls); calls > 0 {
		n += 1 + calls
	}
	return n
}

// lineChoice is what a line of the table chooses, −1 for nothing; choiceLine is
// the line of a choice.
func (p *Pane) lineChoice(line int) int {
	switch n := len(p.Shown.Order); {
	case line < 0 || line >= p.tableLines() || line == n:
		return -1
	case line > n:
		return line - 1
	}
	return line
}

func (p *Pane) choiceLine(choice int) int {
	if choice >= len(p.Shown.Order) {
		return choice + 1
	}
	return choice
}

// scroll keeps the chosen line in sight.
func (p *Pane) scroll(room int) {
	line := p.choiceLine(p.At)
	p.top = max(min(p.top, line), line-room+1)
	p.top = max(0, min(p.top, p.tableLines()-room))
}

// rows draws the lines in sight.
func (p *Pane) rows(room int) []string {
	p.scroll(room)
	var rows []string
	for i := p.top; i < min(p.tableLines(), p.top+room); i++ {
		switch choice := p.lineChoice(i); {
		case choice < 0:
			rows = append(rows, p.callsHead())
		case choice >= len(p.Shown.Order):
			rows = append(rows, p.callRow(choice))
		default:
			rows = append(rows, p.componentRow(choice))
		}
	}
	return rows
}

// pointer marks the chosen line.
func (p *Pane) pointer(choice int) string {
	if choice != p.At {
		return "   "
	}
	return " " + p.Styles.Accent.Render(p.Styles.Glyphs.Pointer) + " "
}

// componentRow is a component: its place, its marks, what it adds on every
// platform while the others stay, and why it is where it is.
func (p *Pane) componentRow(choice int) string {
	s, i := p.Styles, p.Shown.Order[choice]
	c := &p.Shown.Split.Placements[i]
	marks := ""
	if c.Pinned {
		marks += " [pinned]"
	}
	if p.Shown.moved(i) {
		marks += " [moved]"
	}
	ink := s.Text
	if choice == p.At {
		ink = s.Strong
	}
	width := p.nameWidth()
	line := p.pointer(choice) + ink.Render(kit.Fit(c.Component, max(4, width-len(marks)), s.Glyphs.Ellipsis)) + p.marks(marks, width-4)
	for _, option := range checklist.Placeable {
		line += p.cell(c, option, p.Shown.best[i])
	}
	if w := p.whyWidth(); w > 0 {
		line += "    " + s.Muted.Render(kit.Fit(s.PlainText(p.why(i)), w-1, s.Glyphs.Ellipsis))
	}
	return line
}

// cell is what a component adds on an option: a dot where it is, a ring where
// the optimum has it.
func (p *Pane) cell(c *split.Placement, option, best checklist.Option) string {
	s := p.Styles
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
		return s.Option[option].Bold().Render(text + s.Glyphs.Dot)
	}
	return s.Muted.Render(text + mark)
}

// why is the reason of a component's place. With the framework's pattern in
// hand it is why the optimum differs from that.
func (p *Pane) why(i int) string {
	c := &p.Shown.Split.Placements[i]
	if p.Session.Source() == session.FromPattern {
		for _, d := range p.Session.Result.Pattern().Differences {
			if d.Component == c.Component {
				return d.Why[len(c.Component)+len(": "):]
			}
		}
	}
	if p.Shown.moved(i) {
		return fmt.Sprintf("the optimum has it on %s; %s", cmp.Or(string(p.Shown.best[i]), "no platform"), c.Reason)
	}
	return c.Reason
}

// marks are what follows a component's name, in what room there is.
func (p *Pane) marks(text string, room int) string {
	if text == "" {
		return ""
	}
	return p.Styles.Mark.Render(kit.Fit(text, min(len(text), room), ""))
}
