package model

import (
	"sync"
)

// bills keeps what the options' platforms cost at the few volumes that a
// verdict asks for: the search for the weights at which it changes ranks the
// same costs hundreds of times.
type bills struct {
	guard sync.Mutex
	usd   map[billAt]float64
}

type billAt struct {
	option int // of checklist.Placeable
	volume float64
}

// bill returns what the platform of an option bills at a volume, in USD a month
// without people; +Inf where it has no bill there.
func (e *Evaluation) bill(option int, volume float64) float64 {
	if e.bills == nil {
		return e.Platforms[option].Cost(volume)
	}
	e.bills.guard.Lock()
	defer e.bills.guard.Unlock()
	at := billAt{option, volume}
	usd, known := e.bills.usd[at]
	if !known {
		usd = e.Platforms[option].Cost(volume)
		if e.bills.usd == nil {
			e.bills.usd = map[billAt]float64{}
		}
		e.bills.usd[at] = usd
	}
	return usd
}
