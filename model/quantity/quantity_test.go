package quantity

import (
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseQuantityReadsEveryWayToWriteIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind Kind
		text string
		want float64
	}{
		{Count, "50m", 50e6},
		{Count, "1e6", 1e6},
		{Count, "1.5e3K", 1.5e6},
		{Count, "50_000_000", 50e6},
		{Count, "50,000,000", 50e6},
		{Count, "0", 0},
		{Count, "10 K", 10e3},
		{Count, " 7 ", 7},
		{Count, "2T", 2e12},
		{Duration, "0.2s", 0.2},
		{Duration, "250us", 0.00025},
		{Duration, "250µs", 0.00025},
		{Duration, "1.5h", 5400},
		{Duration, "1d", 86400},
		{Duration, "15min", 900},
		{Duration, "0", 0},
		{Memory, "512 MB", 512},
		{Memory, "512Mi", 512},
		{Memory, "1.5GiB", 1536},
		{Memory, "2TiB", 2 << 20},
		{Memory, "512KiB", 0.5},
		{Size, "300B", 300.0 / 1024},
		{Size, "1KB", 1000.0 / 1024},
		{Size, "1MB", 1e6 / 1024},
		{Size, "0.5KiB", 0.5},
		{Size, "1GB", 1e9 / 1024},
		{Volume, "20GiB", 20},
		{Volume, "1TiB", 1024},
		{Volume, "512MiB", 0.5},
		{Ratio, "8%", 0.08},
		{Ratio, "7.5 %", 0.075},
		{Ratio, "1", 1},
		{USD, "12000", 12000},
		{USD, "$40k", 40000},
		{USD, "12,000", 12000},
		{USD, "1.5M", 1.5e6},
		{Number, "0.1", 0.1},
		{Number, "2", 2},
	} {
		if v, err := ParseQuantity(c.kind, c.text); err != nil || v != c.want {
			t.Errorf("%q of kind %d is %v, %v; want %v", c.text, c.kind, v, err, c.want)
		}
	}
}

func TestParseQuantityRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind          Kind
		text, problem string
	}{
		{Count, "", "no value"},
		{Count, "-5", "negative"},
		{Count, "-0", "negative"},
		{Count, "NaN", "not a number"},
		{Count, "Inf", "not a number"},
		{Count, "1e999", "too large"},
		{Count, "1e9999999999999999999", "too large"},
		{Count, "50X", `unknown unit "X"`},
		{Count, "5,0", "not a number"},
		{Count, "1__0", "not a number"},
		{Count, "1.2.3", "not a number"},
		{Count, "1.", "not a number"},
		{Count, ".5", "not a number"},
		{Count, "0x10", `unknown unit "x10"`},
		{Count, "+5", "not a number"},
		{Count, strings.Repeat("9", 81), "too long for a quantity"},
		{Count, "5e", `unknown unit "e"`},
		{Duration, "0.2", "no unit"},
		{Duration, "15M", `unknown unit "M"`},
		{Duration, "5MiB", `unknown unit "MiB"`},
		{Memory, "1024", "no unit"},
		{Memory, "1G", `unknown unit "G"`},
		{Size, "4", "no unit"},
		{Ratio, "60percent", `unknown unit "percent"`},
		{Number, "3x", `unknown unit "x"`},
		{USD, "$-5", "negative"},
	} {
		_, err := ParseQuantity(c.kind, c.text)
		var e *InputError
		if !errors.As(err, &e) || e.Problem != c.problem || e.Value != c.text || !strings.HasPrefix(e.Allowed, "such as ") {
			t.Errorf("%q of kind %d: %v; want the problem %q", c.text, c.kind, err, c.problem)
		}
	}
}

func TestParseAmountReadsRanges(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Amount{
		"20M..80M": {20e6, 80e6}, "20M .. 80M": {20e6, 80e6}, "0..5": {0, 5}, "5..5": {5, 5},
	} {
		if a, err := ParseAmount(Count, text); err != nil || a != want {
			t.Errorf("%q is %v, %v; want %v", text, a, err, want)
		}
	}
	for _, text := range []string{"80M..20M", "..5", "5..", "1..2..3", "1...5", "-1..5", "1..NaN"} {
		if a, err := ParseAmount(Count, text); err == nil {
			t.Errorf("%q is read as %v", text, a)
		} else if !strings.Contains(err.Error(), text) {
			t.Errorf("%q: the error %q does not show it", text, err)
		}
	}
	const want = "80M..20M: the low end 80M is above the high end 20M; low..high"
	if _, err := ParseAmount(Count, "80M..20M"); err == nil || err.Error() != want {
		t.Errorf("%v; want %s", err, want)
	}
}

func TestFormatQuantityIsShort(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind Kind
		v    float64
		want string
	}{
		{Count, 50e6, "50M"},
		{Count, 34.2e6, "34.2M"},
		{Count, 10e3, "10K"},
		{Count, 999, "999"},
		{Count, 1.2e9, "1.2B"},
		{Count, 0, "0"},
		{Count, 1234567, "1234567"},
		{Count, 0.5, "0.5"},
		{Duration, 0.5, "500ms"},
		{Duration, 0.2, "200ms"},
		{Duration, 1.5, "1.5s"},
		{Duration, 90, "90s"},
		{Duration, 900, "15m"},
		{Duration, 7200, "2h"},
		{Duration, 0.00025, "250us"},
		{Duration, 0, "0s"},
		{Memory, 1024, "1024MiB"},
		{Memory, 512, "512MiB"},
		{Memory, 10240, "10GiB"},
		{Memory, 24 << 20, "24TiB"},
		{Size, 4, "4KiB"},
		{Size, 300.0 / 1024, "300B"},
		{Size, 2048, "2MiB"},
		{Size, 0, "0KiB"},
		{Size, 1.048576, "1.048576KiB"},
		{Volume, 20, "20GiB"},
		{Ratio, 0.6, "60%"},
		{Ratio, 0.075, "7.5%"},
		{Ratio, 0, "0%"},
		{Ratio, 10, "1000%"},
		{USD, 12000, "12000"},
		{Number, 0.1, "0.1"},
		{Number, 2, "2"},
	} {
		if got := FormatQuantity(c.kind, c.v); got != c.want {
			t.Errorf("%v of kind %d prints as %q, want %q", c.v, c.kind, got, c.want)
		}
	}
}

// TestPrintedQuantitiesAreReadBackExactly draws floats of every size, and round
// ones, for which the shortest unit matters.
func TestPrintedQuantitiesAreReadBackExactly(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		kind := Kind(rapid.IntRange(int(Count), int(KindCount)-1).Draw(t, "kind"))
		figure := rapid.OneOf(
			rapid.Float64Range(0, math.MaxFloat64),
			rapid.Float64Range(0, 1e12),
			rapid.Map(rapid.IntRange(0, 1e9), func(i int) float64 { return float64(i) }),
			rapid.Map(rapid.IntRange(0, 1e6), func(i int) float64 { return float64(i) / 1000 }),
		)
		low, high := figure.Draw(t, "low"), figure.Draw(t, "high")
		a := Amount{math.Min(low, high), math.Max(low, high)}
		text := FormatAmount(kind, a)
		back, err := ParseAmount(kind, text)
		if err != nil || back != a {
			t.Fatalf("%v prints as %q and is read back as %v, %v", a, text, back, err)
		}
		if again := FormatAmount(kind, back); again != text {
			t.Fatalf("%q is printed again as %q", text, again)
		}
	})
}
