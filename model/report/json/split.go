package json

import (
	"runwhere/checklist"
	"runwhere/model"
	"runwhere/model/split"
	"runwhere/model/study"
)

func splitJSON(e *model.Evaluation, found *study.Findings) any {
	s := &e.Split
	placements := each(s.Placements, func(p *split.Placement) object {
		return object{
			{"component", p.Component},
			{"option", orNull(string(p.Option))},
			{"place", placeJSON(e, p)},
			{"reason", p.Reason},
			{"pinned", p.Pinned},
			{"adds_usd", byOption(p.Adds)},
			{"glue_usd", byOption(p.Glue)},
			{"moving_usd", byOption(p.Moving)},
		}
	})
	return object{
		{"placements", placements},
		{"monthly_usd", number(s.USD)},
		{"alternatives", byOption(s.Alternatives)},
		{"optimal", s.Optimal},
		{"glue", glueJSON(s)},
		{"feasible", s.Feasible},
		{"includes_people", e.Resolved.IncludePeople},
		{"platforms_usd", byOption(s.ByOption)},
		{"glue_usd", placedUSD(s, s.GlueUSD)},
		{"least_possible_usd", placedUSD(s, s.Least)},
		{"gap", number(s.Gap())},
		{"tax", taxJSON(e)},
		{"runner_up", runnerUpJSON(found.RunnerUp)},
		{"pattern", patternJSON(e)},
		{"by_volume", byVolumeJSON(found.ByVolume)},
		{"sentences", texts(e.SplitSentences(found.RunnerUp))},
	}
}

// placeJSON is the id of the platform that a component is placed on, null for none.
func placeJSON(e *model.Evaluation, p *split.Placement) any {
	if p.Place < 0 {
		return nil
	}
	return e.Platforms[p.Place].ID
}

// placedUSD is a part of what a split costs: null where nothing has a place, as
// then it is unknown and not nothing.
func placedUSD(s *split.Split, usd float64) any {
	if !s.Feasible {
		return nil
	}
	return number(usd)
}

// glueJSON lists the calls between components on different platforms. What has
// no known price is named and not in the sum.
func glueJSON(s *split.Split) []object {
	return each(s.Glue, func(g *split.GlueCall) object {
		lines := make([]object, len(g.Lines))
		for k := range g.Lines {
			lines[k] = lineJSON(&g.Lines[k])
		}
		return object{
			{"from", g.From},
			{"to", g.To},
			{"from_option", g.FromOption},
			{"to_option", g.ToOption},
			{"calls_per_month", number(g.Calls)},
			{"via", g.Via},
			{"monthly_usd", number(g.USD)},
			{"lines", lines},
			{"notes", texts(g.Notes)},
			{"unpriced", texts(g.Unknown)},
		}
	})
}

// taxJSON is what the split costs for being one.
func taxJSON(e *model.Evaluation) any {
	tax := e.Tax(&e.Split)
	floors := each(tax.Floors, func(f *split.Floor) object {
		return object{{"platform", f.Platform.ID}, {"monthly_usd", number(f.USD)}}
	})
	return object{
		{"glue_usd", placedUSD(&e.Split, tax.GlueUSD)},
		{"second_toolchain_usd", placedUSD(&e.Split, tax.ToolchainUSD)},
		{"floors", floors},
		{"monthly_usd", placedUSD(&e.Split, tax.USD())},
	}
}

func runnerUpJSON(r *model.RunnerUp) any {
	if r == nil {
		return nil
	}
	return object{
		{"monthly_usd", number(r.USD)},
		{"more_usd", number(r.More)},
		{"moves", movesJSON(r.Moves)},
		{"optimal", r.Optimal},
	}
}

func movesJSON(moves []split.Move) []object {
	return each(moves, func(m *split.Move) object {
		return object{{"component", m.Component}, {"from", orNull(string(m.From))}, {"to", orNull(string(m.To))}}
	})
}

// patternJSON is the guide's pattern of a core and an edge, with what differs.
func patternJSON(e *model.Evaluation) any {
	p := e.Pattern()
	placements := make([]object, len(p.Rules))
	for i, c := range p.Split.Placements {
		placements[i] = object{{"component", c.Component}, {"option", orNull(string(c.Option))}, {"rule", p.Rules[i]}}
	}
	differences := each(p.Differences, func(d *model.PatternDiffers) object {
		return object{
			{"component", d.Component},
			{"pattern", d.Pattern},
			{"split", orNull(string(d.Best))},
			{"rule", d.Rule},
			{"moving_usd", number(d.Moving)},
			{"why", d.Why},
		}
	})
	exceptions := each(p.Exceptions, func(x *model.PatternImpeded) object {
		return object{{"component", x.Component}, {"pattern", x.Pattern}, {"kept", orNull(string(x.Kept))}, {"why", x.Why}}
	})
	return object{
		{"monthly_usd", number(p.Split.USD)},
		{"more_usd", number(p.More)},
		{"placements", placements},
		{"differences", differences},
		{"exceptions", exceptions},
	}
}

// byVolumeJSON is how the placement changes along the axis.
func byVolumeJSON(v *model.SplitByVolume) any {
	components := make([]object, len(v.Spans))
	for i, spans := range v.Spans {
		list := make([]object, len(spans))
		for k, s := range spans {
			list[k] = object{{"from", number(s.From)}, {"to", number(s.To)}, {"option", orNull(string(s.Option))}}
		}
		components[i] = object{{"component", v.Components[i]}, {"spans", list}}
	}
	moves := each(v.Moves, func(m *model.VolumeMove) object {
		return object{
			{"requests_per_month", number(m.Volume)},
			{"component", m.Component},
			{"from", orNull(string(m.From))},
			{"to", orNull(string(m.To))},
		}
	})
	return object{{"components", components}, {"moves", moves}, {"step", number(v.Step)}, {"optimal", v.Optimal}}
}

// byOption prints an amount for each placement, null where it is not known.
func byOption(usd map[checklist.Option]float64) object {
	var o object
	for _, option := range checklist.Placeable {
		var value any
		if v, ok := usd[option]; ok {
			value = number(v)
		}
		o = append(o, member{string(option), value})
	}
	return o
}
