package checklist

// The bands of the architecture score: up to ServerlessUpTo points it says
// serverless, up to HybridUpTo hybrid, above Kubernetes.
const (
	ServerlessUpTo = 8
	HybridUpTo     = 15
	MaxScore       = 39
)

// FactorRow is one factor of a score.
type FactorRow struct {
	ID     string
	Label  string
	State  State
	Points int         // what it adds to the score: its weight if yes, else 0
	Weight int         // what a yes adds
	Source string      // given, components, checklist.<question>, unknown
	Value  FactorValue // with the number behind the state, where there is one
}

// ArchitectureScore is the framework's 13-factor score. An unknown factor makes
// it a range: Low counts it as no, which is the framework's own way to count,
// High as yes.
type ArchitectureScore struct {
	Low, High int
	Band      Option // of Low
	HighBand  Option // of High
	Rows      []FactorRow
}

// Score adds up the 13 factors.
func Score(f Factors) ArchitectureScore {
	s := ArchitectureScore{Rows: make([]FactorRow, len(ArchitectureFactors))}
	for i, factor := range ArchitectureFactors {
		v := f.values[i]
		row := FactorRow{
			ID: factor.ID, Label: factor.Label, State: v.State(),
			Weight: factor.Points, Source: string(v.Origin()), Value: v,
		}
		if row.State == Yes {
			row.Points = factor.Points
		}
		if row.State != No {
			s.High += factor.Points
		}
		s.Low += row.Points
		s.Rows[i] = row
	}
	s.Band, s.HighBand = ScoreBand(s.Low), ScoreBand(s.High)
	return s
}

// ScoreBand returns what the framework says to a score.
func ScoreBand(points int) Option {
	switch {
	case points <= ServerlessUpTo:
		return Serverless
	case points <= HybridUpTo:
		return Hybrid
	default:
		return Kubernetes
	}
}

// Bands returns every band from that of Low to that of High: one where what is
// unknown cannot change what the score says.
func (s ArchitectureScore) Bands() []Option {
	var bands []Option
	for _, band := range []struct {
		first, last int
		option      Option
	}{
		{0, ServerlessUpTo, Serverless},
		{ServerlessUpTo + 1, HybridUpTo, Hybrid},
		{HybridUpTo + 1, MaxScore, Kubernetes},
	} {
		if s.Low <= band.last && s.High >= band.first {
			bands = append(bands, band.option)
		}
	}
	return bands
}
