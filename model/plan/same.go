package plan

import (
	"reflect"
	"slices"
)

// Same reports whether two scenarios are the same to the model. Components are
// compared first and without reflection: there are hundreds, each with a week.
func (r Resolved) Same(o *Resolved) bool {
	other := *o
	if !slices.Equal(r.Workload.Components, other.Workload.Components) {
		return false
	}
	r.Workload.Components, other.Workload.Components = nil, nil
	return reflect.DeepEqual(r, other)
}
