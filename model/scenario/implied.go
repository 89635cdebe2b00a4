package scenario

// ImpliedComponent stands for the whole system where none was described: the
// checklist's volume and default numbers.
func (s *Scenario) ImpliedComponent(d Component) Component {
	c := Component{Name: d.Name}
	if v, ok := (VolumeSlot{}).Get(s, At{}); ok {
		c.Requests = Some(v.Amount)
	}
	return c
}
