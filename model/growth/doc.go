// Package growth looks ahead: the months of a growing load, what owning each
// option costs then, what moving takes, and when to look again.
package growth
