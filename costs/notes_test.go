package costs

import (
	"slices"
	"strings"
	"testing"
)

// TestWebSocketWithoutConnections: connections that nobody gave are not known
// to be none, so the missing line of the bill is named.
func TestWebSocketWithoutConnections(t *testing.T) {
	t.Parallel()
	const want = "the WebSocket API bills no connection minutes for app, of which no open connections are known: components.*.connections gives their mean"
	s, w := usualSettings(), usualWorkload()
	for _, c := range []struct {
		door        string
		http        bool
		connections float64
		noted       bool
	}{{"websocket", true, 0, true}, {"websocket", true, 100, false}, {"websocket", false, 0, false}, {"rest-api", true, 0, false}} {
		s.Serverless.FrontDoor, w.Components[0].HTTP, w.Components[0].Connections = c.door, c.http, c.connections
		if noted := slices.Contains(built(t, "lambda", s, w).Notes, want); noted != c.noted {
			t.Errorf("%+v: noted is %v", c, noted)
		}
	}
}

// TestLeftOutIsNoted: logs that Workers do not keep and what a flat load
// balancer processes cost nothing on the bill, and the notes say so.
func TestLeftOutIsNoted(t *testing.T) {
	t.Parallel()
	const (
		logs = "the logs that the components write are not on the bill, since Workers keep none unless they are told to: " +
			"platforms.wasm.logs: cloudflare keeps and bills them"
		flat = "the load balancer is flat: its hours alone, as the guide assumes, without %; platforms.kubernetes.load_balancer: alb bills these too"
	)
	without := func(what string) string { return strings.Replace(flat, "%", what, 1) }
	usual, kept, bare := usualSettings(), usualSettings(), usualSettings()
	kept.Wasm.Logs, kept.Kubernetes.LoadBalancer = true, "alb"
	bare.Kubernetes.PublicIPv4 = false
	silent, queue := usualWorkload(), usualWorkload()
	silent.Components[0].Logs = 0
	queue.Components[0].HTTP = false
	for _, c := range []struct {
		kind  string
		s     *Settings
		w     Workload
		note  string
		noted bool
	}{
		{"cloudflare-workers", usual, usualWorkload(), logs, true},
		{"cloudflare-workers", kept, usualWorkload(), logs, false},
		{"cloudflare-workers", usual, silent, logs, false},
		{"eks", usual, usualWorkload(), without("capacity units and public addresses"), true},
		{"eks", bare, usualWorkload(), without("capacity units"), true},
		{"gke", usual, usualWorkload(), without("the data that it processes and public addresses"), true},
		{"aks", usual, usualWorkload(), without("the data that it processes and public addresses"), true},
		{"spinkube", usual, usualWorkload(), without("capacity units and public addresses"), true},
		{"eks", kept, usualWorkload(), without("capacity units and public addresses"), false},
		{"eks", usual, queue, without("capacity units and public addresses"), false},
	} {
		if noted := slices.Contains(built(t, c.kind, c.s, c.w).Notes, c.note); noted != c.noted {
			t.Errorf("%s: noted is %v: %s", c.kind, noted, c.note)
		}
	}
}
