// Package backtest holds the verdict against published decisions: what teams
// chose, and what was known when they chose it. A case carries its answers in
// the framework's own terms, each with where it is from; what the source does
// not say stays unanswered. Follow-ups that nobody answered are read from the
// case's own words by a closed list of phrases, which name needs and never the
// platform that was chosen. No case's name or number is in the program.
//
// The verdict's weights are constants, chosen for round reasons and not fitted
// to these cases by a search; the confidence has one figure that is. What could be fitted is shown leave-one-out, so that a gain
// that is only memory does not look like one.
//
// The package is pure: same cases and price book in, same figures out.
package backtest
