package kit

import (
	"charm.land/lipgloss/v2"

	"runwhere/costs"
)

// Platform is the colour of a platform: that of the option it stands for.
func (s *Styles) Platform(p *costs.Platform) *lipgloss.Style {
	style := s.Option[p.Option]
	return &style
}
