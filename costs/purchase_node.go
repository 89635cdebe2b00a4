package costs

// nodeType returns the instance type of the cluster: the one that somebody
// chose where the platform's provider has it, else the one that suits the
// workload. The error is an *UnknownInstanceError.
func (m *metering) nodeType() (*Instance, error) {
	asked, provider := "", ""
	if !m.settings.Kubernetes.auto() {
		asked = m.book.TypeName(m.settings.Kubernetes.Node)
		if provider = m.book.providerOf(asked); provider == m.kind.Provider || provider == "" {
			return m.book.Instance(asked, m.region)
		}
	}
	m.chooser = m.nodeChooser()
	if m.chooser == nil {
		return nil, &UnknownInstanceError{Type: AutoNode, Region: m.region, Regions: m.book.machineRegions(m.kind.Provider)}
	}
	node := m.chosen
	if node == nil {
		node = m.chooser.pick(m.work, m.density())
	}
	if provider != "" {
		m.note("platforms.kubernetes.node is %s, a type of %s: %s runs on %s, so %s is taken, as auto chooses", asked,
			cloudNames[provider], m.kind.Name, cloudNames[m.kind.Provider], node.Type)
	}
	if node.Arch != m.arch() {
		m.note("no %s type of the book in %s holds the pods: auto takes %s, which is %s", m.arch(), m.region, node.Type, node.Arch)
	}
	return node, nil
}

// gpuNodes are examples of instance types with a GPU.
var gpuNodes = map[string]string{AWS: "g4dn.xlarge", GCP: "g2-standard-4", Azure: "Standard_NC4as_T4_v3"}

// providerOf returns whose instance type it is, "" for a type that nobody has.
func (b *Book) providerOf(instance string) string {
	for _, x := range b.instances {
		if x.Type == instance {
			return x.Hour.Provider
		}
	}
	return ""
}

// cloudNames are what providers of instance types are called.
var cloudNames = map[string]string{AWS: "AWS", GCP: "Google Cloud", Azure: "Azure"}
