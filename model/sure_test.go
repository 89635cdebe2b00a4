package model

import (
	"runwhere/checklist"
	"runwhere/costs/pricebook"
)

// sure is the value of a search that nothing cancels.
func sure[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// recommendation is what a full evaluation recommends, "" where it fails.
func recommendation(s Scenario, b *pricebook.Book) checklist.Option {
	e, err := price(s, b)
	if err != nil {
		return ""
	}
	return e.Verdict.Recommendation
}
