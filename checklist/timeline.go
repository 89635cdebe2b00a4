package checklist

// Stage is one stage of the start-up timeline.
type Stage struct {
	Path string // which of the two ways
	Days string // in words
	From int    // first day
	To   int    // last day, 0 for an open end
	Text string
}

// The two ways of the start-up timeline.
const (
	PathKubernetesFirst = "Kubernetes first"
	PathServerlessFirst = "Serverless first"
)

// Timeline is the published start-up timeline: the same start-up twice, once on
// a cluster from the first day and once on functions. The guide says nothing
// about days 91 to 179 of the first way.
var Timeline = []Stage{
	{PathKubernetesFirst, "day 1–90", 1, 90, "setting up the cluster"},
	{PathKubernetesFirst, "day 180–365", 180, 365, "first features"},
	{PathServerlessFirst, "day 1–365", 1, 365, "building the product on serverless"},
	{PathServerlessFirst, "day 366–730", 366, 730, "evaluating with known traffic"},
	{PathServerlessFirst, "after day 730", 731, 0, "moving the hot paths to Kubernetes"},
}

// TimelineMonthsBehind is the published delay of the first way.
const TimelineMonthsBehind = 6
