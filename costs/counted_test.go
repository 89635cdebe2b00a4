package costs

import (
	"testing"
)

func TestOneOfAThingIsSingular(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		v           float64
		units, want string
	}{
		{1, "nodes", "1 node"},
		{2, "nodes", "2 nodes"},
		{0, "pods", "0 pods"},
		{1.5, "instances", "1.5 instances"},
		{1, "requests at once", "1 request at once"},
		{1, "busy instances", "1 busy instance"},
		{1, "GB", "1 GB"},
		{1.0000001, "replicas", "1 replica"}, // what is printed as 1 reads as one
		{1, "busy on demand", "1 busy on demand"},
	} {
		if got := Counted(c.v, c.units); got != c.want {
			t.Errorf("%v of %s is %q, want %q", c.v, c.units, got, c.want)
		}
	}
}
