package command

import (
	"math"
	"path/filepath"
	"strings"
	"testing"
)

// asked is a line of a bill, or the total, that a question has the right answer
// of.
type asked struct {
	file, platform, line string // line "" for the total
	settings             string // of --set, apart by spaces
	want                 float64
	within               float64 // USD; 0 is half a cent
}

// questions are what people asked in public; the files have the sources.
var questions = []asked{
	{file: "terrapod-lambda-arch", platform: "lambda", want: 100e6*0.0000002 + 1e6*0.0000166667},
	{file: "terrapod-lambda-arch", platform: "lambda", settings: "platforms.serverless.architecture=arm64", want: 100e6*0.0000002 + 1e6*0.0000133334},
	{file: "eks-extended-support", platform: "eks", want: 0.60*730 + 0.1664*730 + 20*0.08},
	{file: "flex-1000ms-minimum", platform: "azure-flex", want: 5.24, within: 0.1}, // arrivals meet now and then
	{file: "azure-consumption-66", platform: "azure-functions", want: 66},
	{file: "aca-eight-idle-apps", platform: "container-apps", want: 8*0.25*0.000003*2_628_000 + 8*0.5*0.000003*2_628_000},
	{file: "cloud-run-min-instance", platform: "cloud-run", want: 2_628_000 * (0.000018 + 0.5*0.000002)},
	{file: "websocket-10000", platform: "lambda", line: "gateway-minutes", want: 36.50},
	{file: "provisioned-concurrency-50", platform: "lambda", line: "provisioned", want: 547.50, within: 0.01},
	{file: "gke-autopilot-three-pods", platform: "gke-autopilot", want: 73 + 3*730*(0.25*0.0445+0.5*0.0049225+0.0000548)},
	{file: "infracost-plan-and-usage", platform: "lambda", want: 436.67},
	{file: "cloud-run-idle-4gib", platform: "cloud-run", want: 2_628_000 * (0.0000025 + 4*0.0000025)},
	{file: "rest-5m-3kb", platform: "lambda", line: "gateway", want: 17.50},
	{file: "rest-5m-3kb", platform: "lambda", line: "egress", want: 1.29},
	// Two tasks of half a vCPU and 1 GB with their load balancer, and what the same
	// seven million requests cost through a REST API: near the published crossing.
	{file: "fortem-break-even", platform: "ecs-fargate", want: 36.0401 + 16.425 + 0.6222},
	{file: "fortem-break-even", platform: "lambda", settings: "components.api.function_memory=1024MiB components.api.measured_at=1024MiB", want: 7 * (0.20 + 0.2*1*16.6667 + 3.50)},
	// The published week has 227M requests with a peak of four hours a day. Its two
	// tasks of 1 vCPU carry 5 a second, not 500: what they cost is in costs/ecs_test.go.
	{file: "devtocash-lambda-vs-fargate", platform: "lambda", line: "requests", want: 45.40},
	{file: "devtocash-lambda-vs-fargate", platform: "lambda", line: "compute", settings: "components.pricing-api.function_memory=256MiB components.pricing-api.measured_at=256MiB", want: 227e6 * 0.2 * 0.25 * 0.0000166667},
	// A job is billed from the pull of its image on: 45 s of start come to each of the
	// ten minutes that the page counts, so $663 and not its $617.
	{file: "fargate-batch-scans", platform: "eks-fargate", want: 73 + (300_000*645/3600.0+2*730)*(0.25*0.04048+0.5*0.004445)},
	{file: "cloud-run-sidecar-file", platform: "cloud-run", want: 99.86},

	{file: "cross-az-10tb", platform: "eks", line: "zone-data", want: 10_000 * 2 / 3.0 * 2 * 0.01},
	{file: "aca-private-endpoint", platform: "container-apps", line: "management", want: 73},
	{file: "flex-five-at-once", platform: "azure-flex", want: 0.20 + 2_628_000*(1-math.Exp(-500_000/2_628_000.0))*2*0.000026},

	// Seven pods and the eleven of the system do not fit into 17 places.
	{file: "eks-pod-limit-17", platform: "eks", line: "nodes", want: 2 * 0.0416 * 730},
	{file: "eks-fargate-coredns", platform: "eks-fargate", line: "system-vcpu", want: 2 * 0.25 * 0.04048 * 730},
	{file: "eks-fargate-coredns", platform: "eks-fargate", line: "system-memory", want: 2 * 0.5 * 0.004445 * 730},
	{file: "two-clusters-extended", platform: "eks", line: "control-plane", want: 2 * 73},
	{file: "two-clusters-extended", platform: "eks", line: "extended-support", want: 876 - 2*73},
	{file: "two-clusters-extended", platform: "eks", settings: "platforms.kubernetes.agent_fee=0.02", line: "agents", want: 4 * 730 * 0.02}, // two nodes a cluster
	// Inference is two pods on two nodes with a GPU, and nothing else runs there.
	{file: "gpu-and-plain", platform: "eks", line: "nodes-gpu", want: 2 * 0.526 * 730},
	// 500M × 60 ms at 60 % of half a vCPU are 38.05 pods, with the busiest minute 1.2 ÷ 0.85 no more: 39 of 0.5 vCPU,
	// and 0.52 vCPU of the system: 20.02 ÷ 3.348 = 5.98 c5.xlarge by CPU; 39 × 512 + 1,220 MiB ÷ their memory fewer.
	{file: "gpu-and-plain", platform: "eks", line: "nodes", want: 6 * 0.17 * 730},

	// 216M × 542.535 KiB are 111,758.766 GiB, through the NAT gateway and out: of
	// AWS 10,240 at $0.09, 40,960 at 0.085 and the rest at 0.07; of Google 1,024
	// at 0.12, 9,216 at 0.11 and the rest at 0.08; of Azure 10,335 at 0.087, 40,960
	// at 0.083 and the rest at 0.07.
	{file: "nat-chatty-api", platform: "lambda", line: "nat-data", want: 111758.766 * 0.045},
	{file: "nat-chatty-api", platform: "eks", line: "nat-data", want: 111758.766 * 0.045},
	{file: "nat-chatty-api", platform: "lambda", line: "egress", want: 10240*0.09 + 40960*0.085 + 60558.766*0.07},
	{file: "nat-chatty-api", platform: "eks", line: "egress", want: 10240*0.09 + 40960*0.085 + 60558.766*0.07},
	{file: "nat-chatty-api", platform: "cloud-run", line: "egress", want: 1024*0.12 + 9216*0.11 + 101518.766*0.08},
	{file: "nat-chatty-api", platform: "container-apps", line: "egress", want: 10335*0.087 + 40960*0.083 + 60463.766*0.07},

	// 100 rooms of 10 stay in memory: 100 × 2,628,000 s × 0.128 GB are 33,638,400
	// GB-s, of which 400,000 are included and the rest is billed by whole millions:
	// 34 × $12.50. While objects hibernate, 10M messages of 5 ms are within what is
	// included.
	{file: "do-websocket-rooms", platform: "cloudflare-workers", line: "object-duration", want: 34 * 12.50},
	{file: "do-websocket-rooms", platform: "cloudflare-workers", line: "object-duration", settings: "platforms.wasm.hibernation=true", want: 0},

	// 100M records are one shard at 1,000 a second and 100M units of 25 KB, on every side.
	{file: "cdk-kinesis-batch-100", platform: "lambda", line: "stream-shards", want: 730 * 0.015},
	{file: "cdk-kinesis-batch-100", platform: "lambda", line: "stream-records", want: 1.40},
	{file: "cdk-kinesis-batch-100", platform: "eks", line: "stream-records", want: 1.40},
	{file: "cdk-kinesis-batch-100", platform: "lambda", line: "requests", want: 0.20},
}

// TestPublicLimits: what cannot be served is refused with the way round.
func TestPublicLimits(t *testing.T) {
	t.Parallel()
	for _, q := range []struct{ file, settings, says, way string }{
		{"alb-lambda-1mb", "", "answers with 3,072 KiB; a load balancer passes 1 MB at most", "object storage"},
		{"http-api-30s", "", "an HTTP API gives a request up after 30 s", "answer at once and work on"},
		{"http-api-30s", "platforms.serverless.front_door=websocket", "a WebSocket API gives a request up after 29 s", "answer at once and work on"},
		{"upload-20mb", "", "is sent 20,480 KiB a request; a Lambda function takes a request of at most 6 MB", "signed link"},
		{"upload-20mb", "platforms.serverless.front_door=http-api", "takes requests of 20,480 KiB; an HTTP API passes 10 MB at most", "object storage"},
		{"workers-image-memory", "", "needs about 136 MiB in an isolate; a Workers isolate has 128 MB", "confirm components.img.isolate_memory"},
		{"workers-image-memory", "components.img.isolate_memory=200MiB", "img needs 200 MiB in an isolate; a Workers isolate has 128 MB", "stream the data instead of holding it"},
	} {
		args := []string{"eval", "testdata/questions/" + q.file + ".yaml"}
		for setting := range strings.FieldsSeq(q.settings) {
			args = append(args, "--set", setting)
		}
		if text := strings.Join(strings.Fields(must(t, "", args...)), " "); !strings.Contains(text, q.says) || !strings.Contains(text, q.way) {
			t.Errorf("%s %s does not say %q", q.file, q.settings, q.says)
		}
	}
	text := strings.Join(strings.Fields(must(t, "", "eval", "testdata/questions/http-api-30s.yaml", "--set", "platforms.serverless.front_door=rest-api")), " ")
	if !strings.Contains(text, "ask for at least 120 s") && !strings.Contains(text, "ask for at least 2 min") {
		t.Error("nobody says that the 29 s of a REST API can be raised")
	}
}

// TestIsolateThatIsTooSmall: what the isolate is said to need refuses it, what only
// the process needs does not; and an environment without private links has no
// management charge.
func TestIsolateThatIsTooSmall(t *testing.T) {
	t.Parallel()
	of := func(file, id string, sets ...string) any {
		return platform(t, decoded(t, must(t, "", append([]string{"eval", "testdata/questions/" + file + ".yaml", "--format", "json"}, sets...)...)), id)
	}
	if at(t, of("workers-image-memory", "cloudflare-workers"), "feasible") != true {
		t.Error("a process's memory refuses an isolate")
	}
	if at(t, of("workers-image-memory", "cloudflare-workers", "--set", "components.img.isolate_memory=200MiB"), "feasible") != false {
		t.Error("an isolate holds 200 MiB")
	}
	if usd, billed := billed(t, of("aca-private-endpoint", "container-apps", "--set", "components.intranet.traits="))["management"]; billed {
		t.Errorf("an environment without private links costs $%v", usd)
	}
}

func TestPublicQuestions(t *testing.T) {
	t.Parallel()
	for _, q := range questions {
		args := []string{"eval", filepath.Join("testdata", "questions", q.file+".yaml"), "--format", "json"}
		for setting := range strings.FieldsSeq(q.settings) {
			args = append(args, "--set", setting)
		}
		p := platform(t, decoded(t, must(t, "", args...)), q.platform)
		usd, known := at(t, p, "monthly_usd").(float64)
		if q.line != "" {
			usd, known = billed(t, p)[q.line]
		}
		if !known || math.Abs(usd-q.want) > math.Max(q.within, 0.005+1e-9) {
			t.Errorf("%s, %s %s: %.4f, the right answer is %.4f", q.file, q.platform, q.line, usd, q.want)
		}
	}
}

// TestPublicQuestionsWithoutFigures: the busiest minute of a function is over a
// quota, and nodes that nothing scales are billed all week.
func TestPublicQuestionsWithoutFigures(t *testing.T) {
	t.Parallel()
	text := strings.Join(strings.Fields(must(t, "", "eval", "testdata/questions/lambda-concurrency-1000.yaml")), " ")
	if !strings.Contains(text, "a region allows 1,000 by default") {
		t.Error("nobody says that the busiest minute is over the quota")
	}
	// 94 pods of a t3.medium with 17 places each, four of them for daemons.
	if nodes := billed(t, platform(t, decoded(t, must(t, "", "eval", "testdata/questions/karpenter-t3-example.yaml", "--format", "json")), "eks"))["nodes"]; nodes < 7*0.0416*730 {
		t.Errorf("94 pods fit into t3.medium for $%v", nodes)
	}
	text = strings.Join(strings.Fields(must(t, "", "eval", "testdata/questions/upload-20mb.yaml")), " ")
	if !strings.Contains(text, "is sent 20,480 KiB a request; a Lambda function takes a request of at most 6 MB") {
		t.Error("an upload of 20 MB is not refused")
	}
	const nodes = "testdata/questions/aks-hpa-without-node-autoscaler.yaml"
	peak := billed(t, platform(t, decoded(t, must(t, "", "eval", nodes, "--format", "json")), "aks"))["nodes"]
	mean := billed(t, platform(t, decoded(t, must(t, "", "eval", nodes, "--format", "json", "--set", "platforms.kubernetes.nodes=auto")), "aks"))["nodes"]
	if n := peak / (730 * 0.192); math.Abs(n-math.Round(n)) > 1e-6 || mean > 0.6*peak {
		t.Errorf("without a node autoscaler %v, with one %v", peak, mean)
	}
}

// TestSocketsAreNoRequests: 200,000 open connections with a message now and
// then take 20 pods of 10,000. They cost $94,322 as long as each took a place
// of the 40 requests that a pod serves at once.
func TestSocketsAreNoRequests(t *testing.T) {
	t.Parallel()
	const chat = "runwhere: 1\ncomponents: [{name: chat, requests_per_month: 50M, duration: 20ms, memory: 128MiB, connections: 200K, traits: [persistent-connections]}]\n"
	usd := at(t, platform(t, decoded(t, must(t, chat, "eval", "-", "--format", "json")), "eks"), "monthly_usd").(float64)
	if usd > 2000 {
		t.Errorf("200,000 sockets cost $%.0f a month", usd)
	}
}
