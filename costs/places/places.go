// Package places knows where the regions of the three clouds are: the region of
// another cloud that stands for one of this cloud is the one next to it.
package places

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// Source is where the places are from. Providers publish the city or the area of
// a region and no address: a distance between two regions is good to some tens of
// kilometres, which is less than what two of them differ by.
const Source = "the city or area that the provider names for a region: docs.aws.amazon.com/global-infrastructure/latest/regions, " +
	"cloud.google.com/about/locations, learn.microsoft.com/azure/reliability/regions-list; the coordinates are those of the city"

// AsOf is when the list of regions was last held against the price lists.
const AsOf = "2026-11-28"

// Region is a region of a cloud and where it is.
type Region struct {
	Provider, ID string
	Place        string  // the city or area that the provider names
	Lat, Lon     float64 // degrees, north and east positive
}

// Of returns where a region is, and whether that is known.
func Of(provider, id string) (Region, bool) {
	i := slices.IndexFunc(regions, func(r Region) bool { return r.Provider == provider && r.ID == id })
	if i < 0 {
		return Region{}, false
	}
	return regions[i], true
}

// earth is the mean radius in km (IUGG).
const earth = 6371.0

// Km is the distance between two regions over the ground, in km.
func (r Region) Km(o Region) float64 {
	const degree = math.Pi / 180
	a, b := r.Lat*degree, o.Lat*degree
	half := math.Pow(math.Sin((b-a)/2), 2) + math.Cos(a)*math.Cos(b)*math.Pow(math.Sin((o.Lon-r.Lon)*degree/2), 2)
	return 2 * earth * math.Asin(math.Min(1, math.Sqrt(half)))
}

// Near is a region and how far it is from another one, in km.
type Near struct {
	Region
	Km float64
}

// asFar is the step in which distances are compared, in km: what the places of
// regions are known to.
const asFar = 25

// Around returns the regions of a provider by their distance from a region of any
// cloud, the nearest first and those that are as far in the order of the list; nil
// where nobody knows where that region is.
func Around(provider string, from Region) []Near {
	if from.ID == "" {
		return nil
	}
	var list []Near
	for _, r := range regions {
		if r.Provider == provider {
			list = append(list, Near{r, from.Km(r)})
		}
	}
	slices.SortStableFunc(list, func(a, b Near) int { return cmp.Compare(math.Round(a.Km/asFar), math.Round(b.Km/asFar)) })
	return list
}

// nearest keeps what Nearest found: a platform asks where it is each time that it
// is built.
var nearest sync.Map // of [3]string: provider, and the region with its provider

// Nearest is the region of a provider that is next to a region of another one, and
// whether it is known where that is.
func Nearest(provider, of, id string) (Near, bool) {
	key := [3]string{provider, of, id}
	if known, ok := nearest.Load(key); ok {
		near := known.(Near)
		return near, near.ID != ""
	}
	near := Near{}
	from, _ := Of(of, id)
	if list := Around(provider, from); len(list) > 0 {
		near = list[0]
	}
	nearest.Store(key, near)
	return near, near.ID != ""
}
