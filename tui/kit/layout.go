package kit

// MinWidth and MinHeight are the smallest window that the screens are drawn
// in; below it one line says so.
const (
	MinWidth  = 60
	MinHeight = 16
)

// FrameLayout is how every screen divides the window:
//
//	┌──────────────────────────────┐
//	│ header: name and tabs        │ 1 line
//	│                              │
//	│ body                         │ the rest
//	│                              │
//	│ status: what just happened   │ 1 line
//	│ help bar                     │ 1 line
//	└──────────────────────────────┘
type FrameLayout struct {
	Header, Body, Status, HelpBar Rect
}

// LayoutFrame divides the terminal into head, body and foot.
func LayoutFrame(w, h int) FrameLayout {
	return FrameLayout{
		Header:  Rect{0, 0, w, 1},
		Body:    Rect{0, 1, w, max(0, h-3)},
		Status:  Rect{0, h - 2, w, 1},
		HelpBar: Rect{0, h - 1, w, 1},
	}
}

// TooSmall reports whether a window cannot hold the screens.
func TooSmall(w, h int) bool { return w < MinWidth || h < MinHeight }
