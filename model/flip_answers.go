package model

import (
	"context"
	"strings"

	"runwhere/checklist"
)

// answerFlips says of every question of the checklist, and of every follow-up
// that applies, which other answers change the recommendation; answers of one
// question that lead to the same one are one flip. The volume is a figure and
// no answer here.
func answerFlips(ctx context.Context, s Scenario, like *nearby, now checklist.Option) []Flip {
	var questions []checklist.Question
	for _, q := range checklist.Questions {
		if q.ID != checklist.KeyRequests {
			questions = append(questions, q)
		}
	}
	for _, q := range checklist.FollowUps {
		if applies(s, q.ID) {
			questions = append(questions, q)
		}
	}
	found := make([][]Flip, len(questions))
	sideBySide(len(questions), func(i int) { found[i] = questionFlips(ctx, s, like, now, &questions[i]) })
	var flips []Flip
	for _, of := range found {
		flips = append(flips, of...)
	}
	return flips
}

// questionFlips tries every other answer to one question.
func questionFlips(ctx context.Context, s Scenario, like *nearby, now checklist.Option, q *checklist.Question) []Flip {
	given := s.Answers.Get(q.ID)
	from := "unanswered"
	if choice, ok := q.Choice(given.Choice()); ok {
		from = choice.Label
	}
	labels, unproven := map[checklist.Option][]string{}, map[checklist.Option]bool{}
	work := newEffort(ctx, flipWork)
	for _, choice := range q.Choices {
		if choice.ID == given.Choice() {
			continue
		}
		if becomes, proven := like.recommend(s.WithAnswer(q.ID, checklist.Choose(choice.ID)), work); becomes != now {
			labels[becomes] = append(labels[becomes], choice.Label)
			unproven[becomes] = unproven[becomes] || !proven
		}
	}
	var flips []Flip
	for _, becomes := range append([]checklist.Option{""}, checklist.Options...) {
		if to := labels[becomes]; len(to) > 0 {
			flips = append(flips, Flip{
				Input: QuestionPath(q.ID), Label: strings.ReplaceAll(q.ID, "_", " "), Answer: true,
				From: from, To: strings.Join(to, ", or "), Becomes: becomes, Unproven: unproven[becomes],
			})
		}
	}
	return flips
}
