package costs

import "runwhere/costs/paths"

// DefaultDensity is how many Wasm pods take the room of one container where
// nobody says otherwise. No vendor publishes a figure that could be checked, so
// this is an assumption of the program, marked so wherever it is shown.
const DefaultDensity = 3

// buildInCluster prices Wasm on a cluster of one's own (SpinKube, wasmCloud):
// the bill of the Kubernetes side, with pods that take less room. The software
// is free; what it saves is idle memory and idle replicas, while work takes the
// CPU that it takes.
func buildInCluster(m *metering) (*Platform, error) {
	host := *m.kind.host(m.settings)
	if fallback, podBilled := nodeHosts[host.ID]; podBilled {
		m.note("%s has no nodes to install a Wasm runtime on: priced on %s instead", host.Name, fallback)
		host, _ = KindOf(fallback)
	}
	m.kind.Provider, m.hosted = host.Provider, true
	p, err := host.build(m)
	if err != nil {
		return nil, err
	}
	m.hold(p, spinDocs.at(wasmModule()...))
	m.note("priced as a cluster of its own: a split that has containers on Kubernetes beside it pays for two clusters, and people are counted once for each")
	m.note("a density of %s Wasm pods in the room of a container is an assumption without a source; "+paths.WasmDensity.String()+" changes it",
		Figure(m.settings.Wasm.Density))
	return p, nil
}

// nodeHosts are the kinds without nodes of one's own, and the one that stands
// in for them.
var nodeHosts = map[string]string{"eks-fargate": "eks", "gke-autopilot": "gke"}
