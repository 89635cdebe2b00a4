package pricebook

import "math"

// daemon is what runs on every node before the first pod: vCPU, MiB, pods.
type daemon struct{ cpu, memory, pods float64 }

// daemons are the sums of what those pods ask for, by provider, collected 2026-11-28:
//
//	AWS    VPC CNI 50 m (aws/amazon-vpc-cni-k8s, chart at b521883), kube-proxy 100 m, EBS CSI node 10 m and 40 MiB
//	       (its chart of 2026-08-19), Fluent Bit of CloudWatch 50 m and 25 MiB (its chart of 2026-08-07)
//	GCP    fluentbit 105 m and 230 MiB, metadata server 100 m and 100, metrics agent 21 m and 145, ip-masq 10 m and 16,
//	       kube-proxy 100 m, netd 8 m and 65, node-local-dns 30 m, and the disk driver: a Standard node as described
//	Azure  ip-masq 100 m and 50 MiB, cloud-node-manager 50 m and 50, two storage drivers of 30 m and 60, kube-proxy 100 m:
//	       a node as described
//
// Monitoring or security agents take 50 to 600 m and 25 to 800 MiB more.
var daemons = map[string]daemon{AWS: {0.21, 65, 4}, GCP: {0.374, 556, 8}, Azure: {0.31, 220, 5}}

// FreeCPU is the vCPU that a node of the type leaves for pods: what is allocatable
// less what daemons ask for.
func (x *Instance) FreeCPU() float64 { return math.Max(0, x.AllocatableCPU-daemons[x.Provider].cpu) }

// FreeMemory is the same in MiB.
func (x *Instance) FreeMemory() float64 {
	return math.Max(0, x.AllocatableMemory-daemons[x.Provider].memory)
}

// FreePods is the same in pods.
func (x *Instance) FreePods() float64 { return math.Max(0, x.MaxPods-daemons[x.Provider].pods) }

// AutoNode is the instance type of a cluster that is left to the program.
const AutoNode = "auto"

// What auto looks for first: types of a size at which clusters are commonly
// built, and of those within nodeTolerance of the least USD for the work the
// one with the least USD an hour. The larger types of a family always come out
// a few per cent cheaper for the work, since the daemons of a node are there
// once; but a cluster is paid for in whole nodes, and the largest of them would
// be the floor of every small system.
const (
	autoLeastVCPU = 2
	AutoMostVCPU  = 16
)
