package pricebook

import (
	"slices"
	"strings"
	"testing"
)

// The ids that platforms charge are a contract with the scenarios, reports and
// command lines of others.
func TestBookHasTheIDsOfTheContract(t *testing.T) {
	t.Parallel()
	want := strings.Fields(`
		aks.automatic.hour aks.automatic.vcpu.hour aks.premium.hour aks.standard.hour alb.hour alb.lcu.hour apigateway.http
		apigateway.rest apigateway.websocket.messages apigateway.websocket.minutes azure.disk.p10.month azure.disk.p15.month azure.disk.p20.month azure.disk.p30.month azure.disk.p4.month azure.disk.p6.month azure.egress.internet azure.ipv4.hour
		azure.lb.gb azure.lb.rules.hour azure.logs.gb azure.nat.gb azure.nat.hour azure.zone.gb cloudfunctions.egress cloudfunctions.gb_s
		cloudfunctions.ghz_s cloudfunctions.requests cloudrun.gpu.l4 cloudrun.idle.gib cloudrun.idle.vcpu
		cloudrun.instance.gib cloudrun.instance.vcpu cloudrun.request.gib cloudrun.request.vcpu cloudrun.requests
		cloudwatch.logs.ia cloudwatch.logs.ingest cloudwatch.logs.vended containerapps.gib.active containerapps.gib.idle containerapps.management.hour
		containerapps.requests containerapps.vcpu.active containerapps.vcpu.idle credits.t3.vcpu.hour credits.t4g.vcpu.hour d1.gb_month ebs.gp3.month
		egress.crosszone egress.internet eks.auto.ratio eks.cluster.hour
		eks.extended.hour eventbridge.custom eventbridge.scheduler eventgrid.operations eventhubs.standard.ingress eventhubs.standard.unit.hour
		fargate.arm64.gb.hour fargate.arm64.vcpu.hour fargate.ephemeral.gb_hour fargate.gb.hour fargate.savings-1y fargate.savings-3y fargate.spot.arm64.gb.hour
		fargate.spot.arm64.vcpu.hour fargate.spot.x86.gb.hour fargate.spot.x86.vcpu.hour fargate.vcpu.hour fastly.cdn.requests
		fastly.egress fastly.requests fastly.vcpu_ms functions.consumption.gb_s functions.consumption.requests
		functions.flex.gb_s functions.flex.ready.exec.gb_s functions.flex.ready.gb_s functions.flex.requests gce.flex-cud-1y gce.flex-cud-3y gcp.disk.pd-balanced.month gcp.egress.internet gcp.egress.zone gcp.ipv4.hour gcp.lb.gib
		gcp.lb.rules.hour gcp.logging.gib gcp.nat.gib gcp.nat.vm.hour gke.autopilot.ephemeral.hour gke.autopilot.gib.hour
		gke.autopilot.spot.gib.hour gke.autopilot.spot.vcpu.hour gke.autopilot.vcpu.hour gke.cluster.hour gke.extended.hour ipv4.hour kinesis.put kinesis.shard.hour kv.gb_month kv.reads kv.writes
		lambda.duration.arm64 lambda.duration.x86 lambda.ephemeral.arm64 lambda.ephemeral.x86 lambda.provisioned.duration.arm64
		lambda.provisioned.duration.x86 lambda.provisioned.idle.arm64 lambda.provisioned.idle.x86 lambda.requests
		lambda.savings-1y lambda.savings-3y lambda.snapstart.cache lambda.snapstart.restore lambda.streaming nat.gb nat.hour pubsub.tib queues.operations servicebus.standard.base servicebus.standard.operations
		sns.publish sqs.standard stepfunctions.standard vpc.endpoint.gb vpc.endpoint.hour
		workers.base workers.cpu_ms workers.durable.gb_month workers.durable.gb_s workers.durable.requests workers.logs.events
		workers.logs.gb workers.requests workers.rows.read workers.rows.written`)
	var got []string
	for _, id := range embedded(t).IDs() {
		if !ofAMachine(t, id) && embedded(t).PricesOf(id)[0].Use == "" {
			got = append(got, id)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("ids are\n%v, want\n%v", got, want)
	}
}

// ofAMachine reports whether an id is that of the hour or the spot price of an
// instance type, or of a family's commitment.
func ofAMachine(t *testing.T, id string) bool {
	if strings.HasPrefix(id, "ec2.savings-") {
		return true
	}
	_, instance, _ := strings.Cut(id, ".")
	return slices.Contains(embedded(t).InstanceTypes(), strings.TrimPrefix(instance, "spot."))
}

// What is only looked up is quoted by these ids.
func TestBookHasTheIDsForQuotes(t *testing.T) {
	t.Parallel()
	for id := range strings.FieldsSeq(`
		apim.consumption.calls cloudfront.us.gb cloudrun.gpu.l4.zonal cloudrun.worker.gib cloudrun.worker.vcpu
		cloudwatch.logs.storage cloudwatch.metrics durabletask.actions eventarc.google
		functions.premium.gib.hour functions.premium.vcpu.hour
		lambda.durable.operations lambda.durable.retained.gb_month
		lambda.durable.written.gb lambda.edge.128mb_s lambda.edge.requests lambda.esm.epu_hour lambda.esm.sqs.epu_hour
		lambda.managed.ratio lambda.managed.requests lambda.microvm.gb_s lambda.microvm.snapshot.gb_month
		lambda.microvm.snapshot.read.gb lambda.microvm.snapshot.write.gb lambda.microvm.vcpu_s
		r2.class_a r2.class_b r2.gb_month sqs.fifo
		workers.platforms.base workers.platforms.cpu_ms
		workers.platforms.requests workers.platforms.scripts xray.traces`) {
		prices := embedded(t).PricesOf(id)
		if len(prices) == 0 || prices[0].Use != ForQuotes {
			t.Errorf("%s is not in the book, or not for quotes", id)
		}
	}
}

// Every instance type has an hour whose id follows from its name, and spot
// prices only exist for types that the book has.
func TestMachinesHaveTheirPrices(t *testing.T) {
	t.Parallel()
	b := embedded(t)
	providers := map[string]int{}
	for _, x := range b.machines() {
		providers[x.Provider]++
		if x.PriceID() != InstancePriceID(x.Type) {
			t.Errorf("the hour of %s is %s, not %s", x.Type, x.PriceID(), InstancePriceID(x.Type))
		}
	}
	if providers["aws"] == 0 || providers["gcp"] == 0 || providers["azure"] == 0 || len(providers) != 3 {
		t.Errorf("machines by provider: %v", providers)
	}
	spot := 0
	for _, id := range b.IDs() {
		if _, instance, ok := strings.Cut(id, spotPart); ok && strings.HasPrefix(id, "ec2") {
			spot++
			if !slices.Contains(b.InstanceTypes(), instance) {
				t.Errorf("%s has a spot price but no hour", instance)
			}
		}
	}
	if spot != 72 {
		t.Errorf("%d EC2 types have spot prices, want 72", spot)
	}
}

func TestFamilies(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"c5.xlarge": "c5", "e2-standard-4": "e2-standard", "e2-micro": "e2", "Standard_D4s_v5": "Standard_Ds_v5",
		"Standard_D2ps_v6": "Standard_Dps_v6", "Standard_DS2_v2": "Standard_DS_v2", "mainframe": "mainframe",
	} {
		if got := (&Instance{Type: name}).Family(); got != want {
			t.Errorf("the family of %s is %s, want %s", name, got, want)
		}
	}
}
