package model

import (
	"errors"
	"slices"
	"strings"

	"runwhere/costs"
)

// unpriced turns the error of a price that is not in the book into an
// *InputError that names the key to change, and what it can be changed to. Any
// other error is returned as it is.
func unpriced(s Scenario, book *costs.Book, err error) error {
	var instance *costs.UnknownInstanceError
	var price *costs.UnknownPriceError
	if !errors.As(err, &instance) && !errors.As(err, &price) {
		return err
	}
	region := s.Region.Or(costs.DefaultRegion(s.Cloud.Or(costs.AWS)))
	e := &InputError{Key: "region", Value: region, Problem: err.Error(), Allowed: "everything this scenario needs is priced in "}
	switch {
	case !slices.Contains(book.Regions(), region):
		e.Problem = "unknown region"
	case instance != nil:
		e.Key, e.Value = "platforms.kubernetes.node", instance.Type
		if len(instance.Regions) > 0 {
			e.Problem = "no price in region " + region
			break
		}
		e.Problem, e.Allowed = "unknown instance type", didYouMean(strings.Join(instance.Near, " or "), "")
		return e
	case strings.Contains(price.ID, ".savings-") || strings.Contains(price.ID, ".flex-cud"):
		return &InputError{
			Key: "platforms.kubernetes.purchase", Value: s.Kubernetes.Purchase.Or(""), Problem: price.Error(),
			Allowed: "platforms.kubernetes.discount takes your own commitment's discount, such as 27%",
		}
	case strings.Contains(price.ID, ".spot."):
		return &InputError{
			Key: "platforms.kubernetes.spot_share", Value: price.ID, Problem: price.Error(),
			Allowed: "platforms.kubernetes.spot_discount takes your own figure, such as 60%",
		}
	default:
		e.Problem = "no price for " + price.ID
	}
	priced := pricedRegions(s, book)
	if len(priced) == 0 {
		e.Allowed = "no region has all prices that this scenario needs"
		return e
	}
	e.Allowed += strings.Join(priced, ", ")
	if !slices.Contains(book.Regions(), region) {
		e.Allowed = didYouMean(nearest(region, priced), e.Allowed)
	}
	return e
}

// pricedRegions lists the regions in which every price is known that the
// scenario needs.
func pricedRegions(s Scenario, book *costs.Book) []string {
	var priced []string
	for _, region := range book.Regions() {
		s.Region = Some(region)
		if r, err := Resolve(s); err != nil {
			continue
		} else if _, err := r.curves(book); err == nil {
			priced = append(priced, region)
		}
	}
	return priced
}
