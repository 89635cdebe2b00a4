//go:build unix && !solaris && !illumos && !aix

package command

import (
	"os"
	"syscall"
)

// lockFile opens a file, and makes it where it is not there, that one process
// at a time can have: false where another one has it. The lock goes with the
// process, however that ends.
func lockFile(name string) (f *os.File, free bool, err error) {
	f, err = os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, false, err
	}
	switch err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err {
	case nil:
		return f, true, nil
	case syscall.EWOULDBLOCK:
		err = nil
	}
	_ = f.Close()
	return nil, false, err
}

// unlock lets go of a lock. Closing the file is not enough at once: a process
// that is being started has a copy of it until it runs.
func unlock(f *os.File) {
	_ = syscall.Flock(int(f.Fd()), syscall.LOCK_UN)
	_ = f.Close()
}
