// Package growth is the window of the months ahead: chart, sliders, words and
// tables.
package growth
