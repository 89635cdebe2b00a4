package json

import (
	"math"

	"runwhere/model"
)

// mixVolumes is at how many volumes the curve of the best mix is printed: four
// a decade over the range of every curve, both ends included.
const mixVolumes = 25

// mixJSON is the best mix, today's cheapest placement, where it is on more than
// one platform: its bill, and what it costs at every volume, with people where
// `people_included` says so. Null where one platform costs less.
func mixJSON(e *model.Evaluation) any {
	if e.Mix == nil {
		return nil
	}
	curve := e.Curve(e.Mix)
	points := make([]object, mixVolumes)
	for i := range points {
		volume := math.Round(model.LowestVolume * math.Pow(model.HighestVolume/model.LowestVolume, float64(i)/(mixVolumes-1)))
		points[i] = object{{"requests_per_month", number(volume)}, {"usd", number(curve.Cost(volume))}}
	}
	return object{
		{"id", e.Mix.ID},
		{"name", e.Mix.Name},
		{"monthly_usd", number(e.Mix.Cost(e.Volume()))},
		{"people_usd", peopleUSD(e.Mix)},
		{"people_included", e.Resolved.IncludePeople},
		{"max_requests_per_month", number(e.Mix.MaxVolume())},
		{"curve", points},
		{"bill", billJSON(e, e.Mix, true)},
		{"people", peopleJSON(e.Mix)},
		{"notes", texts(e.Mix.Notes)},
	}
}
