package lab

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/words"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/tui/kit"
)

func (p *Pane) tableTitle() string {
	title := "At " + quantity.ShortCount(p.Volume()) + " a month"
	if p.cursor > 0 {
		title += " (cursor)"
	}
	return title
}

// tableRow is one way to run the system at the volume in question.
type tableRow struct {
	Name   string
	ink    kit.Style
	usd    float64 // bill; +Inf where there is none
	people float64
	known  model.PeopleKnown
	Why    string // there is no bill
}

// TableRows lists the platforms, and the best mix where there is one, the
// cheapest first. What a pin bars is no choice and has no figure.
func (p *Pane) TableRows() []tableRow {
	result := p.Session.Result
	var rows []tableRow
	for _, c := range result.Billable() {
		row := tableRow{Name: string(c.Letter) + " " + c.Name, ink: p.Styles.Platform(c), usd: c.Cost(p.Volume()), people: c.PeopleUSD(), known: result.PeopleKnown(c)}
		switch why := result.Barred(c); {
		case math.IsInf(row.usd, 1):
			row.Why = p.why(c)
		case why != "":
			row.usd, row.Why = math.Inf(1), why
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b tableRow) int { return cmp.Compare(p.owned(&a), p.owned(&b)) })
	return rows
}

// withPeople prints the bill with people in w cells; where there is no room for
// "from" the least is marked with a plus.
func (r *tableRow) withPeople(w int) string {
	text := r.known.Total(r.usd + r.people)
	if r.known == model.PeopleInPart && len(text) > w {
		return quantity.Money(r.usd+r.people) + "+"
	}
	return text
}

// owned is what a row costs with people where they are included.
func (p *Pane) owned(r *tableRow) float64 {
	if p.Session.Result.Resolved.IncludePeople {
		return r.usd + r.people
	}
	return r.usd
}

// tableLines prints the bill, and the bill with people and tools. Both are
// always shown; the one that the chart draws is marked.
func (p *Pane) tableLines(w int) []string {
	s := p.Styles
	include := p.Session.Result.Resolved.IncludePeople
	mark := map[bool]string{true: s.Glyphs.Dot, false: " "}
	rows := p.TableRows()
	c := tableColumnsIn(w, longestName(rows))
	lines := []string{s.Muted.Render(kit.Fit(fmt.Sprintf("%*s%9s%s%*s%s", c.name, "", "bill", mark[!include], c.people, c.heading, mark[include]), w, ""))}
	least := p.owned(&rows[0])
	if include && rows[0].known == model.PeopleUnknown {
		least = 0 // how many times as much another one costs is not known
	}
	room := max(3, p.layout.table.H-2-1-2)
	for i, r := range rows {
		if left := len(rows) - i; i == room-1 && left > 1 {
			lines = append(lines, s.Muted.Render(kit.Fit(fmt.Sprintf("and %d more: x opens their bills", left), w, s.Glyphs.Ellipsis)))
			break
		}
		name := r.ink.Render(kit.Fit(r.Name, c.name, s.Glyphs.Ellipsis))
		if r.Why != "" {
			lines = append(lines, name+s.Warn.Render(kit.Fit(" "+r.Why, w-c.name, s.Glyphs.Ellipsis)))
			continue
		}
		cells := fmt.Sprintf("%9s %*s ", quantity.Money(r.usd), c.people, r.withPeople(c.people))
		if room := w - c.name - c.amounts(); room >= ratioWidth && least > 0 && (!include || r.known != model.PeopleUnknown) {
			cells += fmt.Sprintf("%*s", room, quantity.FormatNumber(math.Round(p.owned(&r)/least*10)/10)+s.Glyphs.Times)
		}
		lines = append(lines, name+s.Text.Render(cells))
	}
	return append(lines, p.verdictLines(w)...)
}

// why says in a word or two why a platform has no price here.
func (p *Pane) why(platform *costs.Platform) string {
	switch {
	case len(platform.Refusals) > 0:
		return "refused: " + platform.Refusals[0].Limit
	case platform.Partly():
		return "≥ " + quantity.Money(platform.AtLeast(p.Volume())) + " without " + words.ListWords(platform.Unbilled.Without)
	case platform.Unbilled != nil:
		return platform.Unbilled.Why
	}
	return "saturated at " + quantity.ShortCount(platform.MaxVolume())
}

func (p *Pane) verdictLines(w int) []string {
	s, result := p.Styles, p.Session.Result
	score := scoreSays(&result.Score)
	v := &result.Verdict
	verdict := "verdict: none possible"
	if v.Recommendation != "" {
		verdict = fmt.Sprintf("verdict %s %.0f %%", v.Recommendation, v.Confidence*100)
	}
	lines := []string{
		s.Strong.Render(kit.Fit(verdict, w, s.Glyphs.Ellipsis)),
		s.Muted.Render(kit.Fit(score, w, s.Glyphs.Ellipsis)),
	}
	return append(lines, p.oldestPrice(w)...)
}

// scoreSays is the score and the option of its band; where it may still be in
// several, the first and the last of them.
func scoreSays(score *checklist.ArchitectureScore) string {
	if score.HighBand == score.Band {
		return fmt.Sprintf("score %s · %s", kit.ScoreText(score), score.Band)
	}
	return fmt.Sprintf("score %d–%d · %s to %s", score.Low, score.High, score.Band, score.HighBand)
}

// oldestPrice names the oldest price that a bill rests on. In a narrow table its
// date comes first, and what does not fit is cut.
func (p *Pane) oldestPrice(w int) []string {
	oldest := p.Session.Result.OldestPrice()
	if oldest == nil {
		return nil
	}
	if w < 36 {
		text := "oldest price " + quantity.DateWords(oldest.AsOf) + ": " + oldest.Label
		return []string{p.Styles.Muted.Render(kit.Fit(text, w, p.Styles.Glyphs.Ellipsis))}
	}
	var lines []string
	for _, line := range kit.Wrap("oldest price used: "+oldest.Text(), w) {
		lines = append(lines, p.Styles.Muted.Render(line))
	}
	return lines
}

// sentences says in words what the chart shows, as many lines as fit.
func (p *Pane) sentences(w, h int) []string {
	var lines []string
	said := append(p.oddsSentences(), p.Session.Result.Sentences()...)
	if found, known := p.Session.Result.PeekRestsOn(); known && found.Brief(p.Session.Result.Evaluation) != "" {
		said = slices.Insert(said, min(1, len(said)), found.Brief(p.Session.Result.Evaluation)) // behind who is the cheapest
	}
	for _, sentence := range said {
		wrapped := kit.Wrap(sentence, w-1)
		if len(lines)+len(wrapped) > h {
			break
		}
		for _, line := range wrapped {
			lines = append(lines, " "+p.Styles.Text.Render(line))
		}
	}
	return lines
}
