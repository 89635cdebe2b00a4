package costs

import "testing"

// TestOpenConnectionsNeedCapacity holds 10,000 connections open under a load
// that would need a single pod. Each platform takes what its requests at once
// ask for, and half of the volume holds half of the connections.
func TestOpenConnectionsNeedCapacity(t *testing.T) {
	t.Parallel()
	w := Workload{Components: []Component{{
		Name: "chat", Requests: 1e6, Duration: 0.05, CPUTime: 0.01, Memory: 256, HTTP: true, Connections: 10_000, Shape: flatShape(),
		Pod:    Pod{CPU: 0.5, Memory: 512, Concurrency: 100, MinReplicas: 2},
		Traits: Traits{PersistentConnections: true},
	}}}
	for _, c := range []struct {
		kind       string
		volume     float64
		want       float64
		connection string
	}{
		{"eks-fargate", 1e6, 100, "10,000 ÷ 100 a pod"},
		{"eks-fargate", 5e5, 50, "half of them"},
		{"cloud-run", 1e6, 125, "10,000 ÷ 80 an instance"},
		{"container-apps", 1e6, 1000, "10,000 ÷ 10 a replica"},
	} {
		s := settingsWith(nil)
		s.Serverless.MinInstances = 0
		kind, _ := KindOf(c.kind)
		s.Kubernetes.Kind = "eks-fargate"
		p, err := Build(kind.ID, embedded(t), s, w)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Levels[0].At(c.volume); got < c.want-1e-6 || got > c.want+1e-6 {
			t.Errorf("%s at %v: %v, want %v (%s)", c.kind, c.volume, got, c.want, c.connection)
		}
	}
}

// TestConnectionMinutesGrowWithTheVolume: 100 connections for 43,800 minutes
// at today's volume, twice as many at twice the volume.
func TestConnectionMinutesGrowWithTheVolume(t *testing.T) {
	t.Parallel()
	w := Workload{Components: []Component{{Name: "chat", Requests: 1e6, Duration: 0.05, Memory: 128, HTTP: true, Connections: 100, Shape: flatShape()}}}
	p, err := Build("lambda", embedded(t), settingsWith(ServerlessSettings{FrontDoor: "websocket", Logs: "none", Architecture: "x86"}), w)
	if err != nil {
		t.Fatal(err)
	}
	wantUSD(t, "today", lineOf(t, p.Bill(1e6), "gateway-minutes").USD, 100*43_800*0.00000025)
	wantUSD(t, "twice the volume", lineOf(t, p.Bill(2e6), "gateway-minutes").USD, 200*43_800*0.00000025)
	idle := w
	idle.Components = []Component{w.Components[0]}
	idle.Components[0].Requests = 0
	p, err = Build("lambda", embedded(t), settingsWith(ServerlessSettings{FrontDoor: "websocket", Logs: "none", Architecture: "x86"}), idle)
	if err != nil {
		t.Fatal(err)
	}
	wantUSD(t, "without a message", lineOf(t, p.Bill(0), "gateway-minutes").USD, 100*43_800*0.00000025)
}
