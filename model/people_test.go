package model

import (
	"testing"

	"runwhere/costs"
)

// TestWasmOnAClusterTakesTheClustersPeople: SpinKube runs on a cluster of
// one's own, so what nobody gave for Wasm is what the Kubernetes side has.
func TestWasmOnAClusterTakesTheClustersPeople(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		platform string
		set      string
		same     bool
	}{
		{"cloudflare-workers", "", false},
		{"spinkube", "", true},
		{"wasmcloud", "people.kubernetes.platform_engineer=20000", true},
		{"spinkube", "people.wasm.platform_engineer=1", false},
	} {
		s := Defaults()
		sets := []string{"platforms.wasm.kind=" + c.platform}
		if c.set != "" {
			sets = append(sets, c.set)
		}
		for _, set := range sets {
			var err error
			if s, err = Set(s, set); err != nil {
				t.Fatal(err)
			}
		}
		e, err := Evaluate(s, priceBook(t))
		if err != nil {
			t.Fatal(err)
		}
		k, w := e.Platform(costs.Kubernetes).PeopleUSD(), e.Platform(costs.Wasm).PeopleUSD()
		if (k == w) != c.same || k == 0 {
			t.Errorf("%s %s: people cost %v on Kubernetes and %v on Wasm", c.platform, c.set, k, w)
		}
	}
}
