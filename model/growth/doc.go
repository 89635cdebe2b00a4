// Package growth looks ahead: the months of a growing load, what owning each
// option costs then, what moving takes, and when to look again. It searches for
// nothing but the split at the horizon: the flips behind what to watch for are
// those of package search.
package growth
