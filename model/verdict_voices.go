package model

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// Voice is what one instrument says by itself, before anything is weighed
// against anything else.
type Voice struct {
	Instrument string           // score, costs, answers, skills
	Option     checklist.Option // what it says
	Detail     string           // how clearly it says so: "(12 of 39)", "by 4.2×"
}

// The instruments that have a voice.
const (
	voiceScore   = "score"
	voiceCosts   = "costs"
	voiceAnswers = "answers"
	voiceSkills  = "skills"
)

// voiceWords is how a sentence calls each instrument.
var voiceWords = map[string]struct{ name, says string }{
	voiceScore:   {"score", "says"},
	voiceCosts:   {"costs", "say"},
	voiceAnswers: {"answers", "say"},
	voiceSkills:  {"team", "says"},
}

// voices lets each instrument speak. One that has nothing to go on, or that
// ties, says nothing.
func (e *Evaluation) voices(ranking []Ranked) []Voice {
	var said []Voice
	if s := &e.Score; s.Low > 0 { // with no factor known to hold it always says serverless
		detail := fmt.Sprintf("(%d of %d)", s.Low, checklist.MaxScore)
		if s.HighBand != s.Band {
			detail = fmt.Sprintf("so far (%d to %d of %d)", s.Low, s.High, checklist.MaxScore)
		}
		said = append(said, Voice{voiceScore, s.Band, detail})
	}
	if v, ok := e.CostVoice(ranking); ok {
		said = append(said, v)
	}
	if leading := e.Leans.Leading(); len(leading) == 1 {
		said = append(said, Voice{voiceAnswers, leading[0], fmt.Sprintf("(%d of %d)", e.Leans.Count(leading[0]), e.Leans.Answered())})
	}
	if leans := e.Team.Skills.Leans; len(leans) == 1 {
		said = append(said, Voice{Instrument: voiceSkills, Option: leans[0]})
	}
	return said
}

// CostVoice is the cheapest possible option and how many times the next one
// costs; none where two are the cheapest.
func (e *Evaluation) CostVoice(ranking []Ranked) (Voice, bool) {
	var possible []*Ranked
	for i := range ranking {
		if e.OwnPrice(&ranking[i]) {
			possible = append(possible, &ranking[i])
		}
	}
	if len(possible) == 0 {
		return Voice{}, false
	}
	if least := slices.MinFunc(possible, func(a, b *Ranked) int { return cmp.Compare(e.Owned(a), e.Owned(b)) }); len(e.Undecided(e.Owned(least))) > 0 {
		return Voice{}, false // another one may cost less
	}
	slices.SortStableFunc(possible, func(a, b *Ranked) int { return compareDescending(e.Owned(b), e.Owned(a)) })
	v := Voice{Instrument: voiceCosts, Option: possible[0].Option}
	if len(possible) == 1 {
		beside := "nothing else can run it"
		if slices.ContainsFunc(ranking, func(r Ranked) bool { return r.AtLeast > 0 && r.Feasible }) {
			beside = "what is known of the others is more"
		}
		v.Detail = fmt.Sprintf("(%s a month, and %s)", quantity.Money(e.Owned(possible[0])), beside)
		return v, true
	}
	least, next := e.Owned(possible[0]), e.Owned(possible[1])
	if next-least < 0.005 {
		return Voice{}, false
	}
	v.Detail = fmt.Sprintf("(%s a month against %s)", quantity.Money(least), quantity.Money(next))
	if times := next / least; !math.IsInf(times, 1) {
		v.Detail = "by " + formatTimes(times) + " " + v.Detail
	}
	return v, true
}

// mostTimes is the factor beyond which nobody compares two figures.
const mostTimes = 1e4

// formatTimes prints a ratio of two costs with what can be read of it: 1.04×,
// 4.2×, 180×.
func formatTimes(times float64) string {
	switch {
	case times < 1.095:
		return fmt.Sprintf("%.2f×", math.Max(times, 1.01))
	case times < 9.95:
		return fmt.Sprintf("%.1f×", times)
	case times < mostTimes:
		return fmt.Sprintf("%.0f×", times)
	}
	return "over " + Ratio(mostTimes) + "×"
}

// disagreements says plainly, in one sentence, where the instruments point to
// different options, instead of averaging it away, and with whom the verdict
// goes.
func disagreements(voices []Voice, recommended checklist.Option) []string {
	var said, with []string
	differ := false
	for _, v := range voices {
		words := voiceWords[v.Instrument]
		said = append(said, strings.TrimSpace(fmt.Sprintf("your %s %s %s %s", words.name, words.says, v.Option, v.Detail)))
		differ = differ || v.Option != voices[0].Option
		if v.Option == recommended {
			with = append(with, "your "+words.name)
		}
	}
	if !differ {
		return nil
	}
	text := strings.Join(said, ", ")
	switch {
	case recommended == "": // nothing is possible, so there is no side to take
	case len(with) == 0:
		text += fmt.Sprintf("; the verdict, %s, goes with none of them", recommended)
	default:
		text += fmt.Sprintf("; the verdict, %s, goes with %s", recommended, words.ListWords(with))
	}
	return []string{"Y" + text[1:] + "."}
}
