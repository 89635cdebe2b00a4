// Package guide holds the published guide against a scenario: its hidden tax,
// traps and mistakes, cold starts and the comparison, each with its figures here.
// The guide's own figures are in package checklist, and nothing of the guide
// enters a bill or a verdict from here.
package guide
