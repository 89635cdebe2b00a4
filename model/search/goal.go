package search

import (
	"math"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// Goal is a statement about a scenario that holds or does not: what a search
// for a value aims at.
type Goal struct {
	Text  string
	holds func(s scenario.Scenario, work *split.Effort) bool
}

// GoalChanges is the goal that is the same for every scenario: another
// recommendation than today's.
const GoalChanges = "changes"

// ParseGoal reads a goal for an evaluated scenario:
//
//	changes        another recommendation than today's
//	serverless     this recommendation
//	eks<lambda     one monthly cost below another, of an option or a platform
//	lambda>$500    or below or above an amount of USD
//
// Costs include people where the scenario includes them. The error is an
// *InputError that lists what is allowed.
func ParseGoal(e *model.Evaluation, text string) (Goal, error) {
	goal := Goal{Text: text}
	text = strings.ReplaceAll(text, " ", "")
	now, book, like := e.Verdict.Recommendation, e.Book, nearby(e)
	recommend := func(s scenario.Scenario, work *split.Effort) checklist.Option {
		option, _ := like.Recommend(s, work)
		return option
	}
	switch i := strings.IndexAny(text, "<>"); {
	case i >= 0:
		left, err := parseCost(e, goal.Text, text[:i])
		if err != nil {
			return Goal{}, err
		}
		right, err := parseCost(e, goal.Text, text[i+1:])
		if err != nil {
			return Goal{}, err
		}
		if text[i] == '>' {
			left, right = right, left
		}
		goal.holds = func(s scenario.Scenario, _ *split.Effort) bool {
			curves, resolved, err := model.Curves(s, book)
			volume := resolved.Workload.Requests()
			return err == nil && left.of(curves, volume) < right.of(curves, volume) &&
				!(left.amount && math.IsInf(right.of(curves, volume), 1)) // what has no bill is above no amount
		}
	case text == GoalChanges:
		goal.holds = func(s scenario.Scenario, work *split.Effort) bool { return recommend(s, work) != now }
	case slices.Contains(checklist.Options, checklist.Option(text)):
		goal.holds = func(s scenario.Scenario, work *split.Effort) bool {
			return recommend(s, work) == checklist.Option(text)
		}
	default:
		return Goal{}, goalError(e, goal.Text, "not a goal")
	}
	return goal, nil
}

// cost reads a monthly cost in USD off curves at a volume; +Inf where the
// platform cannot carry it.
type cost struct {
	of     func(curves []costs.Curve, volume float64) float64
	amount bool // the same for every scenario
}

func parseCost(e *model.Evaluation, goal, text string) (cost, error) {
	if i := slices.Index(checklist.Placeable, checklist.Option(text)); i >= 0 {
		return curveAt(i), nil
	}
	if i := slices.IndexFunc(e.Platforms, func(p *costs.Platform) bool { return p.ID == text }); i >= 0 {
		return curveAt(i), nil
	}
	usd, err := quantity.ParseAmount(quantity.USD, text)
	if err != nil || usd.IsRange() || scenario.TooSmall(quantity.USD, usd.Low) || usd.High > scenario.MostDollars {
		return cost{}, goalError(e, goal, text+": not a cost")
	}
	return cost{func([]costs.Curve, float64) float64 { return usd.Value() }, true}, nil
}

// curveAt reads the i-th curve: platforms keep their order while values change.
func curveAt(i int) cost {
	return cost{of: func(curves []costs.Curve, volume float64) float64 {
		if i >= len(curves) {
			return math.Inf(1)
		}
		return curves[i].Cost(volume)
	}}
}

func goalError(e *model.Evaluation, value, problem string) error {
	var names []string
	for _, o := range checklist.Placeable {
		names = append(names, string(o))
	}
	for _, p := range e.Platforms {
		names = append(names, p.ID)
	}
	return &quantity.InputError{
		Key: "goal", Value: value, Problem: problem,
		Allowed: "a goal is changes, one of kubernetes, serverless, wasm, hybrid, or two costs with < or > between them: an amount such as $500, or one of " +
			strings.Join(names, ", "),
	}
}
