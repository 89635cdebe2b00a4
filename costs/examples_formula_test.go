package costs

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strconv"
	"testing"
)

// formula works out arithmetic as the example files write it: + - * /, brackets,
// ceil, max and min, numbers, and names of inputs. Go's own parser reads it.
func formula(text string, inputs map[string]float64) (float64, error) {
	expr, err := parser.ParseExpr(text)
	if err != nil {
		return 0, fmt.Errorf("%q is not a formula: %w", text, err)
	}
	v, err := evaluate(expr, inputs)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", text, err)
	}
	return v, nil
}

func evaluate(expr ast.Expr, inputs map[string]float64) (float64, error) {
	switch e := expr.(type) {
	case *ast.BasicLit:
		return strconv.ParseFloat(e.Value, 64)
	case *ast.Ident:
		if v, ok := inputs[e.Name]; ok {
			return v, nil
		}
		return 0, fmt.Errorf("%s is no input", e.Name)
	case *ast.ParenExpr:
		return evaluate(e.X, inputs)
	case *ast.BinaryExpr:
		return evaluateBinary(e, inputs)
	case *ast.CallExpr:
		return evaluateCall(e, inputs)
	}
	return 0, fmt.Errorf("%T is not arithmetic", expr)
}

func evaluateBinary(e *ast.BinaryExpr, inputs map[string]float64) (float64, error) {
	x, err := evaluate(e.X, inputs)
	if err != nil {
		return 0, err
	}
	y, err := evaluate(e.Y, inputs)
	if err != nil {
		return 0, err
	}
	switch e.Op {
	case token.ADD:
		return x + y, nil
	case token.SUB:
		return x - y, nil
	case token.MUL:
		return x * y, nil
	case token.QUO:
		return x / y, nil
	}
	return 0, fmt.Errorf("%s is not arithmetic", e.Op)
}

// functions are those of formulas; each takes one number or two.
var functions = map[string]func(v ...float64) float64{
	"ceil": func(v ...float64) float64 { return math.Ceil(v[0]) },
	"max":  func(v ...float64) float64 { return math.Max(v[0], v[len(v)-1]) },
	"min":  func(v ...float64) float64 { return math.Min(v[0], v[len(v)-1]) },
}

func evaluateCall(e *ast.CallExpr, inputs map[string]float64) (float64, error) {
	name, _ := e.Fun.(*ast.Ident)
	if name == nil || functions[name.Name] == nil || len(e.Args) < 1 || len(e.Args) > 2 {
		return 0, fmt.Errorf("no such function of one number or two")
	}
	var values []float64
	for _, arg := range e.Args {
		v, err := evaluate(arg, inputs)
		if err != nil {
			return 0, err
		}
		values = append(values, v)
	}
	return functions[name.Name](values...), nil
}

func TestFormula(t *testing.T) {
	t.Parallel()
	inputs := map[string]float64{"requests": 3e6, "gb": 1.5}
	for text, want := range map[string]float64{
		"3": 3, "1e6*30": 3e7, "requests*gb-4e5": 4.1e6, "(1+2)*ceil(7/2)": 12, "max(1, 2)+min(3, 4)": 5, "8-4-2": 2, "0.5/2/5": 0.05,
	} {
		if got, err := formula(text, inputs); err != nil || got != want {
			t.Errorf("%s is %v (%v), want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "requests*", "unknown", "5 % 2", "sqrt(4)", "max()", "min(1, 2, 3)", `"4"`, "requests[0]"} {
		if got, err := formula(text, inputs); err == nil {
			t.Errorf("%q is %v, want an error", text, got)
		}
	}
}
