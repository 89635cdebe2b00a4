// Package window has what opens over any screen: the bill, the platforms, facts
// and figures, cold starts, the guide's months and the help. What one screen
// alone opens is that screen's own.
package window
