package search

import (
	"context"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model"
	"runwhere/model/scenario"
	"runwhere/model/split"
)

// answerFlips says of every question of the checklist, and of every follow-up
// that applies, which other answers change the recommendation; answers of one
// question that lead to the same one are one flip. The volume is a figure and
// no answer here.
func answerFlips(ctx context.Context, s scenario.Scenario, like *model.Nearby, now checklist.Option) []model.Flip {
	var questions []checklist.Question
	for _, q := range checklist.Questions {
		if q.ID != checklist.KeyRequests {
			questions = append(questions, q)
		}
	}
	for _, q := range checklist.FollowUps {
		if model.Applies(s, q.ID) {
			questions = append(questions, q)
		}
	}
	found := make([][]model.Flip, len(questions))
	model.SideBySide(len(questions), func(i int) { found[i] = questionFlips(ctx, s, like, now, &questions[i]) })
	var flips []model.Flip
	for _, of := range found {
		flips = append(flips, of...)
	}
	return flips
}

// questionFlips tries every other answer to one question.
func questionFlips(ctx context.Context, s scenario.Scenario, like *model.Nearby, now checklist.Option, q *checklist.Question) []model.Flip {
	given := s.Answers.Get(q.ID)
	from := "unanswered"
	if choice, ok := q.Choice(given.Choice()); ok {
		from = choice.Label
	}
	labels, unproven := map[checklist.Option][]string{}, map[checklist.Option]bool{}
	work := split.NewEffort(ctx, split.FlipWork)
	for _, choice := range q.Choices {
		if choice.ID == given.Choice() {
			continue
		}
		if becomes, proven := like.Recommend(s.WithAnswer(q.ID, checklist.Choose(choice.ID)), work); becomes != now {
			labels[becomes] = append(labels[becomes], choice.Label)
			unproven[becomes] = unproven[becomes] || !proven
		}
	}
	var flips []model.Flip
	for _, becomes := range append([]checklist.Option{""}, checklist.Options...) {
		if to := labels[becomes]; len(to) > 0 {
			flips = append(flips, model.Flip{
				Input: paths.Question(q.ID).String(), Label: strings.ReplaceAll(q.ID, "_", " "), Answer: true,
				From: from, To: strings.Join(to, ", or "), Becomes: becomes, Unproven: unproven[becomes],
			})
		}
	}
	return flips
}
