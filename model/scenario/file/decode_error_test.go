package file

import (
	"errors"
	"strings"
	"testing"

	"runwhere/model/quantity"
)

// TestDecodeErrorLines holds the whole first line of each class of bad input.
func TestDecodeErrorLines(t *testing.T) {
	t.Parallel()
	const keys = "name, requests_per_month, duration, cpu_time, memory, memory_per_run, isolate_memory, function_memory, measured_at, latency_goal, request, response, outbound, logs, ephemeral, runtime, init, connections, connections_per_instance, traffic, peak_to_mean, shape, burst, trigger, audience, runs_as, source, batch, traits, pin, pool, pod, places, calls"
	for _, c := range []struct{ file, want string }{
		{"", "f.yaml: empty; a scenario holds at least `runwhere: 1`"},
		{"# only a comment\n", "f.yaml: empty; a scenario holds at least `runwhere: 1`"},
		{"~\n", "f.yaml: empty; a scenario holds at least `runwhere: 1`"},
		{"name: x\n", "f.yaml:1: runwhere: missing; a scenario holds `runwhere: 1`, the version of its schema"},
		{"runwhere: 2\n", "f.yaml:1: runwhere: 2: unknown schema version; a scenario holds `runwhere: 1`, the version of its schema"},
		{"just text\n", "f.yaml:1: just text: not a scenario; a scenario holds at least `runwhere: 1`"},
		{"runwhere: 1\nregoin: x\n", "f.yaml:2: regoin: unknown key; did you mean region? known are name, cloud, region, network, zones, endpoints, free_tier, checklist, followup, architecture, components, platforms, people, growth, agreed, correlate, weights"},
		{"runwhere: 1\n<<: {name: x}\n", "f.yaml:2: <<: unknown key; known are name, cloud, region, network, zones, endpoints, free_tier, checklist, followup, architecture, components, platforms, people, growth, agreed, correlate, weights"},
		{"runwhere: 1\nname:\n", "f.yaml:2: name: no value; allowed is text of up to 200 printable characters; or leave the key out"},
		{"runwhere: 1\nname: [a]\n", "f.yaml:2: name: not a single value; allowed is text of up to 200 printable characters"},
		{"runwhere: 1\ngrowth: 8%\n", "f.yaml:2: growth: 8%: not a mapping; allowed are the keys monthly, horizon_months, migration_cost"},
		{"runwhere: 1\ncomponents: {name: a}\n", "f.yaml:2: components: not a list; each element begins with a dash and has the keys " + keys},
		{"runwhere: 1\ncomponents: [a]\n", "f.yaml:2: components[0]: a: not a mapping; allowed are the keys " + keys},
		{"runwhere: 1\ncomponents:\n  - name: a\n    traits: gpu\n", "f.yaml:4: components[0].traits: gpu: not a list; allowed is a list of stateful, persistent-connections, gpu, long-running, custom-networking"},
		{"runwhere: 1\ncomponents:\n  - memory: 1GiB\n", "f.yaml:3: components[0]: no name; every component has a name"},
		{"runwhere: 1\ncomponents:\n  - name: a=b\n", "f.yaml:3: components[0].name: a=b: holds the character '='; allowed is a name of up to 200 printable characters without ="},
		{"runwhere: 1\ncomponents:\n  - name: a\n  - name: a\n", "f.yaml:4: components[1].name: a: there is a component of this name already; every name is there once"},
		{"runwhere: 1\ncomponents:\n  - {name: a, calls: [{to: a}]}\n", "f.yaml:3: components[0].calls[0].to: a: a component does not call itself; name another component"},
		{"runwhere: 1\ncomponents:\n  - {name: orders, calls: [{to: ordres}]}\n", "f.yaml:3: components[0].calls[0].to: ordres: no such component; did you mean orders? there are orders"},
		{"runwhere: 1\ncomponents:\n  - {name: a, calls: [{payload: 1KiB}]}\n", "f.yaml:3: components[0].calls[0]: no target; every call has a `to`"},
		{"runwhere: 1\nname: a\nname: b\n", "f.yaml:3: name: given twice; each key may be there once"},
		{"runwhere: 1\narchitecture:\n  multi_cloud: true\n  needs_multi_cloud: true\n", "f.yaml:4: architecture.needs_multi_cloud: given twice; each key may be there once"},
		{"runwhere: 1\nname: &x a\n", "f.yaml:2: name: &x: an anchor; write the value out where it is used"},
		{"runwhere: 1\nname: !!str a\n", "f.yaml:2: name: !!str: a tag; write the value without it"},
		{"runwhere: 1\nchecklist: &x {}\narchitecture: *x\n", "f.yaml:2: checklist: &x: an anchor; write the value out where it is used"},
		{"runwhere: 1\n---\nrunwhere: 1\n", "f.yaml:2: a second document; one file holds one scenario"},
		{"runwhere: 1\nname: a\x00b\n", "f.yaml:2: not text: byte 0x00; a scenario is YAML in UTF-8"},
		{"runwhere: 1\n\nname: \xff\xfe\n", "f.yaml:3: not text: byte 0xff; a scenario is YAML in UTF-8"},
		{"runwhere: 1\nname: a: b\n", "f.yaml:2: not valid YAML: mapping values are not allowed in this context"},
		{"runwhere: 1\nname: " + strings.Repeat("[", 20000), "f.yaml:2: not valid YAML: exceeded max depth of 32 while increasing flow level"},
		{strings.Repeat("x", MaxFileSize+1), "f.yaml: too large for a scenario; allowed is 1MiB"},
		{"runwhere: 1\nname: " + strings.Repeat("x", 300) + "\n", "f.yaml:2: name: " + strings.Repeat("x", 60) + "…: too long; allowed is text of up to 200 printable characters"},
		{"runwhere: 1\nchecklist: {engineers: many}\n", "f.yaml:2: checklist.engineers: many: not a number; allowed is 0 to 100000, such as 2, 0.5, or a range low..high, or under-5, 5-to-15, over-15"},
		{"runwhere: 1\nchecklist:\n  shape: [1, 2]\n", "f.yaml:3: checklist.shape: 2 figures: not a week; allowed is a list of 168 figures, one an hour from Monday 0:00 UTC, none negative and not all 0"},
		{"runwhere: 1\nchecklist: {shape: flat}\n", "f.yaml:2: checklist.shape: flat: not a list; allowed is a list of 168 figures, one an hour from Monday 0:00 UTC, none negative and not all 0"},
		{"runwhere: 1\nchecklist:\n  shape: [" + strings.Repeat("1, ", 167) + "-3]\n", "f.yaml:3: checklist.shape: -3 as figure 168: negative; allowed is a list of 168 figures, one an hour from Monday 0:00 UTC, none negative and not all 0"},
		{"runwhere: 1\nchecklist:\n  shape: [" + strings.Repeat("0, ", 167) + "0]\n", "f.yaml:3: checklist.shape: 168 zeros: no traffic; allowed is a list of 168 figures, one an hour from Monday 0:00 UTC, none negative and not all 0"},
		{"runwhere: 1\nplatforms: {kubernetes: {pools: [batch]}}\n", "f.yaml:2: platforms.kubernetes.pools: not a mapping; allowed are up to 6 pools by name, such as {batch: {node: auto, spot_share: 100%}}, with node, min_nodes and spot_share"},
		{"runwhere: 1\nplatforms:\n  kubernetes:\n    pools:\n      batch: {spot: 1}\n", "f.yaml:5: platforms.kubernetes.pools.batch.spot: 1: unknown key of a pool; did you mean spot_share? known are node, min_nodes, spot_share"},
		{"runwhere: 1\nplatforms:\n  kubernetes:\n    pools:\n      batch: {spot_share: 120%}\n", "f.yaml:5: platforms.kubernetes.pools.batch.spot_share: 120%: above the maximum; allowed is 0% to 100%, such as 60%, 0.6, or a range low..high"},
		{"runwhere: 1\nplatforms: {kubernetes: {pools: {gpu: {node: auto}}}}\n", "f.yaml:2: platforms.kubernetes.pools.gpu: gpu: a pool that every cluster has by itself; allowed are up to 6 pools by name, such as {batch: {node: auto, spot_share: 100%}}, with node, min_nodes and spot_share"},
		{"runwhere: 1\nplatforms: {kubernetes: {pools: {a: {}, a: {}}}}\n", "f.yaml:2: platforms.kubernetes.pools.a: a: given twice; allowed are up to 6 pools by name, such as {batch: {node: auto, spot_share: 100%}}, with node, min_nodes and spot_share"},
		{"runwhere: 1\ncomponents:\n  - {name: a, pool: bacth}\nplatforms: {kubernetes: {pools: {batch: {}, night: {}}}}\n", "f.yaml:3: components[0].pool: bacth: no such pool; did you mean batch? there are batch, night"},
		{"runwhere: 1\ncomponents:\n  - {name: a, pool: batch}\n", "f.yaml:3: components[0].pool: batch: no such pool; the scenario names none: platforms.kubernetes.pools does, as {batch: {node: auto}}"},
		{"runwhere: 1\ncomponents:\n  - {name: a, places: {kubernetes: {min_instances: 1}}}\n", "f.yaml:3: components[0].places.kubernetes.min_instances: unknown key; known are pod, replicas_min"},
		{"runwhere: 1\ncomponents:\n  - {name: a, places: {serverless: {min_instances: 1..2}}}\n", "f.yaml:3: components[0].places.serverless.min_instances: 1..2: a range; allowed is a whole number from 0 to 100000"},
		{"runwhere: 1\ncorrelate: 0.7\n", "f.yaml:2: correlate: 0.7: not a list; allowed is a list of pairs: [[key, key, rank correlation], …]"},
		{"runwhere: 1\ncorrelate: [a, b, 0.7]\n", "f.yaml:2: correlate[0]: a: not a list of two keys and a number; allowed is a list of pairs: [[key, key, rank correlation], …]"},
		{"runwhere: 1\ncorrelate:\n  - [a, 0.7]\n", "f.yaml:3: correlate[0]: a, 0.7: not two keys and a number; write [KEY, KEY, RANK CORRELATION], such as [components.api.duration, components.api.memory, 0.7]"},
		{"runwhere: 1\ncorrelate:\n  - [growth.monthly, growth.migration_cost, 0.7]\n  - [growth.monthly, growth.horizon_months, 1.7]\n", "f.yaml:4: correlate[1]: 1.7: no rank correlation; allowed is -1 to 1"},
		{"runwhere: 1\ncorrelate: [[growth.montly, growth.migration_cost, 0.7]]\n", "f.yaml:2: correlate[0]: growth.montly: unknown key; did you mean growth.monthly? keys are those of a scenario file, such as platforms.kubernetes.node or components.NAME.duration"},
		{"runwhere: 1\ncorrelate: [[name, growth.migration_cost, 0.7]]\n", "f.yaml:2: correlate[0]: name: can be no range; correlated are figures that may be ranges"},
		{"runwhere: 1\ncomponents: [{name: a}]\ncorrelate: [['components[0].memory', growth.monthly, 0.7]]\n", "f.yaml:3: correlate[0]: components[0].memory: not the key by name; write components.a.memory"},
		{"runwhere: 1\ncorrelate: [[growth.monthly, growth.monthly, 0.7]]\n", "f.yaml:2: correlate[0]: growth.monthly: correlated with itself; a pair is of two figures"},
		{"runwhere: 1\ncorrelate:\n  - [growth.monthly, growth.migration_cost, 0.7]\n  - [growth.migration_cost, growth.monthly, 0.7]\n", "f.yaml:4: correlate[1]: growth.migration_cost, growth.monthly: this pair is there already; each pair may be there once"},
		{"runwhere: 1\ncorrelate:\n  - [growth.monthly, growth.migration_cost, 0.9]\n  - [growth.monthly, people.second_toolchain, 0.9]\n", "f.yaml:4: correlate[1]: growth.monthly, people.second_toolchain, 0.9: cannot hold together with the other correlations; pairs that are left out are uncorrelated: give them as well, or a correlation nearer to 0"},
	} {
		_, err := Decode("f.yaml", []byte(c.file))
		if err == nil {
			t.Errorf("%.60q is read", c.file)
			continue
		}
		if line, _, _ := strings.Cut(err.Error(), "\n"); line != c.want {
			t.Errorf("%.60q:\n%s\nwant\n%s", c.file, line, c.want)
		}
	}
}

// TestDecodeReportsAllErrorsInOrder also bounds how many there are.
func TestDecodeReportsAllErrorsInOrder(t *testing.T) {
	t.Parallel()
	const file = "runwhere: 1\ncomponents:\n  - {name: a, calls: [{to: gone}]}\n  - {name: b, memory: 12}\nnmae: x\n"
	_, err := Decode("f.yaml", []byte(file))
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "f.yaml:3:") || !strings.HasPrefix(lines[1], "f.yaml:4:") || !strings.HasPrefix(lines[2], "f.yaml:5:") {
		t.Errorf("%v", err)
	}
	var first *quantity.InputError
	if !errors.As(err, &first) || first.Line != 3 || first.Column != 28 || first.Key != "components[0].calls[0].to" || first.Value != "gone" {
		t.Errorf("%#v", first)
	}
	_, err = Decode("f.yaml", []byte("runwhere: 1\n"+strings.Repeat("x: 1\n", 5000)))
	if n := strings.Count(err.Error(), "\n") + 1; n != mostErrors {
		t.Errorf("%d errors", n)
	}
}

// TestDecodeBoundsHostileFiles reads files that grow when they are expanded, or
// that have more than any system.
func TestDecodeBoundsHostileFiles(t *testing.T) {
	t.Parallel()
	bomb := "runwhere: 1\na: &a [x, x]\n"
	for i := range 20 {
		prev, next := string(rune('a'+i)), string(rune('b'+i))
		bomb += next + ": &" + next + " [*" + prev + ", *" + prev + ", *" + prev + "]\n"
	}
	many := "runwhere: 1\ncomponents:\n" + strings.Repeat("- name: a\n", 90000)
	for name, file := range map[string]string{"aliases": bomb, "self": "runwhere: 1\nname: &a [*a]\n", "components": many} {
		if _, err := Decode("f.yaml", []byte(file)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
