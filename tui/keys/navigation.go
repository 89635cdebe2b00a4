package keys

import "slices"

// way is how a scope is moved through: rows that scopes share. A scope names
// its way in one word; its own rows win over them, key by key and place by place
// in the bar.
type way []row

// still is a scope that is not moved through.
var still way

// reading is a text that scrolls.
var reading = way{
	{MoveUp, "up k", "↑", "scroll up", 0},
	{MoveDown, "down j", "↑↓", "scroll", 10},
	{PageUp, "pgup b", "pgup", "page up", 0},
	{PageDown, "pgdown space", "space", "page down", 11},
	{First, "home g", "home", "to the top", 0},
	{Last, "end G", "end", "to the end", 0},
}

// steps is a list of which one thing is chosen, without its pages and ends.
func steps(thing string) way {
	return way{
		{MoveUp, "up k", "↑", thing + " above", 0},
		{MoveDown, "down j", "↑↓", "choose (a " + thing + ")", 10},
	}
}

// among is a list of which one thing is chosen.
func among(thing string) way {
	return steps(thing).then(way{
		{PageUp, "pgup b", "pgup", "page up", 0},
		{PageDown, "pgdown space", "pgdown", "page down", 0},
		{First, "home g", "home", "first " + thing, 0},
		{Last, "end G", "end", "last " + thing, 0},
	})
}

// then adds another way; of two rows for one action the first stands.
func (w way) then(more way) way { return slices.Concat(w, more) }

// changing lets the keys to the side change the chosen thing.
func (w way) changing() way {
	return w.then(way{
		{Lower, "left h", "←", "lower by one step", 0},
		{Raise, "right l", "←→", "change (by one step)", 11},
		{LowerCoarse, "shift+left H", "shift ←", "lower by ten steps", 0},
		{RaiseCoarse, "shift+right L", "shift ←→", "coarse (ten steps at once)", 12},
	})
}

// turning lets the keys to the side turn pages, each of which is about one thing.
func (w way) turning(thing string) way {
	return w.then(way{
		{PrevPage, "left h", "←", "previous " + thing, 0},
		{NextPage, "right l", "←→", thing + " (the other ones)", 11},
	})
}
