//go:build unix && !solaris && !illumos && !aix

package command

import (
	"path/filepath"
	"syscall"
	"testing"
)

// TestALockIsLetGoWhoeverHasACopy: a process that is being started has a copy of
// every open file for a moment, and with it of a lock.
func TestALockIsLetGoWhoeverHasACopy(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "session.lock")
	lock, free, err := lockFile(name)
	if err != nil || !free {
		t.Fatalf("free %v, %v", free, err)
	}
	copied, err := syscall.Dup(int(lock.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = syscall.Close(copied) }()
	if _, free, _ := lockFile(name); free {
		t.Error("had by two")
	}
	unlock(lock)
	again, free, err := lockFile(name)
	if err != nil || !free {
		t.Fatalf("after it was let go: free %v, %v", free, err)
	}
	unlock(again)
}
