package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"runwhere/tui"
)

var (
	errDirectory = errors.New("is a directory; give the name of a file")
	errReadOnly  = errors.New("is read-only")
	errTooMany   = errors.New("too many symbolic links")
)

// Write writes a file so that it is never half written: it holds what it held
// or the new data. What is no file, such as a pipe, is written to as it is. A
// *tui.FoundError says that the file holds what must not be written over.
func (d disk) Write(name string, data []byte, over tui.Over) error {
	err := d.write(name, data, over)
	if err != nil {
		return fmt.Errorf("%s: %w", name, plainError(err))
	}
	return nil
}

func (d disk) write(name string, data []byte, over tui.Over) error {
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

// overwrite gives a file new contents. Where another file in its place would
// not be the same to others (one of several names of a file, another owner,
// other rights) or none can be put there, it is written in place.
func overwrite(name string, data []byte, info fs.FileInfo) error {
	if info.Mode().Perm()&0o222 == 0 { // root could, and should not
		return errReadOnly
	}
	if err := writeInto(name, nil, os.O_WRONLY); err != nil {
		return err
	}
	target, err := filepath.EvalSymlinks(name)
	if err != nil || hasMoreNames(info) {
		return inPlace(name, data)
	}
	if err := replace(target, data, info); !errors.Is(err, errIrreplaceable) {
		return err
	}
	return inPlace(name, data)
}

// errIrreplaceable is why a file is written in place.
var errIrreplaceable = errors.New("another file cannot take its place")

// replace writes a file of its own beside the target and renames it over it.
// There is no target yet where info is nil.
func replace(target string, data []byte, info fs.FileInfo) error {
	defer holdSignals()()
	mode := fs.FileMode(0o666) // The mask of the process takes away from it.
	if info != nil {
		mode = info.Mode().Perm()
	}
	temporary := filepath.Join(filepath.Dir(target), ".runwhere-"+strconv.FormatUint(rand.Uint64(), 36))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil && info != nil && !errors.Is(err, fs.ErrNotExist) {
		return errIrreplaceable // Its directory takes no further file.
	}
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err == nil {
		err = f.Sync()
	}
	if err == nil && info != nil && !takesAfter(f, target, info) {
		err = errIrreplaceable
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		if err = os.Rename(temporary, target); err != nil && info != nil {
			err = errIrreplaceable
		}
	}
	if err != nil {
		_ = os.Remove(temporary)
	}
	return err
}

// inPlace writes over what a file holds, and puts that back where it fails
// half way, such as on a full disk.
func inPlace(name string, data []byte) error {
	defer holdSignals()()
	before, unreadable := os.ReadFile(name)
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	put := func(data []byte) error {
		if _, err := f.WriteAt(data, 0); err != nil {
			return err
		}
		return f.Truncate(int64(len(data)))
	}
	if err = put(data); err == nil {
		err = f.Sync()
	} else if unreadable == nil {
		_ = put(before)
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}

// writeInto writes to what cannot be replaced, such as a pipe. Without data it
// finds out whether that may be done.
func writeInto(name string, data []byte, flag int) error {
	f, err := os.OpenFile(name, flag, 0)
	if err != nil {
		return err
	}
	if len(data) > 0 {
		_, err = f.Write(data)
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	return err
}
