package keys

// Walk returns where a choice among n lines goes for an action, and whether the
// action was one that moves it. Every list moves by it, so that all behave
// alike: none wraps, home and end go to its ends, pgup and pgdn by the lines
// that are in sight.
func Walk(at, n, page int, a Action) (int, bool) {
	switch a {
	case MoveUp:
		at--
	case MoveDown:
		at++
	case PageUp:
		at -= max(1, page)
	case PageDown:
		at += max(1, page)
	case First:
		at = 0
	case Last:
		at = n - 1
	default:
		return at, false
	}
	return max(0, min(at, n-1)), true
}

// Stay keeps an index by which a key moves to the side within n things.
func Stay(at, n int) int { return max(0, min(at, n-1)) }
