package costs

import (
	"math"

	"runwhere/checklist"
)

// DefaultKind is the kind that stands for an option on a cloud where nobody
// named one. That of a provider without regions is there on every cloud.
func DefaultKind(o checklist.Option, cloud string) string {
	anywhere := ""
	for i := range kinds() {
		k := &kinds()[i]
		if k.Option != o || !k.usual {
			continue
		}
		switch {
		case k.Provider == cloud:
			return k.ID
		case DefaultRegion(k.Provider) == "":
			anywhere = k.ID
		}
	}
	return anywhere
}

// OwnRuntime is the kind of an option that runs on a site of one's own where
// nobody named one, "" where that is the usual one.
func OwnRuntime(o checklist.Option, s Site) string {
	for i := range kinds() {
		if k := &kinds()[i]; s.Own() && k.onDevices && k.Option == o {
			return k.ID
		}
	}
	return ""
}

// StartRule is how a kind bills cold starts.
type StartRule struct {
	Text, Source, AsOf string
	steps, least       float64 // into which a second is divided, a part of one being billed whole; MiB billed at least; 0 for none
}

// kind is that of the platform, without anything where there is none, as of a mix.
func (p *Platform) kind() *Kind {
	k, _ := KindOf(p.ID)
	return &k
}

// StartRule returns how the platform bills cold starts, and whether it does.
func (p *Platform) StartRule() (StartRule, bool) {
	rule := p.kind().starts
	return rule, rule.Text != ""
}

// StartMemory is the MiB that a start of a component holds: what its function is
// set to, or what its instance needs.
func (p *Platform) StartMemory(s *Settings, c *Component) float64 {
	if runs := p.kind().runs; runs != nil {
		own := c.On(p.Option)
		mib, _ := runs(s, &own)
		return mib
	}
	return c.Memory
}

// RunSeconds is how long a run of a component takes on the platform: on what its
// function is set to, or with a whole core.
func (p *Platform) RunSeconds(s *Settings, c *Component) float64 {
	if runs := p.kind().runs; runs != nil {
		own := c.On(p.Option)
		_, seconds := runs(s, &own)
		return seconds
	}
	return c.Duration
}

// Billed is a start as it is billed: its s and the MiB that it holds.
func (r StartRule) Billed(seconds, mib float64) (float64, float64) {
	if r.steps > 0 {
		seconds = math.Ceil(seconds*r.steps-1e-9) / r.steps
	}
	return seconds, math.Max(r.least, mib)
}

// StartsMeasured reports whether ColdStarts has measurements of the platform.
func (p *Platform) StartsMeasured() bool { return p.kind().startsMeasured }
