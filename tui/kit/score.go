package kit

import (
	"fmt"

	"runwhere/checklist"
)

// ScoreText is the score, a range while factors are open.
func ScoreText(s *checklist.ArchitectureScore) string {
	if s.Low == s.High {
		return fmt.Sprintf("%d of %d", s.Low, checklist.MaxScore)
	}
	return fmt.Sprintf("%d–%d of %d", s.Low, s.High, checklist.MaxScore)
}
