package costs

import (
	"slices"
)

// hourClass is the components of a fleet whose traffic tells the same hours
// apart: of one pattern, whatever their peaks. They ask for the same in all hours
// of one weight, so their pods are counted once for each weight and not once for
// each hour of every mixture with other patterns.
type hourClass struct {
	pods    []podDemand
	rates   [][]float64 // by weight, component of the class: requests a second that a monthly request makes
	at      []int       // by hour group: which of the weights
	busiest []int       // by component of the class: the weight of its highest rate
}

// classify prepares a fleet to be asked at many volumes. It is not for one that
// is sized anew.
func (f *Fleet) classify() {
	f.classes = nil
	var at, first []int
	for i := range f.pods {
		at, first = f.weightsOf(i, at[:0], first[:0])
		k := slices.IndexFunc(f.classes, func(c hourClass) bool { return slices.Equal(c.at, at) })
		if k < 0 {
			k = len(f.classes)
			f.classes = append(f.classes, hourClass{at: slices.Clone(at), rates: make([][]float64, len(first))})
		}
		c := &f.classes[k]
		c.pods = append(c.pods, f.pods[i])
		for w, g := range first {
			c.rates[w] = append(c.rates[w], f.hours[g].rates[i])
		}
		last, busiest := len(c.pods)-1, 0
		for w := range c.rates {
			if c.rates[w][last] > c.rates[busiest][last] {
				busiest = w
			}
		}
		c.busiest = append(c.busiest, busiest)
	}
}

// add adds what the components of the class ask for at a volume to the loads by
// weight. One that its least number of replicas carries in its busiest hour has
// that number in every hour: most components of a large system, at most volumes.
func (c *hourClass) add(q float64, loads []load) {
	for i := range c.pods {
		d := &c.pods[i]
		if least := d.minimum; least > 0 && d.needed(q*c.rates[c.busiest[i]][i]) == least {
			for w := range loads {
				sum := &loads[w]
				sum.pods += least
				sum.cpu += least * d.cpu
				sum.memory += least * d.memory
				sum.gpu += least * d.gpu
			}
			continue
		}
		for w := range loads {
			sum, n := &loads[w], d.needed(q*c.rates[w][i])
			sum.pods += n
			sum.cpu += n * d.cpu
			sum.memory += n * d.memory
			sum.gpu += n * d.gpu
		}
	}
}

// weightsOf tells the weights of a component apart, numbered in the order in
// which they come: which one each hour group has, and the first group of each.
func (f *Fleet) weightsOf(i int, at, first []int) (_, _ []int) {
	for g := range f.hours {
		k := slices.IndexFunc(first, func(of int) bool { return f.hours[of].weights[i] == f.hours[g].weights[i] })
		if k < 0 {
			k = len(first)
			first = append(first, g)
		}
		at = append(at, k)
	}
	return at, first
}

// effort is how many figures are looked at to count the nodes of one volume.
func (f *Fleet) effort() int {
	if f.classes == nil {
		return len(f.hours) * len(f.pods)
	}
	figures := len(f.hours) * len(f.classes)
	for i := range f.classes {
		figures += len(f.classes[i].rates) * len(f.classes[i].pods)
	}
	return figures
}

// load is what pods ask for in an hour.
type load struct{ pods, cpu, memory, gpu float64 }

// inlineLoads is how many loads and hours are worked out without an allocation.
const inlineLoads = 128

// nodesByHour returns the nodes of every hour group, in the room that is given.
func (f *Fleet) nodesByHour(q float64, room []float64) []float64 {
	if f.classes == nil {
		for g := range f.hours {
			room = append(room, f.nodesIn(&f.hours[g], q))
		}
		return room
	}
	var table [inlineLoads]load
	loads := table[:0]
	for c := range f.classes {
		class := &f.classes[c]
		from := len(loads)
		for range class.rates {
			loads = append(loads, load{})
		}
		class.add(q, loads[from:])
	}
	for g := range f.hours {
		var sum load
		from := 0
		for c := range f.classes {
			l := &loads[from+f.classes[c].at[g]]
			sum.pods += l.pods
			sum.cpu += l.cpu
			sum.memory += l.memory
			sum.gpu += l.gpu
			from += len(f.classes[c].rates)
		}
		room = append(room, f.nodesFor(sum.pods, sum.cpu, sum.memory, sum.gpu))
	}
	return room
}
