package uncertainty

import (
	"math"
	"sync"
)

// keyBits is how many bits of a key one pass of the sort looks at.
const keyBits = 11

// ordered returns the draws by their value, equal ones in the order in which
// they are given. There are up to a million draws for each input, which a sort
// by comparison would spend more time on than on drawing them; this one looks
// at the bits of each value (a radix sort from the lowest digit on).
func ordered(values []float64, draws []int32) []int32 {
	room := sortRooms.Get().(*sortRoom)
	defer sortRooms.Put(room)
	keys, other := room.of(len(draws))
	order, next := append([]int32(nil), draws...), make([]int32, len(draws))
	differ := uint64(0)
	for i, d := range draws {
		keys[i] = sortKey(values[d])
		differ |= keys[i] ^ keys[0]
	}
	for shift := 0; shift < 64; shift += keyBits {
		if differ>>shift&(1<<keyBits-1) == 0 {
			continue // all alike in these bits
		}
		var starts [1 << keyBits]int
		for _, k := range keys {
			starts[k>>shift&(1<<keyBits-1)]++
		}
		at := 0
		for b, n := range starts {
			starts[b] = at
			at += n
		}
		for i, k := range keys {
			b := k >> shift & (1<<keyBits - 1)
			other[starts[b]], next[starts[b]] = k, order[i]
			starts[b]++
		}
		keys, other, order, next = other, keys, next, order
	}
	return order
}

// sortRoom is the memory of one sort's keys, which the next one takes over: the
// pages of new memory would take as long to come by as the sort itself.
type sortRoom struct{ keys, other []uint64 }

var sortRooms = sync.Pool{New: func() any { return new(sortRoom) }}

func (r *sortRoom) of(n int) (keys, other []uint64) {
	if cap(r.keys) < n {
		r.keys, r.other = make([]uint64, n), make([]uint64, n)
	}
	return r.keys[:n], r.other[:n]
}

// sortKey maps a number to one of whole numbers of the same order.
func sortKey(v float64) uint64 {
	bits := math.Float64bits(v + 0) // + 0 makes one zero of the two
	if bits>>63 == 1 {
		return ^bits
	}
	return bits | 1<<63
}

// allDraws lists n draws.
func allDraws(n int) []int32 {
	draws := make([]int32, n)
	for d := range draws {
		draws[d] = int32(d)
	}
	return draws
}

// nearestRank returns the value below which a part p of the ordered draws lies.
func nearestRank(values []float64, order []int32, p float64) float64 {
	return values[order[max(0, int(math.Ceil(p*float64(len(order))))-1)]]
}
