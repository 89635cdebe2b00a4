// Package verdict is the fifth screen: the recommendation with its reasons, what
// speaks against it and what would change it.
package verdict
