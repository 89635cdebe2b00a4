// Package lab is the third screen: the live chart, its sliders, the table at a
// volume and the sentences. Curves and sentences are read off the evaluation;
// nothing is billed here.
package lab
