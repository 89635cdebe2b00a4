package costs

import (
	"fmt"
	"math"
	"strings"

	"runwhere/costs/paths"
)

// The payload in KiB that a gateway counts as one request or message
// (https://aws.amazon.com/api-gateway/pricing/, 2026).
const (
	httpIncrement      = 512
	websocketIncrement = 32
)

// minutesPerMonth is what an open connection is billed for.
const minutesPerMonth = HoursPerMonth * 60

// frontDoor adds what is between the internet and the functions. A
// function URL is free; without any front door, HTTP requests come in by a way
// that the scenario does not price.
func (m *metering) frontDoor() {
	switch m.settings.Serverless.FrontDoor {
	case "rest-api":
		m.add("gateway", "API Gateway REST API", "apigateway.rest", m.perRequest(isPublic, m.streamedRequests)...)
	case "http-api":
		m.add("gateway", "API Gateway HTTP API", "apigateway.http", m.perRequest(isPublic, increments(httpIncrement))...)
	case "websocket":
		m.add("gateway", "API Gateway WebSocket messages", "apigateway.websocket.messages", m.perRequest(isPublic, messages)...)
		m.add("gateway-minutes", "API Gateway connection minutes", "apigateway.websocket.minutes",
			append(m.perRequest(func(c *Component) bool { return isPublic(c) && c.Requests > 0 }, connectionMinutes),
				m.perComponent(PerComponent, isIdle, func(c *Component) Factor {
					return amount(c.Connections, "open connections").from(paths.ComponentConnections)
				}, func(*Component) Factor { return amount(minutesPerMonth, "min") })...)...)
	case "alb":
		m.alb(lambdaTargetGB, true)
	}
}

// streamIncrement is the KiB of a streamed answer for which a REST API bills a
// request (https://aws.amazon.com/api-gateway/pricing/, 2026).
const streamIncrement = 10240

// streamedRequests counts one request for every started 10 MB of an answer that is
// streamed.
func (m *metering) streamedRequests(c *Component) Factor {
	if !m.settings.Serverless.streams() || c.Response <= streamIncrement {
		return Factor{Value: 1} // one request is one: nothing to say
	}
	n := whole(c.Response / streamIncrement)
	return written(n, func(n, _ float64) string { return Figure(n) + " started 10 MB of a streamed answer" }, n).from(paths.ComponentResponse)
}

// connectionMinutes is a request's part of the time that connections are open:
// they grow with the requests.
func connectionMinutes(c *Component) Factor {
	return written(c.Connections*minutesPerMonth/c.Requests, func(connections, requests float64) string {
		return fmt.Sprintf("%s open connections × %s min ÷ %s requests", Figure(connections), Figure(minutesPerMonth), Figure(requests))
	}, c.Connections, c.Requests).from(paths.ComponentConnections)
}

// messages counts what a request sends over a WebSocket: the message that it
// is, and the increments of its answer where it has one. AWS bills both ways.
func messages(c *Component) Factor {
	in := math.Max(1, math.Ceil(c.Request/websocketIncrement))
	n := in + math.Ceil(c.Response/websocketIncrement)
	if n == 1 {
		return amount(1, "message").from(paths.ComponentResponse)
	}
	return written(n, func(n, in float64) string {
		return fmt.Sprintf("%s messages (%s in, %s of 32 KiB out)", Figure(n), Figure(in), Figure(n-in))
	}, n, in).from(paths.ComponentResponse)
}

// increments counts one request for every started increment of the response.
func increments(kib float64) func(*Component) Factor {
	return func(c *Component) Factor {
		n := math.Max(1, math.Ceil(c.Response/kib))
		if n == 1 {
			return amount(1, "increment").from(paths.ComponentResponse)
		}
		return written(n, func(n, kib float64) string { return Figure(n) + " increments of " + Figure(kib) + " KiB" }, n, kib).from(paths.ComponentResponse)
	}
}

// gatewayNotes says what the front door's quotas need, and which components
// behind a WebSocket API hold no connection that could be billed.
func (m *metering) gatewayNotes() {
	if m.settings.Serverless.FrontDoor == "websocket" {
		m.connectionNote()
	}
	m.doorNotes()
}

func (m *metering) connectionNote() {
	var without []string
	for i := range m.work.Components {
		if c := &m.work.Components[i]; isPublic(c) && c.Connections == 0 {
			without = append(without, c.Name)
		}
	}
	if len(without) > 0 {
		m.note("the WebSocket API bills no connection minutes for %s, of which no open connections are known: "+paths.ComponentConnections.String()+" gives their mean",
			strings.Join(without, ", "))
	}
}
