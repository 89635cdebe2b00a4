// Package uncertainty draws the ranges of a scenario: how likely each option is
// the cheapest, what it may cost, and which input is worth knowing. The point
// values stay those of the evaluation, whose placement every draw keeps. A map
// prices two figures over a grid by the same means. Numbers
// are random by a seed alone.
package uncertainty
