package costs

import "testing"

// TestDurableObjectsByHand: 10,000 connections of 100 an object are 100 objects. In
// memory all month they are 33,638,400 GB-s, of which 400,000 are included and the
// rest is billed by whole millions; 432M messages are 21.6M requests, of which 1M
// is included. Hibernating, 432M × 10 ms × 0.128 GB are 552,960 GB-s.
func TestDurableObjectsByHand(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	c := &w.Components[0]
	c.HTTP, c.Requests, c.Duration, c.Connections, c.Traits.PersistentConnections = true, 432e6, 0.01, 10_000, true
	b := built(t, "cloudflare-workers", s, w).Bill(432e6)
	wantUSD(t, "requests", lineOf(t, b, "object-requests").USD, 21*0.15)
	wantUSD(t, "duration", lineOf(t, b, "object-duration").USD, 34*12.50)
	for _, line := range b.Lines {
		if line.Meter == "requests" || line.Meter == "cpu" {
			t.Errorf("messages on a connection are no requests of a Worker: %s", line.Meter)
		}
	}
	s.Wasm.Hibernation = true
	wantUSD(t, "hibernating", lineOf(t, built(t, "cloudflare-workers", s, w).Bill(432e6), "object-duration").USD, 12.50)
}

// TestEdgeStateByHand: state is refused until a store is chosen; then 2 reads and 0.5
// writes a run and 50 GB are on the bill.
func TestEdgeStateByHand(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	c := &w.Components[0]
	c.HTTP, c.Requests, c.Duration, c.Connections, c.Traits.Stateful, c.Memory = true, 200e6, 0.01, 0, true, 64
	if built(t, "cloudflare-workers", s, w).Feasible() {
		t.Error("nothing keeps the state and nothing refuses it")
	}
	for _, k := range []struct {
		state, line string
		want        float64
	}{
		{StateKV, "state-reads", (400e6 - 10e6) * 0.0000005},
		{StateKV, "state-writes", (100e6 - 1e6) * 0.000005},
		{StateKV, "state-storage", 25},
		{StateD1, "state-writes", (100e6 - 50e6) * 0.000001},
		{StateD1, "state-storage", 45 * 0.75},
		{StateObjects, "state-storage", 45 * 0.2},
		{StateObjects, "object-requests", 199 * 0.15},
	} {
		s.Wasm.State = k.state
		p := built(t, "cloudflare-workers", s, w)
		if !p.Feasible() {
			t.Errorf("%s: %v", k.state, p.Refusals)
		}
		wantUSD(t, k.state+" "+k.line, lineOf(t, p.Bill(200e6), k.line).USD, k.want)
	}
}

// TestQueueConsumersHaveFiveMinutes: 301 s of CPU are refused whatever starts a run.
func TestQueueConsumersHaveFiveMinutes(t *testing.T) {
	t.Parallel()
	for cpu, feasible := range map[float64]bool{300: true, 301: false} {
		w := sourced(SourceQueue, 1, 1)
		w.Components[0].CPUTime, w.Components[0].Duration, w.Components[0].Memory = cpu, 600, 64
		w.Components[0].Assumed = Assumed{}
		if p := built(t, "cloudflare-workers", usualSettings(), w); p.Feasible() != feasible {
			t.Errorf("%v s: %v", cpu, p.Refusals)
		}
	}
}

// TestUnknownConnectionsAreNotCheaper: to hold connections whose number nobody gave
// costs at least what the same requests cost without them. A million requests of
// 10 ms are 1,280 GB-s of an object, which the plan includes with its requests.
func TestUnknownConnectionsAreNotCheaper(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	c := &w.Components[0]
	c.HTTP, c.Requests, c.Duration, c.CPUTime, c.Connections, c.Memory = true, 100e6, 0.01, 0.005, 0, 64
	without := built(t, "cloudflare-workers", s, w).Cost(100e6)
	c.Traits.PersistentConnections = true
	with := built(t, "cloudflare-workers", s, w)
	wantUSD(t, "object-requests", lineOf(t, with.Bill(100e6), "object-requests").USD, 99*0.15)
	if usd := with.Cost(100e6); usd < without+99*0.15 {
		t.Errorf("with connections $%v, without $%v", usd, without)
	}
}
