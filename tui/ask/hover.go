package ask

// hover is the accessor given to a huh select. huh writes to its accessor when
// it is built and whenever the highlight moves, so what the accessor holds is
// the highlight and never the answer. huh also reads it to place the highlight
// in a select that is built again.
type hover struct{ at int }

// Get returns the index of the highlighted choice.
func (h *hover) Get() int { return h.at }

// Set stores the index of the highlighted choice.
func (h *hover) Set(at int) { h.at = at }
