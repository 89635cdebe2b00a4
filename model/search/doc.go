// Package search finds what would have to be different: the value of an input,
// an answer or a weight at which the recommendation changes, the value at which
// a goal is met, and the open questions that can decide. Every function takes an
// evaluation and a context; nothing is kept here, see study.
package search
