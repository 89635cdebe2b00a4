package costs

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// How each example is held against us. A page's example that is neither worked
// out nor excluded with its reason fails, and so does one that changes sides.
var (
	// The worked examples of the providers' own pages.
	providersExamples = map[string]string{
		"platform": `lambda-mobile-backend lambda-bert-ephemeral lambda-provisioned-cyber-monday lambda-response-streaming lambda-2020-ex1
			fargate-eks-pods apigw-http-432m apigw-rest-5m apigw-websocket-chat cf-workers-15m cf-workers-cron cloudrun-ex4-small-function`,
		"platform and quotes": "lambda-esm-sqs lambda-durable-functions apigw-private-5m",
		"quotes": `lambda-edge lambda-managed-instances lambda-microvm-coding fargate-ecs-x86 cloudrun-ex6-worker-pool
			cf-queues-1m-day cf-w4p-100m cf-logs-15m cf-do-http cf-do-ws-per-client`,
		"excluded": "cloudrun-ex2-concurrency1",
	}
	// Further ones: of samples that providers maintain, of bills and of articles.
	furtherExamples = map[string]string{
		"platform": `lambda-sportsbook-4.5m lambda-sportsbook-1.5m alb-page-lcu-100cps nat-ecr-178tb eks-billed-extended-aug
			eks-auto-mode-2-nodes eks-cluster-autoscaler-2-nodes cloudrun-ex4-function-nofree cloudrun-always-busy-30d
			gke-autopilot-4vcpu-16gib azure-functions-3m-512mb aca-2-replicas-free aca-idle-westeurope aks-standard-2-nodes
			workers-100m-cache80 workers-bundled-100m`,
		"platform and quotes": "eks-saas-gitops-until-2025-08 cw-logs-30gb",
		"quotes": `eks-billed-standard-jul eventbridge-sportsbook stepfn-sportsbook stepfn-sportsbook-old stepfn-express-1m-30s
			sqs-sportsbook sqs-sportsbook-old serverless-sportsbook-total cw-detailed-monitoring-10 azure-dts-dev
			r2-standard r2-infrequent-access r2-asset-hosting`,
		"excluded": `eks-saas-gitops-current cw-logs-lambda-60tb cloudrun-swapped-free-tier aca-wrong-memory-price
			azure-dts-500m-units workers-unbound-100m`,
	}
)

// way tells how an example is worked out.
func (e *example) way() string {
	switch {
	case e.Excluded != "":
		return "excluded"
	case e.Platform != "" && len(e.Quotes) > 0:
		return "platform and quotes"
	case e.Platform != "":
		return "platform"
	}
	return "quotes"
}

func TestEveryExampleIsWorkedOutOrExcluded(t *testing.T) {
	t.Parallel()
	want := map[string]string{}
	for _, set := range []map[string]string{providersExamples, furtherExamples} {
		for way, ids := range set {
			for id := range strings.FieldsSeq(ids) {
				want[id] = way
			}
		}
	}
	for _, e := range examples(t) {
		if want[e.ID] != e.way() {
			t.Errorf("%s is worked out by %s, want %q; it may be there twice", e.ID, e.way(), want[e.ID])
		}
		delete(want, e.ID)
	}
	if len(want) > 0 {
		t.Errorf("neither worked out nor excluded: %v", want)
	}
}

func TestExamples(t *testing.T) {
	t.Parallel()
	for _, e := range examples(t) {
		t.Run(e.ID, func(t *testing.T) {
			t.Parallel()
			if e.Platform == "" && len(e.Quotes) == 0 {
				if e.Excluded == "" {
					t.Error("nothing is computed and nothing says why")
				}
				return
			}
			ours := e.compute(t)
			e.checkLines(t, &ours)
			e.checkTiers(t, &ours)
			e.checkTotal(t, &ours)
			e.checkOff(t)
		})
	}
}

// checkLines compares each published line, and looks for lines of ours that the
// page does not have.
func (e *example) checkLines(t *testing.T, ours *figures) {
	t.Helper()
	for line, published := range e.Lines {
		usd, ok := ours.lines[line]
		if !ok && published != 0 {
			t.Errorf("we have no line %s", line)
		}
		if !agrees(published, usd, 0.01, e.Off[line]) {
			t.Errorf("%s is %.4f, published %.2f", line, usd, published)
		}
	}
	for line, usd := range ours.lines {
		_, published := e.Lines[line]
		if leftOut := slices.Contains(e.LeftOut, line); leftOut == published && usd != 0 && (leftOut || len(e.Lines) > 0) {
			t.Errorf("our line %s of %.4f has to be either published or left out", line, usd)
		}
	}
	for _, line := range e.LeftOut {
		if _, ok := ours.lines[line]; !ok {
			t.Errorf("%s is left out, but we have no such line", line)
		}
	}
}

func (e *example) checkTiers(t *testing.T, ours *figures) {
	t.Helper()
	for line, published := range e.Tiers {
		if len(ours.tiers[line]) != len(published) {
			t.Errorf("%s has %d tiers, published are %d", line, len(ours.tiers[line]), len(published))
			continue
		}
		for i, tier := range ours.tiers[line] {
			if !agrees(published[i], tier.USD, 0.01, 0) {
				t.Errorf("tier %d of %s is %.4f, published %.2f", i+1, line, tier.USD, published[i])
			}
		}
	}
}

// checkTotal compares the total with ours. A total that is the sum of rounded
// lines may be off by all of their roundings; then the lines stand for it.
func (e *example) checkTotal(t *testing.T, ours *figures) {
	t.Helper()
	step := e.Step
	if step == 0 {
		step = 0.01
	}
	total, sum := ours.total(e.LeftOut), 0.0
	for _, line := range e.Lines {
		sum += line
	}
	if ofLines := len(e.Lines) > 0 && math.Abs(sum-e.Total) < 1e-9; !agrees(e.Total, total, step, e.Off["total"]) && !(ofLines && e.Off["total"] == 0) {
		t.Errorf("the total is %.4f, published %.2f", total, e.Total)
	}
}

// checkOff keeps what is off from hiding in an example that passes, and an
// exclusion from hiding one that would pass.
func (e *example) checkOff(t *testing.T) {
	t.Helper()
	if e.Excluded != "" && math.Abs(e.Off["total"]) < 0.01 {
		t.Error("it is excluded without being off")
	}
	for line, off := range e.Off {
		if e.Excluded == "" && (math.Abs(off) >= 0.01 || e.Note == "") {
			t.Errorf("%s is off by %.4f: that has to be less than a cent and explained, or excluded", line, off)
		}
	}
}
