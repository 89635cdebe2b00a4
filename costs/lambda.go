package costs

import (
	"fmt"
	"math"

	"runwhere/checklist"
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

func lambdaKind() Kind {
	return Kind{
		ID: "lambda", Name: "Lambda", Letter: 'L', Option: checklist.Serverless, Provider: pricebook.AWS, About: "requests and GB-seconds",
		Limits: lambdaLimits, build: buildLambda, usual: true,
		takes: []paths.Path{
			paths.ServerlessFrontDoor, paths.ServerlessProvisionedConcurrency, paths.ServerlessArchitecture, paths.ServerlessSnapStart, paths.ServerlessStreaming,
		},
		out: ways{NetworkMixed: reachStore, NetworkPrivate: reachNAT}, gateways: true,
		commitment: commitment{0.118, 0.118, [2][2]float64{{0.118, 0.172}, {0.118, 0.172}}, "11.8 to 17.2 %", "AWS price list, Compute Savings Plans", "2026-10-01"},
		starts: StartRule{
			"the initialisation is billed as duration since 2025-08-01",
			"https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/", "2025-04-29", 1000, LambdaMinMemory,
		},
		startsMeasured: true,
		tuning:         func(s *Settings) *tuning { t := s.Serverless.lambdaTuning(); return &t },
		runs: func(s *Settings, c *Component) (mib, seconds float64) {
			return s.Serverless.lambdaMiB(c), s.Serverless.lambdaSeconds(c)
		},
	}
}

// buildLambda bills AWS Lambda: requests, GB-seconds by tier with the time of
// cold starts, warm environments, storage, snapshots and streaming, the
// workflow around long work, the front door, logs, NAT and egress.
func buildLambda(m *metering) (*Platform, error) {
	s := &m.settings.Serverless
	m.begin(s.FreeTier)
	m.add("requests", "Lambda requests", "lambda.requests", m.lambdaInvocations()...)
	m.lambdaCompute()
	m.lambdaExtras()
	m.frontDoor()
	switch s.Logs {
	case "none":
	case "cloudwatch-ia":
		m.logs("cloudwatch.logs.ia")
	default:
		m.logs("cloudwatch.logs.vended")
	}
	addresses := 0.0
	if s.FrontDoor == "alb" {
		addresses = m.settings.balancerAddresses(m.kind.cloud())
	}
	m.wayOut(addresses)
	m.zoneData()
	m.egress()
	if m.err != nil {
		return nil, m.err
	}
	if s.ColdStartRate == 0 {
		m.note("no cold start is billed, since their rate is 0; AWS calls under 1 %% typical, and bills the initialisation since 2025-08-01")
	}
	m.tuned(func(c *Component) (float64, float64) { return s.lambdaMiB(c), s.lambdaSeconds(c) })
	m.gatewayNotes()
	if need := m.atOnce(s.lambdaSeconds); need > LambdaConcurrency {
		m.note("the busiest minute at today's volume needs %s executions at once; a region allows 1,000 by default, and the quota can be raised (Lambda, Concurrent executions)", Figure(math.Ceil(need)))
	}
	return m.metered(lambdaLimits)
}

// stepFunctions is the workflow that cuts long work into pieces.
const stepFunctions = "step-functions"

// pieces is how many functions of at most 15 minutes a workflow cuts one run
// of a component into; 1 without a workflow.
func (m *metering) pieces(c *Component) float64 {
	if m.settings.Serverless.Workflow != stepFunctions || m.settings.Serverless.lambdaLongest(c) <= LambdaMaxDuration {
		return 1
	}
	return whole(m.settings.Serverless.lambdaLongest(c) / LambdaMaxDuration)
}

// lambdaInvocations counts one request for each run, and one for each piece
// that a workflow cuts it into.
func (m *metering) lambdaInvocations() []Term {
	return m.perRequest(always, func(c *Component) Factor {
		if n := m.pieces(c); n > 1 {
			return amount(n, "pieces of 15 min")
		}
		return Factor{Value: 1} // one run is one request: nothing to say
	})
}

// lambdaStep is the step in ms to which Lambda rounds a duration up
// (https://aws.amazon.com/lambda/pricing/, 2026-07).
const lambdaStep = 1

// lambdaCompute adds the GB-seconds. Warm environments take what they can
// carry, at their own rate; the rest spills over to on-demand.
func (m *metering) lambdaCompute() {
	s := &m.settings.Serverless
	onDemand := "lambda.duration." + s.Architecture
	if s.ProvisionedConcurrency == 0 {
		terms := m.perRequest(always, m.lambdaDuration, m.lambdaMemory)
		ratio, source := m.committed("lambda.savings")
		m.addBought("compute", "Lambda compute", onDemand, ratio, source, append(terms, m.initTerms()...)...)
		return
	}
	var idle, warm, spilled []Term
	kept := func(*Component) Factor {
		return amount(s.ProvisionedConcurrency, unitOf(s.ProvisionedConcurrency, "warm environments")).from(paths.ServerlessProvisionedConcurrency)
	}
	for i := range m.work.Components {
		c := &m.work.Components[i]
		idle = append(idle, m.kept(i, kept, m.lambdaMemory, seconds))
		week := m.week(i, func() replicas { return replicas{perRate: roundedUp(s.lambdaSeconds(c), lambdaStep)} }, true)
		about := func(q float64) string {
			return fmt.Sprintf("%s: %s at once in the busiest hour, %s kept warm", c.Name, Figure(q*week.rate*week.shares[0].weight*week.perRate), Figure(s.ProvisionedConcurrency))
		}
		served := m.level("busy on warm environments", i, func(q float64) float64 {
			return week.mean(q, func(rate float64) float64 { return math.Min(rate*week.perRate, s.ProvisionedConcurrency) })
		}, about)
		rest := m.level("busy on demand", i, func(q float64) float64 {
			return week.mean(q, func(rate float64) float64 { return math.Max(0, rate*week.perRate-s.ProvisionedConcurrency) })
		}, about)
		warm = append(warm, m.perUnit(served, seconds, m.lambdaMemory))
		spilled = append(spilled, m.perUnit(rest, seconds, m.lambdaMemory))
	}
	m.add("provisioned", "Provisioned concurrency", "lambda.provisioned.idle."+s.Architecture, idle...)
	m.add("compute-provisioned", "Compute on warm environments", "lambda.provisioned.duration."+s.Architecture, warm...)
	m.add("compute", "Lambda compute (spill-over)", onDemand, append(spilled, m.initTerms()...)...)
}

// initTerms count the initialisation of cold starts, which is billed as
// duration since 2025-08-01 (AWS Compute Blog, 2025-04-29).
func (m *metering) initTerms() []Term {
	s := &m.settings.Serverless
	if s.ColdStartRate == 0 {
		return nil
	}
	return m.perRequest(always,
		func(*Component) Factor {
			return percent(s.ColdStartRate, "% cold starts").from(paths.ServerlessColdStartRate)
		},
		func(c *Component) Factor {
			return amount(roundedUp(c.Init, lambdaStep), "s of init").from(paths.ComponentInit)
		}, m.lambdaMemory)
}

// What Lambda includes without a charge.
const (
	lambdaFreeDisk   = 512  // MiB of /tmp (https://aws.amazon.com/lambda/pricing/, 2026-07)
	lambdaFreeStream = 6144 // KiB of a streamed response (same page)
)

// lambdaExtras adds storage, snapshots, streaming and the workflow.
func (m *metering) lambdaExtras() {
	s := &m.settings.Serverless
	m.add("ephemeral", "Ephemeral storage", "lambda.ephemeral."+s.Architecture,
		m.perRequest(func(c *Component) bool { return c.Ephemeral > lambdaFreeDisk }, m.lambdaDuration,
			func(c *Component) Factor {
				return amount((c.Ephemeral-lambdaFreeDisk)/1024, "GB beyond 512 MB").from(paths.ComponentEphemeral)
			})...)
	if s.SnapStart {
		m.snapStart()
	}
	if s.streams() {
		m.add("streaming", "Response streaming", "lambda.streaming",
			m.perRequest(func(c *Component) bool { return c.HTTP && c.Response > lambdaFreeStream },
				func(c *Component) Factor {
					return amount(c.Response-lambdaFreeStream, "KiB beyond 6 MB").from(paths.ComponentResponse)
				}, perGiB)...)
	}
	if s.Workflow == stepFunctions {
		m.workflow()
	}
}

// workflow adds the state transitions of Step Functions around work that is
// cut into pieces: the start, one into each piece, and the end
// (https://aws.amazon.com/step-functions/pricing/, whose example counts them so).
func (m *metering) workflow() {
	const workflowEnds = 2
	long := func(c *Component) bool { return m.pieces(c) > 1 }
	m.add("workflow", "Step Functions transitions", "stepfunctions.standard",
		m.perRequest(long, func(c *Component) Factor {
			return amount(m.pieces(c)+workflowEnds, "transitions with start and end").from(paths.ComponentDuration)
		})...)
}

// LambdaVCPUMemory is the memory in MiB at which a Lambda function has one
// vCPU; CPU follows memory in proportion
// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html, 2026-07).
const LambdaVCPUMemory = 1769

// lambdaSettings are the settings in MiB of a Lambda function that auto chooses
// from. A function may be set to any whole MiB; these are the steps that teams
// try, and 1,769 MiB is where one vCPU is reached. No kind has more of them.
var lambdaSettings = [mostSettings]float64{128, 192, 256, 384, 512, 768, 1024, 1280, 1536, LambdaVCPUMemory, 2048, 3008, 4096, 6144, 8192, LambdaMaxMemory}

// LambdaVCPU is the vCPU of a Lambda function of some MiB.
func LambdaVCPU(mib float64) float64 { return mib / LambdaVCPUMemory }

// lambdaTuning is how auto sets a Lambda function. It is made once and holds
// nothing that changes.
func (s *ServerlessSettings) lambdaTuning() tuning {
	return tuning{
		settings: lambdaRows,
		needs:    func(c *Component, _ *FunctionSetting) float64 { return c.Memory },
		runs: func(c *Component, of *FunctionSetting) (float64, float64) {
			seconds := c.runsOn(of.VCPU)
			return seconds, roundedUp(seconds, lambdaStep) * of.MiB / 1024
		},
		limits: (*ServerlessSettings).lambdaTimeLimit, of: s,
	}
}

// lambdaRows are the settings of Lambda with their vCPU.
var lambdaRows = func() (rows []FunctionSetting) {
	for _, mib := range lambdaSettings {
		rows = append(rows, FunctionSetting{MiB: mib, VCPU: LambdaVCPU(mib)})
	}
	return rows
}()

// lambdaTimeLimit is the shortest time limit of a run: that of Lambda, unless a
// workflow cuts it into pieces, and that of the front door.
func (s *ServerlessSettings) lambdaTimeLimit(c *Component) float64 {
	limit := float64(LambdaMaxDuration)
	if s.Workflow == stepFunctions {
		limit = math.Inf(1)
	}
	if door := doors[s.FrontDoor].seconds; isPublic(c) && door > 0 && !s.streams() {
		limit = math.Min(limit, door)
	}
	return limit
}

// lambdaMiB is what a Lambda function of the component is set to, in MiB.
func (s *ServerlessSettings) lambdaMiB(c *Component) float64 {
	if c.FunctionMemory > 0 {
		return math.Max(LambdaMinMemory, whole(c.FunctionMemory))
	}
	t := s.lambdaTuning()
	return t.settings[t.choose(c)].MiB
}

// lambdaSeconds is how long one run takes on what the function is set to.
func (s *ServerlessSettings) lambdaSeconds(c *Component) float64 {
	return c.runsOn(LambdaVCPU(s.lambdaMiB(c)))
}

// lambdaMemory is the configured memory in GiB.
func (m *metering) lambdaMemory(c *Component) Factor {
	return amount(m.settings.Serverless.lambdaMiB(c)/1024, "GiB").from(paths.ComponentFunctionMemory)
}

// lambdaDuration is the wall time of a run as Lambda bills it.
func (m *metering) lambdaDuration(c *Component) Factor {
	return amount(roundedUp(m.settings.Serverless.lambdaSeconds(c), lambdaStep), "s").from(paths.ComponentDuration)
}
