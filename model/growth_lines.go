package model

import (
	"cmp"
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs"
)

// outlookLines are the ways to run the system: every platform, and today's
// split with each component where it is today.
func (e *Evaluation) outlookLines() []OutlookLine {
	lines := make([]OutlookLine, 0, len(e.Platforms)+1)
	for i, p := range e.Platforms {
		l := OutlookLine{
			ID: p.ID, Option: checklist.Option(p.Option), Name: p.Name, Letter: p.Letter, Platform: p, Stands: i < len(costs.Options),
			PeopleUSD: p.PeopleUSD(), priced: p,
		}
		if why := e.pinnedElsewhere(p.Option); why != "" && p.Billed() {
			l.Why, l.Barred = why, true
		}
		lines = append(lines, l)
	}
	lines = append(lines, e.hybridLine())
	for i := range lines {
		if e.Resolved.IncludePeople {
			lines[i].fixed = lines[i].PeopleUSD
		}
		lines[i].most = math.Max(mostRequests, e.Volume())
	}
	return lines
}

// hybridLine is the best mix: today's split with each component where it is.
// Where one platform costs less it is the best one on two, and no choice.
func (e *Evaluation) hybridLine() OutlookLine {
	l := OutlookLine{ID: string(checklist.Hybrid), Option: checklist.Hybrid, Name: "best mix", Letter: 'H', Stands: true}
	if r := e.rankOf(checklist.Hybrid); !e.ownPrice(r) {
		if l.Why = cmp.Or(r.Why, e.NoFigure(checklist.Hybrid)); l.Why == "" {
			l.Why = "its parts are not described yet"
		}
		return l
	}
	mix := e.hybridMix()
	l.priced, l.PeopleUSD = mix, mix.PeopleUSD()
	if l.Barred = e.Mix == nil; l.Barred {
		l.Why = "one platform for all of it costs less today"
	}
	return l
}

// ended says why the line has no figure at a volume, which is that of the
// whole system.
func (l *OutlookLine) ended(volume float64) string {
	if volume > l.most {
		return fmt.Sprintf("nothing is priced beyond %s requests a month", ShortCount(l.most))
	}
	if l.priced != nil {
		if why := WhyNot(l.priced, volume); why != "" {
			return why
		}
	}
	return "it has no price"
}
