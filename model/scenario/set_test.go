package scenario

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model/quantity"
)

func twoComponents() Scenario {
	return Scenario{Components: []Component{
		{Name: "orders-api", Requests: Some(quantity.Exactly(30e6)), Calls: []Call{{To: "v2.pdf"}}},
		{Name: "v2.pdf", Requests: Some(quantity.Exactly(10e6))},
	}}
}

func TestSetErrorsNameKeyAndValue(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ assignment, want string }{
		{"duration", "duration: not an assignment; write KEY=VALUE, such as components.orders-api.duration=800ms"},
		{"platforms.kubernets.node=x", "platforms.kubernets.node: x: unknown key; did you mean platforms.kubernetes.node? " + keyHelp},
		{"front_door=none", "front_door: none: unknown key; did you mean platforms.serverless.front_door? " + keyHelp},
		{"components.orders.duration=1s", "components.orders.duration: 1s: no such component; did you mean orders-api? there are orders-api, v2.pdf"},
		{"components.order-api.duration=1s", "components.order-api.duration: 1s: no such component; did you mean orders-api? there are orders-api, v2.pdf"},
		{"components[2].memory=1GiB", "components[2].memory: 1GiB: no such component; there are orders-api, v2.pdf, components[0] to components[1]"},
		{"components[-1].memory=1GiB", "components[-1].memory: 1GiB: no such component; there are orders-api, v2.pdf, components[0] to components[1]"},
		{"components[api].memory=1GiB", "components[api].memory: 1GiB: no such component; there are orders-api, v2.pdf, components[0] to components[1]"},
		{"components[0]=1GiB", "components[0]: 1GiB: unknown key of a component; known are name, requests_per_month, duration, cpu_time, memory, memory_per_run, isolate_memory, function_memory, measured_at, latency_goal, request, response, outbound, outbound.cloud, outbound.zones, logs, ephemeral, runtime, init, connections, connections_per_instance, traffic, peak_to_mean, shape, burst, trigger, audience, runs_as, source, batch, traits, pin, pool, pod.cpu, pod.memory, pod.concurrency, pod.replicas_min, places.kubernetes.pod.cpu, places.kubernetes.pod.memory, places.kubernetes.pod.concurrency, places.kubernetes.replicas_min, places.containers.min_instances, places.containers.instance_vcpu, places.containers.concurrency, places.containers.billing, places.serverless.min_instances, places.serverless.instance_vcpu, places.serverless.concurrency, places.serverless.billing, places.serverless.function_memory"},
		{"components.orders-api.traits=[gpu", "components.orders-api.traits: [gpu: unknown; did you mean gpu? allowed is a list of stateful, persistent-connections, gpu, long-running, custom-networking"},
		{"components.orders-api.durtion=1s", "components.orders-api.durtion: 1s: unknown key of a component; did you mean duration? known are name, requests_per_month, duration, cpu_time, memory, memory_per_run, isolate_memory, function_memory, measured_at, latency_goal, request, response, outbound, outbound.cloud, outbound.zones, logs, ephemeral, runtime, init, connections, connections_per_instance, traffic, peak_to_mean, shape, burst, trigger, audience, runs_as, source, batch, traits, pin, pool, pod.cpu, pod.memory, pod.concurrency, pod.replicas_min, places.kubernetes.pod.cpu, places.kubernetes.pod.memory, places.kubernetes.pod.concurrency, places.kubernetes.replicas_min, places.containers.min_instances, places.containers.instance_vcpu, places.containers.concurrency, places.containers.billing, places.serverless.min_instances, places.serverless.instance_vcpu, places.serverless.concurrency, places.serverless.billing, places.serverless.function_memory"},
		{"components.orders-api.duration=800", "components.orders-api.duration: 800: no unit; allowed is 0s to 30d, such as 500ms, 30s, 15m, 2h, or a range low..high"},
		{"components.orders-api.name=v2.pdf", "components.orders-api.name: v2.pdf: there is a component of this name already; every name is there once"},
		{"requests_per_month=", "requests_per_month: no value; allowed is 0 to 10T, such as 50M, 1.2B, 50000000, or a range low..high"},
	} {
		if _, err := Set(twoComponents(), c.assignment); err == nil || err.Error() != c.want {
			t.Errorf("%v\nwant %s", err, c.want)
		}
	}
}

func TestParseSweep(t *testing.T) {
	t.Parallel()
	s, err := ParseSweep("requests_per_month=10K..1B/6")
	if err != nil || !s.Log || s.Key != "requests_per_month" {
		t.Fatal(s, err)
	}
	for i, want := range []float64{1e4, 1e5, 1e6, 1e7, 1e8, 1e9} {
		if got := s.Values()[i]; got != want {
			t.Errorf("value %d is %v, want %v", i, got, want)
		}
	}
	at, err := s.At(twoComponents(), s.Values()[2])
	if v, _ := (VolumeSlot{}).Get(&at, At{}); err != nil || v.Amount != quantity.Exactly(1e6) {
		t.Errorf("%v %v", v, err)
	}
	even, err := ParseSweep("platforms.kubernetes.target_utilization=20%..60%/3")
	if err != nil || even.Log || even.Values()[1] != 0.4 {
		t.Errorf("%v %v", even.Values(), err)
	}
	whole, err := ParseSweep("platforms.kubernetes.min_nodes=1..4/50")
	if v := whole.Values(); err != nil || len(v) != 4 || v[1] != 2 {
		t.Errorf("%v %v", v, err)
	}
	if s, err := ParseSweep("components[0].duration=1s..2s"); err != nil || s.Key != "components[0].duration" {
		t.Errorf("%v %v", s, err)
	}
	if s, err := ParseSweep("components.a.b.duration=0..2s"); err != nil || s.N != sweepDefault || s.Log || s.Values()[99] != 2 {
		t.Errorf("%v %v", s, err)
	}
}

func TestSweepErrors(t *testing.T) {
	t.Parallel()
	const form = "write KEY=FROM..TO/COUNT, such as requests_per_month=10K..1B/1000"
	for _, c := range []struct{ text, want string }{
		{"x", "x: not a sweep; " + form},
		{"request_per_month=1..2", "request_per_month: no key with a figure; did you mean requests_per_month? sweep a figure such as requests_per_month or components.NAME.duration"},
		{"name=a..b", "name: no key with a figure; sweep a figure such as requests_per_month or components.NAME.duration"},
		{"requests_per_month=5M", "requests_per_month: 5M: not a range; " + form},
		{"requests_per_month=1..2/1", "requests_per_month: 1..2/1: the count is not right; allowed is 2 to 100000; " + form},
		{"requests_per_month=9..2/5", "requests_per_month: 9..2/5: the low end 9 is above the high end 2; low..high"},
		{"requests_per_month=1..1e300/5", "requests_per_month: 1..1e300/5: above the maximum; allowed is 0 to 10T, such as 50M, 1.2B, 50000000, or a range low..high"},
	} {
		if _, err := ParseSweep(c.text); err == nil || err.Error() != c.want {
			t.Errorf("%v\nwant %s", err, c.want)
		}
	}
}

// TestSweepsBeginAndEndWhereTheySay also shows that every value can be set.
func TestSweepsBeginAndEndWhereTheySay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		low := math.Round(rapid.Float64Range(0, 1e6).Draw(t, "low")*1000) / 1000
		high := low + rapid.Float64Range(1, 1e9).Draw(t, "span")
		s, err := ParseSweep("requests_per_month=" + quantity.FormatCount(low) + ".." + quantity.FormatCount(high) + "/" + quantity.FormatNumber(float64(rapid.IntRange(2, 50).Draw(t, "n"))))
		if err != nil {
			t.Fatal(err)
		}
		values := s.Values()
		if values[0] != low || values[len(values)-1] != high {
			t.Fatalf("%v..%v begins at %v and ends at %v", low, high, values[0], values[len(values)-1])
		}
		for i, v := range values {
			if i > 0 && v <= values[i-1] {
				t.Fatalf("%v follows %v", v, values[i-1])
			}
			if _, err := s.At(twoComponents(), v); err != nil {
				t.Fatal(err)
			}
		}
	})
}
