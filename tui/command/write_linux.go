package command

import "syscall"

// sameACL reports whether two files have the same access control list, mostly
// none.
func sameACL(a, b string) bool {
	list := func(name string) string {
		value := make([]byte, 4096)
		n, err := syscall.Getxattr(name, "system.posix_acl_access", value)
		if err != nil {
			return "" // There is none, or the file system knows of none.
		}
		return string(value[:n])
	}
	return list(a) == list(b)
}
