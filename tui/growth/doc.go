// Package growth is the window of the months ahead: chart, sliders, words and
// tables. The arithmetic is that of model/growth.
package growth
