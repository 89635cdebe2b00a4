// Package uncertainty draws the ranges of a scenario: how likely each option is
// the cheapest, what it may cost, and which input is worth knowing. The point
// values stay those of the evaluation, whose placement every draw keeps. Numbers
// are random by a seed alone.
package uncertainty
