package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"runwhere/model/quantity"
	scenariofile "runwhere/model/scenario/file"
)

// standardStream is the file name that stands for standard input or output.
const standardStream = "-"

// read returns the bytes of a scenario file or of standard input. No more than
// a scenario may hold is ever read, whatever the file is.
func (p *program) read(name string) ([]byte, error) {
	if name != standardStream {
		return disk{}.Read(name)
	}
	data, err := readLimited(p.stdin, scenarioFile)
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	return data, nil
}

// disk is how files are reached.
type disk struct{}

// fileKind is a kind of file that is read whole.
type fileKind struct {
	what string // before "file"
	most int64  // bytes
}

var (
	scenarioFile = fileKind{"scenario", scenariofile.MaxFileSize}
	// An overlay may have every machine of a provider in all its regions.
	priceFile = fileKind{"price", 16 << 20}
)

func (k fileKind) String() string {
	if k == scenarioFile {
		return k.what
	}
	return k.what + " file"
}

// Read returns the bytes of a file; the error is one line that names it.
func (disk) Read(name string) ([]byte, error) { return readFile(name, scenarioFile) }

// readFile returns the bytes of a file of some kind. No more than such a file may
// hold is ever read, whatever the file is.
func readFile(name string, kind fileKind) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, withoutPath(err))
	case info.IsDir():
		return nil, fmt.Errorf("%s: is a directory, not a %s file", name, kind.what)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, withoutPath(err))
	}
	defer f.Close()
	data, err := readLimited(f, kind)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, withoutPath(err))
	}
	return data, nil
}

func readLimited(r io.Reader, kind fileKind) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, kind.most+1))
	if err == nil && int64(len(data)) > kind.most {
		err = fmt.Errorf("too large for a %s; allowed is %s", kind, quantity.FormatSize(float64(kind.most/1024)))
	}
	return data, err
}

// fileError is an error of the file system in a few words.
type fileError struct {
	text string
	err  error
}

func (e fileError) Error() string { return e.text }
func (e fileError) Unwrap() error { return e.err }

// withoutPath is an error of the file system without the operation and the
// path, which its line has already.
func withoutPath(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fileError{"no such file or directory", err}
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
