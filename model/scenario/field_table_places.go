package scenario

import (
	"runwhere/checklist"
	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/model/quantity"
)

// placeFields are what a team sets service by service: on an option alone a setting
// of one component overrides that of the platform, or what the component has
// everywhere. They are chosen and not unknown, so none is a range.
func placeFields() []*Field {
	var table []*Field
	for i, o := range checklist.Placeable {
		of := func(p func(*Place) *Maybe[quantity.Amount]) amountSlot {
			return componentAmount(func(c *Component) *Maybe[quantity.Amount] { return p(&c.Places[i]) })
		}
		switch o {
		case checklist.Kubernetes:
			table = append(table, placePods(o, of)...)
		case checklist.Wasm: // isolates have none, and a Wasm pod has what the component's has
		default:
			table = append(table, placeInstances(i, o, of)...)
			if o == checklist.Serverless {
				table = append(table, placeFunction(o, of))
			}
		}
	}
	return table
}

func placePods(o checklist.Option, of func(func(*Place) *Maybe[quantity.Amount]) amountSlot) []*Field {
	return []*Field{
		{
			Path: paths.Own(o, "pod.cpu"), Kind: quantity.Number, Min: 0.001, Max: largestNode, Exact: true, Doc: "vCPU that its pod asks for there", Follows: "pod.cpu", Example: "0.5",
			Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.Pod.CPU }),
		},
		{
			Path: paths.Own(o, "pod.memory"), Kind: quantity.Memory, Min: 1, Max: mostMemory, Exact: true, Doc: "memory that its pod asks for there", Follows: "pod.memory", Example: "512MiB",
			Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.Pod.Memory }),
		},
		{
			Path: paths.Own(o, "pod.concurrency"), Kind: quantity.Number, Min: 1, Max: mostThings, Whole: true, Exact: true, Doc: "requests that its pod serves at once there", Follows: "pod.concurrency", Example: "40",
			Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.Pod.Concurrency }),
		},
		{
			Path: paths.Own(o, "replicas_min"), Kind: quantity.Number, Max: mostThings, Whole: true, Exact: true, Doc: "pods of it that run there at any time", Follows: "pod.replicas_min", Example: "2",
			Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.Pod.MinReplicas }),
		},
	}
}

func placeInstances(i int, o checklist.Option, of func(func(*Place) *Maybe[quantity.Amount]) amountSlot) []*Field {
	return []*Field{
		{
			Path: paths.Own(o, "min_instances"), Kind: quantity.Number, Max: mostThings, Whole: true, Exact: true, Doc: "instances of it that are kept there", Follows: "the platform's min_instances", Example: "1",
			Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.MinInstances }),
		},
		{
			Path: paths.Own(o, "instance_vcpu"), Kind: quantity.Number, Min: 0.08, Max: 8, Exact: true, Doc: "vCPU of its instance there", Follows: "the platform's vcpu", Example: "1",
			Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.VCPU }),
		},
		{
			Path: paths.Own(o, "concurrency"), Kind: quantity.Number, Min: 1, Max: 1000, Whole: true, Exact: true, Doc: "requests that its instance serves at once there", Follows: "the platform's concurrency", Example: "80",
			Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.Concurrency }),
		},
		{
			Path: paths.Own(o, "billing"), Kind: quantity.Choice, Choices: []string{"request", "instance"}, Doc: "how Cloud Run bills it", Follows: "the platform's billing", Example: "request",
			Slot: componentText(func(c *Component) *Maybe[string] { return &c.Places[i].Billing }),
		},
	}
}

func placeFunction(o checklist.Option, of func(func(*Place) *Maybe[quantity.Amount]) amountSlot) *Field {
	return &Field{
		Path: paths.Own(o, "function_memory"), Kind: quantity.Memory, Min: 128, Max: costs.LambdaMaxMemory, Exact: true, Doc: "memory that its function is set to there", Follows: "its function_memory", Example: "512MiB",
		Slot: of(func(p *Place) *Maybe[quantity.Amount] { return &p.FunctionMemory }),
	}
}
