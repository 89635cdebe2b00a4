package model

import (
	"fmt"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/quantity"
)

// ComparedSentences says where each platform that is only compared is the
// cheapest of all, and what being compared means; none where nothing is. It
// needs the envelope, which a screen that redraws at every key must not wait
// for, and is therefore no part of Sentences.
func (e *Evaluation) ComparedSentences() []string {
	compared := e.Platforms[len(checklist.Placeable):]
	if len(compared) == 0 {
		return nil
	}
	var said []string
	for _, p := range compared {
		if text := e.cheapestRanges(p); text != "" {
			said = append(said, text)
		}
	}
	if len(said) == 0 {
		said = []string{"No platform that is only compared is the cheapest at any volume."}
	}
	return append(said, "Platforms that are only compared take no part in split and verdict.")
}

// cheapestRanges says at which volumes a compared platform is the cheapest of
// all, "" where it never is.
func (e *Evaluation) cheapestRanges(p *costs.Platform) string {
	var ranges []costs.Segment
	for _, s := range e.Envelope() {
		if s.Cheapest == p {
			ranges = append(ranges, s)
		}
	}
	if len(ranges) == 0 {
		return ""
	}
	if len(ranges) > mostRanges {
		return fmt.Sprintf("%s, only compared, is the cheapest of all in %d ranges between %s and %s requests a month.",
			p.Name, len(ranges), quantity.ShortCount(ranges[0].From), quantity.ShortCount(ranges[len(ranges)-1].To))
	}
	var where []string
	for _, r := range ranges {
		where = append(where, rangeWords(r.From, r.To))
	}
	return fmt.Sprintf("%s, only compared, is the cheapest of all %s.", p.Name, strings.Join(where, " and "))
}

// mostRanges is how many ranges a sentence spells out; more are counted.
const mostRanges = 3

// rangeWords says which part of the volumes a range is.
func rangeWords(from, to float64) string {
	switch {
	case from <= LowestVolume && to >= HighestVolume:
		return "at every volume"
	case to >= HighestVolume:
		return fmt.Sprintf("from %s requests a month on", quantity.ShortCount(from))
	case from <= LowestVolume:
		return fmt.Sprintf("up to %s requests a month", quantity.ShortCount(to))
	}
	return fmt.Sprintf("from %s to %s requests a month", quantity.ShortCount(from), quantity.ShortCount(to))
}
