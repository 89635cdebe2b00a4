// Package split is the fourth screen: what is placed where, moved by hand, with
// the calls across and what the mix saves and costs. Placements are searched and
// billed in model/split.
package split
