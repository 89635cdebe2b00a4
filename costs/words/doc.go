// Package words has what every package needs to put a thing into words: lists,
// plurals, signs and the distance between two spellings. It knows nothing of
// what it prints.
package words
