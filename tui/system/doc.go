// Package system is the second screen: the components and their calls as a table,
// with their forms. What a component may hold is said in the table of fields, and
// where it costs least is shown by the split.
package system
