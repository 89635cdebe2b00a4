package model

import (
	"fmt"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/model/quantity"
)

// namedSaturation says where a fixed fleet ends, and whose it is where more
// than one cluster is drawn.
func (e *Evaluation) namedSaturation(p *costs.Platform) string {
	clusters := 0
	for _, drawn := range e.Platforms {
		if drawn.Option == checklist.Kubernetes || drawn.Fleet != nil {
			clusters++
		}
	}
	if clusters > 1 {
		return p.Name + ": " + Saturation(p)
	}
	return Saturation(p)
}

// Saturation says where a fixed fleet ends.
func Saturation(p *costs.Platform) string {
	if part := firstFull(p); part != p {
		return "on " + part.Name + ": " + Saturation(part)
	}
	if p.MaxVolume() == 0 {
		return fmt.Sprintf("%s × %s cannot hold the least pods", quantity.FormatNumber(p.Fleet.Cluster.Nodes), p.Fleet.Node.Type)
	}
	saturate := "saturate"
	if p.Fleet.Cluster.Nodes == 1 {
		saturate = "saturates"
	}
	return fmt.Sprintf("%s × %s %s at %s requests a month", quantity.FormatNumber(p.Fleet.Cluster.Nodes), p.Fleet.Node.Type, saturate, quantity.ShortCount(p.MaxVolume()))
}

// firstFull is the part of a mix that ends first, and the platform itself where
// it is no mix.
func firstFull(p *costs.Platform) *costs.Platform {
	for _, part := range p.Parts() {
		if part.MaxVolume() == p.MaxVolume() {
			return part
		}
	}
	return p
}
