package scenario

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"runwhere/model/quantity"
)

// TestThreeCorrelationsHoldWhereTheirDeterminantSays: three deviates have
// correlations a, b and c where 1 + 2abc − a² − b² − c² is not negative.
func TestThreeCorrelationsHoldWhereTheirDeterminantSays(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rank := rapid.OneOf(rapid.Float64Range(-1, 1), rapid.SampledFrom([]float64{-1, 0, 1}))
		pairs := []CorrelatedPair{{0, 1, rank.Draw(t, "a")}, {2, 0, rank.Draw(t, "b")}, {1, 2, rank.Draw(t, "c")}}
		pearson := func(i int) float64 { return 2 * math.Sin(math.Pi*pairs[i].Rank/6) }
		a, b, c := pearson(0), pearson(1), pearson(2)
		determinant := 1 + 2*a*b*c - a*a - b*b - c*c
		lower, bad := CorrelationFactor(3, pairs)
		if math.Abs(determinant) > 1e-6 && (bad < 0) != (determinant > 0) {
			t.Fatalf("%v: determinant %v, bad %d", pairs, determinant, bad)
		}
		if bad >= 0 {
			return
		}
		for _, p := range pairs { // L×Lᵀ is the matrix
			i, j := max(p.A, p.B), min(p.A, p.B)
			sum := 0.0
			for k := range j + 1 {
				sum += lower[i][k] * lower[j][k]
			}
			if want := 2 * math.Sin(math.Pi*p.Rank/6); math.Abs(sum-want) > 1e-4 {
				t.Errorf("%v: %v of %v", p, sum, want)
			}
		}
	})
}

// TestRenamingKeepsCorrelations: they are of figures and not of names.
func TestRenamingKeepsCorrelations(t *testing.T) {
	t.Parallel()
	s := Scenario{Components: []Component{{Name: "a", Calls: []Call{{To: "b"}, {To: "b"}}}, {Name: "b"}}}
	s, err := Set(s, "correlate=[[components.a.memory, components.a.calls.b#2.payload, 0.5], [components.b.memory, growth.monthly, -0.25]]")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range []string{"components.a.name=x, y", "components.b.name=a"} {
		if s, err = Set(s, change); err != nil {
			t.Fatal(err)
		}
	}
	want := []Correlation{{"components.x, y.memory", "components.x, y.calls.a#2.payload", 0.5}, {"components.a.memory", "growth.monthly", -0.25}}
	if !slices.Equal(s.Correlate, want) {
		t.Errorf("%+v", s.Correlate)
	}
	f, at, _ := Find(&s, "correlate")
	text, _ := f.Text(&s, at)
	if want := `[["components.x, y.memory", "components.x, y.calls.a#2.payload", 0.5], [components.a.memory, growth.monthly, -0.25]]`; text != want {
		t.Errorf("%s", text)
	}
	s.Components = s.Components[1:]
	if n := s.ForgetCorrelations(); n != 1 || !slices.Equal(s.Correlate, want[1:]) {
		t.Errorf("%d forgotten, left are %+v", n, s.Correlate)
	}
}

// FuzzCorrelations reads any text as --set has it: what is read is read again
// from what it is written as.
func FuzzCorrelations(f *testing.F) {
	for _, text := range []string{"[[a, b, 0.7]]", "a,b,-1,c,d,1e-3", `[["a, \"b", c.d, 0]]`, `"`, "[[", "", "a,b", "a,b,NaN", "a,b,2", "]a,b[,1"} {
		f.Add(text)
	}
	field, _ := FieldOf(correlateField().Path)
	f.Fuzz(func(t *testing.T, text string) {
		v, err := field.Parse(text)
		if err != nil || len(v.List) == 0 {
			return
		}
		again, err := field.Parse(field.Format(v))
		if err != nil || !slices.Equal(again.List, v.List) {
			t.Fatalf("%q is %q and %q is %q: %v", text, v.List, field.Format(v), again.List, err)
		}
		var s Scenario
		field.Slot.Set(&s, At{}, v)
		if kept, _ := field.Slot.Get(&s, At{}); !slices.Equal(kept.List, v.List) {
			t.Fatalf("%q is kept as %q", v.List, kept.List)
		}
		if errs := s.checkCorrelations(); slices.ContainsFunc(errs, func(e *quantity.InputError) bool { return e.Key == "" || e.Problem == "" }) {
			t.Fatalf("%v", errs)
		}
	})
}
