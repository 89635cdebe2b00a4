package study

import (
	"context"
	"sync"
)

// cell keeps what a search found. Whoever asks while the search runs waits for
// the same run. A run that was cancelled leaves nothing behind: the next one who
// asks begins anew.
type cell[T any] struct {
	guard   sync.Mutex
	running chan struct{} // closed when the present run ends; nil while none runs
	known   bool
	value   T
}

// get returns what is known, or runs find. The error is that of the context of
// whoever asks, or of find.
func (c *cell[T]) get(ctx context.Context, find func(ctx context.Context) (T, error)) (T, error) {
	var none T
	for {
		c.guard.Lock()
		if c.known {
			c.guard.Unlock()
			return c.value, nil
		}
		if err := ctx.Err(); err != nil {
			c.guard.Unlock()
			return none, err
		}
		if c.running == nil {
			c.running = make(chan struct{})
			c.guard.Unlock()
			return c.run(ctx, find)
		}
		running := c.running
		c.guard.Unlock()
		select {
		case <-running:
		case <-ctx.Done():
			return none, ctx.Err()
		}
	}
}

// run does the work for everybody who waits. A search that notices nothing of a
// cancelled context may return half of what there is, so that is thrown away.
func (c *cell[T]) run(ctx context.Context, find func(ctx context.Context) (T, error)) (value T, err error) {
	err = context.Canceled // should find panic
	defer func() {
		c.guard.Lock()
		defer c.guard.Unlock()
		close(c.running)
		c.running = nil
		if err == nil {
			c.value, c.known = value, true
		}
	}()
	value, err = find(ctx)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		var none T
		return none, err
	}
	return value, nil
}

// peek returns what is known, without any work.
func (c *cell[T]) peek() (T, bool) {
	c.guard.Lock()
	defer c.guard.Unlock()
	return c.value, c.known
}
