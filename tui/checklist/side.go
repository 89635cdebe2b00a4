package checklist

import (
	"fmt"
	"strings"

	"runwhere/checklist"
	"runwhere/model"
	"runwhere/tui/kit"
)

// sideLines says what the answers say so far: where each option stands, the
// architecture score, the recommendation and what is open. What there is no
// room for goes in this order: empty lines, the reason, the score's meaning.
func (p *Pane) sideLines(r kit.Rect) []string {
	leans := p.leanLines(r.W)
	score := p.scoreLines(r.W)
	recommendation, reason := p.recommendation(r.W)
	open := p.openLine(r.W)

	need := len(leans) + len(score) + len(recommendation) + len(open)
	if need > r.H && len(score) > 1 {
		score, need = score[:1], need-len(score)+1
	}
	reason = reason[:max(0, min(len(reason), r.H-need))]
	need += len(reason)
	var lines []string
	for i, part := range [][]string{leans, score, append(recommendation, reason...), open} {
		if i > 0 && need < r.H {
			lines = append(lines, "")
			need++
		}
		lines = append(lines, part...)
	}
	return lines
}

// leanLines draws how many of the ten questions lean to each option: what is
// answered in full, what the open ones could still add lightly.
func (p *Pane) leanLines(w int) []string {
	s, l := p.Styles, &p.Session.Result.Leans
	lines := []string{s.Muted.Render(kit.Fit(fmt.Sprintf(" leans (%d of %d answered)", l.Answered(), len(checklist.Questions)), w, s.Glyphs.Ellipsis))}
	const name, figures = 12, 5
	room := max(1, w-name-figures-2)
	for _, o := range checklist.Outcomes {
		least, most := l.Range(o)
		full, possible := barCells(least, room), barCells(most, room)
		bar := s.Option[o].Render(strings.Repeat(s.Glyphs.Bar, full)) +
			s.Faint.Render(strings.Repeat(s.Glyphs.BarRest, possible-full)) + strings.Repeat(" ", room-possible)
		figure := fmt.Sprint(least)
		if most > least {
			figure = fmt.Sprintf("%d–%d", least, most)
		}
		lines = append(lines, " "+s.Option[o].Render(kit.Fit(kit.ShortOption(o), name-1, ""))+bar+" "+s.Text.Render(fmt.Sprintf("%-*s", figures, figure)))
	}
	return lines
}

// barCells is the length of a bar for a number of questions; some is never
// drawn as none.
func barCells(n, room int) int {
	all := len(checklist.Questions)
	cells := (n*room + all/2) / all
	if n > 0 {
		cells = max(1, cells)
	}
	return min(room, cells)
}

// scoreLines are the architecture score and what it says.
func (p *Pane) scoreLines(w int) []string {
	s, score := p.Styles, &p.Session.Result.Score
	bands := make([]string, 0, 3)
	for _, o := range score.Bands() {
		bands = append(bands, string(o))
	}
	lines := []string{" " + s.Text.Render("score "+kit.ScoreText(score))}
	return append(lines, s.Indent(s.Muted, "says "+strings.Join(bands, " or "), w-1)...)
}

// recommendation is the present one and the reason that weighs most.
func (p *Pane) recommendation(w int) (line, reason []string) {
	s, v := p.Styles, &p.Session.Result.Verdict
	if v.Recommendation == "" {
		line = []string{" " + s.Bad.Render(kit.Fit("now: "+model.NoOption, w-1, s.Glyphs.Ellipsis))}
	} else {
		words := fmt.Sprintf("now: %s, %.0f %%", kit.ShortOption(v.Recommendation), v.Confidence*100)
		line = []string{" " + s.Option[v.Recommendation].Bold().Render(words)}
	}
	if reasons := p.Session.Result.Reasons(); len(reasons) > 0 {
		reason = s.Indent(s.Text, reasons[0], w-1)
		if len(reason) > 4 {
			reason = reason[:4]
			reason[3] = kit.Fit(reason[3], w-2, "") + s.Glyphs.Ellipsis
		}
	}
	return line, reason
}

// openLine names the steps in which something is open, as the progress line
// does, and how many further questions can change the verdict.
func (p *Pane) openLine(w int) []string {
	s, open := p.Styles, p.Session.Result.PeekOpen()
	if open.Nothing() {
		return []string{" " + s.Good.Render(s.Glyphs.Check+" nothing is open")}
	}
	var names []string
	for at := step(0); at <= SkillsStep; at++ {
		if !p.answered(at) {
			names = append(names, at.Name())
		}
	}
	more := FollowUpStep.Name()
	switch n := len(open.FollowUps); {
	case !open.Searched:
		names = append(names, more+" "+s.Glyphs.Ellipsis)
	case n > 0:
		names = append(names, fmt.Sprintf("%s (%d)", more, n))
	}
	return s.Indent(s.Warn, "open: "+strings.Join(names, " "), w-1)
}
