package session

import (
	"runwhere/model"
	"runwhere/model/study"
	"runwhere/model/uncertainty"
)

// screenDraws is less than eval draws: a page is written while somebody waits.
const screenDraws = 2000

// studied is an evaluation with as many draws as a screen has time for.
func studied(e *model.Evaluation) *study.Study {
	return study.New(e, uncertainty.ScaledDraws(e, screenDraws), uncertainty.DefaultSeed)
}
