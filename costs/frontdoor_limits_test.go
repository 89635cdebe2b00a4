package costs

import (
	"strings"
	"testing"
)

// noted reports whether a platform has a note with this part.
func noted(p *Platform, part string) bool {
	return strings.Contains(strings.Join(p.Notes, "\n"), part)
}

// behind is Lambda behind a front door.
func behind(t *testing.T, door string, streaming bool, change func(*Component)) *Platform {
	t.Helper()
	s, w := usualSettings(), usualWorkload()
	s.Serverless.FrontDoor, s.Serverless.Streaming = door, streaming
	c := &w.Components[0]
	c.HTTP, c.Traits.PersistentConnections = true, false
	change(c)
	return built(t, "lambda", s, w)
}

// TestDoorsRefuse holds the published bounds on both of their sides.
func TestDoorsRefuse(t *testing.T) {
	t.Parallel()
	takes := func(s float64) func(*Component) { return func(c *Component) { c.Duration = s } }
	answers := func(kib float64) func(*Component) { return func(c *Component) { c.Response = kib } }
	brings := func(kib float64) func(*Component) { return func(c *Component) { c.Request = kib } }
	for _, k := range []struct {
		door      string
		streaming bool
		change    func(*Component)
		feasible  bool
	}{
		{"http-api", false, takes(30), true},
		{"http-api", false, takes(31), false},
		{"http-api", true, takes(31), false},
		{"rest-api", false, takes(31), true}, // a quota that can be raised
		{"rest-api", true, takes(800), true},
		{"websocket", false, takes(30), false},
		{"function-url", false, takes(800), true},
		{"alb", false, takes(800), true},
		{"none", false, takes(800), true},
		{"http-api", true, answers(6145), false}, // an HTTP API does not stream
		{"rest-api", true, answers(20480), true},
		{"rest-api", false, answers(6145), false},
		{"alb", false, answers(1024), true},
		{"alb", false, answers(1025), false},
		{"alb", true, answers(6144), false},
		{"websocket", false, answers(128), true},
		{"websocket", false, answers(129), false},
		{"websocket", false, brings(129), false},
		{"alb", false, brings(1025), false},
		{"function-url", false, brings(6145), false},
		{"function-url", true, brings(6145), false},
	} {
		if p := behind(t, k.door, k.streaming, k.change); p.Feasible() != k.feasible {
			t.Errorf("%s, streaming %v: %v", k.door, k.streaming, p.Refusals)
		}
	}
	if p := behind(t, "rest-api", false, takes(31)); !noted(p, "gives a request up after 29 s") {
		t.Errorf("%v", p.Notes)
	}
}

// TestDoorThatNobodyChose refuses nothing.
func TestDoorThatNobodyChose(t *testing.T) {
	t.Parallel()
	s, w := usualSettings(), usualWorkload()
	s.Serverless.FrontDoor, s.Serverless.FrontDoorAssumed = "http-api", true
	w.Components[0].HTTP, w.Components[0].Duration = true, 31
	if p := built(t, "lambda", s, w); !p.Feasible() || len(p.Caveats) == 0 {
		t.Errorf("%v %v", p.Refusals, p.Caveats)
	}
}

// TestStreamedAnswersByHand: 25 MB are three requests of a REST API, and 19 MB of
// streaming beyond the first 6; an HTTP API streams nothing and bills nothing for it.
func TestStreamedAnswersByHand(t *testing.T) {
	t.Parallel()
	large := func(c *Component) { c.Requests, c.Response = 1e6, 25*1024 }
	b := behind(t, "rest-api", true, large).Bill(1e6)
	wantUSD(t, "gateway", lineOf(t, b, "gateway").USD, 3e6*0.0000035)
	wantUSD(t, "streaming", lineOf(t, b, "streaming").USD, 1e6*19.0/1024*0.008)
	wantUSD(t, "not streamed", lineOf(t, behind(t, "rest-api", false, func(c *Component) { c.Requests = 1e6 }).Bill(1e6), "gateway").USD, 3.50)
	p := behind(t, "http-api", true, func(c *Component) { c.Requests, c.Response = 1e6, 6000 })
	for _, line := range p.Bill(1e6).Lines {
		if line.Meter == "streaming" {
			t.Error("an HTTP API streams")
		}
	}
	if !noted(p, "an HTTP API does not stream") {
		t.Errorf("%v", p.Notes)
	}
}

// TestGatewayRateIsSaid: 30 billion requests a month are 11,416 a second.
func TestGatewayRateIsSaid(t *testing.T) {
	t.Parallel()
	p := behind(t, "http-api", false, func(c *Component) { c.Requests, c.Shape = 30e9, flatShape() })
	if !p.Feasible() || !noted(p, "brings 11,416 requests a second; API Gateway takes 10,000") {
		t.Errorf("%v %v", p.Refusals, p.Notes)
	}
}
