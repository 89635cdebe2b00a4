package tui

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"runwhere/checklist"
	"runwhere/model/quantity"
)

// callRuns lists whom the component calls and who calls it.
func (p *systemPane) callRuns(large bool) []run {
	s := p.styles
	out, in := p.edgesOf(p.at)
	if len(out)+len(in) == 0 {
		return []run{{"none; l adds one", s.Muted}}
	}
	var runs []run
	list := func(edges []*systemEdge, sign string, other func(*systemEdge) int) {
		for i, e := range edges {
			if len(runs) > 0 {
				runs = append(runs, run{dotBetween, s.Faint})
			}
			if !large && i == edgesInPane {
				runs = append(runs, run{fmt.Sprintf("%s and %d more", sign, len(edges)-i), s.Muted})
				break
			}
			runs = append(runs, run{together(sign + " " + p.rows[other(e)].name + " "), s.Accent}, p.valueRun(e.rate),
				run{" " + together("a request, "+quantity.ShortCount(e.callsAMonth)+" a month"), s.Text})
			if large {
				runs = append(runs, run{", ", s.Text}, p.valueRun(e.payload), run{" each by ", s.Text}, p.valueRun(e.via))
			}
			if e.glue != nil {
				runs = append(runs, run{", " + together(e.glueText()+" between platforms"), s.Text})
			}
		}
	}
	list(out, s.Glyphs.Right, func(e *systemEdge) int { return e.to })
	list(in, s.Glyphs.Left, func(e *systemEdge) int { return e.from })
	if over := p.overCalled(p.at); over != "" {
		runs = append(runs, run{dotBetween, s.Faint}, run{over, s.Warn})
	}
	return runs
}

// placeRuns says where the component runs and what it adds on each platform.
func (p *systemPane) placeRuns() []run {
	s, r := p.styles, &p.rows[p.at]
	if p.at >= len(p.of.Split.Placements) {
		return nil
	}
	placement := &p.of.Split.Placements[p.at]
	var runs []run
	if r.option == "" {
		why := p.of.NoFigure(p.of.Verdict.Recommendation)
		if why == "" {
			why = "every platform refuses it"
		}
		runs = append(runs, run{"no place: " + why, s.Bad})
	} else {
		runs = append(runs, run{r.cells[columnPlace].text, p.optionInk(r.option)})
		if r.pinned {
			runs = append(runs, run{" " + together("[pin], x frees it"), s.Text})
		}
		runs = append(runs, run{", adds " + together(r.cells[columnAdds].text+" a month"), s.Text})
	}
	for _, o := range checklist.Placeable {
		if o == r.option {
			continue
		}
		if _, refused := placement.Refusals[o]; !refused {
			runs = append(runs, run{dotBetween, s.Faint}, run{platformName(p.of, o), p.optionInk(o)},
				run{" would add " + moneyOrNone(placement.Adds[o]), s.Text})
		}
	}
	return runs
}

// optionInk is the colour of an option.
func (p *systemPane) optionInk(o checklist.Option) lipgloss.Style {
	return p.styles.Option[o]
}

// limitRuns says which platforms refuse the component, why, and the way round.
func (p *systemPane) limitRuns(large bool) []run {
	s := p.styles
	if p.at >= len(p.of.Split.Placements) {
		return nil
	}
	refusals := p.of.Split.Placements[p.at].Refusals
	var runs []run
	for _, o := range checklist.Placeable {
		r, refused := refusals[o]
		if !refused {
			continue
		}
		if len(runs) > 0 {
			runs = append(runs, run{dotBetween, s.Faint})
		}
		runs = append(runs, run{platformName(p.of, o), p.optionInk(o)}, run{" refuses it: it " + r.Limit + "; way round: " + r.Workaround, s.Text})
		if large {
			runs = append(runs, run{" (" + sourceOf(r.Source, r.AsOf) + ")", s.Muted})
		}
	}
	for _, o := range checklist.Placeable {
		for _, c := range p.of.Platform(o).Caveats {
			if c.Component != p.rows[p.at].name || len(refusals[o].Limit) > 0 {
				continue
			}
			if len(runs) > 0 {
				runs = append(runs, run{dotBetween, s.Faint})
			}
			runs = append(runs, run{platformName(p.of, o), p.optionInk(o)},
				run{" refuses it if its default is right: it " + c.Limit, s.Warn})
		}
	}
	if len(runs) == 0 {
		return []run{{"no platform refuses it", s.Good}}
	}
	return runs
}
