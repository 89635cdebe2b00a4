package command

import (
	"os"
	"syscall"
)

// lockFile opens a file, and makes it where it is not there, that one process
// at a time can have: false where another one has it. Windows shares a file
// with nobody where that is asked for.
func lockFile(name string) (f *os.File, free bool, err error) {
	const sharingViolation = syscall.Errno(32)
	path, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		return nil, false, err
	}
	handle, err := syscall.CreateFile(path, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	switch err {
	case nil:
		return os.NewFile(uintptr(handle), name), true, nil
	case sharingViolation:
		err = nil
	}
	return nil, false, err
}

// unlock lets go of a lock.
func unlock(f *os.File) { _ = f.Close() }
