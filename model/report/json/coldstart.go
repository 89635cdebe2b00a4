package json

import (
	"math"

	"runwhere/costs"
	"runwhere/model/guide"
)

// coldStartsJSON is what is claimed and measured of cold starts and what each
// way round them costs a month in this scenario.
func coldStartsJSON(c *guide.ColdStarts) any {
	claims := each(c.Claims, func(claim *guide.ColdStartClaim) object {
		return object{{"option", claim.Option}, {"claim", claim.Claim}, {"facts", factsJSON(claim.Facts)}}
	})
	remedies := each(c.Remedies, func(r *guide.ColdStartRemedy) object {
		return object{
			{"id", r.ID},
			{"title", r.Title},
			{"applies", r.Applies},
			{"why_not", orNull(r.WhyNot)},
			{"in_use", r.InUse},
			{"monthly_usd", number(r.USD)},
			{"how", orNull(r.How)},
			{"effect", r.Effect},
			{"facts", factsJSON(r.Facts)},
		}
	})
	return object{
		{"claims", claims},
		{"measured", measuredJSON(c.Measured)},
		{"marked", c.Marked},
		{"platform", c.Platform.ID},
		{"scope", orNull(c.Scope)},
		{"now", object{
			{"cold_start_rate", number(c.Now.Rate)},
			{"billed", c.Now.Billed},
			{"monthly_usd", number(c.Now.USD)},
			{"monthly_usd_at_one_percent", number(c.Now.OnePercent)},
			{"how", c.Now.How},
			{"source", orNull(c.Now.Source)},
			{"as_of", orNull(c.Now.AsOf)},
		}},
		{"remedies", remedies},
	}
}

// measuredJSON lists the measured starts; `components` are those that are
// written in the runtime's language.
func measuredJSON(measured []guide.MeasuredStart) []object {
	return each(measured, func(m *guide.MeasuredStart) object {
		p99 := m.P99
		if p99 == 0 {
			p99 = math.NaN()
		}
		return object{
			{"runtime", m.Runtime},
			{"language", orNull(m.Language)},
			{"package", m.Package},
			{"architecture", m.Architecture},
			{"memory_mib", costs.ColdStartMemoryMiB},
			{"samples", m.Samples},
			{"p50_ms", number(m.P50)},
			{"p90_ms", number(m.P90)},
			{"p99_ms", number(p99)},
			{"components", append([]string{}, m.Components...)},
			{"source", m.Source},
			{"as_of", m.AsOf},
		}
	})
}

// comparisonJSON is the three-way comparison, each claim with the facts of
// today for the platform that stands for the option.
func comparisonJSON(rows []guide.ComparedRow) any {
	return each(rows, func(row *guide.ComparedRow) object {
		var options object
		for _, c := range row.Cells {
			options = append(options, member{string(c.Option), object{
				{"platform", c.Platform.ID}, {"claim", orNull(claimed(c.Claim))}, {"facts", factsJSON(c.Facts)},
			}})
		}
		return object{{"id", row.ID}, {"label", row.Label}, {"options", options}, {"checks", factsJSON(row.Checks)}}
	})
}

// claimed is a claim, or nothing where the guide makes none.
func claimed(claim string) string {
	if claim == "-" {
		return ""
	}
	return claim
}

func factsJSON(facts []guide.Fact) []object {
	return each(facts, func(f *guide.Fact) object {
		return object{{"fact", f.Text}, {"source", f.Source}, {"as_of", orNull(f.AsOf)}}
	})
}
