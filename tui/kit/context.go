package kit

import (
	"runwhere/tui/plot"
	"runwhere/tui/session"
)

// Context is what every pane shares.
type Context struct {
	Session  *session.Session
	Styles   *Styles
	Alphabet plot.Alphabet
	Files    session.Files
	Work     session.Background
}
