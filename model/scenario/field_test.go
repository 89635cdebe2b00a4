package scenario

import (
	"slices"
	"strings"
	"testing"

	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// oneOfEach is a scenario in which every field has a place.
func oneOfEach() Scenario {
	return Scenario{Components: []Component{{Name: "app", Calls: []Call{{To: "db"}}}, {Name: "db"}}}
}

// TestFieldsOutsideOfTheScenarioAreLeftOut reads and writes at indices that are
// not there; nothing may panic or change.
func TestFieldsOutsideOfTheScenarioAreLeftOut(t *testing.T) {
	t.Parallel()
	for _, f := range Fields() {
		if !f.Path.Repeats() {
			continue
		}
		for _, at := range []At{{Component: -1}, {Component: 9}, {Component: 1, Call: 7}, {Call: -1}} {
			s := oneOfEach()
			if !f.Path.In(paths.Call) && at.Component < 2 && at.Component >= 0 {
				continue
			}
			_ = f.SetText(&s, at, "1")
			f.Clear(&s, at)
			if _, ok := f.Text(&s, at); ok {
				t.Errorf("%s at %v holds something", f.Path, at)
			}
		}
	}
}

// TestTheTableKnowsTheDocumentedDefaults holds the table against the documented
// defaults of a component and of the platforms.
func TestTheTableKnowsTheDocumentedDefaults(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"components.*.requests_per_month": "its part of checklist.requests_per_month, else 1M", "components.*.duration": "200ms", "components.*.memory": "128MiB",
		"components.*.response": "4KiB", "components.*.outbound": "0KiB", "components.*.logs": "1KiB",
		"components.*.pod.cpu": "0.5", "components.*.pod.concurrency": "40", "components.*.pod.replicas_min": "2",
		"platforms.kubernetes.kind": "eks", "platforms.kubernetes.node": "auto", "platforms.kubernetes.nodes": "auto",
		"platforms.kubernetes.min_nodes": "2", "platforms.kubernetes.target_utilization": "60%", "platforms.kubernetes.load_balancer": "flat",
		"platforms.kubernetes.autoscale": "hpa", "platforms.kubernetes.purchase": "on-demand", "platforms.kubernetes.nat_gateways": "as network says", "network": "mixed", "endpoints": "gateway", "free_tier": "false",
		"platforms.kubernetes.node_volume": "20GiB", "platforms.serverless.kind": "lambda", "platforms.serverless.architecture": "x86",
		"platforms.serverless.front_door": "http-api", "platforms.serverless.free_tier": "free_tier of the whole", "platforms.serverless.nat_gateways": "as network says",
		"platforms.serverless.provisioned_concurrency": "0", "platforms.wasm.kind": "cloudflare-workers",
		"people.include": "false", "growth.horizon_months": "24", "checklist.engineers": "unanswered",
	} {
		f, ok := FieldOf(paths.Path{}.Dot(path))
		if !ok || f.Default() != want {
			t.Errorf("%s: the default is %q, want %q", path, f.Default(), want)
		}
	}
}

func TestFieldErrorsSayWhatIsAllowed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ path, text, want string }{
		{"components.*.duration", "-5s", "components[0].duration: -5s: negative; allowed is 0s to 30d, such as 500ms, 30s, 15m, 2h, or a range low..high"},
		{"components.*.duration", "0.2", "components[0].duration: 0.2: no unit; allowed is 0s to 30d, such as 500ms, 30s, 15m, 2h, or a range low..high"},
		{"components.*.requests_per_month", "1e300", "components[0].requests_per_month: 1e300: above the maximum; allowed is 0 to 10T, such as 50M, 1.2B, 50000000, or a range low..high"},
		{"components.*.memory", "0MiB", "components[0].memory: 0MiB: below the minimum; allowed is 1MiB to 24TiB, such as 512MiB, 1GiB, or a range low..high"},
		{"components.*.traits", "gpus", "components[0].traits: gpus: unknown; did you mean gpu? allowed is a list of stateful, persistent-connections, gpu, long-running, custom-networking"},
		{"components.*.traits", "gpu,gpu", "components[0].traits: gpu: given twice; allowed is a list of stateful, persistent-connections, gpu, long-running, custom-networking"},
		{"components.*.pin", "hybrid", "components[0].pin: hybrid: unknown; allowed is kubernetes, containers, serverless, wasm"},
		{"components.*.pin", "lambda", "components[0].pin: lambda: unknown; did you mean serverless? allowed is kubernetes, containers, serverless, wasm"},
		{"components.*.pod.concurrency", "2.5", "components[0].pod.concurrency: 2.5: not a whole number; allowed is a whole number from 1 to 100000"},
		{"platforms.kubernetes.kind", "lambda", "platforms.kubernetes.kind: lambda: unknown; allowed is eks, eks-auto, eks-fargate, gke, gke-autopilot, aks, aks-automatic"},
		{"platforms.kubernetes.kind", "ekz", "platforms.kubernetes.kind: ekz: unknown; did you mean eks? allowed is eks, eks-auto, eks-fargate, gke, gke-autopilot, aks, aks-automatic"},
		{"platforms.kubernetes.autoscale", "vpa", "platforms.kubernetes.autoscale: vpa: unknown; did you mean hpa? allowed is hpa, keda, none"},
		{"platforms.kubernetes.nodes", "3..6", "platforms.kubernetes.nodes: 3..6: a range, but a number of machines is chosen and not unknown: auto lets the nodes follow the ranges of other figures, " +
			"and --set compares numbers; allowed is auto, peak or a whole number from 1 to 100000"},
		{"platforms.kubernetes.nodes", "0", "platforms.kubernetes.nodes: 0: not a whole number in the range; allowed is auto, peak or a whole number from 1 to 100000"},
		{"platforms.kubernetes.target_utilization", "60", "platforms.kubernetes.target_utilization: 60: above the maximum; allowed is 1% to 100%, such as 60%, 0.6, or a range low..high"},
		{"platforms.serverless.provisioned_concurrency", "5.5", "platforms.serverless.provisioned_concurrency: 5.5: not a whole number; allowed is a whole number from 0 to 100000"},
		{"platforms.serverless.free_tier", "maybe", "platforms.serverless.free_tier: maybe: not true or false; allowed is true or false"},
		{"cloud", "oci", "cloud: oci: unknown; allowed is aws, gcp, azure"},
		{"checklist.traffic", "steddy", "checklist.traffic: steddy: unknown; did you mean steady? allowed is steady, spiky, event-driven, batch, real-time, unpredictable"},
		{"architecture.microservices", "5..20", "architecture.microservices: 5..20: a range; allowed is a whole number from 0 to 100000, or true, false"},
		{"name", "a\x1b[31m", `name: "a\x1b[31m": holds the character '\x1b'; allowed is text of up to 200 printable characters`},
	} {
		f, ok := FieldOf(paths.Path{}.Dot(c.path))
		if !ok {
			t.Fatal(c.path)
		}
		s := oneOfEach()
		err := f.SetText(&s, At{}, c.text)
		if err == nil || err.Error() != c.want {
			t.Errorf("%v\nwant %s", err, c.want)
		}
	}
}

func TestNearestSuggestsOnlyWhatIsClose(t *testing.T) {
	t.Parallel()
	candidates := []string{"duration", "cpu_time", "memory", "persistent-connections"}
	for word, want := range map[string]string{
		"durration": "duration", "cpu-time": "cpu_time", "Memory": "memory", "persistent_connections": "persistent-connections",
		"xyz": "", "": "", strings.Repeat("duration", 20): "",
	} {
		if got := quantity.Closest(word, candidates); got != want {
			t.Errorf("%q suggests %q, want %q", word, got, want)
		}
	}
	if !slices.Contains(candidates, quantity.Closest("memry", candidates)) {
		t.Error("memry suggests nothing")
	}
	commands := []string{"show", "list", "eval", "article"}
	for word, want := range map[string]string{
		"shwo": "show", "lsit": "list", "lst": "list", "evaluate": "eval", "arti": "article", "evidence": "", "art": "",
	} {
		if got := quantity.Closest(word, commands); got != want {
			t.Errorf("%q suggests %q, want %q", word, got, want)
		}
	}
}

// TestMeaningsBelongToTheirWords: a list of meanings has one for each word.
func TestMeaningsBelongToTheirWords(t *testing.T) {
	t.Parallel()
	for _, f := range Fields() {
		if len(f.Meanings) > 0 && len(f.Meanings) != len(f.Choices) {
			t.Errorf("%s has %d meanings for %d words", f.Path, len(f.Meanings), len(f.Choices))
		}
		if f.Meaning("no such word") != "" {
			t.Errorf("%s knows what no such word means", f.Path)
		}
	}
	if f, _ := FieldOf(paths.ComponentTraits); f.Meaning("gpu") != "computes on a GPU" {
		t.Errorf("gpu means %q", f.Meaning("gpu"))
	}
}

func TestCheckNames(t *testing.T) {
	t.Parallel()
	for want, components := range map[string][]Component{
		"":                                 {{Name: "a", Calls: []Call{{To: "b"}}}, {Name: "b"}},
		"no name":                          {{Name: "a"}, {}},
		"of this name already":             {{Name: "a"}, {Name: "a"}},
		"no such component":                {{Name: "a", Calls: []Call{{To: "b"}}}},
		"a component does not call itself": {{Name: "a", Calls: []Call{{To: "a"}}}},
	} {
		s := Scenario{Components: components}
		err := s.CheckNames()
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
