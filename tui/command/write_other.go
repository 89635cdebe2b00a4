//go:build unix && !linux

package command

// sameACL takes access control lists to be the same: there is no way to read
// them that all these systems share.
func sameACL(_, _ string) bool { return true }
