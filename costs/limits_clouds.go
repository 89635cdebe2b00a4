package costs

import (
	"math"
	"slices"
)

var (
	cloudRunDocs  = source{"https://docs.cloud.google.com/run/quotas", "2026-10-01"}
	cloudRunSlots = source{"https://docs.cloud.google.com/run/docs/about-concurrency", "2026-10-01"}
	cloudRunGPUs  = source{"https://docs.cloud.google.com/run/docs/configuring/services/gpu", "2026-10-01"}
	cloudRunWS    = source{"https://docs.cloud.google.com/run/docs/triggering/websockets", "2026-10-01"}
	cloudRunState = source{"https://docs.cloud.google.com/run/docs/container-contract", "2026-10-01"}
	functions1Doc = source{"https://docs.cloud.google.com/functions/quotas-1st-gen", "2026"}
	functions2Doc = source{"https://docs.cloud.google.com/run/docs/functions/comparison", "2026-10-01"}
	autopilotDocs = source{"https://docs.cloud.google.com/kubernetes-engine/docs/concepts/autopilot-resource-requests", "2026-10-01"}
	functionsTime = source{"MicrosoftDocs/azure-docs includes/functions-timeout-duration.md", "2024-06-27"}
	consumption   = source{"MicrosoftDocs/azure-docs includes/functions-limits.md", "2023-05-23"}
	flexDocs      = source{"https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan", "2025-05-12"}
	containerDocs = source{"https://learn.microsoft.com/azure/container-apps/containers", "2026-10-01"}
	containerGate = source{"https://learn.microsoft.com/azure/container-apps/ingress-overview", "2026-10-01"}
	containerGPUs = source{"https://learn.microsoft.com/azure/container-apps/gpu-serverless-overview", "2026-10-01"}
)

// Published limits of the serverless platforms of Google Cloud and Azure.
const (
	cloudRunMaxDuration  = 3600   // s of one request
	cloudRunMaxJob       = 604800 // s of one task of a job
	cloudRunMaxMemory    = 32768  // MiB
	cloudRunMaxResponse  = 32768  // KiB over HTTP/1 without streaming
	functions1Duration   = 540    // s
	functions1Memory     = 8192   // MiB
	functions1Response   = 10240  // KiB
	consumptionDuration  = 600    // s
	consumptionMemory    = 1536   // MiB
	azureHTTPDuration    = 230    // s that an HTTP request may take, by the load balancer in front
	flexMemory           = 4096   // MiB
	functionsMaxResponse = 102400 // KiB
	containerMaxCPU      = 4      // vCPU a replica
	containerMaxMemory   = 8192   // MiB a replica
	containerHTTP        = 240    // s that an HTTP request may take
	consumptionInstances = 200    // on Windows
	mostAppInstances     = 1000   // of an app on the Flex plan, and replicas of one on Container Apps
)

func cloudRunLimits(*Settings) []Limit {
	runs := durationLimit("60 min a request; jobs up to 7 days", cloudRunMaxDuration, "Cloud Run ends a request after 60 min",
		"a Cloud Run job (runs_as: job, up to 7 days), or pieces of work")
	tasks := durationLimit("", cloudRunMaxJob, "Cloud Run ends a task of a job after 7 days", "pieces of work")
	return limitsOf(cloudRunDocs.at(exceptJobs(runs)...), cloudRunDocs.at(onlyJobs(tasks)...), cloudRunDocs.at(
		memoryLimit("up to 32 GiB", cloudRunMaxMemory, "a Cloud Run instance has at most 32 GiB", "split the work, or run it on Kubernetes"),
		requestLimit(cloudRunMaxResponse, "Cloud Run takes at most 32 MiB over HTTP/1"),
		payloadLimit("32 MiB over HTTP/1, no bound when streamed", cloudRunMaxResponse, "Cloud Run sends at most 32 MiB over HTTP/1",
			"stream the response, use HTTP/2, or answer with a link to object storage"),
		fact(LimitLanguages, "any container"),
	), cloudRunSlots.at(fact(LimitConcurrency, "80 requests at once a vCPU by default, up to 1,000; 100 instances, a quota that can be raised")),
		cloudRunGPUs.at(fact(LimitGPU, "NVIDIA L4 in some regions, billed by instance")),
		cloudRunWS.at(fact(LimitConnections, "WebSockets for up to 60 min; an instance with an open one is billed by instance")),
		cloudRunState.at(noState("none in the instance", "an instance of Cloud Run may stop between two requests",
			"keep the state in a managed store (Firestore, Memorystore, Cloud SQL)")))
}

// cloudRunFunctionsLimits are those of Cloud Run but for what takes a container of
// one's own: the functions framework answers one request with one response.
func cloudRunFunctionsLimits(s *Settings) []Limit {
	limits := slices.DeleteFunc(cloudRunLimits(s), func(l Limit) bool {
		return l.Subject == LimitDuration || l.Subject == LimitGPU || l.Subject == LimitConnections || l.Subject == LimitLanguages
	})
	runs := durationLimit("60 min a request", cloudRunMaxDuration, "a function on Cloud Run ends after 60 min", "a Cloud Run job (up to 7 days), or pieces of work")
	return limitsOf(limits, functions2Doc.at(runs...), functions2Doc.at(
		noGPU("functions have none", "Cloud Run (L4), with a container of one's own"),
		noConnections("none found in the documentation", "a function ends with its response", "Cloud Run holds WebSockets for up to 60 min"),
		languages("Node.js, Python, Go, Java, Ruby, PHP, .NET", "Cloud Run, which takes any container", "nodejs", "python", "go", "java", "ruby", "php", "dotnet"),
	))
}

func cloudFunctionsLimits(*Settings) []Limit {
	return limitsOf(functions1Doc.at(durationLimit("9 min", functions1Duration, "a 1st gen function stops after 9 min",
		"Cloud Run (60 min) or a Cloud Run job (7 days)")...), functions1Doc.at(
		memoryLimit("128 MB to 8 GB", functions1Memory, "a 1st gen function has at most 8 GB", "Cloud Run (32 GiB)"),
		requestLimit(functions1Response, "a 1st gen function takes at most 10 MB"),
		payloadLimit("10 MB", functions1Response, "a 1st gen function answers with at most 10 MB", "answer with a link to object storage"),
		fact(LimitConcurrency, "1 request at once an instance"),
		noGPU("the sizes of 1st gen functions have none", "Cloud Run (L4)"),
		noConnections("none found in the documentation", "a 1st gen function ends with its response", "Cloud Run holds WebSockets for up to 60 min"),
		fact(LimitLanguages, "the runtimes of the service; Cloud Run takes any container"),
		noState("none in the instance", "an instance may stop between two requests", "keep the state in a managed store (Firestore, Memorystore, Cloud SQL)"),
	))
}

// The largest pod of Autopilot's general-purpose class.
const (
	autopilotMaxCPU    = 30     // vCPU
	autopilotMaxMemory = 112640 // MiB
)

func autopilotLimits(*Settings) []Limit {
	return autopilotDocs.at(
		fact(LimitDuration, "unlimited"),
		Limit{
			Subject: LimitMemory, Value: "50 m and 52 MiB to 30 vCPU and 110 GiB a pod; 1 to 6.5 GiB a vCPU", Workaround: "more and smaller pods, or another compute class",
			broken: func(c *Component) bool { return c.Pod.CPU > autopilotMaxCPU || c.Pod.Memory > autopilotMaxMemory },
			says: func(c *Component) string {
				return "asks for " + Figure(c.Pod.CPU) + " vCPU and " + Figure(c.Pod.Memory) + " MiB a pod; Autopilot's general-purpose class has at most 30 vCPU and 110 GiB"
			},
		},
		fact(LimitPayload, "none of its own"), fact(LimitConcurrency, "by the project's quota"),
		noGPU("Autopilot has GPUs, but their price is not in the book", "GKE Standard with GPU nodes, such as g2-standard-4"),
		fact(LimitConnections, "supported; the classic load balancer ends them after 30 s by default"), fact(LimitLanguages, "any container"),
		fact(LimitState, "full, on persistent volumes"),
	)
}

func azureFunctionsLimits(s *Settings) []Limit {
	return limitsOf(consumption.at(noPrivateNetwork(s, "the Consumption plan has no virtual network", "the Flex plan, which has one")...), functionsTime.at(durationLimit("10 min", consumptionDuration, "the Consumption plan stops a function after 10 min",
		"Durable Functions, the Flex plan, or a Container Apps job")...), functionsTime.at(azureHTTP(consumptionDuration)), consumption.at(
		memoryLimit("up to 1,536 MB", consumptionMemory, "the Consumption plan has at most 1,536 MB", "the Flex plan (4,096 MB) or Container Apps"),
		requestLimit(functionsMaxResponse, "Azure Functions take at most 100 MB"),
		payloadLimit("100 MB a request", functionsMaxResponse, "the published bound of a request is 100 MB and none is given for a response", "answer with a link to object storage"),
		instancesLimit("200 instances on Windows, 100 on Linux", consumptionInstances, "an app on the Consumption plan has at most 200 of one core, and no quota raises it",
			"the Flex plan (1,000 instances), or several apps", func(c *Component) float64 { return c.perRate(1, 1, math.Inf(1), math.Inf(1)) }),
		noGPU("the plan's instances have none", "Container Apps have serverless GPUs; AKS with GPU nodes"),
		azureConnections(), azureLanguages(), azureState(),
	))
}

// azureHTTP is the load balancer's limit of an HTTP response, for runs that
// the plan itself allows (0 for any).
func azureHTTP(longest float64) Limit {
	return Limit{
		Subject: LimitDuration, Value: "230 s for an HTTP response", Workaround: "answer at once and work on (Durable Functions)",
		broken: func(c *Component) bool {
			return c.HTTP && c.Duration > azureHTTPDuration && (longest == 0 || c.longest() <= longest)
		},
		says: func(c *Component) string {
			return "answers after " + span(c.Duration) + "; Azure's load balancer ends an HTTP request after 230 s"
		},
	}
}

func azureConnections() Limit {
	return noConnections("none found in the documentation", "a function ends with its response", "Azure Web PubSub or SignalR Service holds the connection")
}

func azureLanguages() Limit {
	return languages(".NET, Node.js, Java, Python, PowerShell; Go and Rust by custom handlers", "a custom handler, or Container Apps",
		"dotnet", "nodejs", "java", "python", "go", "rust")
}

func azureState() Limit {
	return noState("none in the instance; Durable Functions keep it", "an instance may stop between two requests",
		"Durable Functions, or a managed store (Cosmos DB, Redis)")
}

func azureFlexLimits(s *Settings) []Limit {
	return limitsOf(functionsTime.at(fact(LimitDuration, "30 min by default, unbounded when it is set so"), azureHTTP(0)), flexDocs.at(
		memoryLimit("512, 2,048 or 4,096 MB", flexMemory, "an instance of the Flex plan has at most 4,096 MB", "Container Apps, or AKS"),
		fact(LimitPayload, "none found in the documentation"),
		instancesLimit("1,000 instances, and 250 cores a region by default, a quota that can be raised", mostAppInstances, "an app on the Flex plan has at most 1,000, and no quota raises it",
			"several apps, or AKS", func(c *Component) float64 {
				size := s.Serverless.flexSizeOf(c)
				return c.perRate(size.vcpu, serverlessUtilization, orOwn(c.Own.Concurrency, s.Serverless.concurrency(size.concurrency)), math.Inf(1))
			}),
		noGPU("the plan's instances have none", "Container Apps have serverless GPUs; AKS with GPU nodes"),
		azureConnections(), azureLanguages(), azureState(),
	))
}

func containerAppsLimits(s *Settings) []Limit {
	return limitsOf(containerGate.at(
		fact(LimitDuration, "unlimited; an HTTP request 240 s"),
		Limit{
			Subject: LimitDuration, Workaround: "answer at once and work on, or a Container Apps job",
			broken: func(c *Component) bool {
				return c.HTTP && c.Duration > containerHTTP && !c.Traits.PersistentConnections
			},
			says: func(c *Component) string {
				return "answers after " + span(c.Duration) + "; the ingress of Container Apps ends an HTTP request after 240 s"
			},
		},
		fact(LimitConnections, "WebSockets and gRPC"), fact(LimitPayload, "none found in the documentation"),
	), containerDocs.at(
		Limit{
			Subject: LimitMemory, Value: "up to 4 vCPU and 8 GiB a replica", Workaround: "more and smaller replicas, a dedicated profile, or AKS",
			broken: func(c *Component) bool { return c.Pod.CPU > containerMaxCPU || c.Pod.Memory > containerMaxMemory },
			says: func(c *Component) string {
				return "asks for " + Figure(c.Pod.CPU) + " vCPU and " + Figure(c.Pod.Memory) + " MiB; a replica of the Consumption profile has at most 4 vCPU and 8 GiB"
			},
		},
		instancesLimit("up to 1,000 replicas, 10 by default", mostAppInstances, "an app has at most 1,000 replicas, and no quota raises it", "several apps, or AKS", func(c *Component) float64 {
			vcpu, _ := containerSize(c.Pod.CPU, c.Pod.Memory)
			return c.perRate(vcpu, serverlessUtilization, orOwn(c.Own.Concurrency, s.Containers.concurrency(containerAppsConcurrency)), c.holds(math.Inf(1)))
		}), fact(LimitLanguages, "any x86 container"),
		noState("none in the replica; volumes of Azure Files", "a replica may stop between two requests", "a managed store (Cosmos DB, Redis), or a mounted share"),
	), containerGPUs.at(
		noGPU("Container Apps have GPUs (T4, A100), but their price is not in the book", "a quote for serverless GPUs, or AKS with GPU nodes"),
	))
}
