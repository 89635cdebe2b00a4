package model

import (
	"sync"
	"sync/atomic"
)

// BesideWorkers is how many calls of sideBySide run at once, each in memory of
// its own: enough for the processors of a large machine.
const BesideWorkers = 8

// SideBySide calls a function for 0 to n − 1, each of which writes to a place
// of its own.
func SideBySide(n int, work func(i int)) {
	var working sync.WaitGroup
	var taken atomic.Int64
	for range min(n, BesideWorkers) {
		working.Go(func() {
			for i := int(taken.Add(1)) - 1; i < n; i = int(taken.Add(1)) - 1 {
				work(i)
			}
		})
	}
	working.Wait()
}
