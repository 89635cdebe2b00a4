package pricebook

// What daemons take of every node before the first pod, in vCPU, MiB and pods:
// CNI, proxy, storage driver, log and metrics agents. The middle of the budget
// of 150–250 m and 300–500 MiB; of that only the VPC CNI's 25 m (its Helm
// chart, 2023) and the EBS CSI node's 30 m and 120 MiB (its chart, 2026-08-19)
// are published, the rest is an estimate and shown as one.
const (
	DaemonCPU    = 0.2
	DaemonMemory = 400
	DaemonPods   = 4
)

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
