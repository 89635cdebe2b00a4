// Package guide holds the published guide against a scenario: its hidden tax,
// traps and mistakes, cold starts and the comparison, each with its figures here.
package guide
