package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"runwhere/tui/session"
)

var (
	errDirectory = errors.New("is a directory; give the name of a file")
	errReadOnly  = errors.New("is read-only")
	errTooMany   = errors.New("too many symbolic links")
)

// Write writes a file so that it is never half written: it holds what it held
// or the new data. What is no file, such as a pipe, is written to as it is. A
// *tui.FoundError says that the file holds what must not be written over.
func (d disk) Write(name string, data []byte, over session.Over) error {
	err := d.write(name, data, over)
	if err != nil {
		return fmt.Errorf("%s: %w", name, withoutPath(err))
	}
	return nil
}

func (d disk) write(name string, data []byte, over session.Over) error {
	read := func() ([]byte, error) { return d.Read(name) }
	info, err := os.Stat(name)
	switch {
	case isDescriptor(name): // what it is open to has a place at which to go on
		return writeInto(name, data, os.O_WRONLY|os.O_APPEND)
	case errors.Is(err, fs.ErrNotExist):
		target, err := linkTarget(name)
		if err == nil {
			err = over.Check(false, read)
		}
		if err != nil {
			return err
		}
		return replace(target, data, nil)
	case err != nil:
		return err
	case info.IsDir():
		return errDirectory
	case !info.Mode().IsRegular():
		return writeInto(name, data, os.O_WRONLY)
	}
	if err := over.Check(true, read); err != nil {
		return err
	}
	return overwrite(name, data, info)
}

// Same reports whether two names are of one file, through links too. Names of
// files that do not exist are compared as they are.
func (disk) Same(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && first.Mode().IsRegular() && os.SameFile(first, second)
}

// isDescriptor reports whether a name stands for a file that the process has
// open already, such as /dev/stderr or what a shell makes of >(gzip).
func isDescriptor(name string) bool {
	name = filepath.ToSlash(filepath.Clean(name))
	return name == "/dev/stdout" || name == "/dev/stderr" || strings.HasPrefix(name, "/dev/fd/") || strings.HasPrefix(name, "/proc/self/fd/")
}

// linkTarget follows symbolic links to the file that is to be made: the name
// itself, or what a link points to that leads nowhere yet.
func linkTarget(name string) (string, error) {
	for range 40 {
		next, err := os.Readlink(name)
		switch {
		case err != nil:
			return name, nil // No link, or not there.
		case !filepath.IsAbs(next):
			next = filepath.Join(filepath.Dir(name), next)
		}
		name = next
	}
	return "", errTooMany
}
