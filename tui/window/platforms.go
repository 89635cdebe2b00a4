package window

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/study"
	"runwhere/tui/keys"
	"runwhere/tui/kit"
	"runwhere/tui/session"
)

// Platforms lists every platform with its bill here, and lets one stand
// for each option and any number be drawn beside those.
type Platforms struct {
	*kit.Context
	volume float64
	All    []*costs.Platform
	billed *study.Study // what all was billed for
	At     int
	w, h   int
}

// NewPlatforms opens on the platform that stands for an option now.
func NewPlatforms(ctx *kit.Context, volume float64, option checklist.Option) *Platforms {
	p := &Platforms{Context: ctx, volume: volume}
	p.Refresh()
	chosen := p.billed.Platform(option).ID
	p.At = max(0, slices.IndexFunc(p.All, func(platform *costs.Platform) bool { return platform.ID == chosen }))
	return p
}

func (p *Platforms) Scope() keys.Scope { return keys.ScopePlatforms }

func (p *Platforms) SetSize(w, h int) { p.w, p.h = w, h }

// Refresh bills every platform for the present scenario.
func (p *Platforms) Refresh() {
	if p.billed != p.Session.Result {
		p.billed = p.Session.Result
		p.All = p.billed.EveryPlatform()
	}
}

func (p *Platforms) Handle(a keys.Action) (tea.Cmd, bool) {
	if at, ok := keys.Walk(p.At, len(p.All), p.room(), a); ok {
		p.At = at
		return nil, true
	}
	switch a {
	case keys.CompareItem:
		return p.compare(), true
	case keys.ChoosePlatform:
		return p.choose(), true
	case keys.ClearValue:
		return p.reset(), true
	case keys.Cancel:
		return kit.CloseWindow(), true
	}
	return nil, false
}

// compare draws the chosen platform beside those of the options, or no longer.
func (p *Platforms) compare() tea.Cmd {
	id := p.All[p.At].ID
	if slices.Contains(p.billed.Resolved.Kinds[:len(checklist.Placeable)], id) {
		return session.Say(p.All[p.At].Name + " stands for its option and is always drawn; enter on another one takes its place")
	}
	next := p.Session.Scenario.Clone()
	if i := slices.Index(next.Compare, id); i >= 0 {
		next.Compare = slices.Delete(next.Compare, i, i+1)
	} else {
		next.Compare = append(next.Compare, id)
	}
	return p.apply(next)
}

// choose lets the chosen platform stand for its option.
func (p *Platforms) choose() tea.Cmd {
	chosen := p.All[p.At]
	next := p.Session.Scenario.Clone()
	f, ok := scenario.FieldOf(paths.Kind(chosen.Option))
	if !ok {
		return nil
	}
	if err := f.SetText(&next, scenario.At{}, chosen.ID); err != nil {
		return session.Complain(session.InWords(err, &next))
	}
	return p.apply(next)
}

// reset goes back to the platforms of a scenario that names none.
func (p *Platforms) reset() tea.Cmd {
	next := p.Session.Scenario.Clone()
	next.Compare = nil
	for _, o := range checklist.Placeable {
		if f, ok := scenario.FieldOf(paths.Kind(o)); ok {
			f.Clear(&next, scenario.At{})
		}
	}
	return p.apply(next)
}

func (p *Platforms) apply(next scenario.Scenario) tea.Cmd {
	if err := p.Session.Apply(next); err != nil {
		return session.Complain(err)
	}
	p.Refresh()
	return nil
}

// Click chooses the platform under the mouse.
func (p *Platforms) Click(_, y int) tea.Cmd {
	lines, at := p.rows()
	if i := y - 1 + p.top(lines, at); i >= 0 && i < len(lines) && lines[i].platform >= 0 {
		p.At = lines[i].platform
	}
	return nil
}

// platformRow is a line of the list: a heading or a platform.
type platformRow struct {
	text     string
	platform int // -1 for a heading
}

// rows draws the whole list and returns the line of the chosen platform.
func (p *Platforms) rows() (rows []platformRow, at int) {
	s := p.Styles
	var option checklist.Option
	for i, platform := range p.All {
		if platform.Option != option {
			option = platform.Option
			rows = append(rows, platformRow{s.Strong.Render(kit.Fit(" "+string(option), p.w-4, "")), -1})
		}
		if i == p.At {
			at = len(rows)
		}
		rows = append(rows, platformRow{p.row(i, platform), i})
	}
	return rows, at
}

// row is one platform: how it takes part, its letter and name, its bill or why
// it has none, and what it bills.
func (p *Platforms) row(i int, platform *costs.Platform) string {
	s := p.Styles
	kinds := p.billed.Resolved.Kinds
	mark := "    "
	switch at := slices.Index(kinds, platform.ID); {
	case at >= 0 && at < len(checklist.Placeable):
		mark = "(" + s.Glyphs.Dot + ") "
	case at >= 0:
		mark = "[x] "
	}
	pointer, ink := "  ", s.Text
	if i == p.At {
		pointer, ink = s.Accent.Render(s.Glyphs.Pointer+" "), s.Strong
	}
	name := kit.Fit(string(platform.Letter)+" "+platform.Name, 19, s.Glyphs.Ellipsis)
	if why := model.WhyNot(platform, p.volume); why != "" {
		if !platform.Feasible() {
			why = "refused: " + why
		}
		return pointer + ink.Render(mark) + s.Platform(platform).Render(name) + s.Warn.Render(kit.Fit(why, max(0, p.w-31), s.Glyphs.Ellipsis))
	}
	kind, _ := costs.KindOf(platform.ID)
	about := kind.About
	if platform.Fleet != nil {
		about += " · " + platform.Fleet.NodeName()
	}
	if platform.Region != p.billed.Resolved.Region && platform.Region != pricebook.Global {
		about += " · " + platform.Region
	}
	return pointer + ink.Render(mark) + s.Platform(platform).Render(name) +
		ink.Render(fmt.Sprintf("%10s  ", quantity.Money(platform.Cost(p.volume)))) + s.Muted.Render(kit.Fit(about, max(0, p.w-43), s.Glyphs.Ellipsis))
}

func (p *Platforms) top(rows []platformRow, at int) int {
	room := p.room()
	return max(0, min(at-room/2, len(rows)-room))
}

// room is how many lines of the list are in sight.
func (p *Platforms) room() int { return max(3, p.h-2-len(p.legend())) }

// legend tells the marks apart.
func (p *Platforms) legend() []string {
	s := p.Styles
	text := "(" + s.Glyphs.Dot + ") stands for its option   [x] drawn beside those   space draws, enter lets it stand"
	return append([]string{""}, s.Indent(s.Muted, text, p.w-3)...)
}

func (p *Platforms) Lines() []string {
	rows, at := p.rows()
	top := p.top(rows, at)
	lines := make([]string, 0, p.h)
	for _, r := range rows[top:min(len(rows), top+p.room())] {
		lines = append(lines, r.text)
	}
	for len(lines) < p.room() {
		lines = append(lines, "")
	}
	title := p.title(p.Styles.More(top, len(rows)-p.room()-top))
	return p.Styles.BoxIn(p.Styles.Accent, title, append(lines, p.legend()...), p.w, p.h)
}

// title says what the bills are for and how many lines are out of sight. How
// many platforms are drawn is left out where there is no room for both.
func (p *Platforms) title(more string) string {
	title := fmt.Sprintf("Platforms: bills at %s requests a month", quantity.ShortCount(p.volume))
	if n := len(p.billed.Resolved.Kinds); n > len(checklist.Placeable) {
		if drawn := fmt.Sprintf(", %d on the chart", n); kit.Width(title+drawn+more) <= p.w-4 {
			title += drawn
		}
	}
	return title + more
}
