package backtest

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// plain is a value as text, "" for what is not known.
func plain(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case uint64:
		return strconv.FormatUint(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		if isSilence(strings.TrimSpace(v)) {
			return ""
		}
		return strings.TrimSpace(v)
	}
	return fmt.Sprint(value)
}

// inWords is a fact in the words of the scenario file. Sources give figures as
// bounds (`<15m`, `15+`, `>50M`), as spans (`5-15`) and as estimates (`~20`): a
// bound is the band on its side, a span a range or the band that holds it, an
// estimate its figure. Everything else is left to the field.
func inWords(f *scenario.Field, word string) string {
	id, _ := f.Path.Below(paths.Checklist)
	q, ok := checklist.QuestionByID(id)
	if !ok || !q.Numeric() {
		if f.Kind == quantity.Number { // a count of the architecture
			return strings.TrimLeft(strings.TrimSuffix(word, "+"), "<>=~≥≤ ")
		}
		return word
	}
	if _, isBand := q.Choice(word); isBand {
		return word
	}
	number := func(text string) (float64, bool) {
		var s scenario.Scenario
		if f.SetText(&s, scenario.At{}, strings.TrimSpace(text)) != nil {
			return 0, false
		}
		return s.Answers.Get(id).Number()
	}
	if low, high, span := strings.Cut(word, "-"); span {
		if a, ok := number(low); ok {
			if b, ok := number(high); ok {
				return spanWords(&q, low, high, a, b)
			}
		}
	}
	text, side := bound(word)
	v, ok := number(text)
	switch {
	case !ok:
		return word
	case side == 0:
		return text
	}
	answer, err := q.FromNumber(v * (1 + float64(side)*1e-9))
	if err != nil {
		return word
	}
	return answer.Choice()
}

// bound takes the signs off a figure and says on which side of it the truth
// lies: -1 below, 1 above, 0 at the figure.
func bound(word string) (text string, side int) {
	text = strings.TrimSpace(word)
	switch {
	case strings.HasPrefix(text, "<"), strings.HasPrefix(text, "≤"):
		side = -1
	case strings.HasPrefix(text, ">"), strings.HasPrefix(text, "≥"), strings.HasSuffix(text, "+"):
		side = 1
	}
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimLeft(text, "<>=≤≥~ "), "+")), side
}

// spanWords is a span of figures: the band that holds all of it, else a range.
func spanWords(q *checklist.Question, low, high string, a, b float64) string {
	first, err := q.FromNumber(a)
	last, errLast := q.FromNumber(b)
	if err == nil && errLast == nil && first.Choice() == last.Choice() {
		return first.Choice()
	}
	if math.Max(a, b) == b {
		return strings.TrimSpace(low) + ".." + strings.TrimSpace(high)
	}
	return strings.TrimSpace(high) + ".." + strings.TrimSpace(low)
}
