package costs

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestAutoAsWorkedOut are the three settings that the model works out, and what
// bounds do to them. A Lambda of M MiB has M/1,769 of a core:
//
//	200 ms with 60 ms of CPU   384: 140 + 60 ÷ 0.2171 = 416 ms, over twice; 512: 140 + 60 ÷ 0.2894 = 347 ms, 0.1735 GB-s;
//	                           768: 278 ms, 0.2085 GB-s, a fifth dearer
//	3 s with 2.9 s             1024: 5.11 s, 5.11 GB-s; 1769: 3 s, 5.18 GB-s, within a tenth; 2048: 6 GB-s
//	4.8 s with 5 ms            128: 4.86 s, 0.61 GB-s; 192: 4.84 s, 0.91 GB-s
//	20 s with 6 s behind an HTTP API of 30 s   15 s at most: none, so that with a whole core
//	200 ms with 60 ms, goal of 150 ms          no setting is faster than its waiting and one core
func TestAutoAsWorkedOut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		duration, cpu, memory, goal float64
		http                        bool
		door                        string
		mib, seconds                float64
	}{
		{0.2, 0.06, 128, 0, true, "", 512, 0.14 + 0.06*1769/512},
		{3, 2.9, 128, 0, true, "", 1769, 3},
		{4.8, 0.005, 128, 0, true, "", 128, 4.795 + 0.005*1769/128},
		{4.8, 0.005, 300, 0, true, "", 384, 4.795 + 0.005*1769/384},
		{0.2, 0.06, 128, 0, false, "", 256, 0.14 + 0.06*1769/256}, // 128: 969 ms are over four times; 192: 693 ms, 0.130 GB-s; 256: 555 ms, 0.139 GB-s; 384: 0.156
		{20, 6, 128, 0, true, "http-api", 1769, 20},
		{10, 3, 128, 0, true, "http-api", 768, 7 + 3*1769.0/768}, // 512: 17.4 s are over 15 s
		{0.2, 0.06, 128, 0.15, true, "", 1769, 0.2},
		{0.2, 0.06, 128, 2, true, "", 192, 0.14 + 0.06*1769/192}, // 128: 0.1212 GB-s; 192: 0.1301 GB-s, within a tenth
	} {
		k := Component{Duration: c.duration, CPUTime: c.cpu, Memory: c.memory, LatencyGoal: c.goal, HTTP: c.http}
		s := &ServerlessSettings{FrontDoor: c.door}
		if mib, seconds := s.lambdaMiB(&k), s.lambdaSeconds(&k); mib != c.mib || math.Abs(seconds-c.seconds) > 1e-9 {
			t.Errorf("%+v: %v MiB and %v s", c, mib, seconds)
		}
	}
}

// TestMeasuredOn: 500 ms on 1,024 MiB hold 150 ms ÷ 0.5789 = 259.1 ms of computing,
// so that it takes 390.9 ms on a whole core; where nobody gave a CPU time it is
// 500 ÷ (0.7 + 0.3 ÷ 0.5789) = 410.4 ms, 30 % of it. On the setting it was
// measured on, a run takes what was measured.
func TestMeasuredOn(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		mib := rapid.Float64Range(128, 10240).Draw(t, "MiB")
		measured := rapid.Float64Range(0.001, 100).Draw(t, "measured")
		cpu := rapid.SampledFrom([]float64{0, 0.1, 0.9}).Draw(t, "share") * measured * math.Min(1, LambdaVCPU(mib))
		c := Component{}
		c.Duration, c.CPUTime = MeasuredOn(LambdaVCPU(mib), measured, cpu, 0.3)
		if got := c.runsOn(LambdaVCPU(mib)); math.Abs(got/measured-1) > 1e-12 {
			t.Fatalf("measured %v, runs %v", measured, got)
		}
	})
	for _, c := range []struct{ cpu, duration float64 }{{0.15, 0.39085938}, {0, 0.41042}} {
		if d, _ := MeasuredOn(LambdaVCPU(1024), 0.5, c.cpu, 0.3); math.Abs(d-c.duration) > 1e-5 {
			t.Errorf("%v: %v", c.cpu, d)
		}
	}
}

// TestMoreMemoryIsNeverCheaper, whatever sets the function: auto may only choose
// among what holds the component, but pays up to a tenth for speed. Where Cloud Run sells so much memory only with
// another core, an instance serves more at once and a thin load may share it.
func TestMoreMemoryIsNeverCheaper(t *testing.T) {
	t.Parallel()
	book := embedded(t)
	rapid.Check(t, func(t *rapid.T) {
		w, s := drawWorkload(t), drawSettings(t)
		w.Components = w.Components[:1]
		kind := rapid.SampledFrom([]string{"lambda", "cloud-functions", "azure-flex", "azure-functions", "cloud-run"}).Draw(t, "kind")
		c := &w.Components[0]
		c.MemoryPerRun = 0
		q := c.Requests
		cost := func() float64 {
			p, err := Build(kind, book, s, w)
			if err != nil {
				t.Fatal(err)
			}
			p.Refusals = nil
			return p.Cost(q)
		}
		cores := func() float64 {
			vcpu, _, _ := (&metering{settings: s}).runSize(c)
			return vcpu
		}
		before, had := cost(), cores()
		c.Memory += rapid.Float64Range(0, 3000).Draw(t, "more")
		if kind == "cloud-run" && cores() != had {
			t.Skip("other cores")
		}
		slack := 1.0
		if kind == "lambda" || kind == "cloud-functions" || kind == "azure-flex" {
			slack = worthSpeed // auto may have taken one that is dearer and faster
		}
		if after := cost(); after*slack < before*(1-1e-9) {
			t.Fatalf("%s: %v MiB more cost %v less", kind, c.Memory, before-after)
		}
	})
}

// TestPowerTuningSaysWhy: of the settings for 200 ms with 60 ms of CPU, 384 MiB
// slow it over twice, 512 are taken, and 768 cost 0.2085 GB-s where 512 cost 0.1735.
func TestPowerTuningSaysWhy(t *testing.T) {
	t.Parallel()
	c := Component{Duration: 0.2, CPUTime: 0.06, Memory: 150, HTTP: true}
	said := map[float64]string{}
	for _, row := range PowerTuning("lambda", &Settings{}, &c) {
		said[row.MiB] = row.Why
		if row.Chosen != (row.MiB == 512) {
			t.Errorf("chosen %+v", row)
		}
	}
	if len(said) != 16 || said[128] != tooSmall || said[384] != tooSlow || said[512] != "" || said[768] != tooDear {
		t.Errorf("%v", said)
	}
	c.FunctionMemory = 256
	if rows := PowerTuning("lambda", &Settings{}, &c); rows != nil {
		t.Errorf("somebody chose, and yet %+v", rows)
	}
}
