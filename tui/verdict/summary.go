package verdict

import (
	"fmt"
	"math"
	"strings"

	"runwhere/model"
	"runwhere/tui/kit"
)

// smallPage is the height below which the summary keeps to what fits on it.
const smallPage = 30

// reasonsShown is how many reasons a small page begins with.
const reasonsShown = 3

// summary is the first screenful: the decision, how sure it is, why, what
// speaks against it and what to press for more.
func (p *Pane) summary(t *kit.PageWriter) {
	e, s := p.Session.Result, p.Styles
	v := &e.Verdict
	if v.Recommendation == "" {
		t.Text(s.Bad, model.NoVerdict+".")
	} else {
		words := fmt.Sprintf("%s, confidence %.0f %%", v.Recommendation.Title(), v.Confidence*100)
		filled := int(math.Round(v.Confidence * 20))
		bar := strings.Repeat(s.Glyphs.Bar, filled) + strings.Repeat(s.Glyphs.BarRest, 20-filled)
		t.Line(s.Muted.Render("Recommended: ") + s.Option[v.Recommendation].Bold().Render(words) + "  " + s.Muted.Render(bar))
	}
	t.Text(s.Muted, p.confidence())
	t.Blank()
	reasons := e.Reasons()
	if v.Recommendation == "" {
		reasons = reasons[1:] // the first says again that there is none
	}
	rest := 0
	if p.Scroll.H < smallPage && len(reasons) > reasonsShown {
		rest = len(reasons) - reasonsShown
		reasons = reasons[:reasonsShown]
	}
	t.Line(s.Title.Render("Why"))
	for _, reason := range reasons {
		t.Bullet(s.Glyphs.Dot, s.Text, reason)
	}
	change := "What would make an option possible first"
	if v.Recommendation != "" {
		t.Line(s.Title.Render("Strongest argument against"))
		t.Bullet(s.Glyphs.Dash, s.Text, orNone(v.Counter))
		change = "What would change it first"
	}
	t.Line(s.Title.Render(change))
	p.firstFlip(t)
	p.firstAssumption(t)
	t.Blank()
	t.Text(s.Muted, "space pages down, n goes to the next section: costs, flips, evidence (←→ another option), constraints, mistakes, hidden tax, cold starts (z), months ahead (g). w writes the decision record.")
	if rest > 0 {
		t.Heading("More reasons")
		for _, reason := range e.Reasons()[len(e.Reasons())-rest:] {
			t.Bullet(s.Glyphs.Dot, s.Text, reason)
		}
	}
}

// confidence says what the confidence comes from: the margin, and what is open.
func (p *Pane) confidence() string {
	e := p.Session.Result
	ranking := e.Verdict.Ranking
	margin := "Nothing else can run it"
	switch next := e.Verdict.Rival(); {
	case !ranking[0].Feasible:
		return "Each option below says what is in its way; take the way round of one of them."
	case next != nil:
		shown := func(points float64) float64 { return math.Round(points*10) / 10 } // as the ranking prints them
		margin = fmt.Sprintf("%.1f points ahead of %s", shown(ranking[0].Points)-shown(next.Points), next.Option.Title())
	case ranking[1].Feasible:
		margin = "Nothing else can run all of it, and a mix would only cost more"
	}
	open := e.PeekOpen()
	text := margin + ". " + open.Sentence()
	if len(open.Questions) > 0 {
		text += " Answers to the ten questions can raise the confidence."
	}
	return text
}

func orNone(text string) string {
	if text == "" {
		return "none found"
	}
	return text
}

// disputes is where the instruments disagree and answers contradict each other.
func (p *Pane) disputes(t *kit.PageWriter) {
	s, v := p.Styles, &p.Session.Result.Verdict
	if len(v.Disagreements) > 0 {
		t.Heading("Where the instruments disagree")
		for _, text := range v.Disagreements {
			t.Bullet(s.Glyphs.Dash, s.Warn, text)
		}
	}
	if len(v.Contradictions) > 0 {
		t.Heading("Answers that contradict each other")
	}
	for _, c := range v.Contradictions {
		t.Bullet(s.Glyphs.Cross, s.Warn, c.First+", but "+c.Second)
		t.Under(s.Text, c.Check)
	}
}
