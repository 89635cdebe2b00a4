// Package modeltest evaluates scenarios for the tests of the packages above the
// model. Only tests import it.
package modeltest
