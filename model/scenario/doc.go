// Package scenario is what somebody said of a system: the answers, the
// components, the platforms' settings and the weights. The table of fields says
// for every value where it lives, what it may be and how it is printed; set,
// sweep, differences and contradictions are read off the same table. Nothing is
// billed here, and how a scenario is written to a file is the business of
// scenario/file.
package scenario
