// Package lab is the third screen: the live chart, its sliders, the table at a
// volume and the sentences.
package lab
