// Package session is the decision on the table: the scenario with its history,
// its file and its evaluation, and the one worker for whatever takes longer than
// a frame. It draws nothing.
package session
