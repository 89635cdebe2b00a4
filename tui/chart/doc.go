// Package chart draws curves, strips and rails in the styles of the program. The
// raster itself is package plot. It knows no screen.
package chart
