package costs

import (
	"math"
	"testing"
)

// chat holds connections open under a load that would need a single pod.
func chat(connections, perInstance, requests float64) Workload {
	return Workload{Components: []Component{{
		Name: "chat", Requests: requests, Duration: 0.05, CPUTime: 0.01, Memory: 256, HTTP: true, Connections: connections, PerInstance: perInstance, Shape: flatShape(),
		Pod:    Pod{CPU: 0.5, Memory: 512, Concurrency: 100, MinReplicas: 2},
		Traits: Traits{PersistentConnections: true},
	}}}
}

// TestOpenConnectionsNeedCapacity: a pod or a replica holds 10,000 connections
// and an instance of Cloud Run 1,000, or what the component or the setting says;
// half of the volume holds half of them. A socket is no request at work: the
// concurrency of requests, 100, 80 and 10, does not count.
func TestOpenConnectionsNeedCapacity(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind                              string
		connections, perInstance, setting float64
		requests, volume, want            float64
	}{
		{"eks-fargate", 200_000, 0, 0, 1e6, 1e6, 20},
		{"eks-fargate", 200_000, 0, 0, 1e6, 5e5, 10},
		{"eks-fargate", 200_000, 2_000, 0, 1e6, 1e6, 100},
		{"eks-fargate", 200_000, 0, 0, 0, 0, 20},
		{"eks-fargate", 10_000, 0, 0, 1e6, 1e6, 2}, // the least replicas
		{"cloud-run", 200_000, 0, 0, 1e6, 1e6, 200},
		{"cloud-run", 200_000, 50_000, 0, 1e6, 1e6, 200}, // Cloud Run lets no instance hold more
		{"cloud-run", 200_000, 500, 0, 1e6, 1e6, 400},
		{"cloud-run", 200_000, 0, 250, 1e6, 1e6, 800},
		{"cloud-run", 200_000, 0, 0, 0, 0, 200},
		{"container-apps", 200_000, 0, 0, 1e6, 1e6, 20},
		{"container-apps", 200_000, 0, 0, 0, 0, 20},
	} {
		s := settingsWith(nil)
		s.Kubernetes.Kind, s.Containers.Concurrency = "eks-fargate", c.setting
		p, err := Build(c.kind, embedded(t), s, chat(c.connections, c.perInstance, c.requests))
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Levels[0].At(c.volume); math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%+v: %v instances", c, got)
		}
	}
}

// TestConnectionsTakeMemory: 10,000 sockets of 20 KiB are 195.3125 MiB of a
// pod; 1,000 are 19.53125 MiB of an instance of Cloud Run, 276 MiB with 256.
func TestConnectionsTakeMemory(t *testing.T) {
	t.Parallel()
	w := chat(200_000, 0, 1e6)
	if got := w.Components[0].ConnectionMemory(); got != 195.3125 {
		t.Errorf("a pod's connections take %v MiB", got)
	}
	p := built(t, "cloud-run", settingsWith(nil), w)
	instances := 200.0 * 2_628_000
	wantUSD(t, "memory", lineOf(t, p.Bill(1e6), "memory-instance").USD, instances*276/1024*0.000002)
}

// TestBalancerCountsOpenConnections: 3,000 active connections are a capacity
// unit, so 300,000 are 100 of $0.008 an hour, whether or not a message comes.
func TestBalancerCountsOpenConnections(t *testing.T) {
	t.Parallel()
	s := usualSettings()
	s.Kubernetes.LoadBalancer = "alb"
	for _, requests := range []float64{1e6, 0} {
		p := built(t, "eks", s, chat(300_000, 0, requests))
		wantUSD(t, "capacity units", lineOf(t, p.Bill(requests), "alb-lcu").USD, 100*0.008*730)
	}
}

// TestConnectionMinutesGrowWithTheVolume: 100 connections for 43,800 minutes
// at today's volume, twice as many at twice the volume.
func TestConnectionMinutesGrowWithTheVolume(t *testing.T) {
	t.Parallel()
	w := Workload{Components: []Component{{Name: "chat", Requests: 1e6, Duration: 0.05, Memory: 128, HTTP: true, Connections: 100, Shape: flatShape()}}}
	p, err := Build("lambda", embedded(t), settingsWith(ServerlessSettings{ServiceSettings: ServiceSettings{Logs: "none", Architecture: "x86"}, FrontDoor: "websocket"}), w)
	if err != nil {
		t.Fatal(err)
	}
	wantUSD(t, "today", lineOf(t, p.Bill(1e6), "gateway-minutes").USD, 100*43_800*0.00000025)
	wantUSD(t, "twice the volume", lineOf(t, p.Bill(2e6), "gateway-minutes").USD, 200*43_800*0.00000025)
	idle := w
	idle.Components = []Component{w.Components[0]}
	idle.Components[0].Requests = 0
	p, err = Build("lambda", embedded(t), settingsWith(ServerlessSettings{ServiceSettings: ServiceSettings{Logs: "none", Architecture: "x86"}, FrontDoor: "websocket"}), idle)
	if err != nil {
		t.Fatal(err)
	}
	wantUSD(t, "without a message", lineOf(t, p.Bill(0), "gateway-minutes").USD, 100*43_800*0.00000025)
}
