package model

import (
	"runwhere/costs"
	"runwhere/costs/pricebook"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// unbought is the error of capacity whose price is known on demand and not as
// the scenario buys it: under a commitment or on spot. It names the choice and
// the discount that replaces the price, since another region or platform is
// not what was asked for. It is nil for any other price.
func unbought(s scenario.Scenario, price *pricebook.UnknownPriceError) *quantity.InputError {
	discount := price.Discount()
	if discount == "" {
		return nil
	}
	asked := *price
	asked.Near = nil // ids that are spelt alike are prices of something else
	purchase := s.Kubernetes.Purchase.Or("")
	e := &quantity.InputError{
		Key: "platforms.kubernetes.purchase", Value: purchase, Problem: asked.Error(),
		Allowed: "platforms." + discount + " takes your own commitment's discount, such as 27%",
	}
	if discount == pricebook.CommitmentDiscount {
		return e
	}
	e.Allowed = "platforms." + discount + " takes your own figure, such as 60%"
	if purchase != costs.Spot {
		e.Key, e.Value = "platforms.kubernetes.spot_share", ""
		if share, given := s.Kubernetes.SpotShare.Get(); given {
			e.Value = quantity.FormatAmount(quantity.Ratio, share)
		}
	}
	return e
}
