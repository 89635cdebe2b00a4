package scenario

import (
	"fmt"
	"slices"
	"strings"

	"runwhere/costs"
	"runwhere/costs/paths"
	"runwhere/costs/words"
	"runwhere/model/quantity"
)

// Pool is a pool of nodes that a scenario names.
type Pool struct {
	Name      string
	Node      Maybe[string] // instance type or auto
	MinNodes  Maybe[quantity.Amount]
	SpotShare Maybe[quantity.Amount] // 0..1
}

// poolWords is how many words of a list stand for one pool: its name and its settings
// in the order of poolKeys, "" for one that is left out.
const poolWords = 4

// poolKeys are the settings of a pool.
var poolKeys = []*Field{
	{Path: paths.KubernetesPools.Dot("*.node"), Kind: quantity.Text, Doc: "instance type"},
	{Path: paths.KubernetesPools.Dot("*.min_nodes"), Kind: quantity.Number, Max: mostThings, Whole: true, Exact: true},
	{Path: paths.KubernetesPools.Dot("*.spot_share"), Kind: quantity.Ratio, Max: 1, Exact: true},
}

// PoolKeys are the keys of a pool.
func PoolKeys() []string {
	keys := make([]string, len(poolKeys))
	for i, f := range poolKeys {
		keys[i] = f.Key()
	}
	return keys
}

// poolsHelp says how pools are written.
var poolsHelp = fmt.Sprintf("allowed are up to %d pools by name, such as {batch: {node: auto, spot_share: 100%%}}, with %s", costs.MostPools, words.ListWords(PoolKeys()))

// poolsSlot keeps the pools as a list of words. A list is never changed: copies of a
// scenario share it.
type poolsSlot struct{}

func (poolsSlot) Get(s *Scenario, _ At) (Value, bool) {
	var v Value
	for _, p := range s.Kubernetes.Pools {
		settings := []string{p.Name, p.Node.Or(""), "", ""}
		for i, amount := range []Maybe[quantity.Amount]{p.MinNodes, p.SpotShare} {
			if a, given := amount.Get(); given {
				settings[2+i] = quantity.FormatAmount(poolKeys[1+i].Kind, a)
			}
		}
		v.List = append(v.List, settings...)
	}
	return v, len(v.List) > 0
}

func (poolsSlot) Set(s *Scenario, _ At, v Value) { s.Kubernetes.Pools = v.Pools() }

func (poolsSlot) Clear(s *Scenario, _ At) { s.Kubernetes.Pools = nil }

// Pools are the pools that a value of the kind Pools holds.
func (v *Value) Pools() (list []Pool) {
	for of := range slices.Chunk(v.List, poolWords) {
		p := Pool{Name: of[0]}
		if of[1] != "" {
			p.Node = Some(of[1])
		}
		for i, amount := range []*Maybe[quantity.Amount]{&p.MinNodes, &p.SpotShare} {
			if text := of[2+i]; text != "" {
				read, _ := poolKeys[1+i].Parse(text) // SetPool has read it
				*amount = Some(read.Amount)
			}
		}
		list = append(list, p)
	}
	return list
}

// AddPool adds a pool without a setting. The error has no key yet.
func (v *Value) AddPool(name string) *quantity.InputError {
	problem := ""
	switch {
	case name == "":
		problem = "no name"
	case textProblem(name, true) != "":
		problem = textProblem(name, true)
	case name == costs.GeneralPool || name == costs.GPUPool:
		problem = "a pool that every cluster has by itself"
	case len(v.List) == costs.MostPools*poolWords:
		problem = "too many pools"
	case v.pool(name) != nil:
		problem = "given twice"
	}
	if problem != "" {
		return &quantity.InputError{Value: name, Problem: problem, Allowed: poolsHelp}
	}
	v.List = append(v.List, name, "", "", "")
	return nil
}

// pool is where the words of a pool are, nil where there is none.
func (v *Value) pool(name string) []string {
	for of := range slices.Chunk(v.List, poolWords) {
		if of[0] == name {
			return of
		}
	}
	return nil
}

// SetPool gives a setting of a pool that is there. The error has no key yet.
func (v *Value) SetPool(name, key, text string) *quantity.InputError {
	i := slices.Index(PoolKeys(), key)
	if i < 0 {
		return &quantity.InputError{Value: text, Problem: "unknown key of a pool", Allowed: quantity.DidYouMean(quantity.Closest(key, PoolKeys()), "known are "+strings.Join(PoolKeys(), ", "))}
	}
	read, err := poolKeys[i].Parse(text)
	if err != nil {
		return err
	}
	v.pool(name)[1+i] = poolKeys[i].Format(read)
	return nil
}

// formatPools writes pools as a file has them.
func formatPools(list []string) string {
	var pools []string
	for of := range slices.Chunk(list, poolWords) {
		var settings []string
		for i, text := range of[1:] {
			if text != "" {
				settings = append(settings, poolKeys[i].Key()+": "+yamlOf(poolKeys[i], text))
			}
		}
		pools = append(pools, YamlText(of[0])+": {"+strings.Join(settings, ", ")+"}")
	}
	return "{" + strings.Join(pools, ", ") + "}"
}

// yamlOf is the text of a value as YAML.
func yamlOf(f *Field, text string) string {
	if f.Kind == quantity.Text {
		return YamlText(text)
	}
	return text
}

// setPool is --set of one setting of one pool, which is made where it is not there:
// platforms.kubernetes.pools.batch.spot_share=100%.
func setPool(s *Scenario, key, text string) *quantity.InputError {
	f, _ := FieldOf(paths.KubernetesPools)
	rest, _ := strings.CutPrefix(key, f.Path.String()+".")
	cut := strings.LastIndexByte(rest, '.')
	if cut < 0 {
		return &quantity.InputError{Value: text, Problem: "no key of a pool", Allowed: "write " + f.Path.Dot("batch.spot_share").Assign("100%")}
	}
	name, setting := rest[:cut], rest[cut+1:]
	v, _ := f.Slot.Get(s, At{})
	if v.pool(name) == nil {
		if err := v.AddPool(name); err != nil {
			return err
		}
	}
	if err := v.SetPool(name, setting, text); err != nil {
		return err
	}
	f.Slot.Set(s, At{}, v)
	return nil
}

// checkPools finds components in a pool that is not there.
func (s *Scenario) checkPools() (errs []*quantity.InputError) {
	var names []string
	for _, p := range s.Kubernetes.Pools {
		names = append(names, p.Name)
	}
	for i := range s.Components {
		pool, given := s.Components[i].Pool.Get()
		if !given || slices.Contains(names, pool) {
			continue
		}
		allowed := "the scenario names none: " + paths.KubernetesPools.String() + " does, as {" + pool + ": {node: auto}}"
		if len(names) > 0 {
			allowed = quantity.DidYouMean(quantity.Closest(pool, names), "there are "+strings.Join(names, ", "))
		}
		errs = append(errs, &quantity.InputError{Key: concretePath(paths.ComponentPool, At{Component: i}), Value: pool, Problem: "no such pool", Allowed: allowed})
	}
	return errs
}
