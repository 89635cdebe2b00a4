// Package slider is a column of assumptions in reach of the arrow keys. What a
// slider changes goes through the same table of fields as files do. Which
// assumptions there are is for the screen to say.
package slider
