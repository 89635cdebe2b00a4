package checklist

import (
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestEveryKindIsRecognised: nine kinds of the core and nine of the edge, each
// by its own id and by its published name.
func TestEveryKindIsRecognised(t *testing.T) {
	t.Parallel()
	sides := map[Option]int{}
	for _, kind := range PatternKinds() {
		sides[kind.Side]++
		for _, name := range []string{kind.ID, kind.Name} {
			if got, ok := PatternKind(name); !ok || got.ID != kind.ID {
				t.Errorf("%s is taken for %q", name, got.ID)
			}
		}
	}
	if sides[Kubernetes] != 9 || sides[Serverless] != 9 {
		t.Errorf("%v, want nine and nine", sides)
	}
}

func TestNamesOfOthers(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"orderWebhooks": "webhook-handlers", "user_images": "image-processing", "PostgresDB": "database", "checkout-api": "order-service",
		"pdf": "pdf-generation", "nightly-cron": "cron-jobs", "redis-cache": "cache", "billing service": "payment-service",
		"catalog": "", "": "", "logistics": "", "filesystem": "", "dbt": "",
	} {
		if got, ok := PatternKind(name); got.ID != want || ok != (want != "") {
			t.Errorf("%s is taken for %q, want %q", name, got.ID, want)
		}
	}
}

func TestPatternSide(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		traits PatternTraits
		side   Option
		rule   string
	}{
		{PatternTraits{Name: "pdf", Stateful: true, Traffic: "spiky"}, Kubernetes, "stateful"},
		{PatternTraits{Name: "pdf", PersistentConns: true}, Kubernetes, "it holds connections open"},
		{PatternTraits{Name: "cron-jobs", LongTask: true, Traffic: "batch"}, Kubernetes, "long-running"},
		{PatternTraits{Name: "cron-jobs", Traffic: "steady"}, Serverless, "Cron jobs is one of its kinds"},
		{PatternTraits{Name: "catalog", Traffic: "steady"}, Kubernetes, "steady traffic"},
		{PatternTraits{Name: "catalog", Traffic: "real-time"}, Kubernetes, "real-time traffic"},
		{PatternTraits{Name: "catalog", Traffic: "spiky"}, Serverless, "spiky traffic, stateless and short-lived"},
	} {
		if side, rule := PatternSide(c.traits); side != c.side || rule != c.rule {
			t.Errorf("%+v goes to %s by %q", c.traits, side, rule)
		}
	}
}

// TestNameWords: no letter or digit is lost, none is made up.
func TestNameWords(t *testing.T) {
	t.Parallel()
	if got := nameWords("orderHTTPWebhooks-v2 x"); !slices.Equal(got, []string{"order", "httpwebhooks", "v2", "x"}) {
		t.Errorf("%q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.String().Draw(t, "name")
		for _, w := range nameWords(name) {
			if w == "" || !utf8.ValidString(w) {
				t.Fatalf("%q of %q", w, name)
			}
		}
	})
}
