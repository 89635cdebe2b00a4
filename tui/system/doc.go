// Package system is the second screen: the components and their calls as a
// table, with their forms.
package system
