package lab

import "runwhere/tui/kit"

// The widths of the table of the lab: of a name with its letter that always
// has room, such as "W Workers", of the bill, and of how many times the least
// cost a row is.
const (
	shortName  = 10
	billWidth  = 9
	ratioWidth = 6
)

// tableColumns are the columns of the table: names, and the cost with people
// under a heading that fits it.
type tableColumns struct {
	name, people int
	heading      string
}

// amounts is what the two amounts take, each with the cell of its mark.
func (c *tableColumns) amounts() int { return billWidth + 1 + c.people + 1 }

// tableColumnsIn divides w cells. Names get what they need where the ratio
// still fits beside them; in a narrow window they are cut and it is left out.
func tableColumnsIn(w, longest int) tableColumns {
	c := tableColumns{people: len("with people"), heading: "with people"}
	if w < shortName+c.amounts()+ratioWidth {
		c.heading = "+ people"
		c.people = len(c.heading)
	}
	room := w - c.amounts()
	c.name = max(2, min(shortName, room), min(longest, room-ratioWidth))
	return c
}

// longestName is the width of the longest name in some rows, letter included.
func longestName(rows []tableRow) int {
	longest := 0
	for i := range rows {
		longest = max(longest, kit.Width(rows[i].Name))
	}
	return longest
}

// longestName is the width of the longest name of a platform that is drawn.
func (p *Pane) longestName() int {
	longest := 0
	for _, platform := range p.Session.Result.Billable() {
		longest = max(longest, kit.Width(platform.Name)+2)
	}
	return longest
}
