package scenario

import (
	"slices"

	"runwhere/checklist"
)

// ToolchainLines are the lines of the guide's table that a second platform
// brings once more: its traps of the hybrid are a second deployment system, a
// second monitoring system and a second mental model to be learnt.
var ToolchainLines = []string{"monitoring", "ci_cd_upkeep", "training"}

// secondToolchain is what every platform beyond the first one costs in USD a
// month where nobody said: the guide gives no figure, so it is the sum of its
// published lines for what is there twice. An assumption.
func secondToolchain() float64 {
	usd := 0.0
	for _, tax := range checklist.HiddenTax {
		if slices.Contains(ToolchainLines, tax.ID) {
			usd += tax.USD
		}
	}
	return usd
}
