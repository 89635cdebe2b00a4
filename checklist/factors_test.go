package checklist

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// The framework's third factor typed out by hand.
const publishedFactors = `
stateful_services        3
persistent_connections   3
gpu                      5
long_running_tasks       2
microservices            2
custom_networking        3
platform_engineer        3
multi_cloud              4
on_premise               5
strict_compliance        2
requests                 3
mean_execution           2
budget_predictability    2
`

func TestFactorsAreThePublishedTable(t *testing.T) {
	t.Parallel()
	want := strings.Fields(publishedFactors)
	if len(want) != 2*len(ArchitectureFactors) {
		t.Fatalf("%d factors, want %d", len(ArchitectureFactors), len(want)/2)
	}
	sum := 0
	for i, f := range ArchitectureFactors {
		if f.ID != want[2*i] || strconv.Itoa(f.Points) != want[2*i+1] || f.Label == "" || f.Derived == "" {
			t.Errorf("factor %d is %+v, want %s with %s points", i, f, want[2*i], want[2*i+1])
		}
		sum += f.Points
	}
	if len(ArchitectureFactors) != 13 || sum != 39 || MaxScore != 39 {
		t.Errorf("%d factors with %d points, maximum %d; want 13 with 39", len(ArchitectureFactors), sum, MaxScore)
	}
}

func TestFactorThresholdsAreExclusive(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		id   string
		v    float64
		want State
	}{
		{"microservices", 0, No},
		{"microservices", 10, No},
		{"microservices", 11, Yes},
		{"requests", 50e6, No},
		{"requests", 50e6 + 1, Yes},
		{"mean_execution", 10, No},
		{"mean_execution", 10.001, Yes},
	} {
		f, _ := FactorByID(tc.id)
		v, err := f.FromNumber(tc.v)
		if n, ok := v.Number(); err != nil || v.State() != tc.want || !ok || n != tc.v || v.Origin() != OriginGiven {
			t.Errorf("%s %v: %+v, error %v; want %s", tc.id, tc.v, v, err, tc.want)
		}
	}
}

func TestFactorsRejectWhatIsNoQuantity(t *testing.T) {
	t.Parallel()
	for _, f := range ArchitectureFactors {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1} {
			if value, err := f.FromNumber(v); err == nil || value.Known() || !strings.HasPrefix(err.Error(), f.ID+": ") {
				t.Errorf("%s %v: %+v, error %v", f.ID, v, value, err)
			}
		}
		numeric := f.ID == "microservices" || f.ID == "requests" || f.ID == "mean_execution"
		if _, err := f.FromNumber(12); (err == nil) != numeric {
			t.Errorf("%s takes 12: %v", f.ID, err)
		}
	}
}

func TestFactorsAreAValue(t *testing.T) {
	t.Parallel()
	var f Factors
	g := f.With("gpu", Given(true))
	if f.Get("gpu").Known() || g.Get("gpu").State() != Yes || g.Get("gpu").Origin() != OriginGiven {
		t.Errorf("gpu is %+v before and %+v after", f.Get("gpu"), g.Get("gpu"))
	}
	if g.With("gpu", FactorValue{}) != f {
		t.Error("the zero value does not make a factor unknown again")
	}
	if h := g.With("no such factor", Given(true)); h != g || h.Get("no such factor").Known() {
		t.Error("a factor that does not exist was set")
	}
	services, _ := FactorByID("microservices")
	twelve, _ := services.FromNumber(12)
	if g.With("gpu", twelve) != g {
		t.Error("a factor without a unit took a number")
	}
	if got := f.With("requests", twelve).Get("requests").State(); got != No {
		t.Errorf("12 requests a month are more than 50M: %s", got)
	}
	if got := f.With("microservices", Given(false)).Get("microservices").State(); got != No {
		t.Errorf("microservices said outright to be few: %s", got)
	}
}

func TestMultiCloudHasTwoSpellings(t *testing.T) {
	t.Parallel()
	f := Factors{}.With("needs_multi_cloud", Given(true))
	if f != (Factors{}).With("multi_cloud", Given(true)) || f.Get("needs_multi_cloud").State() != Yes {
		t.Error("needs_multi_cloud is not multi_cloud")
	}
	if factor, ok := FactorByID("needs_multi_cloud"); !ok || factor.ID != "multi_cloud" {
		t.Errorf("needs_multi_cloud is %q", factor.ID)
	}
}

func TestOnlyTwoFactorsHaveNoKeyInAFile(t *testing.T) {
	t.Parallel()
	for _, f := range ArchitectureFactors {
		if want := f.ID != "requests" && f.ID != "mean_execution"; f.InFile != want {
			t.Errorf("%s: key in a file %v, want %v", f.ID, f.InFile, want)
		}
	}
}

// drawFactors returns any factors, each unknown, given outright or as a number.
func drawFactors(t *rapid.T) Factors {
	var f Factors
	for _, factor := range ArchitectureFactors {
		switch rapid.IntRange(0, 3).Draw(t, factor.ID) {
		case 1:
			f = f.With(factor.ID, Given(false))
		case 2:
			f = f.With(factor.ID, Given(true))
		case 3:
			if v, err := factor.FromNumber(rapid.Float64Range(0, 1e9).Draw(t, factor.ID+" number")); err == nil {
				f = f.With(factor.ID, v)
			}
		}
	}
	return f
}
