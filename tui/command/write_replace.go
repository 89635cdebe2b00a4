package command

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"
)

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

// writing is held while a file is being written.
var writing sync.RWMutex

// finishWriting waits for files that are being written, for some time, and lets
// no further one begin: the program is about to end.
func finishWriting(most time.Duration) {
	for end := time.Now().Add(most); !writing.TryLock() && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
}

// errIrreplaceable is why a file is written in place.
var errIrreplaceable = errors.New("another file cannot take its place")

// replace writes a file of its own beside the target and renames it over it.
// There is no target yet where info is nil.
func replace(target string, data []byte, info fs.FileInfo) error {
	writing.RLock()
	defer writing.RUnlock()
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
	writing.RLock()
	defer writing.RUnlock()
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
