package pricebook

import (
	"math"
	"testing"
)

// Figures typed from the lists of Google Cloud, Azure and Fastly and from the
// additions to those of AWS and Cloudflare.
func TestPublishedPricesOfOtherClouds(t *testing.T) {
	t.Parallel()
	checkPublished(t, []publishedPrice{
		{"cloudrun.requests", "europe-west3", million, []float64{0.40}},
		{"cloudrun.request.vcpu", "us-central1", million, []float64{24}},
		{"cloudrun.request.vcpu", "europe-west3", million, []float64{33.60}},
		{"cloudrun.request.gib", "europe-west1", million, []float64{2.50}},
		{"cloudrun.request.gib", "asia-southeast1", million, []float64{3.50}},
		{"cloudrun.idle.vcpu", "us-central1", million, []float64{2.50}},
		{"cloudrun.idle.gib", "us-central1", million, []float64{2.50}},
		{"cloudrun.instance.vcpu", "us-central1", million, []float64{18}},
		{"cloudrun.instance.vcpu", "us-west2", million, []float64{21.60}},
		{"cloudrun.instance.gib", "us-central1", million, []float64{2}},
		{"cloudrun.instance.gib", "us-west2", million, []float64{2.40}},
		{"cloudrun.gpu.l4", "us-central1", million, []float64{186.70}},
		{"cloudrun.gpu.l4.zonal", "us-central1", million, []float64{290.90}},
		{"cloudrun.worker.vcpu", "us-central1", million, []float64{11.244}},
		{"cloudrun.worker.gib", "us-central1", million, []float64{1.235}},
		{"cloudrun.cud-1y", "us-central1", 1, []float64{0.83}},
		{"cloudfunctions.requests", "us-central1", million, []float64{0.40}},
		{"cloudfunctions.gb_s", "us-central1", million, []float64{2.50}},
		{"cloudfunctions.ghz_s", "us-central1", million, []float64{10}},
		{"cloudfunctions.egress", "us-central1", 1, []float64{0.12}},
		{"gke.cluster.hour", "europe-west1", 1, []float64{0.10}},
		{"gke.autopilot.vcpu.hour", "us-central1", 1, []float64{0.0445}},
		{"gke.autopilot.gib.hour", "us-central1", 1, []float64{0.0049225}},
		{"gke.autopilot.ephemeral.hour", "us-central1", 1, []float64{0.0000548}},
		{"gke.autopilot.spot.vcpu.hour", "us-east1", 1, []float64{0.0133}},
		{"gke.autopilot.spot.gib.hour", "us-central1", 1, []float64{0.0014767}},
		{"gce.flex-cud-1y", "us-central1", 1, []float64{0.72}},
		{"gce.flex-cud-3y", "us-central1", 1, []float64{0.54}},
		{"gce.e2-standard-2", "us-central1", 1, []float64{0.067011}},
		{"gce.spot.e2-standard-2", "us-central1", 1, []float64{0.040212}},
		{"gce.n4a-standard-4", "europe-west3", 1, []float64{0.18168}},
		{"gcp.lb.rules.hour", "us-central1", 1, []float64{0.025}},
		{"gcp.lb.gib", "us-central1", 1, []float64{0.008}},
		{"gcp.nat.vm.hour", "us-central1", 1, []float64{0.0014, 0}},
		{"gcp.nat.gib", "us-central1", 1, []float64{0.045}},
		{"gcp.ipv4.hour", "us-central1", 1, []float64{0.005}},
		{"gcp.egress.internet", "us-central1", 1, []float64{0.12, 0.11, 0.08}},
		{"gcp.logging.gib", "us-central1", 1, []float64{0.50}},
		{"pubsub.tib", "us-central1", 1, []float64{40}},
		{"functions.consumption.requests", "eastus", million, []float64{0.20}},
		{"functions.consumption.gb_s", "eastus", million, []float64{16}},
		{"functions.flex.requests", "swedencentral", million, []float64{0.40}},
		{"functions.flex.gb_s", "swedencentral", million, []float64{26}},
		{"functions.flex.ready.gb_s", "swedencentral", million, []float64{4}},
		{"functions.flex.ready.exec.gb_s", "swedencentral", million, []float64{16}},
		{"functions.flex.ready.requests", "swedencentral", million, []float64{0.40}},
		{"containerapps.vcpu.active", "eastus2", million, []float64{24}},
		{"containerapps.vcpu.active", "westeurope", million, []float64{34}},
		{"containerapps.vcpu.idle", "eastus2", million, []float64{3}},
		{"containerapps.gib.active", "northeurope", million, []float64{3}},
		{"containerapps.gib.idle", "westeurope", million, []float64{4}},
		{"containerapps.requests", "westeurope", million, []float64{0.56}},
		{"aks.standard.hour", "eastus", 1, []float64{0.10}},
		{"aks.premium.hour", "eastus", 1, []float64{0.60}},
		{"aks.automatic.hour", "westus3", 1, []float64{0.16}},
		{"aks.automatic.vcpu.hour", "westus3", 1, []float64{0.007841}},
		{"vm.Standard_D2s_v5", "eastus", 1, []float64{0.096}},
		{"vm.Standard_D2s_v5", "westeurope", 1, []float64{0.115}},
		{"azure.lb.rules.hour", "eastus2", 1, []float64{0.025}},
		{"azure.lb.gb", "eastus2", 1, []float64{0.005}},
		{"azure.nat.hour", "eastus2", 1, []float64{0.045}},
		{"azure.nat.gb", "eastus2", 1, []float64{0.045}},
		{"azure.ipv4.hour", "eastus2", 1, []float64{0.005}},
		{"azure.egress.internet", "eastus", 1, []float64{0.087, 0.083, 0.07, 0.05}},
		{"azure.logs.gb", "westus2", 1, []float64{2.30}},
		{"azure.logs.gb", "westeurope", 1, []float64{2.99}},
		{"fastly.requests", "global", million, []float64{0.50}},
		{"fastly.vcpu_ms", "global", million, []float64{0.05}},
		{"fastly.cdn.requests", "global", million, []float64{1}},
		{"fastly.egress", "global", 1, []float64{0.12, 0.08}},
		{"eks.auto.ratio", "sa-east-1", 1, []float64{0.12}},
		{"ec2.savings-1y.m7g", "us-east-1", 1, []float64{0.7341}},
		{"ec2.savings-3y.m7g", "us-east-1", 1, []float64{0.5074}},
		{"ec2.savings-1y.m6a", "us-east-1", 1, []float64{0.735}}, // 26.5 % off, as of every family of that generation
		{"ec2.savings-3y.c5", "us-east-1", 1, []float64{0.483}},  // 51.7 % off
		{"ec2.savings-1y.t4g", "eu-west-1", 1, []float64{0.82}},  // 18.0 % off
		{"fargate.savings-1y", "us-east-1", 1, []float64{0.8}},
		{"fargate.savings-3y", "us-east-1", 1, []float64{0.55}},
		{"lambda.savings-1y", "us-east-1", 1, []float64{0.882}},
		{"lambda.savings-3y", "us-east-1", 1, []float64{0.882}},
		{"ec2.spot.t3.small", "us-east-1", 1, []float64{0.35}},
		{"ec2.spot.g6.4xlarge", "sa-east-1", 1, []float64{0.20}},
		{"lambda.edge.128mb_s", "us-east-1", million, []float64{6.25125}},
		{"lambda.esm.epu_hour", "sa-east-1", 1, []float64{0.294}},
		{"cloudwatch.metrics", "us-east-1", 1, []float64{0.30, 0.10, 0.05, 0.02}},
		{"vpc.endpoint.gb", "us-east-1", 1, []float64{0.010, 0.006, 0.004}},
	})
}

// Bills that the providers' pages work out themselves.
func TestPublishedExamplesOfOtherClouds(t *testing.T) {
	t.Parallel()
	usd := func(id, region string, quantity float64, free bool) float64 {
		p, err := embedded(t).Price(id, region)
		if err != nil {
			t.Fatal(err)
		}
		return p.USD(quantity, free)
	}
	durable := func(requests, seconds float64) float64 {
		return usd("workers.base", Global, 1, false) + usd("workers.durable.requests", Global, requests, false) +
			usd("workers.durable.gb_s", Global, seconds*0.128, false)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"Durable Objects, 1.5M requests", durable(1.5e6, 1e6), 5.15},
		{"Durable Objects, a WebSocket a client", durable(12960100, 259200000), 419.30},
		{"Queues, 1M messages a day", usd("queues.operations", Global, 30e6*3, false), 35.60},
		{"Workers for Platforms, 100M requests", usd("workers.platforms.base", Global, 1, false) +
			usd("workers.platforms.requests", Global, 100e6, false) + usd("workers.platforms.cpu_ms", Global, 1e9, false) +
			usd("workers.platforms.scripts", Global, 1200, false), 71.80},
		{"Lambda@Edge, 10M requests", usd("lambda.edge.requests", Global, 10e6, false) +
			usd("lambda.edge.128mb_s", Global, 10e6*0.01, false), 6.625125},
		{"SQS pollers, 8,000 EPU-hours", usd("lambda.esm.sqs.epu_hour", "us-east-1", 8000, false), 74},
		// The credit of 74.40 covers a cluster of any month.
		{"GKE, one zonal cluster", usd("gke.cluster.hour", "us-central1", 730, true), 0},
		{"GKE, two clusters", usd("gke.cluster.hour", "us-central1", 2*744, true), 74.40},
		{"EKS, extended support all month", usd("eks.cluster.hour", "us-east-1", 730, false) +
			usd("eks.extended.hour", "us-east-1", 730, false), 438},
		// The per-second prices of Fargate.
		{"Fargate, a vCPU-second", usd("fargate.vcpu.hour", "us-east-1", 1.0/3600, false), 0.04048 / 3600},
	} {
		if math.Abs(c.got-c.want) > 1e-9*c.want {
			t.Errorf("%s costs %v, published %v", c.name, c.got, c.want)
		}
	}
}

func TestFreeAmountsOfOtherClouds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		id, region string
		free       float64
		unit       string
	}{
		{"cloudrun.requests", "us-central1", 2e6, "request"},
		{"cloudrun.request.vcpu", "us-central1", 180_000, "vCPU-s"},
		{"cloudrun.request.gib", "us-central1", 360_000, "GiB-s"},
		{"cloudrun.instance.vcpu", "us-central1", 240_000, "vCPU-s"},
		{"cloudrun.instance.gib", "us-central1", 450_000, "GiB-s"},
		{"cloudrun.gpu.l4", "us-central1", 0, "GPU-s"},
		{"cloudfunctions.gb_s", "us-central1", 400_000, "GB-s"},
		{"gke.cluster.hour", "us-central1", 744, "hour"},
		{"gcp.logging.gib", "us-central1", 50, "GiB"},
		{"functions.consumption.requests", "eastus", 1e6, "execution"},
		{"functions.consumption.gb_s", "eastus", 400_000, "GB-s"},
		{"functions.flex.requests", "eastus", 250_000, "execution"},
		{"functions.flex.gb_s", "eastus", 100_000, "GB-s"},
		{"functions.flex.ready.gb_s", "eastus", 0, "GB-s"},
		{"containerapps.vcpu.active", "eastus2", 180_000, "vCPU-s"},
		{"containerapps.gib.active", "eastus2", 360_000, "GiB-s"},
		{"containerapps.requests", "eastus2", 2e6, "request"},
		{"azure.egress.internet", "eastus", 100, "GB"},
		{"azure.logs.gb", "westus2", 5, "GB"},
		{"gce.spot.e2-micro", "us-central1", 0, "hour"},
		{"ec2.spot.t3.small", "us-east-1", 0, "of on-demand"},
	} {
		p, err := embedded(t).Price(c.id, c.region)
		if err != nil {
			t.Error(err)
		} else if p.Free != c.free || p.Unit != c.unit {
			t.Errorf("%s: free %v %s, want %v %s", c.id, p.Free, p.Unit, c.free, c.unit)
		}
	}
	// What is free in a tier 2 region is worth what is free in tier 1.
	for _, id := range []string{"cloudrun.request.vcpu", "cloudrun.request.gib", "cloudrun.instance.vcpu", "cloudrun.instance.gib"} {
		one, _ := embedded(t).Price(id, "us-central1")
		two, _ := embedded(t).Price(id, "europe-west3")
		if a, b := one.Free*one.Tiers[0].USD, two.Free*two.Tiers[0].USD; math.Abs(a-b) > 1e-6 {
			t.Errorf("%s is free for %v USD in tier 1 and %v in tier 2", id, a, b)
		}
	}
}
