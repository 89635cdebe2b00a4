// Package paths has a handle for every field of a scenario file, so that a
// misspelt key does not compile. What a field means, and how it is read and
// written, is in the table of fields of the package scenario.
package paths
