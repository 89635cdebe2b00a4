package model

import (
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
			PeopleUSD: p.PeopleUSD(), parts: []costPart{{p, 1}},
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

// hybridLine prices today's split at any volume. What is placed on a platform
// is a system of its own there, so its bill is that platform's curve for these
// components alone: fixed costs once, one pooled cluster.
func (e *Evaluation) hybridLine() OutlookLine {
	l := OutlookLine{ID: string(checklist.Hybrid), Option: checklist.Hybrid, Name: "split", Letter: 'H', Stands: true}
	for _, r := range e.Verdict.Ranking {
		if r.Option == checklist.Hybrid && !e.ownPrice(&r) {
			if l.Why = r.Why; l.Why == "" {
				l.Why = "its parts are not described yet"
			}
			return l
		}
	}
	total, mix := e.Volume(), e.mix()
	if l.Barred = !e.Split.Mixed(); l.Barred {
		l.Why = "one platform for all of it costs less today"
	}
	for o, option := range costs.Options {
		p, err := e.platformFor(mix, option)
		if err != nil {
			l.Why, l.parts = err.Error(), nil
			return l
		}
		if p == nil {
			continue
		}
		share := 0.0
		if total > 0 {
			w := e.workloadOn(mix, option)
			share = w.Requests() / total
		}
		l.parts = append(l.parts, costPart{p, share})
		l.PeopleUSD += e.Platforms[o].PeopleUSD()
	}
	l.PeopleUSD += mix.ToolchainUSD
	if total > 0 {
		l.glue = mix.GlueUSD / total
	}
	return l
}

// ended says why the line has no figure at a volume, which is that of the
// whole system.
func (l *OutlookLine) ended(volume float64) string {
	if volume > l.most {
		return fmt.Sprintf("nothing is priced beyond %s requests a month", ShortCount(l.most))
	}
	for _, p := range l.parts {
		if why := WhyNot(p.platform, volume*p.share); why != "" {
			if l.Platform == nil {
				return "on " + p.platform.Name + ", of its share: " + why
			}
			return why
		}
	}
	return "it has no price"
}
