package scenario

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// steadyWithPeak is a component whose load is said to be steady while its peak
// is one that not even the spiky pattern reaches.
func steadyWithPeak(s *Scenario) (first, second string) {
	spiky, err := costs.Pattern(checklist.Spiky)
	if err != nil {
		return "", ""
	}
	for i := range s.Components {
		c := &s.Components[i]
		at := At{Component: i}
		if c.PeakToMean.Or(quantity.Amount{}).Low <= spiky.PeakToMean() {
			continue
		}
		pattern := stated(s, paths.ComponentTraffic, at)
		if pattern == "" {
			pattern = says(checklist.KeyTraffic, checklist.Steady)(s)
		} else if c.Traffic.Or("") != checklist.Steady {
			continue
		}
		if pattern != "" {
			return pattern, stated(s, paths.ComponentPeakToMean, at)
		}
	}
	return "", ""
}

// shortWithLong is a component that runs for longer than the longest task is
// said to take.
func shortWithLong(s *Scenario) (first, second string) {
	answer := s.Answers.Get(checklist.KeyLongestTask)
	longest, exact := answer.Number()
	switch {
	case exact:
		longest = s.LongestTaskRange.Or(quantity.Exactly(longest)).High
	case answer.Choice() == checklist.UpTo15Min:
		longest = checklist.LongTask
	default:
		return "", ""
	}
	runs := component(paths.ComponentDuration, func(c *Component) bool { return c.Duration.Or(quantity.Amount{}).Low > longest })
	if longest <= checklist.LongTask {
		runs = either(runs, trait("long-running"))
	}
	return stated(s, paths.Question(checklist.KeyLongestTask), At{}), runs(s)
}

// cpuAboveMeasured is a component whose CPU time is more than the function that its
// duration was measured on has in that time.
func cpuAboveMeasured(s *Scenario) (first, second string) {
	for i := range s.Components {
		c := &s.Components[i]
		setting, measured := c.MeasuredAt.Get()
		duration, lasts := c.Duration.Get()
		cpu, computes := c.CPUTime.Get()
		if measured && lasts && computes && cpu.Low > duration.High*costs.LambdaVCPU(setting.High)*(1+sameFigure) {
			at := At{Component: i}
			return stated(s, paths.ComponentCPUTime, at), stated(s, paths.ComponentDuration, at) + " and " + stated(s, paths.ComponentMeasuredAt, at)
		}
	}
	return "", ""
}

// sameFigure is how far apart figures may be that are rounded.
const sameFigure = 0.01

// farApart is how many times one part has to run for as long as another before
// they are no longer alike: a request against a job.
const farApart = 100

// alikeThatDiffer is parts that are said to be alike and are seen to differ.
func alikeThatDiffer(s *Scenario) (first, second string) {
	return says(checklist.KeyParts, checklist.Alike)(s), PartsApart(s)
}

// PartsApart is what shows that parts differ: one is steady and another is not,
// one has a need that another does not have, or one runs for farApart times as
// long as another. "" where nothing does.
func PartsApart(s *Scenario) string {
	steady := component(paths.ComponentTraffic, func(c *Component) bool { return c.Traffic.Or("") == checklist.Steady })(s)
	other := component(paths.ComponentTraffic, func(c *Component) bool {
		return slices.Contains([]string{checklist.Spiky, checklist.Unpredictable, checklist.Batch}, c.Traffic.Or(""))
	})(s)
	if steady != "" && other != "" {
		return steady + " and " + other
	}
	for _, name := range []string{"gpu", "stateful", "long-running", "persistent-connections"} {
		without := component(paths.ComponentName, func(c *Component) bool { return !slices.Contains(c.Traits, name) })(s)
		if with := trait(name)(s); with != "" && without != "" {
			return with + " and " + without + " without it"
		}
	}
	short, long := math.Inf(1), 0.0
	for i := range s.Components {
		if d, given := s.Components[i].Duration.Get(); given {
			short, long = math.Min(short, d.High), math.Max(long, d.Low)
		}
	}
	if long < farApart*short {
		return ""
	}
	return component(paths.ComponentDuration, func(c *Component) bool { return c.Duration.Or(quantity.Amount{}).Low == long })(s) + " and " +
		component(paths.ComponentDuration, func(c *Component) bool { return c.Duration.Given() && c.Duration.Or(quantity.Amount{}).High == short })(s)
}

// sameVolume is how far apart two volumes may be that are meant to be the same:
// a total is given in round figures.
const sameVolume = 0.05

// volumeTwice is a total of the checklist that the components do not add up to:
// all of them have requests of their own, or those that have add up to more
// than the total already and leave nothing of it to the others.
func volumeTwice(s *Scenario) (first, second string) {
	total, given := s.statedTotal()
	own, sum := s.ownRequests()
	if !given || own == 0 {
		return "", ""
	}
	less := own == len(s.Components) && sum.High < total.Low*(1-sameVolume)
	if !less && sum.Low <= total.High*(1+sameVolume) {
		return "", ""
	}
	second = fmt.Sprintf("the components' requests_per_month add up to %s", quantity.FormatAmount(quantity.Count, sum))
	if own < len(s.Components) {
		second += ", which leaves nothing to the components without one"
	}
	return stated(s, paths.Question(checklist.KeyRequests), At{}), second
}

// ofBands is a pair of statements of which the first is an answer without a
// figure; volumeTwice compares figures.
func ofBands(first, second statement) func(*Scenario) (string, string) {
	return func(s *Scenario) (string, string) {
		if _, figure := s.statedTotal(); figure {
			return "", ""
		}
		return first(s), second(s)
	}
}

// totalFrom is the statement that the components have so many requests a month
// or more; those that are not given only make it more.
func totalFrom(least float64) statement {
	return func(s *Scenario) string {
		total := 0.0
		for i := range s.Components {
			total += s.Components[i].Requests.Or(quantity.Amount{}).Low
		}
		if total < least {
			return ""
		}
		return fmt.Sprintf("the components' requests_per_month add up to %s", quantity.FormatCount(total))
	}
}

// totalUnder is the statement that the components have fewer requests a month;
// it takes that each of them was given.
func totalUnder(limit float64) statement {
	return func(s *Scenario) string {
		total := 0.0
		for i := range s.Components {
			r, given := s.Components[i].Requests.Get()
			if !given {
				return ""
			}
			total += r.High
		}
		if len(s.Components) == 0 || total >= limit {
			return ""
		}
		return fmt.Sprintf("the components' requests_per_month add up to %s", quantity.FormatCount(total))
	}
}

// kubernetesSays is the statement that a setting of the Kubernetes side has
// this value.
func kubernetesSays(path paths.Path, value string) statement {
	return func(s *Scenario) string {
		f, ok := FieldOf(path)
		if !ok {
			return ""
		}
		if text, given := FieldText(f, s, At{}); !given || text != value {
			return ""
		}
		return stated(s, path, At{})
	}
}

// nodesBelowMinimum is a fixed number of nodes under the minimum.
func nodesBelowMinimum(s *Scenario) (first, second string) {
	nodes, err := strconv.ParseFloat(s.Kubernetes.Nodes.Or(""), 64)
	least, given := s.Kubernetes.MinNodes.Get()
	if err != nil || !given || nodes >= least.Low {
		return "", ""
	}
	return stated(s, paths.KubernetesNodes, At{}), stated(s, paths.KubernetesMinNodes, At{})
}
