// Package json is the contract with other programs: evaluations, merges, searches
// and series as JSON with a stable order of keys. It works nothing out and puts
// nothing into words of its own; a key once published keeps its name and meaning.
//
// It stands apart from package report because a wording may change with every
// edition while nothing here may.
package json
