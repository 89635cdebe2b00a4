package split

import (
	"runwhere/costs"
)

// HybridTax is what a placement on several platforms costs that one platform
// would not: the price of the split, which what it saves has to pay for.
type HybridTax struct {
	GlueUSD      float64
	ToolchainUSD float64 // of people, whether the totals include them or not
	Floors       []Floor // of the platforms but the one that is paid the most
}

// Floor is what a platform costs before the first request.
type Floor struct {
	Platform *costs.Platform
	USD      float64 // a month, without people
}

// USD is the whole tax, in USD a month, with the toolchain.
func (t *HybridTax) USD() float64 {
	usd := t.GlueUSD + t.ToolchainUSD
	for _, f := range t.Floors {
		usd += f.USD
	}
	return usd
}
