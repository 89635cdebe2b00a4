package system

import (
	"fmt"

	"runwhere/checklist"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

// callRuns lists whom the component calls and who calls it.
func (p *Pane) callRuns(large bool) []kit.Run {
	s := p.Styles
	out, in := p.edgesOf(p.At)
	if len(out)+len(in) == 0 {
		return []kit.Run{{Text: "none; l adds one", Ink: s.Muted}}
	}
	var runs []kit.Run
	list := func(edges []*Edge, sign string, other func(*Edge) int) {
		for i, e := range edges {
			if len(runs) > 0 {
				runs = append(runs, kit.Run{Text: kit.DotBetween, Ink: s.Faint})
			}
			if !large && i == edgesInPane {
				runs = append(runs, kit.Run{Text: fmt.Sprintf("%s and %d more", sign, len(edges)-i), Ink: s.Muted})
				break
			}
			runs = append(runs, kit.Run{Text: kit.Together(sign + " " + p.Rows[other(e)].Name + " "), Ink: s.Accent}, p.valueRun(e.rate),
				kit.Run{Text: " " + kit.Together("a request, "+quantity.ShortCount(e.CallsAMonth)+" a month"), Ink: s.Text})
			if large {
				runs = append(runs, kit.Run{Text: ", ", Ink: s.Text}, p.valueRun(e.payload), kit.Run{Text: " each by ", Ink: s.Text}, p.valueRun(e.via))
			}
			if e.Glue != nil {
				runs = append(runs, kit.Run{Text: ", " + kit.Together(e.GlueText()+" between platforms"), Ink: s.Text})
			}
		}
	}
	list(out, s.Glyphs.Right, func(e *Edge) int { return e.To })
	list(in, s.Glyphs.Left, func(e *Edge) int { return e.From })
	if over := p.overCalled(p.At); over != "" {
		runs = append(runs, kit.Run{Text: kit.DotBetween, Ink: s.Faint}, kit.Run{Text: over, Ink: s.Warn})
	}
	return runs
}

// placeRuns says where the component runs and what it adds on each platform.
func (p *Pane) placeRuns() []kit.Run {
	s, r := p.Styles, &p.Rows[p.At]
	if p.At >= len(p.of.Split.Placements) {
		return nil
	}
	placement := &p.of.Split.Placements[p.At]
	var runs []kit.Run
	if r.option == "" {
		why := p.of.NoFigures()
		if why == "" {
			why = "every platform refuses it"
		}
		runs = append(runs, kit.Run{Text: "no place: " + why, Ink: s.Bad})
	} else {
		runs = append(runs, kit.Run{Text: r.cells[columnPlace].text, Ink: p.optionInk(r.option)})
		if r.pinned {
			runs = append(runs, kit.Run{Text: " " + kit.Together("[pin], x frees it"), Ink: s.Text})
		}
		runs = append(runs, kit.Run{Text: ", adds " + kit.Together(r.cells[ColumnAdds].text+" a month"), Ink: s.Text})
	}
	for _, o := range checklist.Placeable {
		if o == r.option {
			continue
		}
		if _, refused := placement.Refusals[o]; !refused {
			runs = append(runs, kit.Run{Text: kit.DotBetween, Ink: s.Faint}, kit.Run{Text: platformName(p.of, o), Ink: p.optionInk(o)},
				kit.Run{Text: " would add " + moneyOrNone(placement.Adds[o]), Ink: s.Text})
		}
	}
	return runs
}

// optionInk is the colour of an option.
func (p *Pane) optionInk(o checklist.Option) kit.Style {
	return p.Styles.Option[o]
}

// limitRuns says which platforms refuse the component, why, and the way round.
func (p *Pane) limitRuns(large bool) []kit.Run {
	s := p.Styles
	if p.At >= len(p.of.Split.Placements) {
		return nil
	}
	refusals := p.of.Split.Placements[p.At].Refusals
	var runs []kit.Run
	for _, o := range checklist.Placeable {
		r, refused := refusals[o]
		if !refused {
			continue
		}
		if len(runs) > 0 {
			runs = append(runs, kit.Run{Text: kit.DotBetween, Ink: s.Faint})
		}
		runs = append(runs, kit.Run{Text: platformName(p.of, o), Ink: p.optionInk(o)}, kit.Run{Text: " refuses it: it " + r.Limit + "; way round: " + r.Workaround, Ink: s.Text})
		if large {
			runs = append(runs, kit.Run{Text: " (" + kit.SourceOf(r.Source, r.AsOf) + ")", Ink: s.Muted})
		}
	}
	for _, o := range checklist.Placeable {
		for _, c := range p.of.Platform(o).Caveats {
			if c.Component != p.Rows[p.At].Name || len(refusals[o].Limit) > 0 {
				continue
			}
			if len(runs) > 0 {
				runs = append(runs, kit.Run{Text: kit.DotBetween, Ink: s.Faint})
			}
			runs = append(runs, kit.Run{Text: platformName(p.of, o), Ink: p.optionInk(o)},
				kit.Run{Text: " refuses it if its default is right: it " + c.Limit, Ink: s.Warn})
		}
	}
	if len(runs) == 0 {
		return []kit.Run{{Text: "no platform refuses it", Ink: s.Good}}
	}
	return runs
}
