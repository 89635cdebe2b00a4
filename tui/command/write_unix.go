//go:build unix

package command

import (
	"io/fs"
	"os"
	"syscall"
)

// hasMoreNames reports whether a file has hard links, which a file in its place
// would not have.
func hasMoreNames(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && stat.Nlink > 1
}

// takesAfter gives a new file the owner and the rights of the one that it is to
// replace, and reports whether it has them then.
func takesAfter(f *os.File, target string, info fs.FileInfo) bool {
	old, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return true
	}
	made, err := f.Stat()
	if err != nil {
		return false
	}
	now, ok := made.Sys().(*syscall.Stat_t)
	if !ok || (now.Uid != old.Uid || now.Gid != old.Gid) && f.Chown(int(old.Uid), int(old.Gid)) != nil {
		return false
	}
	const bits = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
	return f.Chmod(info.Mode()&bits) == nil && sameACL(f.Name(), target)
}
