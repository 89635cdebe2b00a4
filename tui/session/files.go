package session

// Files is how the screens reach the disk. Errors are one line for a person.
type Files interface {
	// Read returns a file's bytes; errors.Is(err, fs.ErrNotExist) where there is
	// no such file.
	Read(path string) ([]byte, error)
	// Write writes a whole file or nothing. Where there is something else than
	// what may be written over, nothing is and the error is a *FoundError.
	Write(path string, data []byte, over Over) error
	// Same reports whether two names are of one file.
	Same(a, b string) bool
}

// Over says what a file may hold that is written over.
type Over struct {
	kind overKind
	data []byte
}

type overKind int

const (
	overNothing overKind = iota
	overAnything
	overThese
)

// OverNothing allows a file to be written that does not exist yet.
func OverNothing() Over { return Over{} }

// OverAnything allows whatever there is to be replaced.
func OverAnything() Over { return Over{kind: overAnything} }

// OverThese allows a file to be replaced that exists and holds these bytes.
func OverThese(data []byte) Over { return Over{overThese, data} }

// FoundError says that a file holds something else than may be written over.
type FoundError struct {
	Data    []byte // what the file holds now
	Missing bool   // there is none
	Err     error  // why it cannot be read; nil where it can
}

func (e *FoundError) Error() string {
	switch {
	case e.Missing:
		return "is not there any more"
	case e.Err != nil:
		return "cannot be compared: " + e.Err.Error()
	}
	return "holds something else than expected"
}

// Check returns a *FoundError unless what is found may be written over. Read is
// only called where it matters what the file holds.
func (o Over) Check(exists bool, read func() ([]byte, error)) error {
	switch {
	case o.kind == overAnything, o.kind == overNothing && !exists:
		return nil
	case !exists:
		return &FoundError{Missing: true}
	}
	data, err := read()
	if err != nil {
		return &FoundError{Err: err}
	}
	if o.kind == overThese && string(data) == string(o.data) {
		return nil
	}
	return &FoundError{Data: data}
}
