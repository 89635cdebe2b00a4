// Package study is the one memory of what is worked out on demand about an
// evaluation: odds, uncertainty, flips, the follow-up questions that can decide,
// the assumed values that do, the runner-up, the placements by volume and at the horizon. Each is searched
// once, may be cancelled, and may be asked for by any number of goroutines.
package study
