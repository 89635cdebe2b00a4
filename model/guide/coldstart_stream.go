package guide

import (
	"slices"

	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// streamed is what response streaming adds: nothing for responses of up to 6 MB.
func (s *startBilling) streamed(r *ColdStartRemedy) {
	http := slices.ContainsFunc(s.Resolved.Workload.Components, func(c costs.Component) bool { return c.HTTP })
	switch {
	case !s.takes(paths.ServerlessStreaming):
		r.refuse("only Lambda has a meter for it; no line of the bill of %s depends on streaming", s.platform.Name)
		return
	case !http:
		r.refuse("no component answers over HTTP")
		return
	}
	// Streaming lifts the bound of a response, so the bill without it may not
	// exist. Its own line is the whole difference: no other one depends on it.
	on := func(s *costs.ServerlessSettings) { s.Streaming = true }
	r.InUse = s.Resolved.Settings.Serverless.Streaming
	with := s.built(s.Resolved.Workload, checklist.Serverless, on)
	if with.err == nil {
		work, _ := taken(s.Evaluation, with.platform)
		if with = s.built(work, checklist.Serverless, on); with.err == nil {
			r.USD, r.How = streamingLine(with.platform.Bill(work.Requests()))
			return
		}
	}
	r.How = "No known price here: " + with.err.Error() + "."
}

func streamingLine(b costs.Bill) (usd float64, how string) {
	if l := lineOf(b, "streaming"); l != nil {
		return l.USD, "The first 6 MB of a response are free. " + l.Formula + " = " + quantity.Money(l.USD) + "."
	}
	return 0, "The first 6 MB of a response are free, and none is larger: no line of the bill changes."
}
