package costs

import "testing"

// TestCreditsByHand: 100M runs of 60 ms of CPU are 1,666.67 vCPU-hours. Three
// t3.medium earn 3 × 2 × 20 % × 730 = 876; the rest is billed at $0.05. Ten earn
// more than is used, and a c5 knows no credits.
func TestCreditsByHand(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	c := &w.Components[0]
	c.Requests, c.Duration, c.CPUTime, c.Shape = 100e6, 0.2, 0.06, flatShape()
	c.Pod = Pod{CPU: 0.5, Memory: 512, Concurrency: 40, MinReplicas: 1}
	k := &s.Kubernetes
	k.Node, k.Sizing, k.Nodes = "t3.medium", SizeFixed, 3
	wantUSD(t, "credits", lineOf(t, built(t, "eks", s, w).Bill(100e6), "credits").USD, (100e6*0.06/3600-3*2*0.2*730)*0.05)
	for node, nodes := range map[string]float64{"t3.medium": 10, "c5.xlarge": 3} {
		k.Node, k.Nodes = node, nodes
		for _, line := range built(t, "eks", s, w).Bill(100e6).Lines {
			if line.Meter == "credits" {
				t.Errorf("%v × %s: credits for $%v", nodes, node, line.USD)
			}
		}
	}
}
