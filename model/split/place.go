package split

import (
	"slices"

	"runwhere/checklist"
)

// Options returns the option of every component, in the order of the scenario.
func (s *Split) Options() []checklist.Option {
	list := make([]checklist.Option, len(s.Placements))
	for i := range s.Placements {
		list[i] = s.Placements[i].Option
	}
	return list
}

// Moves lists the components that another placement of the same system puts
// elsewhere.
func (s *Split) Moves(to []checklist.Option) []Move {
	var moves []Move
	for i := range s.Placements {
		if c := &s.Placements[i]; c.Option != to[i] {
			moves = append(moves, Move{c.Component, c.Option, to[i]})
		}
	}
	return moves
}

// Indices and named turn a placement into its indices in checklist.Placeable and
// back; −1 and "" are nowhere.
func Indices(options []checklist.Option) []int {
	at := make([]int, len(options))
	for i, o := range options {
		at[i] = slices.Index(checklist.Placeable, o)
	}
	return at
}

// Named turns indices of checklist.Placeable into options; −1 is nowhere.
func Named(at []int) []checklist.Option {
	options := make([]checklist.Option, len(at))
	for i, o := range at {
		if o >= 0 {
			options[i] = checklist.Placeable[o]
		}
	}
	return options
}
