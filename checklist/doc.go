// Package checklist holds what is asked: the ten questions, the answers to
// them, and the published decision framework that turns answers into leans and
// scores. Everything here is data and arithmetic on it; prices, files and the
// screen are the business of other packages.
//
// The framework is that of the guide named by Source. Its numbers, rules and
// names are kept exactly; the wording is this project's own. Where the
// published bands overlap or leave a gap, the comment at the table says how
// that is resolved. Where a published claim has been overtaken, the table that
// shows it carries a FactCheck with the better fact.
//
// The exported tables are shared by all callers and must not be changed.
package checklist

// Source names where every rule and every published figure of this package
// comes from; SourceAsOf is the year of its publication, the only date that it
// gives.
const (
	Source     = `the guide "Kubernetes vs serverless" (2026)`
	SourceAsOf = "2026"
)
