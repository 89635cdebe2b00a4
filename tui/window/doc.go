// Package window has what opens over any screen: the bill, the platforms, facts
// and figures, cold starts, the guide's months and the help.
package window
