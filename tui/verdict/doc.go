// Package verdict is the fifth screen: the recommendation with its reasons, what
// speaks against it and what would change it. Reasons, flips and odds are those
// of model and its findings; none is worked out here.
package verdict
