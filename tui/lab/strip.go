package lab

import (
	"fmt"

	"charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/tui/chart"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// strips are the strips under the chart that say along its axis where the
// cheapest placement has each component that moves.
type strips struct {
	on   bool
	rows int // that they had when they were last known, so that the chart stands still meanwhile
}

// toggleStrips shows or hides the strips.
func (p *Pane) toggleStrips() tea.Cmd {
	if len(p.Session.Result.Split.Placements) < 2 {
		return session.Say("one component moves as a whole: the line below the chart says where")
	}
	p.strips.on = !p.strips.on
	return nil
}

// stripped reports whether there are strips to show.
func (p *Pane) stripped() bool {
	return p.strips.on && len(p.Session.Result.Split.Placements) > 1
}

// stripsShown is what the strips are drawn from, nil where they are not shown
// or not known yet.
func (p *Pane) stripsShown() *model.SplitByVolume {
	if !p.stripped() {
		return nil
	}
	volumes, _ := p.Session.Result.PeekSplitByVolume()
	return volumes
}

// stripRows is how many of h lines the strips take.
func (p *Pane) stripRows(h int) int {
	if !p.stripped() {
		return 0
	}
	most := max(1, h/3)
	if volumes := p.stripsShown(); volumes != nil {
		p.strips.rows = max(1, len(movers(volumes)))
	}
	return max(1, min(p.strips.rows, most))
}

// movers are the components that change their place along the axis.
func movers(volumes *model.SplitByVolume) []int {
	var list []int
	for i := range volumes.Spans {
		if len(volumes.Spans[i]) > 1 {
			list = append(list, i)
		}
	}
	return list
}

// stripLines draws the strips in n lines, below the columns of the chart that
// has just been drawn.
func (p *Pane) stripLines(n int) []string {
	s, frame := p.Styles, &p.chart.raster.Frame
	if n == 0 {
		return nil
	}
	gutter := kit.Spaces(frame.Left)
	volumes := p.stripsShown()
	if volumes == nil {
		lines := []string{gutter + s.Muted.Render(kit.Fit("working out where each component goes", frame.Width, s.Glyphs.Ellipsis))}
		return append(lines, make([]string, n-1)...)
	}
	list := movers(volumes)
	if len(list) == 0 {
		return []string{gutter + s.Muted.Render(kit.Fit("no component moves along the axis", frame.Width, s.Glyphs.Ellipsis))}
	}
	var lines []string
	for row, i := range list {
		if left := len(list) - row; row == n-1 && left > 1 {
			lines = append(lines, gutter+s.Muted.Render(kit.Fit(fmt.Sprintf("%d more move: 4 and then g", left), frame.Width, s.Glyphs.Ellipsis)))
			break
		}
		lines = append(lines, gutter+chart.Strip(s, frame.Width, volumes.Components[i], func(column int) (rune, checklist.Option) {
			return chart.LetterAt(p.Context, volumes, i, frame.XAt(column))
		}))
	}
	return lines
}
