package checklist

import (
	"math"
	"slices"
	"strings"
)

// TeamBand is one row of the size half of the framework's team factor.
type TeamBand struct {
	ID    string   // as published
	Leans []Option // without a platform engineer; empty where none
	Text  string   // what the framework says

	withEngineer []Option // with a platform engineer on the team
	over, upTo   float64  // engineers: more than over, upTo included
}

// TeamBands is the size half of the framework's team factor, in its order.
//
// The published bands overlap at 8 and at 15. Both belong to the smaller band:
// 8 is "4–8" and 15 is "8–15", so "15+" means more than 15, as it does in
// question 1. Parts of a person between 3 and 4 belong to "4–8", and a team of
// nobody to "1–3".
var TeamBands = []TeamBand{
	{ID: "1–3", Leans: []Option{Serverless}, withEngineer: []Option{Serverless}, Text: "serverless", over: 0, upTo: 3},
	{ID: "4–8", Text: "depends on the other factors", over: 3, upTo: 8},
	{ID: "8–15", withEngineer: []Option{Kubernetes}, Text: "either; Kubernetes with a platform engineer", over: 8, upTo: 15},
	{ID: "15+", Leans: []Option{Kubernetes}, withEngineer: []Option{Kubernetes}, Text: "Kubernetes", over: 15, upTo: math.Inf(1)},
}

// Finding is a factor of the framework applied to the answers. The zero Finding
// is "unanswered" and leans nowhere.
type Finding struct {
	Answer string   // what was said, in words; "" when unanswered
	Leans  []Option // empty where the factor does not decide, and when unanswered
	Text   string   // what the framework says to this answer
}

// Answered reports whether the factor's question has an answer.
func (f Finding) Answered() bool { return f.Answer != "" }

// Lean prints the lean as Leans does: "serverless", "either", "" when
// unanswered.
func (f Finding) Lean() string {
	if !f.Answered() {
		return ""
	}
	return leanText(f.Leans)
}

// TeamFinding is the team factor applied to the answers.
type TeamFinding struct {
	Size   Finding
	Skills Finding
}

// Team applies the framework's first factor. Where only a band of question 1 is
// known and it covers several sizes of the factor ("fewer than 5" is 1–3 or 4),
// the size leans to what all of them lean to, and nowhere if they differ.
func Team(a Answers) TeamFinding {
	return TeamFinding{Size: teamSize(a), Skills: teamSkills(a)}
}

func teamSize(a Answers) Finding {
	bands := possibleTeamBands(a.Get(KeyEngineers))
	if len(bands) == 0 {
		return Finding{}
	}
	engineer := a.Get(KeyPlatformTeam).Choice() == Yes
	leans := bands[0].leans(engineer)
	ids, texts := make([]string, len(bands)), make([]string, len(bands))
	for i, b := range bands {
		ids[i], texts[i] = b.ID, b.Text
		if len(bands) > 1 {
			texts[i] = b.ID + ": " + b.Text
		}
		if !slices.Equal(b.leans(engineer), leans) {
			leans = nil
		}
	}
	return Finding{Answer: strings.Join(ids, " or "), Leans: leans, Text: strings.Join(texts, "; ")}
}

func (b TeamBand) leans(platformEngineer bool) []Option {
	if platformEngineer {
		return b.withEngineer
	}
	return b.Leans
}

// possibleTeamBands returns the sizes that an answer to question 1 allows: one
// for an exact number, none when unanswered.
func possibleTeamBands(answer Answer) []TeamBand {
	if n, ok := answer.Number(); ok {
		for i, b := range TeamBands {
			if n <= b.upTo {
				return TeamBands[i : i+1]
			}
		}
	}
	q, _ := QuestionByID(KeyEngineers)
	choice, ok := q.Choice(answer.Choice())
	if !ok {
		return nil
	}
	var bands []TeamBand
	for _, b := range TeamBands {
		if choice.band.low < b.upTo && choice.band.high > b.over {
			bands = append(bands, b)
		}
	}
	return bands
}

func teamSkills(a Answers) Finding {
	choice, ok := SkillsQuestion.Choice(a.Get(KeySkills).Choice())
	if !ok {
		return Finding{}
	}
	return Finding{Answer: choice.Label, Leans: choice.Leans, Text: leanText(choice.Leans)}
}
