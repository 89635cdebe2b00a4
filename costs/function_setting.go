package costs

import (
	"fmt"
	"math"
	"strings"

	"runwhere/costs/paths"
	"runwhere/costs/words"
)

// What auto allows a setting to do to a run, where no latency_goal says: to make
// it twice as long where somebody waits for the answer and four times elsewhere,
// and to use half of every time limit. Of the settings that are left it takes the
// fastest that costs at most a tenth more than the cheapest. Judgement of ours.
const (
	slowestAnswer = 2.0
	slowestWork   = 4.0
	limitUsed     = 0.5
	worthSpeed    = 1.1
)

// cores is how many cores a run of the component computes on at a time: one,
// unless its CPU time is more than its duration.
func (c *Component) cores() float64 {
	if c.Duration > 0 {
		return math.Max(1, c.CPUTime/c.Duration)
	}
	return 1
}

// runsOn returns how long one run takes in s on some vCPU, a part of one
// included: what it waits for takes as long as ever, what it computes takes
// longer.
func (c *Component) runsOn(vcpu float64) float64 {
	cores := c.cores()
	if c.CPUTime <= 0 || vcpu >= cores {
		return math.Max(c.Duration, c.CPUTime/cores)
	}
	return math.Max(0, c.Duration-c.CPUTime/cores) + c.CPUTime/vcpu
}

// MeasuredOn returns the duration and CPU time in s of a run where a whole core
// is there, from a duration that was measured on some vCPU. A CPU time of 0 is
// not known and is a share of the duration.
func MeasuredOn(vcpu, measured, cpu, share float64) (duration, cpuTime float64) {
	part := math.Min(1, vcpu)
	if cpu == 0 {
		duration = measured / (1 - share + share/part)
		return duration, share * duration
	}
	if part == 1 {
		return measured, cpu
	}
	return math.Max(0, measured-cpu/part) + cpu, cpu
}

// FunctionSetting is one setting of a function: what a run takes on it, and
// what it counts on the bill.
type FunctionSetting struct {
	MiB     float64 // that the function is set to
	VCPU    float64
	Seconds float64 // that one run takes
	Billed  float64 // what a run costs, in GB-seconds on Lambda and on Flex, in USD on Cloud Functions
	Why     string  // why auto does not take it; "" where it may
	Chosen  bool
}

// DecidedByCost reports whether nothing but what it costs keeps auto from a setting.
func (f *FunctionSetting) DecidedByCost() bool { return f.Why == tooDear || f.Why == slower }

// tuning is how auto chooses the setting of a function of a kind.
type tuning struct {
	settings []FunctionSetting                                      // smallest first, without what a run takes
	needs    func(c *Component, of *FunctionSetting) float64        // MiB
	runs     func(c *Component, of *FunctionSetting) (s, b float64) // what a run takes, and costs
	limits   func(s *ServerlessSettings, c *Component) float64      // the shortest time limit in s of place and front door; +Inf for none
	of       *ServerlessSettings                                    // that limits reads
}

// mostSettings is how many settings any kind has at most.
const mostSettings = 16

// what auto does not take a setting for.
const (
	tooSmall = "holds less than the component needs"
	tooSlow  = "too slow"
	tooLong  = "uses more than half of a time limit"
	tooDear  = "over a tenth dearer than the cheapest"
	slower   = "slower for about as much"
)

// choose returns the index of the setting that auto takes. It never takes one
// that holds less than the component needs where there is one that does.
func (t *tuning) choose(c *Component) int {
	slowest, most := t.bounds(c)
	last := len(t.settings) - 1
	var seconds, billed [mostSettings]float64
	cheapest, fastest, least := math.Inf(1), last, math.Inf(1)
	for i := range t.settings {
		s := &t.settings[i]
		if seconds[i] = math.Inf(1); i < last && t.needs(c, s) > s.MiB {
			continue
		}
		if seconds[i], billed[i] = t.runs(c, s); seconds[i] < least {
			fastest, least = i, seconds[i]
		}
		if seconds[i] <= slowest && seconds[i] <= most {
			cheapest = math.Min(cheapest, billed[i])
		}
	}
	if math.IsInf(cheapest, 1) {
		return fastest // nothing keeps the bounds: the smallest of the fastest comes nearest
	}
	chosen := -1
	for i, takes := range seconds[:len(t.settings)] {
		if takes <= slowest && takes <= most && billed[i] <= worthSpeed*cheapest && (chosen < 0 || takes < seconds[chosen]) {
			chosen = i
		}
	}
	return chosen
}

// bounds are what a run may take at most: by its own pace, and by time limits.
func (t *tuning) bounds(c *Component) (slowest, most float64) {
	slowest = slowestWork * c.Duration
	if c.HTTP {
		slowest = slowestAnswer * c.Duration
	}
	if c.LatencyGoal > 0 {
		slowest = c.LatencyGoal
	}
	return slowest, limitUsed * t.limits(t.of, c)
}

// table is the whole of what auto looks at.
func (t *tuning) table(c *Component) []FunctionSetting {
	chosen := t.choose(c)
	slowest, most := t.bounds(c)
	rows := make([]FunctionSetting, len(t.settings))
	cheapest := math.Inf(1)
	for i := range t.settings {
		row := t.settings[i]
		row.Seconds, row.Billed = t.runs(c, &row)
		switch {
		case t.needs(c, &row) > row.MiB:
			row.Why = tooSmall
		case row.Seconds > slowest:
			row.Why = tooSlow
		case row.Seconds > most:
			row.Why = tooLong
		default:
			cheapest = math.Min(cheapest, row.Billed)
		}
		rows[i] = row
	}
	for i := range rows {
		row := &rows[i]
		switch {
		case i == chosen:
			row.Chosen, row.Why = true, ""
		case row.Why != "":
		case row.Billed > worthSpeed*cheapest:
			row.Why = tooDear
		default:
			row.Why = slower
		}
	}
	return rows
}

// PowerTuning returns the settings that auto chooses from for a component on a
// kind of platform, with what a run takes on each; nil where the kind has no
// such choice, or somebody made it.
func PowerTuning(kind string, s *Settings, c *Component) []FunctionSetting {
	k, _ := KindOf(kind)
	own := c.On(k.Option)
	if c = &own; c.FunctionMemory > 0 || k.tuning == nil {
		return nil
	}
	if t := k.tuning(s); t != nil {
		return t.table(c)
	}
	return nil
}

// mostTuned is how many components the note on what auto chose names.
const mostTuned = 6

// tuned notes what auto set the functions to, which of all a reader looks for
// first: settings are given by component in MiB, with the s that a run takes.
func (m *metering) tuned(set func(c *Component) (mib, seconds float64)) {
	var all []string
	for i := range m.work.Components {
		if c := &m.work.Components[i]; c.FunctionMemory == 0 {
			mib, seconds := set(c)
			all = append(all, c.Name+" "+Figure(mib)+" MiB, on which a run takes "+brief(seconds))
		}
	}
	if len(all) == 0 {
		return
	}
	more := ""
	if len(all) > mostTuned {
		more = fmt.Sprintf(" and %d more", len(all)-mostTuned)
		all = all[:mostTuned]
	}
	m.note("function memory set by auto: %s%s; %s sets it", strings.Join(all, ", "), more, paths.ComponentFunctionMemory)
}

// cpuSlack is how much longer than its duration a request's CPU time may take
// before it is said: both figures are means, and rounded by whoever gave them.
const cpuSlack = 1.05

// cpuSize is the CPU that a component's instance has, and what gives it.
type cpuSize struct {
	by   string  // "128 MiB", "an instance of 512 MB"
	vcpu float64 // may be a part of one
}

// slowCPU notes the components whose CPU time cannot fit into their duration
// on the vCPU that they get. The platform bills the duration, so one that is
// too short to be true makes the bill too low. A CPU time that nobody gave is
// 30 % of the duration by this program's own default and says nothing.
func (m *metering) slowCPU(size func(c *Component) cpuSize) {
	for i := range m.work.Components {
		c := &m.work.Components[i]
		has := size(c)
		takes := c.CPUTime / has.vcpu
		if c.Assumed.CPUTime || takes <= c.Duration*cpuSlack {
			continue
		}
		gives := has.by + " gives " + rough(has.vcpu, 2) + " vCPU"
		duration := "stated"
		if c.Assumed.Duration {
			duration = "default"
		}
		m.note("%s: %s, on which %s of CPU time would take %s and not %s; the bill is taken at the %s duration of %s",
			c.Name, gives, brief(c.CPUTime), brief(takes), brief(c.Duration), duration, brief(c.Duration))
	}
}

// brief prints a time that is worked out from others: three digits, in
// milliseconds under a second.
func brief(seconds float64) string {
	switch {
	case seconds < 1:
		return rough(seconds*1000, 3) + " ms"
	case seconds < 120:
		return rough(seconds, 3) + " s"
	}
	return span(seconds)
}

// rough prints a figure with a number of significant digits and no more.
func rough(v float64, digits int) string { return Figure(words.Significant(v, digits)) }
