package model

import (
	"strings"

	"runwhere/costs"
)

// unbought is the error of capacity whose price is known on demand and not as
// the scenario buys it: under a commitment or on spot. It names the choice and
// the discount that replaces the price, since another region or platform is
// not what was asked for. It is nil for any other price.
func unbought(s Scenario, price *costs.UnknownPriceError) *InputError {
	asked := *price
	asked.Near = nil // ids that are spelt alike are prices of something else
	e := &InputError{Problem: asked.Error()}
	purchase := s.Kubernetes.Purchase.Or("")
	switch {
	case strings.Contains(price.ID, ".savings-") || strings.Contains(price.ID, ".flex-cud"):
		e.Key, e.Value = "platforms.kubernetes.purchase", purchase
		e.Allowed = "platforms.kubernetes.discount takes your own commitment's discount, such as 27%"
	case strings.Contains(price.ID, ".spot.") && purchase == costs.Spot:
		e.Key, e.Value = "platforms.kubernetes.purchase", purchase
		e.Allowed = "platforms.kubernetes.spot_discount takes your own figure, such as 60%"
	case strings.Contains(price.ID, ".spot."):
		e.Key = "platforms.kubernetes.spot_share"
		if share, given := s.Kubernetes.SpotShare.Get(); given {
			e.Value = FormatAmount(Ratio, share)
		}
		e.Allowed = "platforms.kubernetes.spot_discount takes your own figure, such as 60%"
	default:
		return nil
	}
	return e
}
