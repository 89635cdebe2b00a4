package split

import (
	"runwhere/costs"
)

// Move is a component that another place becomes.
type Move struct {
	Component string
	From, To  costs.Option
}
