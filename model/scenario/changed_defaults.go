package scenario

import (
	"slices"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// ChangedDefault is a value that files leave out and that once was filled in
// otherwise: a file of that time means the old one. This table is the only place
// that knows of the change; what stands in now is said by Defaults, or by what
// the field follows.
type ChangedDefault struct {
	Path  paths.Path // of the field that writes the old meaning out
	Since string     // the day of the change
	Was   string     // the old default as Field.Parse reads it
	Now   string     // what stands in now, in a few words
	Why   string     // why it was changed, in a few words

	// Old is what the file meant, "" where the change does not reach it; nil for Was
	// wherever the field is left out.
	Old func(s *Scenario, at At) string
}

// changedDefaults are the changes, the latest last. Who changes a default adds a
// row, and lets presets and examples say what they mean.
var changedDefaults = []ChangedDefault{
	{
		Path: paths.ContainersKind, Since: "2026-11-28", Now: "the same, read from " + paths.ServerlessKind.String(),
		Why: "containers without a cluster are an option of their own, beside functions",
		Old: func(s *Scenario, _ At) string { return s.OldContainers() },
	},
	{
		Path: paths.ServerlessFrontDoor, Since: "2026-11-28", Was: "rest-api", Now: "an HTTP API",
		Why: "a REST API costs three and a half times as much and is asked for by those who need what it adds",
	},
	{
		Path: paths.KubernetesNATGateways, Since: "2026-11-28", Was: "1", Now: "as network says",
		Why: "one word of the network gives every side the gateways that it needs",
	},
	{
		Path: paths.ServerlessNATGateways, Since: "2026-11-28", Was: "1", Now: "as network says",
		Why: "a function outside of a private network needs no gateway",
	},
	{
		Path: paths.KubernetesPublicIPv4, Since: "2026-11-28", Now: "nodes without a gateway have addresses",
		Why: "a node without a NAT gateway reaches the internet through an address of its own, which is billed",
		Old: func(s *Scenario, _ At) string {
			if gateways, given := s.Kubernetes.NATGateways.Get(); given && gateways.Value() == 0 {
				return "false"
			}
			return ""
		},
	},
	{
		Path: paths.Endpoints, Since: "2026-11-28", Now: "free endpoints",
		Why: "what goes to S3 and DynamoDB passes free gateway endpoints and no NAT gateway",
		Old: func(s *Scenario, _ At) string {
			for i := range s.Components {
				if s.Components[i].OutboundCloud.Given() {
					return costs.EndpointsNone
				}
			}
			return ""
		},
	},
	{
		Path: paths.Zones, Since: "2026-11-28", Was: "1", Now: "2 zones",
		Why: "what is to survive the loss of a zone has a NAT gateway in each, and traffic between zones is charged",
	},
	{
		Path: paths.WasmFreeTier, Since: "2026-11-28", Now: "free_tier of the whole",
		Why: "one switch holds on every side; Fastly's free amounts were always taken off",
		Old: func(s *Scenario, _ At) string {
			if k, _ := costs.KindOf(s.Wasm.Kind.Or("")); k.Provider == "fastly" {
				return "true"
			}
			return ""
		},
	},
	{
		Path: paths.ComponentMemory, Since: "2026-11-28", Was: "256MiB", Now: "128MiB, what a process needs",
		Why: "what a process needs is not what its function is set to",
	},
	{
		Path: paths.ComponentIsolateMemory, Since: "2026-11-28", Now: "memory less 64 MiB, and a caveat at most",
		Why: "what a process needs says little of an isolate", Old: oldIsolate,
	},
	{
		Path: paths.ComponentFunctionMemory, Since: "2026-11-28", Now: "auto, the setting that suits the component",
		Why: "a function's memory sets its CPU", Old: oldFunction,
	},
	{
		Path: paths.ComponentAudience, Since: "2026-11-28", Now: "internal, as another component calls it",
		Why: "what only the system itself calls passes no front door and answers nobody on the internet", Old: oldAudience,
	},
	{
		Path: paths.ComponentRunsAs, Since: "2026-11-28", Now: "job, a pod for each run",
		Why: "a pod that lives for its run needs no replicas that stand by", Old: oldRunsAs,
	},
	{
		Path: paths.ComponentMeasuredAt, Since: "2026-11-28", Now: "the duration is that on a whole core",
		Why: "a small function stretches what it computes", Old: oldFunction,
	},
	{
		Path: paths.ComponentSource, Since: "2026-11-28", Was: NoSource, Now: "the queue, stream or scheduler of the trigger is on the bill", Why: "it costs on every side",
		Old: func(s *Scenario, at At) string {
			if c := s.component(at); c != nil && s.ImpliedSource(c) != NoSource {
				return NoSource
			}
			return ""
		},
	},
}

// oldMemory is what memory was once taken to be, in MiB.
func oldMemory(s *Scenario, at At) quantity.Amount {
	if c := s.component(at); c != nil {
		return c.Memory.Or(quantity.Exactly(256))
	}
	return quantity.Amount{}
}

// oldAudience is that of a component that another one calls, which once was the
// internet like any other.
func oldAudience(s *Scenario, at At) string {
	called := s.component(at)
	for i := range s.Components {
		for _, call := range s.Components[i].Calls {
			if called != nil && i != at.Component && call.To == called.Name && called.Trigger.Or("http") == "http" {
				return "internet"
			}
		}
	}
	return ""
}

// oldRunsAs is how scheduled and long work once ran: as any other.
func oldRunsAs(s *Scenario, at At) string {
	c := s.component(at)
	if c == nil {
		return ""
	}
	if trigger := c.Trigger.Or("http"); trigger == "schedule" || trigger != "http" && c.Duration.Or(quantity.Amount{}).High >= 60 {
		return "service"
	}
	return ""
}

// oldIsolate is the memory that a component was taken to need in an isolate, "" for
// one that fits either way.
func oldIsolate(s *Scenario, at At) string {
	memory := oldMemory(s, at)
	if c := s.component(at); c == nil || !c.Memory.Given() || memory.High <= costs.WorkersMaxMemory {
		return ""
	}
	return quantity.FormatAmount(quantity.Memory, memory)
}

// oldFunction is what its function was set to, and its duration taken to hold on:
// its memory, "" where no function can have it or where it is a range.
func oldFunction(s *Scenario, at At) string {
	memory := oldMemory(s, at)
	if memory.IsRange() || memory.High > costs.LambdaMaxMemory {
		return ""
	}
	return quantity.FormatAmount(quantity.Memory, quantity.Exactly(max(costs.LambdaMinMemory, memory.High)))
}

// recent are fields that came with the changes: a file that gives one of them was
// written by somebody who has seen what stands in now.
var recent = []paths.Path{
	paths.Network, paths.Endpoints, paths.FreeTier, paths.ComponentSource, paths.ComponentBatch, paths.ComponentRequest,
	paths.ComponentMemoryPerRun, paths.ComponentIsolateMemory, paths.ComponentFunctionMemory, paths.ComponentMeasuredAt, paths.ComponentLatencyGoal,
	paths.ComponentRequest, paths.ComponentAudience, paths.ComponentRunsAs,
	paths.ServerlessFunctionMemory, paths.Zones, paths.ComponentOutboundZones,
}

// OldMeaning is a value that a scenario leaves out and that meant something else
// in files from before a change.
type OldMeaning struct {
	ChangedDefault
	Field *Field
	At    At
	Value string // what it meant there
}

// Key is how the value is addressed: components.api.memory.
func (o *OldMeaning) Key(s *Scenario) string {
	if c := s.component(o.At); c != nil {
		return o.Path.Named(c.Name)
	}
	return o.Path.String()
}

// OldMeanings lists what a scenario leaves out and once meant otherwise, in the
// order of the file.
func OldMeanings(s *Scenario) []OldMeaning {
	var all []OldMeaning
	eachField(s, Layout(), At{}, func(f *Field, at At) {
		if _, given := f.Slot.Get(s, at); given {
			return
		}
		for _, c := range changedDefaults {
			if c.Path != f.Path {
				continue
			}
			was := c.Was
			if c.Old != nil {
				was = c.Old(s, at)
			}
			if was != "" {
				all = append(all, OldMeaning{c, f, at, was})
			}
		}
	})
	return all
}

// KnowsDefaults reports whether a scenario shows that its author knew the present
// defaults: it gives a key that came with them.
func KnowsDefaults(s *Scenario) bool {
	knows := false
	eachField(s, Layout(), At{}, func(f *Field, at At) {
		if _, given := f.Slot.Get(s, at); given && slices.Contains(recent, f.Path) {
			knows = true
		}
	})
	return knows
}

// WithOldDefaults returns the scenario with what it once meant written out, and
// what was written: a value that is given may let a further one mean something.
func WithOldDefaults(s Scenario) (Scenario, []OldMeaning, error) {
	old := s.Clone()
	var all []OldMeaning
	for more := OldMeanings(&old); len(more) > 0 && len(all) < len(changedDefaults)*(len(s.Components)+1); more = OldMeanings(&old) {
		for _, o := range more {
			v, err := o.Field.Parse(o.Value)
			if err != nil {
				err.Key = o.Field.PathAt(o.At)
				return s, nil, err
			}
			o.Field.Slot.Set(&old, o.At, v)
		}
		all = append(all, more...)
	}
	return old, all, nil
}
