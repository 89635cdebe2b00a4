package search

import (
	"testing"

	"runwhere/checklist"
)

// TestWhatIsOpenInWords: nothing is said to be open or not before it is known.
func TestWhatIsOpenInWords(t *testing.T) {
	t.Parallel()
	ten := checklist.Questions
	pending := func(n int) []Pending { return make([]Pending, n) }
	for _, c := range []struct {
		open    Open
		want    string
		nothing bool
	}{
		{Open{Searched: true}, "Nothing is open.", true},
		{Open{}, "Open: which further questions can change the verdict is being worked out.", false},
		{Open{Questions: ten[:1], Searched: true}, "Open: one of the ten questions.", false},
		{Open{Questions: ten, Skills: true, Searched: true}, "Open: all ten questions and the team's skills.", false},
		{Open{FollowUps: pending(1), Searched: true}, "Open: a further question that can change the verdict.", false},
		{
			Open{Questions: ten[:3], Skills: true, FollowUps: pending(2), Searched: true},
			"Open: 3 of the ten questions, the team's skills and 2 further questions that can change the verdict.", false,
		},
	} {
		if got := c.open.Sentence(); got != c.want || c.open.Nothing() != c.nothing {
			t.Errorf("got %q and nothing %v, want %q and %v", got, c.open.Nothing(), c.want, c.nothing)
		}
		if n := len(c.open.All()); (n == 0) != (c.open.Words() == "") {
			t.Errorf("%d questions are listed for %q", n, c.open.Words())
		}
	}
}
