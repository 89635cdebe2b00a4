package costs

import "fmt"

// Assumed tells which of a component's figures were assumed and not given. A
// limit that only an assumed figure breaks is a caveat and no refusal: nobody
// has said that the component needs that much.
type Assumed struct {
	Memory, Duration, CPUTime bool
}

// limit is one limit of a platform: when a component breaks it and how to get
// round it. The limit is the platform's, not its category's.
type limit struct {
	broken     func(c *Component) bool
	assumed    func(c *Component) bool // whether only an assumption breaks it; nil for never
	says       func(c *Component) string
	workaround string
	source     string
	asOf       string
}

// check holds every component against the limits.
func check(w Workload, limits []limit) (refusals, caveats []Refusal) {
	for i := range w.Components {
		c := &w.Components[i]
		for _, l := range limits {
			if !l.broken(c) {
				continue
			}
			r := Refusal{Component: c.Name, Limit: l.says(c), Workaround: l.workaround, Source: l.source, AsOf: l.asOf}
			if l.assumed != nil && l.assumed(c) {
				caveats = append(caveats, r)
			} else {
				refusals = append(refusals, r)
			}
		}
	}
	return refusals, caveats
}

// Sources of the limits, by the date on which they were read.
const (
	lambdaQuotas      = "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"
	lambdaQuotasAsOf  = "2026-09"
	workersLimits     = "https://developers.cloudflare.com/workers/platform/limits/"
	workersLimitsAsOf = "2026-11-23"
)

// Published limits of AWS Lambda.
const (
	LambdaMinMemory   = 128   // MiB
	LambdaMaxMemory   = 10240 // MiB
	LambdaMaxDuration = 900   // s
	LambdaMaxResponse = 6144  // KiB, synchronous
	LambdaConcurrency = 1000  // concurrent executions by default, a quota that can be raised
)

var lambdaLimits = []limit{
	{
		broken: func(c *Component) bool { return c.Memory > LambdaMaxMemory },
		says: func(c *Component) string {
			return fmt.Sprintf("needs %s MiB; a Lambda function has at most 10,240 MiB", Figure(c.Memory))
		},
		workaround: "split the work, or run the component as a container (Fargate, EKS)",
		source:     lambdaQuotas, asOf: lambdaQuotasAsOf,
	},
	{
		broken: func(c *Component) bool { return c.longest() > LambdaMaxDuration },
		says: func(c *Component) string {
			return fmt.Sprintf("runs up to %s min; Lambda stops a function after 15 min", Figure(c.longest()/60))
		},
		workaround: "cut the work into pieces (Step Functions, durable functions) or run it as a container job",
		source:     lambdaQuotas, asOf: lambdaQuotasAsOf,
	},
	{
		broken: func(c *Component) bool { return c.Traits.LongRunning && c.longest() <= LambdaMaxDuration },
		says: func(*Component) string {
			return "is marked long-running; Lambda stops a function after 15 min"
		},
		workaround: "cut the work into pieces (Step Functions, durable functions) or run it as a container job",
		source:     lambdaQuotas, asOf: lambdaQuotasAsOf,
	},
	{
		broken: func(c *Component) bool { return c.Traits.GPU },
		says:   func(*Component) string { return "needs a GPU; Lambda offers none" },
		workaround: "GPU nodes on Kubernetes; Cloud Run (L4) and Azure Container Apps have " +
			"serverless GPUs",
		source: lambdaQuotas, asOf: lambdaQuotasAsOf,
	},
	{
		broken: func(c *Component) bool { return c.Traits.PersistentConnections },
		says: func(*Component) string {
			return "holds connections open; a Lambda function ends with its response"
		},
		workaround: "an API Gateway WebSocket API holds the connection and calls the function for each message",
		source:     "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html", asOf: "2026-11-23",
	},
	{
		broken: func(c *Component) bool { return c.Traits.Stateful },
		says: func(*Component) string {
			return "keeps state; nothing in a Lambda function is sure to survive the invocation"
		},
		workaround: "keep the state in a managed store (DynamoDB, RDS, ElastiCache) and the function stateless",
		source:     "https://docs.aws.amazon.com/lambda/latest/dg/concepts-basics.html", asOf: "2026-11-23",
	},
	{
		broken: func(c *Component) bool { return c.HTTP && c.Response > LambdaMaxResponse },
		says: func(c *Component) string {
			return fmt.Sprintf("answers with %s KiB; a synchronous Lambda response has at most 6 MB", Figure(c.Response))
		},
		workaround: "stream the response, or answer with a link to object storage",
		source:     lambdaQuotas, asOf: lambdaQuotasAsOf,
	},
}

// Published limits of Cloudflare Workers on the paid plan.
const (
	WorkersMaxMemory    = 128 // MiB of an isolate
	WorkersMaxCPU       = 300 // s of CPU a request
	WorkersMaxCPUQueued = 900 // s of CPU and of wall time for cron triggers and queue consumers
)

var workersLimitTable = []limit{
	{
		broken:  func(c *Component) bool { return c.Memory > WorkersMaxMemory },
		assumed: func(c *Component) bool { return c.Assumed.Memory },
		says: func(c *Component) string {
			return fmt.Sprintf("needs %s MiB; a Workers isolate has 128 MB", Figure(c.Memory))
		},
		workaround: "stream the data instead of holding it, or use Cloudflare Containers",
		source:     workersLimits, asOf: workersLimitsAsOf,
	},
	{
		broken:  func(c *Component) bool { return c.CPUTime > c.workersCPU() },
		assumed: func(c *Component) bool { return c.Assumed.CPUTime },
		says: func(c *Component) string {
			return fmt.Sprintf("uses %s s of CPU a request; Workers allow %s s", Figure(c.CPUTime), Figure(c.workersCPU()))
		},
		workaround: "cut the work into pieces (Workflows, Queues) or use Cloudflare Containers",
		source:     workersLimits, asOf: workersLimitsAsOf,
	},
	{
		broken: func(c *Component) bool { return !c.HTTP && c.longest() > WorkersMaxCPUQueued },
		says: func(c *Component) string {
			return fmt.Sprintf("runs up to %s min; a cron trigger or queue consumer has 15 min", Figure(c.longest()/60))
		},
		workaround: "cut the work into pieces (Workflows) or use Cloudflare Containers",
		source:     workersLimits, asOf: workersLimitsAsOf,
	},
	{
		broken: func(c *Component) bool { return c.Traits.GPU },
		says:   func(*Component) string { return "needs a GPU; a Worker has none" },
		workaround: "Workers AI, a separate product, for models that it hosts; else GPU nodes " +
			"on Kubernetes",
		source: workersLimits, asOf: workersLimitsAsOf,
	},
	{
		broken: func(c *Component) bool { return c.Traits.Stateful },
		says: func(*Component) string {
			return "keeps state; an isolate may be evicted between two requests"
		},
		workaround: "keep the state in Durable Objects, KV or D1, which are priced apart",
		source:     workersLimits, asOf: workersLimitsAsOf,
	},
	{
		broken: func(c *Component) bool { return c.Traits.LongRunning && c.HTTP && c.longest() <= WorkersMaxCPUQueued },
		says: func(*Component) string {
			return "is marked long-running; a Worker runs only while its client stays connected"
		},
		workaround: "cut the work into pieces (Workflows) or use Cloudflare Containers",
		source:     workersLimits, asOf: workersLimitsAsOf,
	},
}

// longest returns the longest single run of the component in seconds.
func (c *Component) longest() float64 { return max(c.Duration, c.Traits.LongestTask) }

// workersCPU returns the CPU limit that applies to the component's trigger.
func (c *Component) workersCPU() float64 {
	if c.HTTP {
		return WorkersMaxCPU
	}
	return WorkersMaxCPUQueued
}
