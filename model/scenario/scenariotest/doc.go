// Package scenariotest has scenarios for the tests of several packages, drawn
// and by hand. Only tests import it.
package scenariotest
