package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
	"runwhere/model/plan"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// unknownPrice turns the error of a price that is not in the book into an
// *InputError that names the key to change, and what it can be changed to. Any
// other error is returned as it is.
func unknownPrice(s scenario.Scenario, book *pricebook.Book, err error) error {
	var instance *pricebook.UnknownInstanceError
	var price *pricebook.UnknownPriceError
	if !errors.As(err, &instance) && !errors.As(err, &price) {
		return err
	}
	if price != nil {
		if bought := unbought(s, price); bought != nil {
			return bought
		}
	}
	region := s.Region.Or(costs.DefaultRegion(s.Cloud.Or(pricebook.AWS)))
	e := &quantity.InputError{Key: paths.Region.String(), Value: region, Problem: err.Error(), Allowed: "everything this scenario needs is priced in "}
	switch {
	case price != nil && price.Region != region && price.Region != pricebook.Global, instance != nil && instance.Region != region:
		return elsewhere(s, err)
	case instance != nil:
		e.Key, e.Value = nodeKey(&s, instance.Type), instance.Type
		if len(instance.Regions) > 0 {
			e.Problem = "no price in region " + region
			break
		}
		e.Problem, e.Allowed = "unknown instance type", quantity.DidYouMean(strings.Join(instance.Near, " or "), "")
		return e
	default:
		e.Problem = "no price for " + price.ID
	}
	complete := completeRegions(s, book)
	if len(complete) == 0 {
		e.Allowed = "no region has all prices that this scenario needs"
		return e
	}
	e.Allowed += strings.Join(complete, ", ")
	return e
}

// nodeKey is the key that asks for an instance type.
func nodeKey(s *scenario.Scenario, node string) string {
	for _, p := range s.Kubernetes.Pools {
		if p.Node.Or("") == node && s.Kubernetes.Node.Or("") != node {
			return paths.KubernetesPools.Dot(p.Name).Dot("node").String()
		}
	}
	return paths.KubernetesNode.String()
}

// elsewhere is the error of a platform that is billed in a region of another
// cloud than the scenario's.
func elsewhere(s scenario.Scenario, err error) error {
	var price *pricebook.UnknownPriceError
	var instance *pricebook.UnknownInstanceError
	region := ""
	if errors.As(err, &price) {
		region = price.Region
	} else if errors.As(err, &instance) {
		region = instance.Region
	}
	for cloud, given := range map[string]scenario.Maybe[string]{pricebook.AWS: s.Regions.AWS, pricebook.GCP: s.Regions.GCP, pricebook.Azure: s.Regions.Azure} {
		if given.Or("") == region {
			return &quantity.InputError{
				Key: paths.Regions.Dot(cloud).String(), Value: region, Problem: err.Error(),
				Allowed: "left out, a region that has all prices is taken",
			}
		}
	}
	return &quantity.InputError{Key: paths.Regions.String(), Value: region, Problem: err.Error(), Allowed: "another region of that cloud, or another kind of platform"}
}

// completeRegions lists the regions in which every price is known that the
// scenario needs.
func completeRegions(s scenario.Scenario, book *pricebook.Book) []string {
	var complete []string
	for _, region := range book.RegionsOf(s.Cloud.Or(pricebook.AWS)) {
		s.Region = scenario.Some(region)
		if r, err := plan.Resolve(s); err != nil {
			continue
		} else if curves, err := r.Curves(book); err == nil && !slices.ContainsFunc(curves[:len(checklist.Placeable)], lacks) {
			complete = append(complete, region)
		}
	}
	return complete
}

// lacks reports whether a platform that could run the system has no total.
func lacks(c costs.Curve) bool { return c.Platform.Feasible() && c.Platform.Unbilled != nil }

// checkRegion refuses a region that the scenario's cloud does not have, even
// where no platform is billed in it.
func checkRegion(r *plan.Resolved, s scenario.Scenario, book *pricebook.Book) error {
	region, given := s.Region.Get()
	if !given || book.HasRegion(r.Cloud, region) {
		return nil
	}
	complete := completeRegions(s, book)
	e := &quantity.InputError{Key: paths.Region.String(), Value: region, Problem: "unknown region", Allowed: "no region has all prices that this scenario needs"}
	if slices.Contains(book.Regions(), region) {
		e.Problem = "not a region of " + r.Cloud
	}
	if len(complete) > 0 {
		e.Allowed = quantity.DidYouMean(quantity.Closest(region, complete), "everything this scenario needs is priced in "+strings.Join(complete, ", "))
	}
	return e
}

// unbought is the error of capacity whose price is known on demand and not as
// the scenario buys it: under a commitment or on spot. It names the choice and
// the discount that replaces the price, since another region or platform is
// not what was asked for. It is nil for any other price.
func unbought(s scenario.Scenario, price *pricebook.UnknownPriceError) *quantity.InputError {
	discount := price.Discount()
	if discount.IsZero() {
		return nil
	}
	asked := *price
	asked.Near = nil // ids that are spelt alike are prices of something else
	purchase := s.Kubernetes.Purchase.Or("")
	e := &quantity.InputError{
		Key: paths.KubernetesPurchase.String(), Value: purchase, Problem: asked.Error(),
		Allowed: discount.String() + " takes your own commitment's discount, such as 27%",
	}
	if discount == paths.KubernetesDiscount {
		return e
	}
	e.Allowed = discount.String() + " takes your own figure, such as 60%"
	if purchase != costs.Spot {
		e.Key, e.Value = paths.KubernetesSpotShare.String(), ""
		if share, given := s.Kubernetes.SpotShare.Get(); given {
			e.Value = quantity.FormatAmount(quantity.Ratio, share)
		}
	}
	return e
}

// agreed returns the prices with what the scenario says was agreed on. The error is an
// *InputError that names the agreement.
func agreed(s scenario.Scenario, book *pricebook.Book) (*pricebook.Book, error) {
	with, err := book.WithAgreed(s.Agreed)
	var none *pricebook.AgreedError
	if errors.As(err, &none) {
		f, _ := scenario.FieldOf(paths.Agreed)
		from := f.Source(&s, scenario.At{})
		return nil, &quantity.InputError{Line: from.Line, Key: fmt.Sprintf("%s[%d].%s", paths.Agreed, none.At, none.Key), Value: none.Value, Problem: "no such price", Allowed: none.Text}
	}
	return with, err
}
