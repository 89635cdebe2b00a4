package json

import (
	"math"
	"testing"
)

func TestValues(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		value any
		want  string
	}{
		{number(math.NaN()), "null"},
		{number(math.Inf(1)), "null"},
		{number(0), "0"},
		{number(100000.20000000001), "100000.2"}, // 14 significant digits
		{orNull(""), "null"},
		{orNull("<a&b>"), `"<a&b>"`}, // no escapes that only HTML needs
		{texts(nil), "[]"},
		{object{{"z", 1}, {"a", object{}}}, `{"z":1,"a":{}}`}, // as they were put, not sorted
		{monthOrNull(-1), "null"},
		{monthOrNull(0), "0"},
	} {
		got, err := plainJSON(c.value)
		if err != nil || string(got) != c.want {
			t.Errorf("%v is %s, %v; want %s", c.value, got, err, c.want)
		}
	}
}

// A list of the scenario keeps the order in which its elements were first named.
func TestBranchesAreObjectsAndLists(t *testing.T) {
	t.Parallel()
	root := &branch{}
	list := root.at("components")
	list.list = true
	list.at("0").at("name").leaf = "b"
	list.at("1").at("name").leaf = "a"
	list.at("0").at("memory_mib").leaf = number(128)
	root.at("cloud").leaf = nil
	got, err := indented(root)
	want := `{
  "components": [
    {
      "name": "b",
      "memory_mib": 128
    },
    {
      "name": "a"
    }
  ],
  "cloud": null
}
`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v", got, err)
	}
}

func TestEachElementIsAnObject(t *testing.T) {
	t.Parallel()
	double := func(n *int) object { return object{{"n", *n * 2}} }
	for want, list := range map[string][]int{"[]": nil, `[{"n":6},{"n":2}]`: {3, 1}} { // an empty list is no null
		if got, err := plainJSON(each(list, double)); err != nil || string(got) != want {
			t.Errorf("%v is %s, %v", list, got, err)
		}
	}
}

func TestArray(t *testing.T) {
	t.Parallel()
	if got := string(Array([][]byte{[]byte("{}\n"), []byte("1\n")})); got != "[\n{},\n1\n]\n" {
		t.Errorf("%q", got)
	}
}
