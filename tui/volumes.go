package tui

import (
	stdcontext "context"

	tea "charm.land/bubbletea/v2"

	"runwhere/model"
)

// volumeWork is the search for the placements along the axis, which takes more
// than a keypress has time for. One search runs at a time: what changed
// meanwhile is searched when it has ended.
type volumeWork struct {
	busy bool
	done *model.Evaluation // whose placements are known
}

// volumesMsg says that the placements of an evaluation are known.
type volumesMsg struct{ of *model.Evaluation }

// byVolume returns the placements along the axis, nil while they are worked
// out.
func (c *context) byVolume() *model.SplitByVolume {
	moves, _ := c.session.Result.PeekSplitByVolume()
	return moves
}

// workOutVolumes begins the search where it is needed.
func (c *context) workOutVolumes() tea.Cmd {
	if c.volumes.busy || c.volumes.done == c.session.Result {
		return nil
	}
	c.volumes.busy = true
	e := c.session.Result
	return func() tea.Msg {
		_, _ = e.SplitByVolume(stdcontext.Background())
		return volumesMsg{e}
	}
}

// takeVolumes notes what is known now. What belongs to an earlier scenario is
// not shown: byVolume compares.
func (c *context) takeVolumes(m volumesMsg) { c.volumes = volumeWork{done: m.of} }
