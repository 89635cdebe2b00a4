// Package uncertainty draws the ranges of a scenario: how likely each option is
// the cheapest, what it may cost, and which input is worth knowing.
package uncertainty
