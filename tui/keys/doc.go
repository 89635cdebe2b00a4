// Package keys is the one table of keys: which key does what where. The help, the
// bar at the bottom, the page of keys and Update all read it. How a list moves by
// them is here too, so that all lists behave alike. What an action does is for
// whoever has the focus.
package keys
