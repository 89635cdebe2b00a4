package command

import (
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// published is what a page prints, of an example in testdata/examples.
type published struct {
	ID    string
	Lines map[string]float64
	Total float64
}

// publishedExamples reads what the pages print; costs/examples_test.go holds all
// of it against the arithmetic, the tests here a dozen against the program.
func publishedExamples(t *testing.T) map[string]published {
	t.Helper()
	names, err := filepath.Glob("testdata/examples/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]published{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct{ Examples []published }
		if err := yaml.Load(data, &file); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, e := range file.Examples {
			all[e.ID] = e
		}
	}
	return all
}

// toTheCent fails unless a figure is what is printed, to half a cent.
func toTheCent(t *testing.T, what string, got, printed float64) {
	t.Helper()
	if math.Abs(got-printed) > 0.005+1e-9 {
		t.Errorf("%s: we say %.4f, the page %.2f", what, got, printed)
	}
}

// TestExamplesByQuote asks for single lines of the pages' examples.
func TestExamplesByQuote(t *testing.T) {
	t.Parallel()
	pages := publishedExamples(t)
	for _, c := range []struct{ id, line, args string }{
		{"lambda-edge", "compute", "lambda.edge.128mb_s 100K"},
		{"lambda-edge", "requests", "lambda.edge.requests 10M"},
		{"lambda-esm-sqs", "pollers", "lambda.esm.sqs.epu_hour 8000"},
		{"lambda-durable-functions", "operations", "lambda.durable.operations 4M"},
		{"apigw-private-5m", "endpoint", "vpc.endpoint.hour 720"},
		{"stepfn-sportsbook", "transitions", "stepfunctions.standard 72000 --free-tier"},
		{"sqs-sportsbook", "requests", "sqs.standard 4.13M"},
		{"eks-billed-standard-jul", "control-plane", "eks.cluster.hour 2232 --region ap-southeast-1"},
		{"cf-queues-1m-day", "operations", "queues.operations 90M"},
		{"cf-do-ws-per-client", "requests", "workers.durable.requests 12960100"},
		{"cf-do-ws-per-client", "duration", "workers.durable.gb_s 33177600"},
		{"r2-asset-hosting", "class-b", "r2.class_b 300M --free-tier"},
		{"aca-2-replicas-free", "vcpu", "containerapps.vcpu.active 2592000 --free-tier --region eastus2"},
		{"azure-dts-dev", "actions", "durabletask.actions 30000 --region eastus"},
	} {
		printed, ok := pages[c.id].Lines[c.line]
		if !ok {
			t.Errorf("%s has no line %s", c.id, c.line)
		}
		q := decoded(t, must(t, "", append([]string{"prices", "quote", "--format", "json"}, strings.Fields(c.args)...)...))
		toTheCent(t, c.id+", "+c.args, at(t, q, "usd").(float64), printed)
	}
}

// exampleScenarios express examples as scenario files.
var exampleScenarios = []struct {
	id, platform string
	leftOut      []string // our lines that the page does not have, and the page's that only a quote has
	scenario     string
}{
	{"lambda-mobile-backend", "lambda", nil, `
cloud: aws
components: [{name: a, requests_per_month: 3M, duration: 120ms, memory: 1536MiB, function_memory: 1536MiB, measured_at: 1536MiB, trigger: event}]
platforms: {serverless: {architecture: x86, free_tier: true}}`},
	{"lambda-bert-ephemeral", "lambda", nil, `
cloud: aws
components: [{name: a, requests_per_month: 6M, duration: 280ms, memory: 4GiB, function_memory: 4GiB, measured_at: 4GiB, ephemeral: 2GiB, trigger: event}]
platforms: {serverless: {architecture: x86, free_tier: true}}`},
	{"lambda-esm-sqs", "lambda", []string{"pollers"}, `
cloud: aws
components: [{name: a, requests_per_month: 30M, duration: 1s, memory: 1GiB, function_memory: 1GiB, measured_at: 1GiB, trigger: queue, source: none}]
platforms: {serverless: {architecture: x86, free_tier: false}}`},
	{"apigw-http-432m", "lambda", []string{"requests", "compute", "egress"}, `
cloud: aws
components: [{name: a, requests_per_month: 432M, duration: 100ms, memory: 128MiB, response: 46KiB, trigger: http}]
platforms: {serverless: {front_door: http-api, free_tier: false}}`},
	{"apigw-rest-5m", "lambda", []string{"requests", "compute"}, `
cloud: aws
components: [{name: a, requests_per_month: 5M, duration: 100ms, memory: 128MiB, response: 3KiB, trigger: http}]
platforms: {serverless: {front_door: rest-api, free_tier: false}}`},
	{"eks-auto-mode-2-nodes", "eks-auto", nil, `
cloud: aws
region: us-east-2
components: [{name: a, requests_per_month: 1M, duration: 100ms, memory: 128MiB, trigger: event}]
platforms: {kubernetes: {kind: eks-auto, node: m6i.large, nodes: 2}}`},
	{"cloudrun-ex4-small-function", "cloud-run", nil, `
cloud: gcp
region: europe-west1
components: [{name: a, requests_per_month: 10M, duration: 200ms, cpu_time: 0ms, memory: 256MiB, trigger: event}]
platforms: {serverless: {kind: cloud-run, vcpu: 0.167, free_tier: true}}`},
	{"azure-functions-3m-512mb", "azure-functions", nil, `
cloud: azure
region: eastus
components: [{name: a, requests_per_month: 3M, duration: 1s, memory: 512MiB, trigger: event}]
platforms: {serverless: {kind: azure-functions, free_tier: true}}`},
	{"cf-workers-15m", "cloudflare-workers", nil, `
cloud: aws
components: [{name: a, requests_per_month: 15M, duration: 100ms, cpu_time: 7ms, memory: 64MiB, trigger: http}]
platforms: {wasm: {kind: cloudflare-workers, logs: none}}`},
	{"workers-100m-cache80", "cloudflare-workers", nil, `
cloud: aws
components:
  - {name: hits, requests_per_month: 80M, duration: 10ms, cpu_time: 0ms, memory: 64MiB, trigger: http}
  - {name: misses, requests_per_month: 20M, duration: 100ms, cpu_time: 7ms, memory: 64MiB, trigger: http}
platforms: {wasm: {kind: cloudflare-workers, logs: none}}`},
}

// bareSettings take away what none of the pages counts.
var bareSettings = []string{
	"platforms.kubernetes.load_balancer=none", "platforms.kubernetes.nat_gateways=0", "platforms.kubernetes.node_volume=0GiB",
	"platforms.kubernetes.logs=none", "platforms.kubernetes.public_ipv4=false", "platforms.kubernetes.free_tier=false",
	"platforms.serverless.nat_gateways=0", "platforms.serverless.logs=none", "platforms.serverless.public_ipv4=false",
	"platforms.serverless.cold_start_rate=0",
}

// TestExamplesByScenario evaluates them.
func TestExamplesByScenario(t *testing.T) {
	t.Parallel()
	pages := publishedExamples(t)
	for _, c := range exampleScenarios {
		args := []string{"eval", "-", "--format", "json"}
		for _, setting := range bareSettings {
			args = append(args, "--set", setting)
		}
		doc := decoded(t, must(t, "runwhere: 1\nname: "+c.id+c.scenario+"\n", args...))
		compareWithPage(t, pages[c.id], billed(t, platform(t, doc, c.platform)), c.leftOut)
	}
}

// compareWithPage compares a bill line by line in both directions, and the total
// of pages that print no lines.
func compareWithPage(t *testing.T, page published, bill map[string]float64, leftOut []string) {
	t.Helper()
	total := 0.0
	for _, line := range slices.Sorted(maps.Keys(bill)) {
		if slices.Contains(leftOut, line) {
			continue
		}
		total += bill[line]
		if _, ok := page.Lines[line]; !ok && len(page.Lines) > 0 {
			t.Errorf("%s: the page has no line %s, we bill %.4f", page.ID, line, bill[line])
		}
	}
	for _, line := range slices.Sorted(maps.Keys(page.Lines)) {
		if !slices.Contains(leftOut, line) {
			toTheCent(t, page.ID+", "+line, bill[line], page.Lines[line])
		}
	}
	if len(page.Lines) == 0 {
		toTheCent(t, page.ID, total, page.Total)
	}
}
