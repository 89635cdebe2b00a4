package costs

import (
	"runwhere/costs/paths"
	"runwhere/costs/pricebook"
)

// nodeTypes are instance types by pool.
type nodeTypes = [mostPools]*pricebook.Instance

// nodeType returns the instance type of a pool: the one that somebody chose where
// the platform's provider has it, else the one that suits its pods. The error is
// an *UnknownInstanceError.
func (m *metering) nodeType(p *nodePool) (*pricebook.Instance, error) {
	asked, provider := m.askedNode(p), ""
	if asked != "" {
		asked = m.book.TypeName(asked)
		if provider = m.book.ProviderOf(asked); provider == m.kind.Provider || provider == "" {
			return m.book.Instance(asked, m.region)
		}
	}
	p.chooser = m.nodeChooser(p)
	if p.chooser == nil {
		return nil, &pricebook.UnknownInstanceError{Type: pricebook.AutoNode, Region: m.region, Regions: m.book.MachineRegions(m.kind.Provider)}
	}
	node := m.chosen[p.at]
	if node == nil {
		node = p.chooser.pick(m.work, m.density())
	}
	if provider != "" {
		m.note(paths.KubernetesNode.String()+" is %s, a type of %s: %s runs on %s, so %s is taken, as auto chooses", asked,
			cloudNames[provider], m.kind.Name, cloudNames[m.kind.Provider], node.Type)
	}
	if node.Arch != m.arch() {
		m.note("no %s type of the book in %s holds the pods: auto takes %s, which is %s", m.arch(), m.region, node.Type, node.Arch)
	}
	return node, nil
}

// gpuNodes are examples of instance types with a GPU.
var gpuNodes = map[string]string{pricebook.AWS: "g4dn.xlarge", pricebook.GCP: "g2-standard-4", pricebook.Azure: "Standard_NC4as_T4_v3"}

// cloudNames are what providers of instance types are called.
var cloudNames = map[string]string{pricebook.AWS: "AWS", pricebook.GCP: "Google Cloud", pricebook.Azure: "Azure"}
