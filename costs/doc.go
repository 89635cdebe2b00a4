// Package costs turns a workload into money. One abstraction carries all of
// it: a platform is a list of meters, a meter turns a monthly request volume
// into a quantity and the quantity into USD, and the bill, the curve, the
// crossover and the explanation of a number are all read off the same meters.
// Platforms, their limits and their capacity live here; what a price is lives in
// costs/pricebook, and what a scenario says or a verdict weighs in model.
//
// The package is pure: no file, clock, network, environment or randomness.
// Units are requests a month, seconds, MiB, KiB and USD a month; a month has
// 730 hours (2,628,000 s), the convention of the providers' own calculators.
package costs

// The length of a month by the convention of the providers' own calculators
// (AWS Pricing Calculator: 365 × 24 / 12; read 2026-03-19).
const (
	HoursPerMonth   = 730
	SecondsPerMonth = HoursPerMonth * 3600
)

// HoursPerWeek is the number of weights in a traffic shape.
const HoursPerWeek = 168
