package uncertainty

import (
	"math"
)

// worthBins is into how many quantile bins of an input the draws are sorted to
// learn what its value tells; binDraws is how many draws a bin has at least,
// as the mean of few says little.
const (
	worthBins = 50
	binDraws  = 50
)

// sumRounding is the part of a sum of costs that the order of its summands can
// change.
const sumRounding = 1e-12

// knowledge works out what it is worth to know an input before choosing.
type knowledge struct {
	usd   *drawnUSD
	draws []int32 // those in which some option can run, ascending
	prior float64
}

func newKnowledge(usd *drawnUSD) *knowledge {
	k := &knowledge{usd: usd, draws: make([]int32, 0, len(usd[0]))}
	for d := range usd[0] {
		if cheapest(usd.at(d)) >= 0 {
			k.draws = append(k.draws, int32(d))
		}
	}
	k.prior = k.least(k.draws)
	return k
}

// least is what the draws cost together with the one option that costs the
// least over all of them.
func (k *knowledge) least(draws []int32) float64 {
	least := math.Inf(1)
	for o := range k.usd {
		sum := 0.0
		for _, d := range draws {
			sum += k.usd[o][d]
		}
		least = math.Min(least, sum)
	}
	return least
}

// binned returns the expected saving in USD a month of choosing the best
// option in each bin of the draws in this order over choosing once: NaN where
// every option fails in some draw, since the saving then has no end. Bins are
// never better than single draws nor worse than none, so the estimate is never
// negative and never above the value of knowing everything.
func (k *knowledge) binned(order []int32, bins int) float64 {
	n := len(order)
	if n == 0 || math.IsInf(k.prior, 1) {
		return math.NaN()
	}
	informed := 0.0
	for b := range bins {
		informed += k.least(order[b*n/bins : (b+1)*n/bins])
	}
	if saved := k.prior - informed; saved > sumRounding*k.prior {
		return saved / float64(n)
	}
	return 0
}

// bins returns the number of bins.
func (k *knowledge) bins() int { return max(1, min(worthBins, len(k.draws)/binDraws)) }

// of returns the value of knowing an input, given its value in every draw.
func (k *knowledge) of(values []float64) float64 {
	return k.binned(ordered(values, k.draws), k.bins())
}

// everything returns the value of knowing all inputs.
func (k *knowledge) everything() float64 { return k.binned(k.draws, len(k.draws)) }

// noise is about what the estimate makes of an input that tells nothing: the
// draws do not depend on each other, so bins of neighbours differ by chance
// alone.
func (k *knowledge) noise() float64 { return k.binned(k.draws, k.bins()) }
