package costs

import (
	"fmt"
	"math"
)

// LambdaSettings are the choices that AWS Lambda leaves to the architect.
type LambdaSettings struct {
	Architecture string // x86, arm64
	FrontDoor    string // none, function-url, http-api, rest-api, alb
	FreeTier     bool
	NATGateways  float64
	PublicIPv4   bool // whether public addresses are billed, as AWS does since 2024-02
	Logs         bool // whether logs go to CloudWatch
}

// httpIncrement is the payload in KiB that an HTTP API counts as one request
// (https://aws.amazon.com/api-gateway/pricing/, 2026).
const httpIncrement = 512

// Lambda prices a workload on AWS Lambda: requests, GB-seconds by tier, the
// front door, logs, NAT and egress. It returns an UnknownPriceError where the
// region lacks a price that the workload needs.
func Lambda(b *Book, region string, s LambdaSettings, w Workload) (*Platform, error) {
	m := metering{book: b, region: region, free: s.FreeTier, work: w, shares: w.Shares()}
	m.add("requests", "Lambda requests", "lambda.requests", m.perRequest(always)...)
	m.add("compute", "Lambda compute", "lambda.duration."+s.Architecture, m.perRequest(always, lambdaSeconds, lambdaMemory)...)
	m.frontDoor(s)
	if s.Logs {
		m.logs("cloudwatch.logs.vended")
	}
	m.nat(s.NATGateways)
	if s.PublicIPv4 {
		m.ipv4(s.NATGateways, s.FrontDoor == "alb")
	}
	m.egress()
	if m.err != nil {
		return nil, m.err
	}
	p := &Platform{
		ID: "lambda", Name: "Lambda", Letter: 'L', Option: Serverless, Region: region,
		Meters: m.meters, maxVolume: math.Inf(1),
	}
	p.Refusals, p.Caveats = check(w, lambdaLimits)
	return p, nil
}

// lambdaSeconds is the billed duration: each request rounded up to 1 ms.
func lambdaSeconds(c *Component) Factor {
	return amount(math.Ceil(c.Duration*1000-1e-6)/1000, "s")
}

// lambdaMemory is the configured memory in GiB: whole MiB from 128 on.
func lambdaMemory(c *Component) Factor {
	mib := math.Max(LambdaMinMemory, math.Ceil(c.Memory-1e-9))
	return amount(mib/1024, "GiB")
}

// frontDoor adds what stands between the internet and the functions. A
// function URL is free; without any front door, HTTP requests come in by a way
// that the scenario does not price.
func (m *metering) frontDoor(s LambdaSettings) {
	switch s.FrontDoor {
	case "rest-api":
		m.add("gateway", "API Gateway REST API", "apigateway.rest", m.perRequest(isHTTP)...)
	case "http-api":
		m.add("gateway", "API Gateway HTTP API", "apigateway.http", m.perRequest(isHTTP, httpIncrements)...)
	case "alb":
		m.alb(lambdaTargetGB, true)
	}
}

// httpIncrements counts one request for every started 512 KiB of response.
func httpIncrements(c *Component) Factor {
	n := math.Max(1, math.Ceil(c.Response/httpIncrement))
	if n == 1 {
		return Factor{Value: 1, Text: "1 increment"}
	}
	return Factor{Value: n, Text: fmt.Sprintf("%s increments of 512 KiB", Figure(n))}
}

// LambdaConcurrencyNeed returns the concurrent executions in the busiest
// minute at q requests a month: requests a second times duration.
func LambdaConcurrencyNeed(w Workload, q float64) float64 {
	shares, peak := w.Shares(), 0.0
	for h := range HoursPerWeek {
		busy := 0.0
		for i := range w.Components {
			c := &w.Components[i]
			busy += q * shares[i] * c.Shape.Weights[h] * c.Shape.Burst / SecondsPerMonth * c.Duration
		}
		peak = math.Max(peak, busy)
	}
	return peak
}
