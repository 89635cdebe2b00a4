package pricebook

import (
	"testing"
)

// Figures typed from the published lists, a price a line in the order of its
// tiers, per million units where the page quotes it so.
func TestPublishedPrices(t *testing.T) {
	t.Parallel()
	checkPublished(t, []publishedPrice{
		{"lambda.requests", "us-east-1", million, []float64{0.20}},
		{"lambda.requests", "sa-east-1", million, []float64{0.20}},
		{"lambda.duration.x86", "us-east-1", million, []float64{16.6667, 15, 13.3334}},
		{"lambda.duration.x86", "ap-northeast-1", million, []float64{16.6667, 15, 13.3334}},
		{"lambda.duration.arm64", "eu-north-1", million, []float64{13.3334, 12.0001, 10.6667}},
		{"lambda.provisioned.idle.x86", "us-east-1", million, []float64{4.1667}},
		{"lambda.provisioned.idle.x86", "eu-central-1", million, []float64{5.0147}},
		{"lambda.provisioned.duration.x86", "sa-east-1", million, []float64{15.4867}},
		{"lambda.provisioned.idle.arm64", "eu-west-2", million, []float64{3.8643}},
		{"lambda.provisioned.duration.arm64", "ap-south-1", million, []float64{8.3973}},
		{"lambda.ephemeral.x86", "us-east-1", million, []float64{0.0309}},
		{"lambda.ephemeral.x86", "sa-east-1", million, []float64{0.0586}},
		{"lambda.ephemeral.arm64", "ap-south-1", million, []float64{0.0352}},
		{"lambda.snapstart.cache", "us-east-1", million, []float64{1.5046}},
		{"lambda.snapstart.cache", "eu-west-2", million, []float64{2.1768}},
		{"lambda.snapstart.restore", "ca-central-1", million, []float64{152.0288}},
		{"lambda.streaming", "ap-southeast-1", 1, []float64{0.008}},
		{"apigateway.rest", "us-east-1", million, []float64{3.50, 2.80, 2.38, 1.51}},
		{"apigateway.rest", "eu-central-1", million, []float64{3.70, 3.19, 2.71, 1.72}},
		{"apigateway.rest", "sa-east-1", million, []float64{4.25, 4.25, 3.61, 2.29}},
		{"apigateway.http", "us-east-1", million, []float64{1.00, 0.90}},
		{"apigateway.http", "ap-northeast-1", million, []float64{1.29, 1.18}},
		{"apigateway.http", "sa-east-1", million, []float64{1.59, 1.43}},
		{"apigateway.websocket.messages", "us-east-1", million, []float64{1.00, 0.80}},
		{"apigateway.websocket.messages", "eu-north-1", million, []float64{1.083, 0.893}},
		{"apigateway.websocket.minutes", "us-east-1", million, []float64{0.25}},
		{"apigateway.websocket.minutes", "sa-east-1", million, []float64{0.388}},
		{"cloudwatch.logs.ingest", "us-east-1", 1, []float64{0.50}},
		{"cloudwatch.logs.ingest", "eu-west-2", 1, []float64{0.5985}},
		{"cloudwatch.logs.vended", "us-east-1", 1, []float64{0.50, 0.25, 0.10, 0.05}},
		{"cloudwatch.logs.vended", "eu-central-1", 1, []float64{0.63, 0.315, 0.126, 0.063}},
		{"cloudwatch.logs.ia", "us-east-1", 1, []float64{0.25}},
		{"cloudwatch.logs.ia", "eu-north-1", 1, []float64{0.27}},
		{"nat.hour", "us-east-1", 1, []float64{0.045}},
		{"nat.hour", "eu-north-1", 1, []float64{0.046}},
		{"nat.gb", "sa-east-1", 1, []float64{0.093}},
		{"nat.gb", "ap-northeast-1", 1, []float64{0.062}},
		{"ipv4.hour", "eu-west-2", 1, []float64{0.005}},
		{"eks.cluster.hour", "us-west-2", 1, []float64{0.10}},
		{"eks.extended.hour", "us-east-1", 1, []float64{0.50}},
		{"fargate.vcpu.hour", "us-east-1", 1, []float64{0.04048}},
		{"fargate.vcpu.hour", "ca-central-1", 1, []float64{0.04456}},
		{"fargate.gb.hour", "us-east-1", 1, []float64{0.004445}},
		{"fargate.gb.hour", "eu-north-1", 1, []float64{0.0049}},
		{"alb.hour", "us-east-1", 1, []float64{0.0225}},
		{"alb.hour", "eu-central-1", 1, []float64{0.027}},
		{"alb.hour", "ap-southeast-1", 1, []float64{0.0252}},
		{"alb.hour", "ap-northeast-1", 1, []float64{0.0243}},
		{"alb.lcu.hour", "us-east-1", 1, []float64{0.008}},
		{"alb.lcu.hour", "eu-west-1", 1, []float64{0.008}},
		{"nlb.hour", "us-east-1", 1, []float64{0.0225}},
		{"nlb.lcu.hour", "us-east-1", 1, []float64{0.006}},
		{"ebs.gp3.month", "us-east-1", 1, []float64{0.08}},
		{"ebs.gp3.month", "eu-west-1", 1, []float64{0.088}},
		{"ebs.gp3.month", "sa-east-1", 1, []float64{0.152}},
		{"egress.internet", "us-east-1", 1, []float64{0.09, 0.085, 0.07, 0.05}},
		{"egress.internet", "ap-southeast-1", 1, []float64{0.12, 0.085, 0.082, 0.08}},
		{"egress.internet", "sa-east-1", 1, []float64{0.15, 0.138, 0.126, 0.114}},
		{"egress.crosszone", "us-east-1", 1, []float64{0.01}},
		{"eventbridge.custom", "us-east-1", million, []float64{1.00}},
		{"sqs.standard", "us-east-1", million, []float64{0.40, 0.30, 0.24}},
		{"sns.publish", "us-east-1", million, []float64{0.50}},
		{"sns.publish", "sa-east-1", million, []float64{0.50}},
		{"stepfunctions.standard", "us-east-1", million, []float64{25}},
		{"stepfunctions.standard", "ap-south-1", million, []float64{28.50}},
		{"stepfunctions.standard", "sa-east-1", million, []float64{37.50}},
		{"stepfunctions.express.request", "us-east-1", million, []float64{1.00}},
		{"stepfunctions.express.request", "sa-east-1", million, []float64{1.00}},
		{"stepfunctions.express.duration", "us-east-1", 1, []float64{0.06, 0.03, 0.01642}},
		{"workers.base", "global", 1, []float64{5}},
		{"workers.requests", "global", million, []float64{0, 0.30}},
		{"workers.cpu_ms", "global", million, []float64{0, 0.02}},
		{"workers.logs.events", "global", million, []float64{0, 0.60}},
		{"workers.durable.requests", "global", million, []float64{0, 0.15}},
		{"workers.durable.gb_s", "global", million, []float64{0, 12.50}},
		{"ec2.c5.xlarge", "us-east-1", 1, []float64{0.17}},
		{"ec2.t3.medium", "us-east-1", 1, []float64{0.0416}},
		{"ec2.t3.medium", "sa-east-1", 1, []float64{0.0672}},
		{"ec2.m5.large", "eu-central-1", 1, []float64{0.115}},
		{"ec2.t4g.medium", "ap-south-1", 1, []float64{0.0224}},
		{"ec2.m6g.4xlarge", "eu-west-2", 1, []float64{0.7104}},
		{"ec2.g4dn.xlarge", "us-east-1", 1, []float64{0.526}},
		{"ec2.g6.4xlarge", "sa-east-1", 1, []float64{2.24918}},
		{"ec2.p5.48xlarge", "us-east-1", 1, []float64{55.04}},
	})
}

// publishedPrice is a price a million, or a one, units as a list prints it.
type publishedPrice struct {
	id, region string
	per        float64
	want       []float64
}

const million = 1e6

func checkPublished(t *testing.T, rows []publishedPrice) {
	t.Helper()
	for _, r := range rows {
		p, err := embedded(t).Price(r.id, r.region)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(p.Tiers) != len(r.want) {
			t.Errorf("%s in %s has %d tiers, want %d", r.id, r.region, len(p.Tiers), len(r.want))
			continue
		}
		for i, want := range r.want {
			if !closeTo(p.Tiers[i].USD*r.per, want) {
				t.Errorf("%s in %s, tier %d: %v per %v, want %v", r.id, r.region, i, p.Tiers[i].USD*r.per, r.per, want)
			}
		}
	}
}

func TestPublishedTierEdgesAndFreeAmounts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		id   string
		free float64
		from []float64
		unit string
	}{
		{"lambda.requests", 1e6, []float64{0}, "request"},
		{"lambda.duration.x86", 400_000, []float64{0, 6e9, 15e9}, "GB-s"},
		{"lambda.duration.arm64", 400_000, []float64{0, 7.5e9, 18.75e9}, "GB-s"},
		{"lambda.provisioned.duration.x86", 0, []float64{0}, "GB-s"},
		{"lambda.streaming", 100, []float64{0}, "GB"},
		{"apigateway.rest", 0, []float64{0, 333e6, 1e9, 20e9}, "request"},
		{"apigateway.http", 0, []float64{0, 300e6}, "request"},
		{"apigateway.websocket.messages", 0, []float64{0, 1e9}, "message"},
		{"cloudwatch.logs.ingest", 5, []float64{0}, "GB"},
		{"cloudwatch.logs.vended", 5, []float64{0, 10240, 30720, 51200}, "GB"},
		{"egress.internet", 100, []float64{0, 10240, 51200, 153600}, "GB"},
		{"sqs.standard", 1e6, []float64{0, 100e9, 200e9}, "request"},
		{"sns.publish", 1e6, []float64{0}, "request"},
		{"stepfunctions.standard", 4000, []float64{0}, "transition"},
		{"stepfunctions.express.duration", 0, []float64{0, 1000, 5000}, "GB-h"},
		{"workers.requests", 0, []float64{0, 10e6}, "request"},
		{"workers.cpu_ms", 0, []float64{0, 30e6}, "CPU-ms"},
		{"workers.logs.events", 0, []float64{0, 20e6}, "log event"},
		{"workers.durable.requests", 0, []float64{0, 1e6}, "request"},
		{"workers.durable.gb_s", 0, []float64{0, 400_000}, "GB-s"},
	} {
		p, err := embedded(t).Price(c.id, "us-east-1")
		if err != nil {
			t.Error(err)
			continue
		}
		if p.Free != c.free || p.Unit != c.unit || len(p.Tiers) != len(c.from) {
			t.Errorf("%s: free %v %s in %d tiers, want %v %s in %d", c.id, p.Free, p.Unit, len(p.Tiers), c.free, c.unit, len(c.from))
			continue
		}
		for i, from := range c.from {
			if p.Tiers[i].From != from {
				t.Errorf("%s: tier %d from %v, want %v", c.id, i, p.Tiers[i].From, from)
			}
		}
	}
}

// Where regions have different sources each price keeps its own.
func TestSourcesAndDates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ id, region, source, asOf string }{
		{"lambda.requests", "eu-north-1", "AWS price list, https://aws.amazon.com/lambda/pricing/", "2025-10-30"},
		{"ipv4.hour", "us-east-1", "AWS price list, https://aws.amazon.com/vpc/pricing/", "2025-11-04"},
		{"alb.lcu.hour", "eu-west-1", "AWS price list eu-west-1, AWSELB 20260911124544 (extract)", "2026-09-11"},
		{"ebs.gp3.month", "us-west-2", "AWS price list us-west-2 (transcription)", "2026-10-04"},
		{"ec2.c5.xlarge", "us-east-1", "generated from the AWS price list, aws/karpenter-provider-aws pkg/providers/pricing/zz_generated.pricing_aws.go at 1d927085", "2026-07-20"},
		{"ec2.c5.xlarge", "us-west-2", "AWS price list, https://aws.amazon.com/ec2/pricing/on-demand/", "2025-11"},
		{"workers.cpu_ms", "global", "https://developers.cloudflare.com/workers/platform/pricing/ (cloudflare/cloudflare-docs src/content/docs/workers/platform/pricing.mdx at 07acbb66)", "2026"},
	} {
		p, err := embedded(t).Price(c.id, c.region)
		if err != nil {
			t.Error(err)
		} else if p.Source != c.source || p.AsOf != c.asOf {
			t.Errorf("%s in %s: %s, %s", c.id, c.region, p.Source, p.AsOf)
		}
	}
}

func TestPublishedInstances(t *testing.T) {
	t.Parallel()
	for _, want := range []Instance{
		{Provider: "aws", Type: "t3.medium", Arch: "amd64", VCPU: 2, MemoryMiB: 4096, MaxPods: 17, AllocatableCPU: 1.93, AllocatableMemory: 3246},
		{Provider: "aws", Type: "c5.xlarge", Arch: "amd64", VCPU: 4, MemoryMiB: 8192, MaxPods: 58, AllocatableCPU: 3.92, AllocatableMemory: 6584},
		{Provider: "aws", Type: "t4g.small", Arch: "arm64", VCPU: 2, MemoryMiB: 2048, MaxPods: 11, AllocatableCPU: 1.93, AllocatableMemory: 1359},
		{Provider: "aws", Type: "g5.xlarge", Arch: "amd64", VCPU: 4, MemoryMiB: 16384, GPU: 1, MaxPods: 58, AllocatableCPU: 3.92, AllocatableMemory: 14162},
		{Provider: "aws", Type: "p4d.24xlarge", Arch: "amd64", VCPU: 96, MemoryMiB: 1179648, GPU: 8, MaxPods: 737, AllocatableCPU: 95.69, AllocatableMemory: 1082712},
	} {
		got, err := embedded(t).Instance(want.Type, "us-east-1")
		if err != nil {
			t.Error(err)
			continue
		}
		x := *got
		if x.AsOf != "2026-08-21" || x.Source == "" || x.Hour == nil {
			t.Errorf("%s: source %s of %s, hour %v", x.Type, x.Source, x.AsOf, x.Hour)
		}
		x.Hour, x.Source, x.AsOf = nil, "", ""
		if x != want {
			t.Errorf("got %+v\nwant %+v", x, want)
		}
	}
}
