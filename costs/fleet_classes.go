package costs

import "slices"

// hourClass is the components of a fleet whose traffic has one shape. They ask
// for the same in all hours of one weight, so their pods are counted once for
// each weight and not once for each hour of every mixture with other shapes.
type hourClass struct {
	pods  []podDemand
	rates [][]float64 // by weight, component of the class: requests a second that a monthly request makes
	at    []int       // by hour group: which of the weights
}

// classify prepares a fleet to be asked at many volumes. It is not for one that
// is sized anew.
func (f *Fleet) classify() {
	f.classes = nil
	var first []int // by class, its first component
	for i := range f.pods {
		same := func(c int) bool {
			return !slices.ContainsFunc(f.hours, func(g hourGroup) bool { return g.weights[i] != g.weights[c] })
		}
		k := slices.IndexFunc(first, same)
		if k < 0 {
			k = len(first)
			first = append(first, i)
			f.classes = append(f.classes, f.newClass(i))
		}
		f.classes[k].add(f, i)
	}
}

// newClass tells the weights of a component apart.
func (f *Fleet) newClass(i int) hourClass {
	var c hourClass
	var weights []float64
	for g := range f.hours {
		w := f.hours[g].weights[i]
		k := slices.Index(weights, w)
		if k < 0 {
			k = len(weights)
			weights = append(weights, w)
		}
		c.at = append(c.at, k)
	}
	c.rates = make([][]float64, len(weights))
	return c
}

// add takes a component up.
func (c *hourClass) add(f *Fleet, i int) {
	c.pods = append(c.pods, f.pods[i])
	for k := range c.rates {
		c.rates[k] = append(c.rates[k], f.hours[slices.Index(c.at, k)].rates[i])
	}
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
		for _, rates := range class.rates {
			var sum load
			for i := range class.pods {
				d := &class.pods[i]
				n := d.needed(q * rates[i])
				sum.pods += n
				sum.cpu += n * d.cpu
				sum.memory += n * d.memory
				sum.gpu += n * d.gpu
			}
			loads = append(loads, sum)
		}
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
