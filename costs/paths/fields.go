package paths

// The system as a whole.
var (
	Requests = Path{"requests_per_month"}
	Name     = Path{"name"}
	Cloud    = Path{"cloud"}
	Region   = Path{"region"}

	Network   = Path{"network"}
	Zones     = Path{"zones"}
	Endpoints = Path{"endpoints"}
	FreeTier  = Path{"free_tier"}
)

// ChecklistShape is the measured week of the whole system.
var ChecklistShape = Path{"checklist.shape"}

// What each component has.
var (
	ComponentName                   = Path{"components.*.name"}
	ComponentRequests               = Path{"components.*.requests_per_month"}
	ComponentDuration               = Path{"components.*.duration"}
	ComponentCPUTime                = Path{"components.*.cpu_time"}
	ComponentMemory                 = Path{"components.*.memory"}
	ComponentMemoryPerRun           = Path{"components.*.memory_per_run"}
	ComponentIsolateMemory          = Path{"components.*.isolate_memory"}
	ComponentFunctionMemory         = Path{"components.*.function_memory"}
	ComponentMeasuredAt             = Path{"components.*.measured_at"}
	ComponentLatencyGoal            = Path{"components.*.latency_goal"}
	ComponentRequest                = Path{"components.*.request"}
	ComponentAudience               = Path{"components.*.audience"}
	ComponentRunsAs                 = Path{"components.*.runs_as"}
	ComponentResponse               = Path{"components.*.response"}
	ComponentOutbound               = Path{"components.*.outbound"} // to the internet; a mapping has it as internet
	ComponentOutboundCloud          = Path{"components.*.outbound.cloud"}
	ComponentOutboundZones          = Path{"components.*.outbound.zones"}
	ComponentLogs                   = Path{"components.*.logs"}
	ComponentEphemeral              = Path{"components.*.ephemeral"}
	ComponentRuntime                = Path{"components.*.runtime"}
	ComponentInit                   = Path{"components.*.init"}
	ComponentConnections            = Path{"components.*.connections"}
	ComponentConnectionsPerInstance = Path{"components.*.connections_per_instance"}
	ComponentTraffic                = Path{"components.*.traffic"}
	ComponentPeakToMean             = Path{"components.*.peak_to_mean"}
	ComponentShape                  = Path{"components.*.shape"}
	ComponentBurst                  = Path{"components.*.burst"}
	ComponentTrigger                = Path{"components.*.trigger"}
	ComponentSource                 = Path{"components.*.source"}
	ComponentBatch                  = Path{"components.*.batch"}
	ComponentTraits                 = Path{"components.*.traits"}
	ComponentPin                    = Path{"components.*.pin"}
	ComponentPool                   = Path{"components.*.pool"}
)

// The pods of a component.
var (
	PodCPU         = Path{"components.*.pod.cpu"}
	PodMemory      = Path{"components.*.pod.memory"}
	PodConcurrency = Path{"components.*.pod.concurrency"}
	PodMinReplicas = Path{"components.*.pod.replicas_min"}
)

// The calls of a component.
var (
	CallTo         = Path{"components.*.calls.*.to"}
	CallPerRequest = Path{"components.*.calls.*.per_request"}
	CallPayload    = Path{"components.*.calls.*.payload"}
	CallVia        = Path{"components.*.calls.*.via"}
)

// The Kubernetes side.
var (
	KubernetesKind              = Path{"platforms.kubernetes.kind"}
	KubernetesNode              = Path{"platforms.kubernetes.node"}
	KubernetesNodes             = Path{"platforms.kubernetes.nodes"}
	KubernetesMinNodes          = Path{"platforms.kubernetes.min_nodes"}
	KubernetesTargetUtilization = Path{"platforms.kubernetes.target_utilization"}
	KubernetesLoadBalancer      = Path{"platforms.kubernetes.load_balancer"}
	KubernetesAutoscale         = Path{"platforms.kubernetes.autoscale"}
	KubernetesPurchase          = Path{"platforms.kubernetes.purchase"}
	KubernetesSpotShare         = Path{"platforms.kubernetes.spot_share"}
	KubernetesDiscount          = Path{"platforms.kubernetes.discount"}
	KubernetesSpotDiscount      = Path{"platforms.kubernetes.spot_discount"}
	KubernetesExtendedSupport   = Path{"platforms.kubernetes.extended_support"}
	KubernetesTier              = Path{"platforms.kubernetes.tier"}
	KubernetesClusters          = Path{"platforms.kubernetes.clusters"}
	KubernetesAgentFee          = Path{"platforms.kubernetes.agent_fee"}
	KubernetesPools             = Path{"platforms.kubernetes.pools"}
	KubernetesNATGateways       = Path{"platforms.kubernetes.nat_gateways"}
	KubernetesPublicIPv4        = Path{"platforms.kubernetes.public_ipv4"}
	KubernetesNodeVolume        = Path{"platforms.kubernetes.node_volume"}
	KubernetesLogs              = Path{"platforms.kubernetes.logs"}
	KubernetesFreeTier          = Path{"platforms.kubernetes.free_tier"}
)

// The serverless side.
var (
	ContainersKind              = Path{"platforms.containers.kind"}
	ContainersArchitecture      = Path{"platforms.containers.architecture"}
	ContainersPurchase          = Path{"platforms.containers.purchase"}
	ContainersDiscount          = Path{"platforms.containers.discount"}
	ContainersSpotShare         = Path{"platforms.containers.spot_share"}
	ContainersSpotDiscount      = Path{"platforms.containers.spot_discount"}
	ContainersTargetUtilization = Path{"platforms.containers.target_utilization"}
	ContainersLoadBalancer      = Path{"platforms.containers.load_balancer"}
	ContainersRunningHours      = Path{"platforms.containers.running_hours"}
	ContainersFreeTier          = Path{"platforms.containers.free_tier"}
	ContainersNATGateways       = Path{"platforms.containers.nat_gateways"}
	ContainersPublicIPv4        = Path{"platforms.containers.public_ipv4"}
	ContainersLogs              = Path{"platforms.containers.logs"}
	ContainersColdStartRate     = Path{"platforms.containers.cold_start_rate"}
	ContainersConcurrency       = Path{"platforms.containers.concurrency"}
	ContainersVCPU              = Path{"platforms.containers.vcpu"}
	ContainersMinInstances      = Path{"platforms.containers.min_instances"}
	ContainersBilling           = Path{"platforms.containers.billing"}

	ServerlessKind                   = Path{"platforms.serverless.kind"}
	ServerlessFunctionMemory         = Path{"platforms.serverless.function_memory"}
	ServerlessArchitecture           = Path{"platforms.serverless.architecture"}
	ServerlessFrontDoor              = Path{"platforms.serverless.front_door"}
	ServerlessPurchase               = Path{"platforms.serverless.purchase"}
	ServerlessDiscount               = Path{"platforms.serverless.discount"}
	ServerlessFreeTier               = Path{"platforms.serverless.free_tier"}
	ServerlessNATGateways            = Path{"platforms.serverless.nat_gateways"}
	ServerlessPublicIPv4             = Path{"platforms.serverless.public_ipv4"}
	ServerlessProvisionedConcurrency = Path{"platforms.serverless.provisioned_concurrency"}
	ServerlessLogs                   = Path{"platforms.serverless.logs"}
	ServerlessColdStartRate          = Path{"platforms.serverless.cold_start_rate"}
	ServerlessSnapStart              = Path{"platforms.serverless.snapstart"}
	ServerlessSnapStartVersions      = Path{"platforms.serverless.snapstart_versions"}
	ServerlessStreaming              = Path{"platforms.serverless.streaming"}
	ServerlessWorkflow               = Path{"platforms.serverless.workflow"}
	ServerlessConcurrency            = Path{"platforms.serverless.concurrency"}
	ServerlessVCPU                   = Path{"platforms.serverless.vcpu"}
	ServerlessInstanceMemory         = Path{"platforms.serverless.instance_memory"}
	ServerlessMinInstances           = Path{"platforms.serverless.min_instances"}
	ServerlessBilling                = Path{"platforms.serverless.billing"}
)

// The Wasm side.
var (
	WasmKind    = Path{"platforms.wasm.kind"}
	WasmDensity = Path{"platforms.wasm.density"}
	WasmLogs    = Path{"platforms.wasm.logs"}

	WasmFreeTier = Path{"platforms.wasm.free_tier"}

	WasmHibernation = Path{"platforms.wasm.hibernation"}
	WasmState       = Path{"platforms.wasm.state"}
)

// The platforms together.
var (
	Compare     = Path{"platforms.compare"}
	RegionAWS   = Path{"platforms.regions.aws"}
	RegionGCP   = Path{"platforms.regions.gcp"}
	RegionAzure = Path{"platforms.regions.azure"}
)

// People and tools that no cloud bill shows, besides the lines of each option.
var (
	PeopleInclude         = Path{"people.include"}
	PeopleSecondToolchain = Path{"people.second_toolchain"}
)

// Which figures hang together.
var Correlate = Path{"correlate"}

// Agreed is the path of what was agreed on prices.
var Agreed = Path{"agreed"}

// The months ahead.
var (
	GrowthMonthly       = Path{"growth.monthly"}
	GrowthHorizonMonths = Path{"growth.horizon_months"}
	GrowthMigrationCost = Path{"growth.migration_cost"}
)
