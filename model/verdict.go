package model

import (
	"runwhere/checklist"
	"runwhere/model/scenario"
)

// Verdict is the recommendation and everything that speaks for and against it.
// It is reached in this order:
//
//  1. Constraints. An option is possible when its platform can be where the
//     system has to run and refuses no component, no pin keeps a component off
//     it and its fleet carries today's volume. A limit that an open follow-up
//     can lift is no constraint yet: the ledger says what is assumed. An
//     impossible option is ranked last and says which component, which limit
//     and which way round.
//  2. Parts. Hybrid is a result and not a middle score. Where the parts are
//     described it is the best split, if that uses more than one platform, and
//     has what the platforms of the split have in evidence; its saving has to
//     pay for a second toolchain. Where they are not, it lives on what is said
//     of them: that they differ, or needs that are hardly one part's.
//  3. Fit. What asks for isolates (others' code, edge, devices) counts more
//     than any preference; without it Wasm is a runtime to be learnt, and its
//     low price alone takes nothing from the others.
//  4. Economics. The monthly cost of ownership, from the meters: each doubling
//     over the cheapest possible option costs points, up to a cap, and small
//     money weighs less than large. An unknown volume is a range, and only what
//     an option loses at every volume in it counts.
//  5. Preferences and the team. Each answer and each derived fact gives signed
//     points to the options it speaks for, in a ledger; the weights are one
//     table. What is unanswered gives nothing and is never a "no"; an answer
//     that makes no demand counts little; what makes a team small is asked
//     three times and counted once.
//
// The possible option with the most points is recommended; among equals the
// cheaper one, then the first in the order of the options. The confidence comes
// from the margin to the runner-up and from what is unanswered, which can only
// lower it.
type Verdict struct {
	Recommendation checklist.Option         // "" where no option can run the system
	Confidence     float64                  // 0..1, from the margin and from how much is unanswered
	Ranking        []Ranked                 // all four options, the best first, impossible ones last
	Ledger         []Evidence               // every answer and derived fact that gives points
	Counter        string                   // the strongest argument against it
	Contradictions []scenario.Contradiction // what the scenario says against itself
	Voices         []Voice                  // what each instrument says by itself
	Disagreements  []string                 // "Your score says hybrid, your costs say serverless by 4.2×."
}

// Ranked is one option with its points and its price.
type Ranked struct {
	Option     checklist.Option
	Points     float64 // evidence and economics together
	Evidence   float64
	Economics  float64 // 0 for the cheapest, negative for the others
	MonthlyUSD float64 // cloud bill; +Inf where the option cannot run the system or has no figure
	AtLeast    float64 // what is known of the bill of an option without a figure; 0 elsewhere
	PeopleUSD  float64
	Feasible   bool
	Dearer     bool   // of hybrid: possible, but the cheapest placement keeps to one platform
	Why        string // why it is impossible, or "" where it is not
}

// Rival is the next possible option that is a choice beside the first one, nil
// where there is none: a hybrid that no bill speaks for is none.
func (v *Verdict) Rival() *Ranked { return rival(v.Ranking) }

func rival(ranking []Ranked) *Ranked {
	best := &ranking[0]
	for i := range ranking[1:] {
		r := &ranking[1+i]
		if r.Feasible && (!r.Dearer || r.MonthlyUSD < best.MonthlyUSD-smallMoney) {
			return r
		}
	}
	return nil
}

// Evidence is one line of the ledger: what was asked, what was said and what
// it gives to which option.
type Evidence struct {
	Instrument string // checklist, team, traffic, architecture, economics
	ID         string // of the question or fact
	Question   string
	Answer     string
	Points     map[checklist.Option]float64
	Why        string
}

// Label is the question with its answer.
func (l *Evidence) Label() string {
	s := Step{Question: l.Question, Answer: l.Answer}
	return s.Label()
}

// Flip is the nearest value of one input at which the recommendation changes.
// The two values are the same where stating what is assumed is enough. Answers
// to a question have no order and no values: there the flip is every other
// answer that leads to one recommendation.
type Flip struct {
	Answer    bool
	Input     string // path of the field
	Label     string
	From, To  string  // as printed with units
	FromValue float64 // in the base unit of the input
	ToValue   float64
	Becomes   checklist.Option // "" where nothing is possible any more
	Unproven  bool             // whether it rests on a placement that is not proven to be the cheapest
}
