package plan

import (
	"runwhere/costs"
	"runwhere/model/quantity"
	"runwhere/model/scenario"
)

// What a call is where nobody said.
const (
	CallsPerRequest = 1.0
	CallPayload     = 4.0 // KiB, both ways
)

// resolveCalls fills in the edges of the system. A call to a component that is
// not there goes nowhere; the reader of files refuses it.
func resolveCalls(written []scenario.Component, resolved []costs.Component) []costs.Call {
	edges := 0
	for i := range written {
		edges += len(written[i].Calls)
	}
	if edges == 0 {
		return nil
	}
	return ResolveCalls(written, resolved, make([]costs.Call, 0, edges))
}

// ResolveCalls does the same in the room of calls that were resolved before.
func ResolveCalls(written []scenario.Component, resolved []costs.Component, room []costs.Call) []costs.Call {
	calls := room[:0]
	index := make(map[string]int, len(resolved))
	for i := range resolved {
		index[resolved[i].Name] = i
	}
	for i := range written {
		for _, c := range written[i].Calls {
			to, known := index[c.To]
			if !known || to == i {
				continue
			}
			calls = append(calls, costs.Call{
				From: i, To: to, PerRequest: c.PerRequest.Or(quantity.Exactly(CallsPerRequest)).Value(), Payload: c.Payload.Or(quantity.Exactly(CallPayload)).Value(),
				Via: costs.Via(c.Via.Or(string(UsualVia(&resolved[to])))),
			})
		}
	}
	return calls
}

// audiences tells which components call a store of the system, and which only the
// system itself calls: those that say so, and where they say nothing those that
// another component calls.
func (r *Resolved) audiences(written []scenario.Component) {
	for _, call := range r.Workload.Calls {
		r.Workload.Components[call.To].Internal = true
		if r.Workload.Components[call.To].Traits.Stateful {
			r.Workload.Components[call.From].CallsStore = true
		}
	}
	for i := range written {
		if audience, said := written[i].Audience.Get(); said {
			r.Workload.Components[i].Internal = audience == scenario.Internal
		}
	}
}

// UsualVia is how a component is reached from another side where nobody said:
// over HTTP what takes HTTP requests, over its own protocol what keeps state,
// as a database does, and over the event bus whatever waits for work.
func UsualVia(called *costs.Component) costs.Via {
	switch {
	case called.HTTP:
		return costs.ViaGateway
	case called.Traits.Stateful:
		return costs.ViaPrivate
	}
	return costs.ViaEvent
}
