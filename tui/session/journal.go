package session

import (
	"runwhere/model/scenario"
)

// Unsaved is a scenario that no file holds yet.
type Unsaved struct {
	File     string // of its document, "" for none
	Original []byte // what that held when it was read or saved, nil for none
	Scenario scenario.Scenario
	Changes  int // since then
}

// Journal keeps what is not saved, so that a session goes on that was cut off.
type Journal interface {
	// Keep takes the newest state, nil where nothing is unsaved. It returns at
	// once and writes in the background; of several states the newest counts.
	Keep(u *Unsaved)
	// Unfinished lists sessions that were cut off, the newest first, and what is
	// wrong with those that cannot be read. A file narrows it down to that file.
	Unfinished(file string) ([]Unfinished, []error)
	// Take makes a session that was cut off this one's: it is forgotten as soon
	// as the next state is kept. The error says who else has it.
	Take(id string) error
	// Discard forgets a session that was cut off.
	Discard(id string) error
	// Trouble returns once why nothing can be kept.
	Trouble() <-chan error
}

// Unfinished is a session that was cut off.
type Unfinished struct {
	ID   string
	When string // of its last change: 14:03
	Note string // what became of its file since, "" for nothing
	Unsaved
}
