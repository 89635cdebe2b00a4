package plan

import (
	"slices"

	"runwhere/costs"
	"runwhere/costs/places"
	"runwhere/costs/pricebook"
	"runwhere/model/scenario"
)

// Coverage is what of a kind's defaults has a known price in a region.
type Coverage struct {
	Region  string
	Place   string // the city or area that the provider names, "" where nobody knows
	State   CoverageState
	Without []string // lines of the bill whose price is not known
	Unknown []string // the ids of those prices
}

// CoverageState is how much of a kind's defaults is known in a region.
type CoverageState string

// The states. Where a list names every region of a service, a region that it leaves
// out is one in which the service is not offered; elsewhere the price is not known.
const (
	Known      CoverageState = "known"
	InPart     CoverageState = "in part"
	NotKnown   CoverageState = "not known"
	NotOffered CoverageState = "not offered"
)

// KindCoverage is where the defaults of a kind have known prices.
type KindCoverage struct {
	Kind    costs.Kind
	Regions []Coverage // of its provider, in alphabetical order; one, Global, for a provider without regions
}

// Covered returns how many regions are in a state.
func (k *KindCoverage) Covered(state CoverageState) int {
	n := 0
	for i := range k.Regions {
		if k.Regions[i].State == state {
			n++
		}
	}
	return n
}

// CoverageOf bills a scenario that says nothing on every kind in every region of its
// provider, in the order of the registry. What runs in a cluster of one's own has that
// cluster's prices and is left out, and so is what publishes none.
func CoverageOf(book *pricebook.Book) ([]KindCoverage, error) {
	var all []KindCoverage
	for _, k := range costs.Kinds() {
		if k.Provider == "" {
			continue
		}
		regions := []string{pricebook.Global}
		if costs.DefaultRegion(k.Provider) != "" { // A list may have a region that its provider offers nobody.
			regions = slices.DeleteFunc(book.RegionsOf(k.Provider), func(region string) bool {
				_, known := places.Of(k.Provider, region)
				return !known
			})
		}
		of := KindCoverage{Kind: k}
		for _, region := range regions {
			c, err := coverageIn(book, k, region)
			if err != nil {
				return nil, err
			}
			of.Regions = append(of.Regions, c)
		}
		all = append(all, of)
	}
	return all, nil
}

func coverageIn(book *pricebook.Book, k costs.Kind, region string) (Coverage, error) {
	c := Coverage{Region: region, State: NotKnown}
	if at, known := places.Of(k.Provider, region); known {
		c.Place = at.Place
	}
	s := scenario.Scenario{}
	if region != pricebook.Global {
		s.Cloud, s.Region = scenario.Some(k.Provider), scenario.Some(region)
	}
	r, err := Resolve(s)
	if err != nil {
		return c, err
	}
	p, err := costs.Build(k.ID, book, &r.Settings, r.Workload)
	if err != nil {
		return c, err
	}
	for _, l := range p.Bill(r.Workload.Requests()).Lines {
		if l.Unknown != "" {
			c.Without = append(c.Without, l.Label)
			if !slices.Contains(c.Unknown, l.PriceID) {
				c.Unknown = append(c.Unknown, l.PriceID)
			}
		}
	}
	switch {
	case p.Unbilled == nil:
		c.State = Known
	case slices.ContainsFunc(c.Unknown, pricebook.NamesEveryRegion):
		c.State = NotOffered
	case p.Partly():
		c.State = InPart
	}
	return c, nil
}
