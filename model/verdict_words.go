package model

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// Reasons says in order of weight why the first of the ranking is recommended.
// They are worked out when first asked for: what another kind of platform
// would cost takes a price of every one, and the lab shows none of it.
func (e *Evaluation) Reasons() []string { return e.reasons() }

func (e *Evaluation) findReasons(ranking []Ranked, ledger []Evidence) []string {
	best := &ranking[0]
	if !best.Feasible {
		reasons := []string{NoVerdict + "."}
		for i := range ranking {
			reasons = append(reasons, fmt.Sprintf("%s: %s", ranking[i].Option, e.notReason(&ranking[i])))
		}
		return reasons
	}
	var reasons, outweighed, ruledOut []string
	if !ranking[1].Feasible {
		reasons = append(reasons, fmt.Sprintf("Only %s can run the whole system.", best.Option))
	}
	for i := range ranking { // what is out comes last: it is no reason for what is in
		if r := &ranking[i]; !r.Feasible && r.Option != checklist.Hybrid {
			ruledOut = append(ruledOut, fmt.Sprintf("Not %s: %s", r.Option, e.notReason(r)))
		}
	}
	switch undescribed := best.Option == checklist.Hybrid && e.mayDiffer(); {
	case undescribed:
		reasons = append(reasons, "Its parts are not described yet, and one platform hardly suits all of them: on the System screen each gets its numbers, and the split its place and its cost.")
	default:
		text, favours := e.costReason(ranking)
		if favours {
			reasons = append(reasons, text)
		} else if text != "" { // what the evidence outweighs comes behind that evidence
			outweighed = append(outweighed, text)
		}
	}
	if best.Option == checklist.Hybrid && e.Split.Mixed() {
		reasons = append(reasons, e.splitReason())
	}
	if text := e.volumeReason(); text != "" && len(reasons)+len(outweighed) < leastReasons {
		reasons = append(reasons, text)
	}
	managed := ""
	if best.Option == checklist.Kubernetes {
		managed = e.managedReason()
	}
	room := mostReasons - len(reasons) - len(outweighed) - len(ruledOut)
	if managed != "" {
		room--
	}
	for _, l := range strongest(ledger, best.Option, min(3, room)) {
		reasons = append(reasons, fmt.Sprintf("%s (%+.1f for %s).", l.Label(), l.Points[best.Option], best.Option))
	}
	if managed != "" {
		reasons = append(reasons, managed)
	}
	reasons = append(reasons, outweighed...)
	return e.fillReasons(append(reasons, ruledOut...), ranking)
}

// A verdict has at least and at most so many reasons: fewer explain nothing,
// more are not read.
const leastReasons, mostReasons = 3, 6

// fillReasons says where a verdict with few reasons stands.
func (e *Evaluation) fillReasons(reasons []string, ranking []Ranked) []string {
	best, next := &ranking[0], &ranking[1]
	if len(reasons) < leastReasons && next.Feasible {
		reasons = append(reasons, fmt.Sprintf("%s is next, %.1f points behind: evidence %s against %s, economics %s against %s.",
			next.Option.Title(), best.Points-next.Points, words.Signed(next.Evidence), words.Signed(best.Evidence), words.Signed(next.Economics), words.Signed(best.Economics)))
	}
	if len(reasons) < leastReasons {
		text := fmt.Sprintf("The architecture score is at least %d of %d, which says %s", e.Score.Low, checklist.MaxScore, e.Score.Band)
		if e.Score.HighBand != e.Score.Band {
			text += fmt.Sprintf("; open factors could still make it %s", e.Score.HighBand)
		}
		reasons = append(reasons, text+".")
	}
	return reasons
}

// costReason compares the recommendation with the next possible option, and
// says whether the comparison speaks for it; "" where there is nothing to
// compare.
func (e *Evaluation) costReason(ranking []Ranked) (text string, favours bool) {
	best := &ranking[0]
	if why := e.noFigure(best); why != "" {
		return "What it costs is not known: " + why + ".", false
	}
	for i := range ranking[1:] {
		other := &ranking[1+i]
		if !e.OwnPrice(other) {
			continue
		}
		a, b := e.Owned(best), e.Owned(other)
		at := fmt.Sprintf("at %s requests a month", quantity.ShortCount(e.Volume()))
		switch {
		case math.Abs(a-b) < 0.005:
			return fmt.Sprintf("It costs the same as %s %s: %s a month.", other.Option, at, quantity.Money(a)), true
		case a < b:
			return fmt.Sprintf("It costs %s a month less than %s %s: %s instead of %s.", quantity.Money(b-a), other.Option, at, quantity.Money(a), quantity.Money(b)), true
		}
		return fmt.Sprintf("It costs %s a month more than %s %s (%s instead of %s), which the evidence outweighs.", quantity.Money(a-b), other.Option, at, quantity.Money(a), quantity.Money(b)), false
	}
	return "", false
}

// splitReason says what goes where.
func (e *Evaluation) splitReason() string {
	var parts []string
	for o, option := range checklist.Placeable {
		if names := e.Split.Of(option); len(names) > 0 {
			list := strings.Join(names[:min(4, len(names))], ", ")
			if len(names) > 4 {
				list += fmt.Sprintf(" and %d more", len(names)-4)
			}
			parts = append(parts, fmt.Sprintf("%s on %s", list, e.Platforms[o].Name))
		}
	}
	return "The components differ: " + strings.Join(parts, "; ") + "."
}

// strongest returns the lines that give an option the most points.
func strongest(ledger []Evidence, o checklist.Option, n int) []Evidence {
	var lines []Evidence
	for _, l := range ledger {
		if l.Points[o] > 0 {
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b Evidence) int {
		return compareDescending(a.Points[o], b.Points[o])
	})
	return lines[:min(n, len(lines))]
}

func compareDescending(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}

// managedReason advises against a cluster of one's own where a team is small
// or nobody in it runs one, "" elsewhere.
func (e *Evaluation) managedReason() string {
	if e.ownSites() {
		return "" // What is managed there is the provider's own form, which the constraint names.
	}
	const take = "Take it managed (EKS Auto Mode, GKE Autopilot, Fargate) and not as a cluster of your own: "
	switch {
	case e.Scenario.Answers.Get(checklist.KeyPlatformTeam).Choice() == checklist.No:
		return take + "nobody on the team runs one today."
	case e.Scenario.Answers.Get(checklist.KeyEngineers).Choice() == checklist.Under5:
		return take + "fewer than five engineers have better work to do."
	}
	return ""
}

// counter is the strongest argument against the recommendation: money where
// another option is cheaper, else the heaviest evidence for the runner-up.
func (e *Evaluation) counter(ranking []Ranked, ledger []Evidence) string {
	best := &ranking[0]
	if !best.Feasible {
		return ""
	}
	for i := range ranking[1:] {
		other := &ranking[1+i]
		if e.OwnPrice(other) && e.OwnPrice(best) && e.Owned(other) < e.Owned(best)-smallMoney {
			return fmt.Sprintf("%s would cost %s a month less: %s instead of %s.", other.Option.Title(),
				quantity.Money(e.Owned(best)-e.Owned(other)), quantity.Money(e.Owned(other)), quantity.Money(e.Owned(best)))
		}
	}
	for i := range ranking[1:] {
		other := ranking[1+i].Option
		if lines := strongest(ledger, other, 1); len(lines) > 0 && lines[0].Points[best.Option] < lines[0].Points[other] {
			return fmt.Sprintf("%s (%+.1f for %s).", lines[0].Label(), lines[0].Points[other], other)
		}
	}
	switch open := len(e.Leans.Unanswered()); {
	case open == 1:
		return "One of the ten questions is open, and it could still speak for another option."
	case open == len(checklist.Questions):
		return "All ten questions are open, and each could still speak for another option."
	case open > 1:
		return fmt.Sprintf("%d of the ten questions are open, and each could still speak for another option.", open)
	}
	if best.Evidence < 0 {
		return fmt.Sprintf("The answers themselves speak against %s; it wins on cost and limits alone.", best.Option)
	}
	return ""
}
