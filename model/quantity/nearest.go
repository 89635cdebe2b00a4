package quantity

import (
	"strings"

	"runwhere/costs/words"
)

// Nearest returns the candidate that is likely meant by a mistyped word, ""
// when none is close.
func Nearest(word string, candidates []string) string { return Closest(word, candidates) }

// Closest returns the candidate that is likely meant by a mistyped word, ""
// when none is close: at most a third of its letters may differ, or the word
// goes on where a candidate ends or the other way round, as evaluate does.
func Closest(word string, candidates []string) string {
	word = strings.ToLower(strings.NewReplacer("-", "_", " ", "_").Replace(word))
	if len(word) > longestShown {
		return ""
	}
	best, bestDistance := "", len(word)/3+1
	for _, c := range candidates {
		plain := strings.ReplaceAll(strings.ToLower(c), "-", "_")
		if d := words.EditDistance(word, plain); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	for _, c := range candidates {
		plain := strings.ReplaceAll(strings.ToLower(c), "-", "_")
		if begins := min(len(word), len(plain)); best == "" && begins >= leastBeginning && word[:begins] == plain[:begins] {
			best = c
		}
	}
	return best
}

// leastBeginning is how many letters a word and a candidate share where one of
// them is the beginning of the other and taken for it.
const leastBeginning = 4

// DidYouMean turns a suggestion into the start of what is allowed.
func DidYouMean(suggestion, allowed string) string {
	switch {
	case suggestion == "":
		return allowed
	case allowed == "":
		return "did you mean " + suggestion + "?"
	default:
		return "did you mean " + suggestion + "? " + allowed
	}
}
