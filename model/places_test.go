package model

import (
	"math"
	"strings"
	"testing"

	"runwhere/checklist"
	"runwhere/costs"
	scenariofile "runwhere/model/scenario/file"
)

// ofComponent is the part of a line's formula that is a component's, "" for none.
func ofComponent(t *testing.T, p *costs.Platform, volume float64, meter, name string) string {
	t.Helper()
	for _, l := range p.Bill(volume).Lines {
		if l.Meter != meter {
			continue
		}
		_, after, found := strings.Cut(l.Formula, name+" ")
		if found {
			part, _, _ := strings.Cut(after, " + ")
			return part
		}
	}
	return ""
}

// TestAComponentsOwnSettings: what is set for one component on an option overrides the
// platform's setting there and nowhere else. Two kept instances of 2 vCPU are billed
// for the month, and the other component keeps the one of 1 vCPU that the platform
// says: (2 × 2 + 1 × 1) × 2,628,000 s × $0.000018 is $236.52.
func TestAComponentsOwnSettings(t *testing.T) {
	t.Parallel()
	const file = `runwhere: 1
cloud: gcp
components:
  - name: busy
    requests_per_month: 0
    places: {serverless: {min_instances: 2, instance_vcpu: 2, billing: instance}, kubernetes: {replicas_min: 5, pod: {cpu: 1}}}
  - {name: quiet, requests_per_month: 0}
platforms:
  serverless: {kind: cloud-run, min_instances: 1, vcpu: 1, billing: instance, logs: none}
  kubernetes: {kind: gke-autopilot}
  compare: [lambda]
`
	s, err := scenariofile.Decode("own.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	e := evaluate(t, s)
	for _, l := range e.Platform(checklist.Serverless).Bill(0).Lines {
		if l.Meter == "vcpu-instance" && math.Abs(l.USD-5*2_628_000*0.000018) > 0.01 {
			t.Errorf("kept instances cost $%v: %s", l.USD, l.Formula)
		}
	}
	if e.Resolved.Workload.Components[0].Pod.MinReplicas != 2 || e.Resolved.Workload.Components[0].Own != (costs.Own{}) {
		t.Errorf("what is set on an option is set everywhere: %+v", e.Resolved.Workload.Components[0])
	}
	cluster := e.Platform(checklist.Kubernetes)
	if text := ofComponent(t, cluster, 0, "vcpu", "busy"); !strings.HasPrefix(text, "5 pods × 1 vCPU") {
		t.Errorf("on the cluster it has %q", text)
	}
	if text := ofComponent(t, cluster, 0, "vcpu", "quiet"); !strings.HasPrefix(text, "2 pods × 0.5 vCPU") {
		t.Errorf("and the other one %q", text)
	}
	written := string(scenariofile.Encode(s))
	for _, part := range []string{"places:\n      kubernetes:\n        pod:\n          cpu: 1\n        replicas_min: 5\n      serverless:\n        min_instances: 2\n"} {
		if !strings.Contains(written, part) {
			t.Errorf("written as\n%s", written)
		}
	}
}

// TestOwnFunctionMemory: a function has its own setting on Lambda, another one that
// of the platform.
func TestOwnFunctionMemory(t *testing.T) {
	t.Parallel()
	s, err := scenariofile.Decode("own.yaml", []byte(`runwhere: 1
components:
  - {name: report, requests_per_month: 1M, duration: 1s, cpu_time: 0s, places: {serverless: {function_memory: 1769MiB}}}
  - {name: page, requests_per_month: 1M, duration: 1s, cpu_time: 0s}
platforms: {serverless: {function_memory: 256MiB}}
`))
	if err != nil {
		t.Fatal(err)
	}
	lambda := evaluate(t, s).Platform(checklist.Serverless)
	if text := ofComponent(t, lambda, 2e6, "compute", "report"); !strings.Contains(text, "1 s × 1.728 GiB") {
		t.Errorf("%q", text)
	}
	if text := ofComponent(t, lambda, 2e6, "compute", "page"); !strings.Contains(text, "1 s × 0.25 GiB") {
		t.Errorf("%q", text)
	}
}
