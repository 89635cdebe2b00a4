package report

import (
	"fmt"
	"math"

	"github.com/clipperhouse/displaywidth"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/split"
	"runwhere/model/study"
)

func textSplit(p *page, e *model.Evaluation, found *study.Findings) {
	s := &e.Split
	p.heading("Cheapest placement: " + splitTotal(e))
	for _, placement := range s.Placements {
		lead := "  " + placement.Component
		if displaywidth.String(lead) >= 27 {
			p.text("  ", placement.Component)
			lead = ""
		}
		p.text(left(lead, 27)+left(placement.Option.Title(), 17), placement.Reason)
	}
	for _, o := range checklist.Placeable {
		if usd, ok := s.Alternatives[o]; ok {
			text := money(usd) + " a month"
			if math.IsInf(usd, 1) {
				text = "not possible"
				if e.NoFigure(o) != "" {
					text = "no figure"
				}
			} else if !e.Wholly(e.Platform(o)) {
				text += ", without its people"
			}
			p.text(left("  everything on "+o.Title(), 44), text)
		}
	}
	for _, said := range e.SplitSentences(found.RunnerUp) {
		p.text("  - ", said)
	}
	textGlue(p, s)
	if len(s.Placements) < 2 {
		return // one component is no pattern, and moves where the cheapest curve changes
	}
	textPattern(p, e.Pattern())
	textByVolume(p, found.ByVolume)
}

// textGlue opens what the calls between the sides cost.
func textGlue(p *page, s *split.Split) {
	if len(s.Glue) == 0 {
		return
	}
	p.heading("Calls between the sides: " + money(s.GlueUSD) + " a month")
	for i := range s.Glue {
		g := &s.Glue[i]
		p.text("  ", fmt.Sprintf("%s on %s to %s on %s, %s calls over %s: %s", g.From, g.FromOption.Title(),
			g.To, g.ToOption.Title(), quantity.ShortCount(g.Calls), via(g.Via), money(g.USD)))
		for k := range g.Lines {
			l := &g.Lines[k]
			p.text("    ", fmt.Sprintf("%s %s: %s (%s, %s)", l.Label, money(l.USD), l.Formula, l.Source, l.AsOf))
		}
		for _, note := range append(append([]string{}, g.Notes...), g.Unpriced...) {
			p.text("    ", note)
		}
	}
}

// via says how a call gets across.
func via(v costs.Via) string {
	switch v {
	case costs.ViaEvent:
		return "the event bus"
	case costs.ViaGateway:
		return "HTTP"
	}
	return "a private connection"
}

// textPattern explains each difference between the guide's pattern and the
// cheapest placement.
func textPattern(p *page, pattern *model.PatternSplit) {
	if pattern.Follows() {
		return
	}
	p.heading("Where the guide's pattern of a core and an edge differs")
	for _, d := range pattern.Differences {
		p.text("  - ", d.Why)
	}
	for _, x := range pattern.Exceptions {
		p.text("  - ", x.Why)
	}
}

// textByVolume says which component moves at which volume.
func textByVolume(p *page, moves *model.SplitByVolume) {
	p.heading("The cheapest placement as the volume grows")
	for _, said := range moves.Sentences() {
		p.text("  - ", said)
	}
}

// splitTotal says what the placement costs and whether it is proven.
func splitTotal(e *model.Evaluation) string {
	s := &e.Split
	if why := e.NoFigure(e.Verdict.Recommendation); why != "" {
		return "none, " + why
	}
	if !s.Feasible {
		return "none, a component has no place"
	}
	text := money(s.USD) + " a month"
	if s.Optimal {
		return text + ", no other is cheaper"
	}
	return text + ", the best that was found"
}
