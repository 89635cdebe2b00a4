// Package split places components on platforms: a Problem in, a Split out. It
// searches for the cheapest placement with a proof or a bound within a stated
// amount of work, and says what each component adds anywhere. It knows no
// scenario and no verdict.
package split
