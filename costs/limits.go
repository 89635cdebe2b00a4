package costs

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/costs/paths"
)

// Assumed tells which of a component's figures were assumed and not given. A
// limit that only an assumed figure breaks is a caveat and no refusal: nobody
// has said that the component needs that much.
type Assumed struct {
	Memory, Duration, CPUTime bool
}

// The subjects of limits, in the order in which they are shown.
const (
	LimitDuration    = "duration"
	LimitMemory      = "memory"
	LimitPayload     = "payload"
	LimitConcurrency = "concurrency"
	LimitGPU         = "gpu"
	LimitConnections = "connections"
	LimitLanguages   = "languages"
	LimitState       = "state"
	LimitSite        = "site" // where it can run; no platform publishes it as a figure
)

// LimitSubjects lists the subjects of limits in order.
var LimitSubjects = []string{
	LimitDuration, LimitMemory, LimitPayload, LimitConcurrency, LimitGPU, LimitConnections, LimitLanguages, LimitState,
}

// Limit is one published limit of a platform: what it says, and when a
// component breaks it with the way round. The limit is the platform's, not its
// category's.
type Limit struct {
	Subject    string // duration, memory, …
	Value      string // as published: "15 min", "any container"; "" where another limit of the subject says it already
	Workaround string
	Source     string
	AsOf       string

	broken  func(c *Component) bool   // nil where nothing that a component says can break it
	assumed func(c *Component) bool   // whether only an assumption breaks it; nil for never
	confirm paths.Path                // the value to confirm where it does
	says    func(c *Component) string // what the component does, and what the limit is
}

// source is where limits were read, and when.
type source struct{ url, asOf string }

// at gives limits their source.
func (s source) at(limits ...Limit) []Limit {
	for i := range limits {
		if limits[i].Source == "" {
			limits[i].Source, limits[i].AsOf = s.url, s.asOf
		}
	}
	return limits
}

// check holds every component against the limits.
func check(w Workload, limits []Limit) (refusals, caveats []Refusal) {
	for i := range w.Components {
		c := &w.Components[i]
		for _, l := range limits {
			if l.broken == nil || !l.broken(c) {
				continue
			}
			r := Refusal{Component: c.Name, Limit: l.says(c), Workaround: l.Workaround, Source: l.Source, AsOf: l.AsOf}
			if l.assumed != nil && l.assumed(c) {
				r.Confirm = l.confirm
				caveats = append(caveats, r)
			} else {
				refusals = append(refusals, r)
			}
		}
	}
	return refusals, caveats
}

// refuses reports whether check would find a refusal.
func refuses(w Workload, limits []Limit) bool {
	for i := range w.Components {
		c := &w.Components[i]
		for l := range limits {
			if limits[l].broken(c) && (limits[l].assumed == nil || !limits[l].assumed(c)) {
				return true
			}
		}
	}
	return false
}

// longest returns the longest single run of the component in seconds.
func (c *Component) longest() float64 { return max(c.Duration, c.Traits.LongestTask) }

// durationLimit stops a run after some seconds; stops says so: "Lambda stops a
// function after 15 min". A component that is only marked as long-running is
// refused where the limit is 15 minutes or less.
func durationLimit(value string, seconds float64, stops, workaround string) []Limit {
	return stretchedLimit((*Component).longest, value, seconds, stops, workaround)
}

// stretchedLimit is a durationLimit of a platform on which a run takes as long
// as longest says. One that only an assumed CPU time makes too long is a caveat,
// unless the duration that was stated or measured is too long itself.
func stretchedLimit(longest func(*Component) float64, value string, seconds float64, stops, workaround string) []Limit {
	limits := []Limit{{
		Subject: LimitDuration, Value: value, Workaround: workaround,
		broken:  func(c *Component) bool { return longest(c) > seconds },
		assumed: func(c *Component) bool { return c.Assumed.CPUTime && max(c.Stated, c.longest()) <= seconds },
		confirm: paths.ComponentCPUTime,
		says:    func(c *Component) string { return "runs up to " + span(longest(c)) + "; " + stops },
	}}
	if seconds <= longRun {
		limits = append(limits, Limit{
			Subject: LimitDuration, Workaround: workaround,
			broken: func(c *Component) bool { return c.Traits.LongRunning && c.longest() <= seconds },
			says:   func(*Component) string { return "is marked long-running; " + stops },
		})
	}
	return limits
}

// longRun is the framework's bound of a long-running task in seconds.
const longRun = 900

// span prints a time in the unit that suits it.
func span(seconds float64) string {
	switch {
	case seconds < 120:
		return Figure(seconds) + " s"
	case seconds < 7200:
		return Figure(seconds/60) + " min"
	}
	return Figure(seconds/3600) + " h"
}

// memoryLimit bounds the memory of a component in MiB; has says what there is:
// "a Lambda function has at most 10,240 MiB".
func memoryLimit(value string, mib float64, has, workaround string) Limit {
	return Limit{
		Subject: LimitMemory, Value: value, Workaround: workaround,
		broken: func(c *Component) bool { return c.Memory > mib },
		says:   func(c *Component) string { return "needs " + Figure(c.Memory) + " MiB; " + has },
	}
}

// functionTooSmall refuses a setting that somebody chose and that does not hold
// what they say the component needs.
func functionTooSmall(most float64) Limit {
	return Limit{
		Subject: LimitMemory, Workaround: "set the function to what the component needs, or leave it to auto (function_memory)",
		broken: func(c *Component) bool {
			return c.FunctionMemory > 0 && c.Memory > c.FunctionMemory && c.Memory <= most
		},
		assumed: func(c *Component) bool { return c.Assumed.Memory },
		confirm: paths.ComponentMemory,
		says: func(c *Component) string {
			return "needs " + Figure(c.Memory) + " MiB; its function is set to " + Figure(c.FunctionMemory) + " MiB"
		},
	}
}

// isolateLimit bounds the memory of an isolate in MiB. What a component needs in
// one is known where it is stated; else it is what a process needs without its
// runtime, which nobody has tried.
func isolateLimit(value string, mib float64, has, workaround string) Limit {
	return Limit{
		Subject: LimitMemory, Value: value, Workaround: workaround,
		broken:  func(c *Component) bool { return c.isolate() > mib },
		assumed: func(c *Component) bool { return c.IsolateMemory == 0 },
		confirm: paths.ComponentIsolateMemory,
		says: func(c *Component) string {
			about := ""
			if c.IsolateMemory == 0 {
				about = "about "
			}
			return "needs " + about + Figure(c.isolate()) + " MiB in an isolate; " + has
		},
	}
}

// payloadLimit bounds the response to an HTTP request in KiB.
func payloadLimit(value string, kib float64, has, workaround string) Limit {
	return Limit{
		Subject: LimitPayload, Value: value, Workaround: workaround,
		broken: func(c *Component) bool { return c.HTTP && c.Response > kib },
		says:   func(c *Component) string { return "answers with " + Figure(c.Response) + " KiB; " + has },
	}
}

// requestLimit bounds what an HTTP request brings, in KiB.
func requestLimit(kib float64, has string) Limit {
	return Limit{
		Subject: LimitPayload, Workaround: "let the client upload to object storage by a signed link, and work from there",
		broken: func(c *Component) bool { return c.HTTP && c.Request > kib },
		says:   func(c *Component) string { return "is sent " + Figure(c.Request) + " KiB a request; " + has },
	}
}

// noGPU is the limit of a platform without GPUs.
func noGPU(has, workaround string) Limit {
	return Limit{
		Subject: LimitGPU, Value: "none", Workaround: workaround,
		broken: func(c *Component) bool { return c.Traits.GPU },
		says:   func(*Component) string { return "needs a GPU; " + has },
	}
}

// noConnections is the limit of a platform that holds no connection open.
func noConnections(value, has, workaround string) Limit {
	return Limit{
		Subject: LimitConnections, Value: value, Workaround: workaround,
		broken: func(c *Component) bool { return c.Traits.PersistentConnections },
		says:   func(*Component) string { return "holds connections open; " + has },
	}
}

// noState is the limit of a platform whose instances keep nothing.
func noState(value, has, workaround string) Limit {
	return Limit{
		Subject: LimitState, Value: value, Workaround: workaround,
		broken: func(c *Component) bool { return c.Traits.Stateful },
		says:   func(*Component) string { return "keeps state; " + has },
	}
}

// languages is the limit of a platform that runs some runtimes only. A
// component whose runtime nobody gave is taken to have one that runs.
func languages(value, workaround string, known ...string) Limit {
	return Limit{
		Subject: LimitLanguages, Value: value, Workaround: workaround,
		broken: func(c *Component) bool { return c.Runtime != "" && !slices.Contains(known, c.Runtime) },
		says: func(c *Component) string {
			return fmt.Sprintf("is written for %s; the platform runs %s", c.Runtime, strings.Join(known, ", "))
		},
	}
}

// fact is a limit that nothing that is known of a component can break.
func fact(subject, value string) Limit { return Limit{Subject: subject, Value: value} }

// join puts the limits of several constructors together.
func limitsOf(groups ...[]Limit) []Limit { return slices.Concat(groups...) }

// instancesLimit bounds the instances of one component where no quota can be raised.
// perRate is how many a request a second takes in the busiest minute; has says what
// there is. What can be raised refuses nobody: a note names the quota.
func instancesLimit(value string, most float64, has, workaround string, perRate func(c *Component) float64) Limit {
	need := func(c *Component) float64 {
		return whole(c.Requests * c.Shape.PeakToMean() / SecondsPerMonth * perRate(c))
	}
	return Limit{
		Subject: LimitConcurrency, Value: value, Workaround: workaround,
		broken:  func(c *Component) bool { return need(c) > most },
		assumed: func(c *Component) bool { return c.Assumed.CPUTime || c.Assumed.Duration },
		says: func(c *Component) string {
			return "needs " + Figure(need(c)) + " instances in its busiest minute; " + has
		},
	}
}

// exceptJobs are limits of requests, which a run that is a job of its own is not held
// against.
func exceptJobs(limits []Limit) []Limit {
	return heldAgainst(limits, func(c *Component) bool { return !c.Job })
}

// onlyJobs are limits of jobs.
func onlyJobs(limits []Limit) []Limit {
	return heldAgainst(limits, func(c *Component) bool { return c.Job })
}

func heldAgainst(limits []Limit, held func(c *Component) bool) []Limit {
	for i := range limits {
		if broken := limits[i].broken; broken != nil {
			limits[i].broken = func(c *Component) bool { return held(c) && broken(c) }
		}
	}
	return limits
}
