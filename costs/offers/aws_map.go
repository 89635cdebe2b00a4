package offers

// awsRules maps the AWS price list to our ids. The attributes are those that
// tell a product from its neighbours in the same file: the usage type is the
// meter on the bill, and groups, families and operations part what shares one.
// Rules of the same offer are together.
var awsRules = []awsRule{
	// Requests cost the same on both architectures; those of arm64 have a group
	// of their own, which is left out. The free amounts are global SKUs.
	{offer: "AWSLambda", id: "lambda.requests", usage: "Request", with: []pair{{"group", "AWS-Lambda-Requests"}}, unit: requests, free: 1e6},
	// The group keeps Lambda@Edge and managed instances apart.
	{offer: "AWSLambda", id: "lambda.duration.x86", usage: "Lambda-GB-Second", with: []pair{{"group", "AWS-Lambda-Duration"}}, unit: gbSeconds, free: 400000},
	{offer: "AWSLambda", id: "lambda.duration.arm64", usage: "Lambda-GB-Second-ARM", with: []pair{{"group", "AWS-Lambda-Duration-ARM"}}, unit: gbSeconds, free: 400000},
	// Provisioned concurrency is two meters: that it is there, and that it works.
	{offer: "AWSLambda", id: "lambda.provisioned.idle.x86", usage: "Lambda-Provisioned-Concurrency", with: []pair{{"group", "AWS-Lambda-Provisioned-Concurrency"}}, unit: gbSeconds},
	{offer: "AWSLambda", id: "lambda.provisioned.idle.arm64", usage: "Lambda-Provisioned-Concurrency-ARM", with: []pair{{"group", "AWS-Lambda-Provisioned-Concurrency-ARM"}}, unit: gbSeconds},
	{offer: "AWSLambda", id: "lambda.provisioned.duration.x86", usage: "Lambda-Provisioned-GB-Second", with: []pair{{"group", "AWS-Lambda-Duration-Provisioned"}}, unit: gbSeconds},
	{offer: "AWSLambda", id: "lambda.provisioned.duration.arm64", usage: "Lambda-Provisioned-GB-Second-ARM", with: []pair{{"group", "AWS-Lambda-Duration-Provisioned-ARM"}}, unit: gbSeconds},
	// Ephemeral storage over the 512 MB that are included.
	{offer: "AWSLambda", id: "lambda.ephemeral.x86", usage: "Lambda-Storage-GB-Second", with: []pair{{"group", "AWS-Lambda-Storage-Duration"}}, unit: gbSeconds},
	{offer: "AWSLambda", id: "lambda.ephemeral.arm64", usage: "Lambda-Storage-GB-Second-ARM", with: []pair{{"group", "AWS-Lambda-Storage-Duration-ARM"}}, unit: gbSeconds},

	// REST and HTTP APIs share a family, and caches and portals are others.
	{offer: "AmazonApiGateway", id: "apigateway.rest", usage: "ApiGatewayRequest", with: []pair{{"productFamily", "API Calls"}}, unit: requests},
	{offer: "AmazonApiGateway", id: "apigateway.http", usage: "ApiGatewayHttpRequest", with: []pair{{"productFamily", "API Calls"}}, unit: requests},
	{offer: "AmazonApiGateway", id: "apigateway.websocket.messages", usage: "ApiGatewayMessage", with: []pair{{"productFamily", "WebSocket"}}, unit: messages},
	{offer: "AmazonApiGateway", id: "apigateway.websocket.minutes", usage: "ApiGatewayMinute", with: []pair{{"productFamily", "WebSocket"}}, unit: minutes},

	// An instance hour as the book has it: Linux without licences, shared
	// hardware, bought on demand. BoxUsage is the meter of exactly that; unused
	// reservations and dedicated hosts have others.
	{offer: "AmazonEC2", id: "ec2.", usage: "BoxUsage:", with: []pair{
		{"operatingSystem", "Linux"}, {"tenancy", "Shared"}, {"preInstalledSw", "NA"}, {"capacitystatus", "Used"}, {"operation", "RunInstances"},
	}, unit: hours},
	// Zonal NAT gateways; regional ones and provisioned bandwidth are other
	// usage types. They are in this file and not in that of the VPC.
	{offer: "AmazonEC2", id: "nat.hour", usage: "NatGateway-Hours", with: []pair{{"operation", "NatGateway"}}, unit: hours},
	{offer: "AmazonEC2", id: "nat.gb", usage: "NatGateway-Bytes", with: []pair{{"operation", "NatGateway"}}, unit: gigabytes},
	// The volume of a node; IOPS and throughput beyond what is included are
	// other usage types.
	{offer: "AmazonEC2", id: "ebs.gp3.month", usage: "EBS:VolumeUsage.gp3", with: []pair{{"productFamily", "Storage"}}, unit: gbMonths},

	// The control plane, and what extended support adds to it each hour.
	{offer: "AmazonEKS", id: "eks.cluster.hour", usage: "AmazonEKS-Hours:perCluster", unit: hours},
	{offer: "AmazonEKS", id: "eks.extended.hour", usage: "AmazonEKS-Hours:extendedSupport", unit: hours},
	// Fargate costs the same under both orchestrators and is in both files. x86
	// and Linux have the usage type without a further word.
	{offer: "AmazonEKS", id: "fargate.vcpu.hour", usage: "Fargate-vCPU-Hours:perCPU", unit: vcpuHours},
	{offer: "AmazonEKS", id: "fargate.gb.hour", usage: "Fargate-GB-Hours", unit: gbHours},
	{offer: "AmazonECS", id: "fargate.vcpu.hour", usage: "Fargate-vCPU-Hours:perCPU", unit: vcpuHours},
	{offer: "AmazonECS", id: "fargate.gb.hour", usage: "Fargate-GB-Hours", unit: gbHours},

	// Logs that are sent, logs that AWS services send (Lambda's since May 2025),
	// and the class for what is seldom read. Five GB are free, a global SKU.
	{offer: "AmazonCloudWatch", id: "cloudwatch.logs.ingest", usage: "DataProcessing-Bytes", unit: gigabytes, free: 5},
	{offer: "AmazonCloudWatch", id: "cloudwatch.logs.vended", usage: "VendedLog-Bytes", unit: gigabytes, free: 5},
	{offer: "AmazonCloudWatch", id: "cloudwatch.logs.ia", usage: "DataProcessingIA-Bytes", unit: gigabytes},

	// A public address in use; an idle one costs the same under another type.
	{offer: "AmazonVPC", id: "ipv4.hour", usage: "PublicIPv4:InUseAddress", unit: hours},

	// The families tell the kinds of load balancers apart, whose usage types
	// are the same; trust stores, outposts and reserved capacity have others.
	{offer: "AWSELB", id: "alb.hour", usage: "LoadBalancerUsage", with: []pair{{"productFamily", "Load Balancer-Application"}}, unit: hours},
	{offer: "AWSELB", id: "alb.lcu.hour", usage: "LCUUsage", with: []pair{{"productFamily", "Load Balancer-Application"}}, unit: lcuHours},
	{offer: "AWSELB", id: "nlb.hour", usage: "LoadBalancerUsage", with: []pair{{"productFamily", "Load Balancer-Network"}}, unit: hours},
	{offer: "AWSELB", id: "nlb.lcu.hour", usage: "LCUUsage", with: []pair{{"productFamily", "Load Balancer-Network"}}, unit: nlcuHours},

	// To the internet. The 100 GB that are free over all services are a global
	// SKU. Transfer between regions has the two ends in its usage type.
	{offer: "AWSDataTransfer", id: "egress.internet", usage: "DataTransfer-Out-Bytes", with: []pair{{"transferType", "AWS Outbound"}, {"toLocation", "External"}}, unit: gigabytes, free: 100},

	// us-east-1 calls the requests by another name than all other regions; the
	// queue type keeps FIFO and fair queues apart.
	{offer: "AWSQueueService", id: "sqs.standard", usage: "Requests-RBP", with: []pair{{"queueType", "Standard"}}, unit: requests, free: 1e6},
	{offer: "AWSQueueService", id: "sqs.standard", usage: "Requests-Tier1", with: []pair{{"queueType", "Standard"}}, unit: requests, free: 1e6},

	// Events of partners share the usage type.
	{offer: "AWSEvents", id: "eventbridge.custom", usage: "Event-64K-Chunks", with: []pair{{"eventType", "Custom Event"}}, unit: events},

	// Standard workflows a transition, express ones a request and a GB-second.
	{offer: "AmazonStates", id: "stepfunctions.standard", usage: "StateTransition", unit: transitions, free: 4000},
	{offer: "AmazonStates", id: "stepfunctions.express.request", usage: "StepFunctions-Request", unit: requests},
	{offer: "AmazonStates", id: "stepfunctions.express.duration", usage: "StepFunctions-GB-Second", unit: gbHoursOfSeconds},

	// Publishing to a topic; the group keeps text messages apart.
	{offer: "AmazonSNS", id: "sns.publish", usage: "Requests-Tier1", with: []pair{{"group", "SNS-Requests-Tier1"}}, unit: requests, free: 1e6},
}
