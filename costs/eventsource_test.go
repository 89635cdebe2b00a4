package costs

import (
	"math"
	"testing"

	"runwhere/costs/pricebook"
)

// sourced is a component that takes 1M runs from a source.
func sourced(source string, batch, kib float64) Workload {
	w := usualWorkload()
	c := &w.Components[0]
	c.Requests, c.HTTP, c.Source, c.Batch, c.Request, c.Connections = 1e6, false, source, batch, kib, 0
	c.Shape = flatShape()
	return w
}

// TestEventSourcesByHand: prices of us-east-1, global and eastus; free amounts are
// not taken.
func TestEventSourcesByHand(t *testing.T) {
	t.Parallel()
	const month = SecondsPerMonth
	for _, k := range []struct {
		kind, source, line string
		batch, kib, want   float64
	}{
		// Sent, received and deleted; five pollers of 20 s find nothing.
		{"lambda", SourceQueue, "queue", 1, 1, (3e6 + 5*month/20) * 0.0000004},
		// 100 sent, 10 calls that receive 10 and 10 that delete 10.
		{"lambda", SourceQueue, "queue", 100, 1, (120e6 + 5*month/20) * 0.0000004},
		// 200 KiB are 4 chunks, sent and received; one delete.
		{"lambda", SourceQueue, "queue", 1, 200, (9e6 + 5*month/20) * 0.0000004},
		{"lambda", SourceTopic, "topic", 1, 65, 2e6 * 0.0000005},
		{"lambda", SourceStream, "stream-records", 100, 26, 200e6 * 0.000000014},
		// 1M runs a month of 10,000 records are 3,805 a second: 4 shards.
		{"lambda", SourceStream, "stream-shards", 10_000, 0.1, 4 * 730 * 0.015},
		// 100 records of 64 KiB are 2,435 KiB a second: 3 shards.
		{"lambda", SourceStream, "stream-shards", 100, 64, 3 * 730 * 0.015},
		{"lambda", SourceBus, "bus", 1, 65, 2e6 * 0.000001},
		{"lambda", SourceScheduler, "scheduler", 1, 1, 1e6 * 0.000001},
		{"cloud-run", SourceQueue, "messages", 10, 4, 2 * 10e6 * 4 / (1 << 30) * 40},
		{"cloud-run", SourceBus, "messages", 1, 0.1, 2 * 1e6 * 1000 / (1 << 40) * 40},
		{"azure-functions", SourceQueue, "queue-base", 1, 1, 10},
		{"azure-functions", SourceQueue, "queue", 10, 1, (30e6 - 13e6) * 0.0000008},
		{"azure-functions", SourceStream, "stream-units", 1, 1, 730 * 0.03},
		{"azure-functions", SourceStream, "stream-records", 1, 65, 2e6 * 0.000000028},
		{"azure-functions", SourceBus, "bus", 1, 1, 2e6 * 0.0000006},
		{"cloudflare-workers", SourceQueue, "queue", 1, 65, (6e6 - 1e6) * 0.0000004},
	} {
		w := sourced(k.source, k.batch, k.kib)
		wantUSD(t, k.kind+" "+k.line, lineOf(t, built(t, k.kind, usualSettings(), w).Bill(1e6), k.line).USD, k.want)
	}
}

// TestSourcesCostTheSameOnEverySide: a function and a pod empty the same queue; a
// cluster has a scheduler of its own.
func TestSourcesCostTheSameOnEverySide(t *testing.T) {
	t.Parallel()
	for _, source := range []string{SourceTopic, SourceStream, SourceBus} {
		w := sourced(source, 10, 3)
		var of [2]float64
		for i, kind := range []string{"lambda", "eks"} {
			with := built(t, kind, usualSettings(), w).Cost(1e6)
			bare := sourced("", 10, 3)
			of[i] = with - built(t, kind, usualSettings(), bare).Cost(1e6)
		}
		wantUSD(t, source, of[0], of[1])
	}
	for _, line := range built(t, "eks", usualSettings(), sourced(SourceScheduler, 1, 1)).Bill(1e6).Lines {
		if line.Meter == "scheduler" {
			t.Error("a CronJob is billed")
		}
	}
}

// TestOneNamespaceForAllQueues: the base of Service Bus is paid once.
func TestOneNamespaceForAllQueues(t *testing.T) {
	t.Parallel()
	w := sourced(SourceQueue, 1, 1)
	other := w.Components[0]
	other.Name = "other"
	w.Components = append(w.Components, other)
	wantUSD(t, "base", lineOf(t, built(t, "azure-functions", usualSettings(), w).Bill(2e6), "queue-base").USD, 10)
}

// TestUnknownSourcePriceIsSaid: the queue has no known price in Frankfurt: there is no
// total, and all the rest of the bill.
func TestUnknownSourcePriceIsSaid(t *testing.T) {
	t.Parallel()
	s := usualSettings()
	s.Cloud, s.Region, s.Anywhere = pricebook.AWS, "eu-central-1", false
	p, without := built(t, "lambda", s, sourced(SourceQueue, 1, 1)), built(t, "lambda", s, sourced("", 1, 1))
	if !p.Partly() || p.Unbilled.Without[0] != "SQS requests" || !math.IsInf(p.Cost(1e6), 1) {
		t.Errorf("%+v", p.Unbilled)
	}
	wantUSD(t, "all but the queue", p.AtLeast(1e6), without.Cost(1e6))
	if p := built(t, "fastly-compute", s, sourced(SourceQueue, 1, 1)); !noted(p, "is not on the bill: Fastly Compute has no queue of its own") {
		t.Errorf("%v", p.Notes)
	}
}
