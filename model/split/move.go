package split

import "runwhere/checklist"

// Move is a component that another place becomes.
type Move struct {
	Component string
	From, To  checklist.Option
}
