package costs

import (
	"math"
)

// Published limits of AWS Lambda.
const (
	LambdaMinMemory   = 128    // MiB
	LambdaMaxMemory   = 10240  // MiB
	LambdaMaxDuration = 900    // s
	lambdaMaxDisk     = 10240  // MiB of /tmp
	LambdaMaxResponse = 6144   // KiB, synchronous
	LambdaMaxStream   = 204800 // KiB, streamed
	LambdaConcurrency = 1000   // concurrent executions by default, a quota that can be raised
)

var (
	lambdaQuotas  = source{"https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html", "2026-10-01"}
	lambdaBasics  = source{"https://docs.aws.amazon.com/lambda/latest/dg/concepts-basics.html", "2026-11-23"}
	lambdaRuntime = source{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html", "2026"}
	apiGatewayWS  = source{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html", "2026-11-23"}
	fargateLimit  = source{"https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html", "2026-10-01"}
)

// lambdaLimits are the limits of Lambda under the chosen settings: a workflow
// cuts long work into pieces, a WebSocket API holds connections, streaming
// lifts the bound of a response.
func lambdaLimits(s *Settings) []Limit {
	limits := []Limit{memoryLimit("128 to 10,240 MiB", LambdaMaxMemory, "a Lambda function has at most 10,240 MiB",
		"split the work, or run the component as a container (Fargate, EKS)"), functionTooSmall(LambdaMaxMemory), {
		Subject: LimitMemory, Workaround: "read and write in pieces, through object storage, or run the component as a container (ECS on Fargate, EKS)",
		broken: func(c *Component) bool { return c.Ephemeral > lambdaMaxDisk },
		says: func(c *Component) string {
			return "needs " + Figure(c.Ephemeral/1024) + " GiB of disk; a Lambda function has at most 10 GiB of /tmp"
		},
	}}
	if s.Serverless.Workflow == stepFunctions {
		limits = append(limits, fact(LimitDuration, "15 min a piece; Step Functions runs up to a year"))
	} else {
		limits = append(limits, stretchedLimit(s.Serverless.lambdaLongest, "15 min", LambdaMaxDuration, "Lambda stops a function after 15 min",
			"cut the work into pieces (Step Functions, durable functions) or run it as a container job")...)
	}
	limits = append(limits, noGPU("Lambda offers none",
		"GPU nodes on Kubernetes; Cloud Run (L4) and Azure Container Apps have serverless GPUs"))
	if s.Serverless.streams() {
		limits = append(limits, payloadLimit("200 MB streamed", LambdaMaxStream, "a streamed Lambda response has at most 200 MB",
			"answer with a link to object storage"))
	} else {
		limits = append(limits, payloadLimit("6 MB synchronous, 200 MB streamed", LambdaMaxResponse, "a synchronous Lambda response has at most 6 MB",
			streamDoors+", or answer with a link to object storage"))
	}
	limits = append(limits, requestLimit(LambdaMaxResponse, "a Lambda function takes a request of at most 6 MB"))
	limits = append(limits, fact(LimitConcurrency, "1,000 executions at once in a region by default; a quota that can be raised"))
	return limitsOf(lambdaQuotas.at(limits...), doorLimits(s), lambdaConnections(s), lambdaBasics.at(noState("none in the function",
		"nothing in a Lambda function is sure to survive the invocation",
		"keep the state in a managed store (DynamoDB, RDS, ElastiCache) and the function stateless")),
		lambdaRuntime.at(fact(LimitLanguages, "Node.js, Python, Java, .NET, Ruby; Go, Rust and others on an OS-only runtime or as a container")))
}

func lambdaConnections(s *Settings) []Limit {
	if s.Serverless.FrontDoor == "websocket" {
		return apiGatewayWS.at(fact(LimitConnections, "held by API Gateway for up to 2 h, 10 min idle"))
	}
	return apiGatewayWS.at(noConnections("none", "a Lambda function ends with its response",
		"an API Gateway WebSocket API holds the connection and calls the function for each message (front_door: websocket)"))
}

// lambdaLongest is the longest single run of the component on what its function
// is set to, in s.
func (s *ServerlessSettings) lambdaLongest(c *Component) float64 {
	return max(s.lambdaSeconds(c), c.Traits.LongestTask)
}

// fargateFits is the limit of a size on Fargate: there has to be a pair of vCPU and
// memory that holds it.
func fargateFits(noun, way string, pair func(cpu, memoryMiB float64) (vcpu, gb float64, ok bool)) Limit {
	return Limit{
		Subject: LimitMemory, Value: "up to 16 vCPU and 120 GB a " + noun, Workaround: way,
		broken: func(c *Component) bool { _, _, ok := pair(c.Pod.CPU, c.Pod.Memory); return !ok },
		says: func(c *Component) string {
			return "asks for " + Figure(c.Pod.CPU) + " vCPU and " + Figure(c.Pod.Memory) + " MiB a " + noun + "; Fargate has no pair of vCPU and memory that holds it"
		},
	}
}

// fargateLimits are what a pod on Fargate cannot be.
func fargateLimits(*Settings) []Limit {
	return fargateLimit.at(
		fact(LimitDuration, "unlimited"),
		fargateFits("pod", "more and smaller pods, or nodes of one's own", fargatePod),
		fact(LimitPayload, "none of its own"), fact(LimitConcurrency, "6 vCPU a region by default; a quota that can be raised"),
		noGPU("pods on Fargate have none", "EKS with GPU nodes, such as g4dn.xlarge"),
		fact(LimitConnections, "supported"), fact(LimitLanguages, "any x86 container"),
		fact(LimitState, "ephemeral disk or EFS; no EBS volumes, no DaemonSets"),
	)
}

// nodeLimits are the limits of platforms on nodes of one's own, apart from the
// size of the node; see podLimits.
func nodeLimits(s *Settings) []Limit {
	return source{"https://kubernetes.io/docs/concepts/workloads/pods/", "2026"}.at(
		fact(LimitDuration, "unlimited"), fact(LimitMemory, "what a node leaves for pods"), fact(LimitPayload, "none of its own"),
		fact(LimitConcurrency, "by the nodes"), fact(LimitGPU, "on instance types that have one"), fact(LimitConnections, "supported"),
		fact(LimitLanguages, "any container"), fact(LimitState, "full, on persistent volumes"),
	)
}

// podLimits are what one pod may ask of a node of its pool.
func podLimits(f *Fleet, m *metering) []Limit {
	node := f.Node
	here := func(c *Component) bool { return m.poolOf(c) == f.Pool }
	cpu, memory := node.FreeCPU(), node.FreeMemory()
	larger, gpu := "a larger instance type, which node: auto chooses", "node: auto, or an instance type with a GPU, such as "+gpuNodes[node.Hour.Provider]
	if f.Auto {
		larger = "no type in the book for " + node.Hour.Region + " holds it beside the others: a price overlay can add one"
		gpu = "no type in the book for " + node.Hour.Region + " has a GPU and room for the others: another region, or a price overlay"
	}
	return source{node.Source, node.AsOf}.at(
		Limit{
			Subject: LimitMemory, Workaround: larger + ", or more and smaller pods",
			broken: func(c *Component) bool { v, _ := f.podSize(c); return here(c) && v > cpu },
			says: func(c *Component) string {
				return "asks for " + Figure(c.Pod.CPU) + " vCPU a pod; a " + node.Type + " leaves " + Figure(math.Max(0, cpu))
			},
		},
		Limit{
			Subject: LimitMemory, Workaround: larger,
			broken: func(c *Component) bool { _, v := f.podSize(c); return here(c) && v > memory },
			says: func(c *Component) string {
				return "asks for " + Figure(c.Pod.Memory) + " MiB a pod; a " + node.Type + " leaves " + Figure(math.Max(0, memory)) + " MiB"
			},
		},
		Limit{
			Subject: LimitGPU, Workaround: gpu,
			broken: func(c *Component) bool { return here(c) && c.Traits.GPU && node.GPU == 0 },
			says:   func(*Component) string { return "needs a GPU; a " + node.Type + " has none" },
		},
	)
}
