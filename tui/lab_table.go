package tui

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/costs"
	"runwhere/model"
)

func (p *labPane) tableTitle() string {
	title := "At " + model.FormatCount(round3(p.volume())) + " a month"
	if p.cursor > 0 {
		title += " (cursor)"
	}
	return title
}

// tableLines compares the platforms at the present volume, the cheapest first:
// the bill, and the bill with people and tools. Both are always shown; the one
// that the chart draws is marked.
func (p *labPane) tableLines(w int) []string {
	s, result := p.styles, p.session.Result
	include := result.Resolved.IncludePeople
	mark := map[bool]string{true: s.Glyphs.Dot, false: " "}
	lines := []string{s.Muted.Render(fit(fmt.Sprintf("%-10s%9s%s%8s%s", "", "bill", mark[!include], "with tax", mark[include]), w, ""))}
	curves := slices.Clone(result.Curves)
	slices.SortStableFunc(curves, func(a, b costs.Curve) int { return cmp.Compare(a.Cost(p.volume()), b.Cost(p.volume())) })
	least := curves[0].Cost(p.volume())
	for _, c := range curves {
		usd := c.Platform.Cost(p.volume())
		name := s.platform(c.Platform).Render(fit(string(c.Platform.Letter)+" "+c.Platform.Name, 10, s.Glyphs.Ellipsis))
		if math.IsInf(usd, 1) {
			lines = append(lines, name+s.Warn.Render(fit(" "+p.why(c.Platform), w-10, s.Glyphs.Ellipsis)))
			continue
		}
		cells := fmt.Sprintf("%9s %8s ", model.Money(usd), model.Money(usd+c.Platform.PeopleUSD()))
		if room := w - 10 - 19; room >= 6 && least > 0 {
			cells += fmt.Sprintf("%*s", room, model.FormatNumber(math.Round(c.Cost(p.volume())/least*10)/10)+s.Glyphs.Times)
		}
		lines = append(lines, name+s.Text.Render(cells))
	}
	return append(lines, p.verdictLines(w)...)
}

// why says in a word or two why a platform has no price here.
func (p *labPane) why(platform *costs.Platform) string {
	if len(platform.Refusals) > 0 {
		return "refused: " + platform.Refusals[0].Limit
	}
	return "saturated at " + model.FormatCount(round3(platform.MaxVolume()))
}

func (p *labPane) verdictLines(w int) []string {
	s, result := p.styles, p.session.Result
	score := fmt.Sprintf("score %d of 39", result.Score.Low)
	if result.Score.High > result.Score.Low {
		score = fmt.Sprintf("score %d–%d of 39", result.Score.Low, result.Score.High)
		if s.Glyphs.Dash == "-" {
			score = strings.ReplaceAll(score, "–", "-")
		}
	}
	v := &result.Verdict
	verdict := "verdict: none possible"
	if v.Recommendation != "" {
		verdict = fmt.Sprintf("verdict %s %.0f %%", v.Recommendation, v.Confidence*100)
	}
	lines := []string{s.Muted.Render(score + " · " + string(result.Score.Band))}
	if s.Glyphs.Dash == "-" {
		lines[0] = s.Muted.Render(score + " - " + string(result.Score.Band))
	}
	return append(lines, s.Strong.Render(fit(verdict, w, s.Glyphs.Ellipsis)))
}

// sentences says in words what the chart shows, as many lines as fit.
func (p *labPane) sentences(w, h int) []string {
	var lines []string
	for _, sentence := range p.session.Result.Sentences() {
		wrapped := wrap(sentence, w-1)
		if len(lines)+len(wrapped) > h {
			break
		}
		for _, line := range wrapped {
			lines = append(lines, " "+p.styles.Text.Render(line))
		}
	}
	return lines
}
