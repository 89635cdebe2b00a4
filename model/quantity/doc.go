// Package quantity reads and prints what a scenario is made of: counts,
// durations, sizes, shares and money, with their units, single or as a range,
// and says what is wrong with one that cannot be read (InputError). It knows no
// scenario.
package quantity
