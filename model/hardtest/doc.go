// Package hardtest has the systems that were the hardest to work out, for the
// tests of several packages. Only tests import it.
package hardtest
