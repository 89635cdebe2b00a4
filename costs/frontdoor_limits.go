package costs

import (
	"math"

	"runwhere/costs/paths"
)

// door is what is before functions, with its own limits, which are narrower
// than those of the functions.
type door struct {
	name    string
	seconds float64 // after which it gives a request up; 0 for as long as the function may run
	raised  bool    // whether that can be raised, so that it is said and does not refuse
	in, out float64 // KiB of a request and of a response that is not streamed; 0 for what the function may send
	streams bool
	rate    float64 // requests a second in an account and region by default, a quota that can be raised; 0 for none
	way     string  // round the bound of a payload
	src     source
}

var (
	httpQuotas   = source{"https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html", "2026-10-01"}
	restQuotas   = source{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html", "2026-10-01"}
	socketQuotas = source{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html", "2026-10-01"}
	albQuotas    = source{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html", "2026-10-01"}
	urlQuotas    = source{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html", "2026-10-01"}
)

// gatewayRate is what API Gateway takes in an account and region by default.
const gatewayRate = 10_000 // requests a second

// linkToStorage is the way round every bound of a payload.
const linkToStorage = "send the data by a link to object storage (S3)"

var doors = map[string]door{
	"http-api":     {name: "an HTTP API", seconds: 30, in: 10240, out: 10240, rate: gatewayRate, way: linkToStorage, src: httpQuotas},
	"rest-api":     {name: "a REST API", seconds: 29, raised: true, in: 10240, out: 10240, streams: true, rate: gatewayRate, way: linkToStorage, src: restQuotas},
	"websocket":    {name: "a WebSocket API", seconds: 29, in: 128, out: 128, way: "cut it into several messages, or " + linkToStorage, src: socketQuotas},
	"alb":          {name: "a load balancer", in: 1024, out: 1024, way: linkToStorage + ", or a function URL (6 MB, 200 MB streamed)", src: albQuotas},
	"function-url": {name: "a function URL", streams: true, src: urlQuotas},
}

// streamDoors are those through which an answer can be streamed.
const streamDoors = "a function URL or a REST API streams it (streaming: true)"

// streams reports whether answers are streamed: where it is asked for and the
// front door can. Without a front door the caller is taken to.
func (s *ServerlessSettings) streams() bool {
	d, there := doors[s.FrontDoor]
	return s.Streaming && (d.streams || !there)
}

// answers is how long an HTTP request waits for its answer, in s.
func (s *ServerlessSettings) answers(c *Component) float64 { return s.lambdaSeconds(c) }

// gatewaySeconds is after how many s the front door gives a request up; +Inf for
// never, or where that can be raised.
func (s *ServerlessSettings) gatewaySeconds() float64 {
	if d := doors[s.FrontDoor]; d.seconds > 0 && !d.raised && !s.streams() {
		return d.seconds
	}
	return math.Inf(1)
}

// doorLimits are what the chosen front door refuses. One that nobody chose breaks
// nothing: another one may be chosen.
func doorLimits(s *Settings) []Limit {
	l := &s.Serverless
	d, there := doors[l.FrontDoor]
	if !there {
		return nil
	}
	limits := []Limit{{
		Subject: LimitDuration, Value: d.time(), Workaround: "answer at once and work on (a queue, an asynchronous call), a streamed REST API or a function URL (15 min)",
		broken: func(c *Component) bool { return isPublic(c) && d.seconds > 0 && l.answers(c) > l.gatewaySeconds() },
		says: func(c *Component) string {
			return "answers after " + span(l.answers(c)) + "; " + d.name + " gives a request up after " + span(d.seconds)
		},
	}}
	if d.in > 0 {
		limits = append(limits,
			Limit{
				Subject: LimitPayload, Value: d.payload(), Workaround: d.way,
				broken: func(c *Component) bool { return isPublic(c) && c.Request > d.in },
				says: func(c *Component) string {
					return "takes requests of " + Figure(c.Request) + " KiB; " + d.name + " passes " + sizeOf(d.in) + " at most"
				},
			},
			Limit{
				Subject: LimitPayload, Workaround: d.way,
				broken: func(c *Component) bool { return isPublic(c) && !l.streams() && c.Response > d.out },
				says: func(c *Component) string {
					return "answers with " + Figure(c.Response) + " KiB; " + d.name + " passes " + sizeOf(d.out) + " at most"
				},
			})
	}
	for i := range limits {
		limits[i].confirm = paths.ComponentCPUTime
		if l.FrontDoorAssumed {
			limits[i].confirm = paths.ServerlessFrontDoor
		}
		limits[i].assumed = func(c *Component) bool {
			return l.FrontDoorAssumed || limits[i].Subject == LimitDuration && c.Assumed.CPUTime && c.Duration <= d.seconds
		}
	}
	return d.src.at(limits...)
}

// time is how long a front door waits, as a table shows it.
func (d *door) time() string {
	switch {
	case d.seconds == 0:
		return ""
	case d.raised:
		return span(d.seconds) + " behind " + d.name + ", a quota that can be raised; none while it streams"
	}
	return span(d.seconds) + " behind " + d.name
}

// payload is what a front door passes, as a table shows it.
func (d *door) payload() string {
	if d.streams {
		return sizeOf(d.in) + " through " + d.name + ", which streams more"
	}
	return sizeOf(d.in) + " through " + d.name + ", which does not stream"
}

// sizeOf prints KiB as the providers do.
func sizeOf(kib float64) string {
	if kib >= 1024 {
		return Figure(kib/1024) + " MB"
	}
	return Figure(kib) + " KB"
}

// doorNotes says what a front door's quotas need that can be raised, and that it
// does not stream.
func (m *metering) doorNotes() {
	s := &m.settings.Serverless
	d, there := doors[s.FrontDoor]
	if !there {
		return
	}
	if s.Streaming && !s.streams() {
		m.note("%s does not stream: answers are sent whole and nothing is billed for streaming; %s", d.name, streamDoors)
	}
	for i := range m.work.Components {
		if c := &m.work.Components[i]; isPublic(c) && d.raised && !s.streams() && s.answers(c) > d.seconds {
			m.note("%s takes %s; %s gives a request up after %s, which a quota raises for regional APIs: ask for at least %s, or answer at once and work on",
				c.Name, span(s.answers(c)), d.name, span(d.seconds), span(math.Ceil(s.answers(c))))
		}
	}
	if need := m.busiest(func(c *Component) float64 {
		if isPublic(c) {
			return 1
		}
		return 0
	}); d.rate > 0 && need > d.rate {
		m.note("the busiest minute at today's volume brings %s requests a second; API Gateway takes %s in an account and region by default, a quota that can be raised (API Gateway, Throttle rate)",
			Figure(math.Ceil(need)), Figure(d.rate))
	}
}
