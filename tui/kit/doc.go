// Package kit is what screens and windows are made of: styles, boxes, text,
// dialogs, the finder, pages that scroll, forms in a box, and the shape of a pane.
// It knows no screen.
package kit
