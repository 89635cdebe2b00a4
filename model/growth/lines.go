package growth

import (
	"cmp"
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// outlookLines are the ways to run the system: every platform, and today's
// split with each component where it is today.
func outlookLines(e *model.Evaluation) []OutlookLine {
	lines := make([]OutlookLine, 0, len(e.Platforms)+1)
	for i, p := range e.Platforms {
		l := OutlookLine{
			ID: p.ID, Option: p.Option, Name: p.Name, Letter: p.Letter, Platform: p, Chosen: i < len(checklist.Placeable),
			PeopleUSD: p.PeopleUSD(), billed: p,
		}
		if why := e.PinnedElsewhere(p.Option); why != "" && p.Billed() {
			l.Why, l.Barred = why, true
		}
		lines = append(lines, l)
	}
	lines = append(lines, hybridLine(e))
	for i := range lines {
		if e.Resolved.IncludePeople {
			lines[i].fixed = lines[i].PeopleUSD
		}
		lines[i].most = math.Max(scenario.MostRequests, e.Volume())
	}
	return lines
}

// hybridLine is the best mix: today's split with each component where it is.
// Where one platform costs less it is the best one on two, and no choice.
func hybridLine(e *model.Evaluation) OutlookLine {
	l := OutlookLine{ID: string(checklist.Hybrid), Option: checklist.Hybrid, Name: "best mix", Letter: 'H', Chosen: true}
	if r := e.RankOf(checklist.Hybrid); !e.OwnPrice(r) {
		if l.Why = cmp.Or(r.Why, e.NoFigure(checklist.Hybrid)); l.Why == "" {
			l.Why = "its parts are not described yet"
		}
		return l
	}
	mix := e.HybridMix()
	l.billed, l.PeopleUSD = mix, mix.PeopleUSD()
	if l.Barred = e.Mix == nil; l.Barred {
		l.Why = "one platform for all of it costs less today"
	}
	return l
}

// ended says why the line has no figure at a volume, which is that of the
// whole system.
func (l *OutlookLine) ended(volume float64) string {
	if volume > l.most {
		return fmt.Sprintf("nothing is priced beyond %s requests a month", quantity.ShortCount(l.most))
	}
	if l.billed != nil {
		if why := model.WhyNot(l.billed, volume); why != "" {
			return why
		}
	}
	return "it has no price"
}
