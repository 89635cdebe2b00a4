package costs

import (
	"slices"

	"runwhere/costs/paths"
)

// Published limits of Cloudflare Workers on the paid plan.
const (
	WorkersMaxMemory = 128 // MiB of an isolate
	WorkersMaxCPU    = 300 // s of CPU a run, which a setting raises the default of 30 s to
	WorkersMaxWall   = 900 // s of wall time of cron triggers and queue consumers
)

// Published limits of Fastly Compute and Akamai Functions.
const (
	fastlyMemory   = 128   // MiB
	fastlyCPU      = 0.05  // s of CPU a request, by default
	fastlyWall     = 120   // s
	akamaiMemory   = 128   // MiB
	akamaiDuration = 30    // s
	akamaiResponse = 10240 // KiB
)

var (
	workersDocs = source{"https://developers.cloudflare.com/workers/platform/limits/", "2026-11-23"}
	fastlyDocs  = source{"https://docs.fastly.com/products/compute-resource-limits", "2025-10-09"}
	akamaiDocs  = source{"https://techdocs.akamai.com/akamai-functions/docs/quotas-and-limits", "2026"}
)

func workersLimits(s *Settings) []Limit {
	memory := isolateLimit("128 MB", WorkersMaxMemory, "a Workers isolate has 128 MB", "stream the data instead of holding it, or use Cloudflare Containers")
	const pieces = "cut the work into pieces (Workflows, Queues) or use Cloudflare Containers"
	return workersDocs.at(
		memory,
		Limit{
			Subject: LimitDuration, Workaround: pieces,
			Value: "30 s of CPU a run by default, up to 5 min; 15 min of wall time for cron and queues; " +
				"no bound of wall time while the client stays connected",
			broken:  func(c *Component) bool { return c.CPUTime > WorkersMaxCPU },
			assumed: func(c *Component) bool { return c.Assumed.CPUTime },
			confirm: paths.ComponentCPUTime,
			says: func(c *Component) string {
				return "uses " + Figure(c.CPUTime) + " s of CPU a run; Workers allow 5 min at most"
			},
		},
		Limit{
			Subject: LimitDuration, Workaround: "cut the work into pieces (Workflows) or use Cloudflare Containers",
			broken: func(c *Component) bool { return !c.HTTP && c.longest() > WorkersMaxWall },
			says: func(c *Component) string {
				return "runs up to " + Figure(c.longest()/60) + " min; a cron trigger or queue consumer has 15 min"
			},
		},
		noGPU("a Worker has none", "Workers AI, a separate product, for models that it hosts; else GPU nodes on Kubernetes"),
		edgeStateLimit(s),
		Limit{
			Subject: LimitDuration, Workaround: "cut the work into pieces (Workflows) or use Cloudflare Containers",
			broken: func(c *Component) bool {
				return c.Traits.LongRunning && c.HTTP && c.longest() <= WorkersMaxWall
			},
			says: func(*Component) string {
				return "is marked long-running; a Worker runs only while its client stays connected"
			},
		},
		workersRequest(), fact(LimitPayload, "no bound of a response; 100 MB a request on the Free and Pro plans of a zone"), fact(LimitConcurrency, "no bound published; 6 connections out at once a request"),
		fact(LimitConnections, "WebSockets; Durable Objects let them hibernate"),
		languages("JavaScript and TypeScript, Python, Rust and Go compiled to Wasm", "another language needs a compiler to Wasm and a shim, or Cloudflare Containers",
			"nodejs", "python", "rust", "go"),
	)
}

// workersRequest bounds a request by the plan of the zone that it comes in on; an
// enterprise contract raises it.
func workersRequest() Limit {
	return requestLimit(102_400, "Cloudflare takes 100 MB on a zone's Free and Pro plans (200 MB Business, 5 GB Enterprise)")
}

func fastlyLimits(*Settings) []Limit {
	memory := isolateLimit("128 MB", fastlyMemory, "a Fastly Compute instance has 128 MB", "stream the data instead of holding it")
	return limitsOf(fastlyDocs.at(durationLimit("2 min", fastlyWall, "Fastly Compute ends a request after 2 min", "a backend behind Fastly, or pieces of work")...), fastlyDocs.at(
		memory,
		Limit{
			Subject: LimitDuration, Value: "50 ms of CPU a request by default", Workaround: "a packaged offer lifts the limit; or less CPU a request",
			broken:  func(c *Component) bool { return c.CPUTime > fastlyCPU },
			assumed: func(c *Component) bool { return c.Assumed.CPUTime },
			confirm: paths.ComponentCPUTime,
			says: func(c *Component) string {
				return "uses " + Figure(c.CPUTime*1000) + " ms of CPU a request; Fastly Compute allows 50 ms by default"
			},
		},
		Limit{
			Subject: LimitConnections, Value: "HTTP only; Fanout holds connections", Workaround: "Fanout, a separate product, holds the connection",
			broken: func(c *Component) bool { return c.Traits.PersistentConnections },
			says: func(*Component) string {
				return "holds connections open; a Fastly Compute request ends with its response"
			},
		},
		fact(LimitPayload, "none found in the documentation"), fact(LimitConcurrency, "32 backend requests a request"),
		noGPU("Fastly Compute has none", "GPU nodes on Kubernetes"),
		languages("Rust, JavaScript, Go; others over WASI by the community", "another language needs a compiler to WASI", "rust", "nodejs", "go"),
		noState("none in the instance; KV Store, Config Store", "an instance ends with its request", "keep the state in KV Store, or behind a backend"),
	))
}

var spinDocs = source{"spinframework/spinkube-docs and microsoft/azure-aks-docs deploy-spinkube.md", "2026-04-11"}

// inClusterLimits are those of Wasm on nodes of one's own: the nodes' limits,
// and what a Wasm module cannot be. The documentation of SpinKube and wasmCloud
// gives no figures of its own.
func inClusterLimits(s *Settings) []Limit {
	module := spinDocs.at(wasmModule()...)
	ofNodes := slices.DeleteFunc(nodeLimits(s), func(l Limit) bool {
		return slices.ContainsFunc(module, func(m Limit) bool { return m.Subject == l.Subject })
	})
	return limitsOf(ofNodes, module)
}

// wasmModule is what a component gives up by being a Wasm module.
func wasmModule() []Limit {
	return []Limit{
		languages("Rust, Go, JavaScript, Python; others that compile to Wasm components", "a container beside the Wasm pods", "rust", "go", "nodejs", "python"),
		noGPU("no support for one was found in the documentation of Wasm runtimes on Kubernetes", "a container on GPU nodes"),
		noState("none in the module; key-value stores and databases behind interfaces", "a Wasm module is started anew for each request",
			"a container with a volume beside the Wasm pods, or a store outside"),
	}
}

func akamaiLimits(*Settings) []Limit {
	memory := isolateLimit("128 MiB", akamaiMemory, "an Akamai function has 128 MiB", "stream the data instead of holding it")
	return limitsOf(akamaiDocs.at(durationLimit("30 s", akamaiDuration, "an Akamai function stops after 30 s", "pieces of work, or another platform")...), akamaiDocs.at(
		memory,
		payloadLimit("10 MiB", akamaiResponse, "an Akamai function answers with at most 10 MiB", "answer with a link to object storage"),
		requestLimit(akamaiResponse, "an Akamai function takes at most 10 MiB"),
		fact(LimitConcurrency, "none published"),
		Limit{
			Subject: LimitConnections, Value: "HTTP only", Workaround: "another platform for the connections",
			broken: func(c *Component) bool { return c.Traits.PersistentConnections },
			says:   func(*Component) string { return "holds connections open; Akamai Functions takes HTTP requests only" },
		},
		noGPU("an Akamai function has none", "GPU nodes on Kubernetes"),
		languages("Rust, Go, JavaScript, Python", "another language needs a compiler to Wasm components", "rust", "go", "nodejs", "python"),
		noState("none in the instance; a key-value store of 2 GB", "an instance ends with its request", "keep the state in the key-value store, or outside"),
	))
}
