package command

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	scenariofile "runwhere/model/scenario/file"
	"runwhere/tui/session"
)

// journalMark begins a journal; behind it stand the version of its form and the
// checksum of all that follows the line.
const journalMark = "runwhere journal 1 "

var (
	errOtherJournal = errors.New("is of another version of runwhere")
	errTornJournal  = errors.New("is damaged")
)

// journalEntry is what a journal holds: the newest state of one session.
type journalEntry struct {
	At       time.Time `json:"at"`
	File     []byte    `json:"file,omitempty"`     // absolute; bytes, as a name need not be text
	Original []byte    `json:"original,omitempty"` // of that file
	HasFile  bool      `json:"has_file,omitempty"` // tells an empty original from none
	Changes  int       `json:"changes"`
	Scenario string    `json:"scenario"` // as a scenario file
}

// encodeJournal writes an entry so that a torn one is known by its checksum.
func encodeJournal(at time.Time, u *session.Unsaved) ([]byte, error) {
	scenario := scenariofile.Encode(u.Scenario)
	if err := scenariofile.CheckReadBack(scenario, u.Scenario); err != nil {
		return nil, err
	}
	body, err := json.Marshal(journalEntry{At: at, File: []byte(u.File), Original: u.Original, HasFile: u.Original != nil, Changes: u.Changes, Scenario: string(scenario)})
	if err != nil {
		return nil, err
	}
	return []byte(journalMark + checksum(body) + "\n" + string(body)), nil
}

// decodeJournal reads an entry. A journal of another version, and one that is
// not whole, is an error.
func decodeJournal(data []byte) (time.Time, *session.Unsaved, error) {
	line, body, ok := bytes.Cut(data, []byte("\n"))
	sum, known := strings.CutPrefix(string(line), journalMark)
	switch {
	case !known && strings.HasPrefix(string(line), journalMark[:len("runwhere journal ")]):
		return time.Time{}, nil, errOtherJournal
	case !known, !ok, sum != checksum(body):
		return time.Time{}, nil, errTornJournal
	}
	var e journalEntry
	if err := json.Unmarshal(body, &e); err != nil {
		return time.Time{}, nil, errTornJournal
	}
	s, err := scenariofile.Decode("", []byte(e.Scenario))
	if err != nil {
		return time.Time{}, nil, fmt.Errorf("holds a scenario that cannot be read: %w", err)
	}
	u := &session.Unsaved{File: string(e.File), Scenario: s, Changes: e.Changes}
	if e.HasFile {
		u.Original = append([]byte{}, e.Original...)
	}
	return e.At, u, nil
}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
